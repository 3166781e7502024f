package pages_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/tflink/tflink/pages"
)

// BenchmarkReport measures a report from a linked network to HTML and PDF, and how large these are.
func BenchmarkReport(b *testing.B) {
	for _, cases := range []int{12, 300, 1000} {
		n := link(b, ring(cases))
		k := largest(b, n)
		b.Run(fmt.Sprint(cases), func(b *testing.B) {
			var page, paper bytes.Buffer
			for b.Loop() {
				d, err := pages.NewReport(b.Context(), n, k, options)
				if err != nil {
					b.Fatal(err)
				}
				page.Reset()
				paper.Reset()
				if err := pages.WriteHTML(&page, d); err != nil {
					b.Fatal(err)
				}
				if err := pages.WritePDF(&paper, d); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(page.Len())/1e6, "MB-HTML")
			b.ReportMetric(float64(paper.Len())/1e6, "MB-PDF")
		})
	}
}
