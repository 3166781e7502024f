package geo_test

import (
	"testing"

	"github.com/tflink/tflink/graphs/geo"
)

func BenchmarkDraw(b *testing.B) {
	for _, name := range []string{"three", "ny", "country"} {
		m := maps()[name]
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				geo.Draw(m)
			}
		})
	}
}
