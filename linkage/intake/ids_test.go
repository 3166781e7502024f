package intake

import "testing"

func TestBaseName(t *testing.T) {
	for file, want := range map[string]string{
		"/in/wyoming.csv": "wyoming", "tips.csv.gz": "tips", "a b.jsonl.zst": "a b", "noext": "noext", ".hidden": ".hidden", "v1.2-final.xlsx": "v1.2-final",
	} {
		if got := baseName(file); got != want {
			t.Errorf("%q is %q, want %q", file, got, want)
		}
	}
}

// The tables of one agency's system are of one agency.
func TestAgencyFromName(t *testing.T) {
	for file, want := range map[string]string{
		"erie_cases.csv": "erie", "Erie-Persons.csv": "erie", "erie vehicles.xlsx": "erie", "wyoming.csv": "wyoming", "cases.csv": "", "victims.csv": "",
	} {
		if got := agencyFromName(file); got != want {
			t.Errorf("%q is %q, want %q", file, got, want)
		}
	}
}
