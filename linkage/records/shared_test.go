package records

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// sharedData is where public data lies beside a checkout that is developed on.
const sharedData = "../../../shared/data"

// Real files map themselves.
func TestInferRealFiles(t *testing.T) {
	if _, err := os.Stat(sharedData); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip("no shared data beside the checkout")
	}
	tests := map[string][]string{
		"nys-warn/notices-2012-2016.csv":    {"case_id", "business_address group=/business", "ignore", "county", "date", "phone"},
		"nys-warn/notices-2017-2018.csv":    {"case_id", "business_address group=/business", "ignore", "county", "date", "phone"},
		"nyc-tlc/medallion-vehicles.csv":    {"case_id", "plate", "vin", "vehicle_year", "business group=/agent", "phone group=/agent", "url group=/agent", "address group=/agent"},
		"h2-visas/debarments-2010-2014.csv": {"ignore", "business", "city", "address_state", "date", "date_end", "ignore", "narrative"},
		"h2-visas/vasquez-citrus.csv":       {"case_id", "business group=/business", "city group=/business", "address_state group=/business", "status", "date", "ignore"},
		"restaurants/fodors.csv":            {"case_id", "business", "street", "city", "phone", "ignore"},
		"restaurants/zagats.csv":            {"case_id", "business", "street", "city", "phone", "ignore"},
		"febrl/dataset1.csv":                {"case_id", "first_name", "last_name", "street", "street", "unit", "city", "zip", "address_state", "born", "ignore"},
		"splink/fake_1000.csv":              {"case_id", "first_name", "last_name", "born", "city", "email", "ignore"},
		"splink/historical_sample.csv":      {"case_id", "ignore", "person", "person group=2", "first_name", "last_name", "born", "ignore", "zip", "ignore", "ignore"},
	}
	for name, want := range tests {
		t.Run(name, func(t *testing.T) {
			f, err := Open(filepath.Join(sharedData, name), Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			table, err := f.Next()
			if err != nil {
				t.Fatal(err)
			}
			if got := mapped(Infer(table)); !reflect.DeepEqual(got, want) {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		})
	}
}
