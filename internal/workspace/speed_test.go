package workspace

import (
	"context"
	"fmt"
	"testing"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/linkage/source"
)

// benchCases returns n cases with five mentions each, every value its own.
func benchCases(n int) []linkage.Case {
	cases := make([]linkage.Case, n)
	for i := range cases {
		c := simple("bench.csv", i+2, fmt.Sprintf("WY-2024-%07d", i), fmt.Sprintf("585-555-%07d", i))
		for column, raw := range []string{
			fmt.Sprintf("%d Sample Rd, Warsaw, NY 14569", i), fmt.Sprintf("NY KAB%05d", i), fmt.Sprintf("Sample Farm %d LLC", i),
			fmt.Sprintf("Jordan Sample%d", i),
		} {
			kind := []normalize.Kind{normalize.KindAddress, normalize.KindPlate, normalize.KindBusiness, normalize.KindPerson}[column]
			v, _ := normalize.Normalize(kind, raw, normalize.Context{})
			c.Mentions = append(c.Mentions, linkage.Mention{
				Kind: kind, Raw: raw, Value: v, Role: linkage.RoleSuspect,
				Source: source.Position{File: "bench.csv", Line: i + 2, Column: column + 4},
			})
		}
		c.Narratives = []linkage.Narrative{{
			Text:   "Caller reported a white van at the farm stand; the workers said that their papers were kept by the crew leader.",
			Source: source.Position{File: "bench.csv", Line: i + 2, Column: 9},
		}}
		cases[i] = c
	}
	return cases
}

const benchSize = 100_000

func BenchmarkImport(b *testing.B) {
	cases := benchCases(benchSize)
	for b.Loop() {
		ws := open(b, b.TempDir(), Options{Create: true})
		importFile(b, ws, info("/bench.csv", "bench"), cases...)
	}
	b.ReportMetric(float64(b.N)*benchSize*5/b.Elapsed().Seconds(), "mentions/s")
}

func BenchmarkCases(b *testing.B) {
	ws := open(b, b.TempDir(), Options{Create: true})
	importFile(b, ws, info("/bench.csv", "bench"), benchCases(benchSize)...)
	for b.Loop() {
		err := ws.Cases(context.Background(), Selection{}, func(FileID, linkage.Case) error { return nil })
		if err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*benchSize*5/b.Elapsed().Seconds(), "mentions/s")
}
