package records

import (
	"fmt"
	"strings"
	"testing"
)

func TestTheSameNumberInAllRowsIsTheOffices(t *testing.T) {
	for _, rows := range []int{10, 60} {
		var b strings.Builder
		b.WriteString("Case Number,County,Unit Ph,Suspect Phone,Phone\n")
		for i := range rows {
			office := "585-555-0190"
			if i%2 == 0 {
				office = "(585) 555 0190"
			}
			fmt.Fprintf(&b, "C-%d,Erie,%s,585-555-0142,585-555-%04d\n", i, office, 100+i)
		}
		cols := Infer(tableOf(t, "x.csv", b.String())).Columns
		want := ""
		if rows >= officeRows {
			want = "professional"
		}
		if cols[2].Role != want || cols[3].Role != "suspect" || cols[4].Role != "" || cols[2].Group == cols[4].Group && want != "" {
			t.Errorf("%d rows: roles %q, %q, %q", rows, cols[2].Role, cols[3].Role, cols[4].Role)
		}
	}
}
