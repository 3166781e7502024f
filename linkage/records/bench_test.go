package records

import "testing"

func BenchmarkInfer(b *testing.B) {
	t := tableOf(b, "x.csv", "Case,County,Date,Phone,Plate,State,Business,Note,Status\n"+benchText[:1<<20])
	b.ReportAllocs()
	for b.Loop() {
		Infer(t)
	}
}
