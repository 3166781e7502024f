package docs_test

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// free are the fields whose own fields are data: counties, offenses, attributes of a car.
var free = []string{"offenses", "counties", "kinds", "attributes"}

// TestContractNamesEveryField holds the contract to the program: every type of
// record and every field that the commands write on the sample data stands in it.
func TestContractNamesEveryField(t *testing.T) {
	t.Parallel()
	contract, err := os.ReadFile("contract.md")
	if err != nil {
		t.Fatal(err)
	}
	run := newShell(t, t.TempDir())
	for _, command := range []string{
		"tflink import examples/data --json",
		"tflink imports --json",
		"tflink clusters --since LAST --json",
		"tflink status --json",
		"tflink clusters --span 1 --json",
		"tflink clusters --assignments --json",
		"tflink hubs --json",
		"tflink show case WY-2023-0075 --json",
		"tflink show phone 585-555-0142 --json",
		"tflink report --county wyoming --json",
		"tflink report C-50V96 -o report.html --json",
		"tflink eval --truth examples/truth/truth.csv --json",
		"tflink explain WY-2023-0075 GC2400081 --json",
		"tflink explain WY-2024-0113 GC2400081 --json",
		`tflink search '"golden harvest"' --json`,
		"tflink judge same WY-2023-0075 GC2400081 --why 'one van' --json",
		"tflink judge --list --json",
		"tflink forget examples/data/erie.xlsx --json",
		`printf '(585) 555-0142 x12\n' | tflink normalize phone`,
		`printf 'Barn behind 6211 N Lake Rd E, Apt 3, Perry, NY 14530\nRR 2 Box 152\n' | tflink normalize address`,
		`printf 'KAB-10?2\tNY\n' | tflink normalize plate`,
		`printf '1HGCM82633A004352\n' | tflink normalize vin`,
		`printf 'Golden Harvest Farm LLC dba Happy Cow\n' | tflink normalize business`,
		`printf 'kayla+tips@example.com\n' | tflink normalize email`,
		`printf 'https://www.example.com/a?b=1\n' | tflink normalize url`,
		`printf 'Telegram @kayla_roads_585\n' | tflink normalize handle`,
		`printf 'Dr. Maria "Mia" Elena Garcia-Lopez, Jr. DOB 3/4/1990\n' | tflink normalize person`,
		`printf 'Wyoming\tNY\n' | tflink normalize county`,
		`printf 'NY KAB1042\tNY KAB1O42\n' | tflink compare plate`,
		`echo 'white Ford Transit, plate PBM 6258, call 585 555 oh one four two' | tflink extract`,
		`printf 'Id,First Name,Last Name,DOB\n1,Maria,Lopez,1990-03-04\n2,Maria,Lopes,1990-03-04\n3,Tom,Hill,1971-01-02\n' > people.csv
			tflink resolve people.csv --json && tflink resolve people.csv --explain 1 2 --json`,
		"tflink export --format json -o out && cat out/network.json",
	} {
		missing := map[string]bool{}
		for line := range strings.Lines(run(command)) {
			var record map[string]any
			if !strings.HasPrefix(line, "{") {
				continue // what was said to people
			}
			if err := json.Unmarshal([]byte(line), &record); err != nil {
				t.Fatalf("%s: %v: %s", command, err, line)
			}
			eachField(record, func(name string) {
				if !strings.Contains(string(contract), "`"+name+"`") {
					missing[name] = true
				}
			})
			if kind, _ := record["type"].(string); !strings.Contains(string(contract), kind) {
				t.Errorf("%s: contract.md does not tell of records of type %q", command, kind)
			}
		}
		if len(missing) > 0 {
			t.Errorf("%s: contract.md does not tell of %s", command, strings.Join(slices.Sorted(maps.Keys(missing)), ", "))
		}
	}
}

// eachField calls yield for the name of every field in a record, however deep.
func eachField(v any, yield func(name string)) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			eachField(e, yield)
		}
	case map[string]any:
		for name, e := range v {
			yield(name)
			if !slices.Contains(free, name) {
				eachField(e, yield)
			}
		}
	}
}
