package records

import (
	"reflect"
	"testing"
)

func TestFindHeader(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
		line       int
	}{
		{"first row", "Case No,Phone\n1,585-555-0142\n", []string{"Case No", "Phone"}, 1},
		{"below a title", "Tips of 2024\n\n  \nCase No,Phone\n1,585-555-0142\n", []string{"Case No", "Phone"}, 4},
		{"below a title and filters", "Register,,\nFrom:,1/1/2024,\nTo:,12/31/2024,\nCase No,Phone,Note\n1,585-555-0142,x\n2,585-555-0143,y\n", []string{"Case No", "Phone", "Note"}, 4},
		{"on several lines", "\"Case\nNumber\",\" Phone \"\n1,585-555-0142\n", []string{"Case Number", "Phone"}, 1},
		{"below group names", "Case,,Suspect,,Vehicle,\nNumber,Date,Name,Phone,Plate,State\n1,1/5/2024,Ada Vale,585-555-0142,KAB1042,NY\n",
			[]string{"Number", "Date", "Suspect Name", "Suspect Phone", "Vehicle Plate", "Vehicle State"}, 2},
		{"repeated and empty names", "Case No,Phone,Phone,\n1,585-555-0142,585-555-0143,x\n", []string{"Case No", "Phone", "Phone", ""}, 1},
		{"none", "1,585-555-0142,Ada\n2,585-555-0143,Bo\n3,585-555-0144,Cy\n", []string{"", "", ""}, 0},
		{"unknown words", "aa,bb,cc\n1,585-555-0142,Ada\n2,585-555-0143,Bo\n3,585-555-0144,Cy\n", []string{"aa", "bb", "cc"}, 1},
		{"header alone", "Case No,Phone\n", []string{"Case No", "Phone"}, 1},
		{"longer rows than header", "Case No,Phone\n1,585-555-0142,x\n2,585-555-0143,y\n", []string{"Case No", "Phone", ""}, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table := tableOf(t, "x.csv", tt.text)
			if !reflect.DeepEqual(table.Header, tt.want) || table.HeaderLine != tt.line {
				t.Errorf("got %q on line %d, want %q on %d", table.Header, table.HeaderLine, tt.want, tt.line)
			}
		})
	}
}

func TestHeaderWords(t *testing.T) {
	tests := map[string][]string{
		"caseNumber":       {"case", "number"},
		"CASE_NO":          {"case", "number"},
		"CR#":              {"cr", "number"},
		"Phone(s)":         {"phone"},
		"Teléfono":         {"phone"},
		"D.O.B.":           {"born"},
		"E-Mail":           {"email"},
		"suspectDOB":       {"suspect", "born"},
		"Phone2":           {"phone", "2"},
		"IDs":              {"id"},
		"N.º de caso":      {"number", "case"},
		"Date of\nBirth":   {"date", "born"},
		"vehicle.plateNum": {"vehicle", "plate", "number"},
		"":                 nil,
	}
	for in, want := range tests {
		if got := headerWords(in); len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
