package resolve_test

import (
	"fmt"
	"testing"

	"github.com/tflink/tflink/internal/casegen"
	"github.com/tflink/tflink/linkage/resolve"
)

// BenchmarkPeople resolves made-up people, some with several rows; the time grows a little faster than their number.
func BenchmarkPeople(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			made, err := casegen.Table(casegen.Options{Profile: "people", Cases: n, Seed: 1})
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := resolve.Resolve(b.Context(), &resolve.Table{Header: made.Header, Rows: made.Rows}, resolve.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
