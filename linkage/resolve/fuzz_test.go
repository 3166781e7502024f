package resolve

import (
	"strings"
	"testing"
)

// FuzzResolve: whatever stands in a table, every row gets one entity, and the same one with the rows reversed.
func FuzzResolve(f *testing.F) {
	f.Add("id,first_name,last_name,dob,phone,email\n", "1,Alva,Harlow,1970-01-01,585-555-0113,a@example.org\n2,,Harlow,1970,,\n")
	f.Add("name,addr,city\n", "Acme Farms,1 Main St,Perry\n,,\n\x00\xff,\u202e,\t\n")
	f.Add("ssn,passport number,passport country,surname\n", "000-00-0000,AB1,US,x\n1,,,\n")
	f.Fuzz(func(t *testing.T, header, rows string) {
		table := &Table{Header: strings.Split(strings.TrimSpace(header), ",")}
		for line := range strings.Lines(rows) {
			row := make([]string, len(table.Header))
			copy(row, strings.Split(line, ","))
			if table.Rows = append(table.Rows, row); len(table.Rows) == 12 {
				break
			}
		}
		for _, kind := range []Kind{Person, Business} {
			r, err := Resolve(t.Context(), table, Options{Kind: kind})
			if err != nil {
				t.Fatal(err)
			}
			if len(r.Records)+r.Victims != len(table.Rows) {
				t.Errorf("%d rows, %d records, %d victims", len(table.Rows), len(r.Records), r.Victims)
			}
		}
	})
}
