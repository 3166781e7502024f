package records

import (
	"fmt"
	"strings"
	"testing"
)

func TestColumnsThatMayHoldCounties(t *testing.T) {
	for name, want := range map[string]Field{
		"Cty": FieldCounty, "JURISDICTION": FieldCounty, "COUNTY (OCCURRED)": FieldCounty, "City": FieldCity, "County of Venue": FieldCounty,
	} {
		values := []string{"Erie County", "Broome County", "Tioga County"}
		if name == "City" || name == "Cty" {
			values = []string{"Erie", "Broome", "Tioga"}
		}
		var b strings.Builder
		fmt.Fprintf(&b, "Case Number,%s,Report Date\n", name)
		for i := range 30 {
			fmt.Fprintf(&b, "C-%d,%s,2024-01-%02d\n", i, values[i%3], i%28+1)
		}
		table := tableOf(t, "x.csv", b.String())
		if got := Infer(table).Columns[1].Field; got != want {
			t.Errorf("%q is read as %s, want %s", name, got, want)
		}
	}
}

func TestNamesOfColumnsInOtherWords(t *testing.T) {
	for name, want := range map[string]Field{
		"RPT_TEXT": FieldNarrative, "Negocio o empresa": FieldBusiness, "RPTG PERSON": FieldPerson, "RPTG PERSON PHONE": FieldPhone,
	} {
		if f, _ := guessHeader(name).best(); f != want {
			t.Errorf("%q means %s, want %s", name, f, want)
		}
	}
}
