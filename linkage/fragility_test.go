package linkage_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// What a cluster hangs on, against brute force: take a value out of all cases,
// link again, and see which cases of the cluster are still together.
func TestFragileAgainstBruteForce(t *testing.T) {
	hang, stay := 0, 0
	for seed := range uint64(100) {
		cases := strongCases(seed, 2)
		n := link(t, linkage.Options{}, cases...)
		for _, k := range n.Clusters(1) {
			said := map[string]linkage.Fragility{}
			for _, f := range k.Fragile {
				said[string(f.Entity.Kind)+" "+f.Entity.Key] = f
			}
			n.EachEntity(func(e linkage.Entity) bool {
				if len(e.Cases) < 2 || !slices.Contains(k.Cases, e.Cases[0]) {
					return true
				}
				largest, counties := largestWithout(t, cases, e, k)
				f, fragile := said[string(e.Kind)+" "+e.Key]
				if fragile != (largest < len(k.Cases)) || fragile && f.Cases != len(k.Cases)-largest {
					t.Errorf("seed %d: cluster %q, without %s %d cases stay together; it says %+v", seed, k.Cases, e.Display, largest, f)
				}
				if !fragile {
					stay++
					return true
				}
				hang++
				if !slices.ContainsFunc(counties, func(left []string) bool { return slices.Equal(left, f.Counties) }) {
					t.Errorf("seed %d: cluster %q, without %s counties %q fall away, it says %q", seed, k.Cases, e.Display, counties, f.Counties)
				}
				return true
			})
		}
	}
	if hang < 50 || stay < 10 {
		t.Errorf("%d facts split a cluster and %d do not: the test tests nothing", hang, stay)
	}
}

// largestWithout returns the size of the largest part of k without entity e, and for
// each part of that size the counties that fall away.
func largestWithout(t *testing.T, cases []linkage.Case, e linkage.Entity, k linkage.Cluster) (size int, counties [][]string) {
	t.Helper()
	n := link(t, linkage.Options{}, withoutValue(cases, e)...)
	parts := map[string][]int{}
	for _, name := range k.Cases {
		i := n.FindCase(name)[0]
		parts[n.ClusterOf(i)] = append(parts[n.ClusterOf(i)], i)
	}
	for _, p := range parts {
		size = max(size, len(p))
	}
	for _, p := range parts {
		if len(p) < size {
			continue
		}
		var lost []string
		for _, county := range k.Counties {
			if !slices.ContainsFunc(p, func(i int) bool { return slices.Contains(n.Case(i).Counties, county) }) {
				lost = append(lost, county)
			}
		}
		counties = append(counties, lost)
	}
	return size, counties
}

// withoutValue returns the cases without the mentions of a value.
func withoutValue(cases []linkage.Case, e linkage.Entity) []linkage.Case {
	var without []linkage.Case
	for _, c := range cases {
		c.Mentions = slices.DeleteFunc(slices.Clone(c.Mentions), func(m linkage.Mention) bool {
			v, err := normalize.Normalize(m.Kind, m.Raw, normalize.Context{})
			return err == nil && m.Kind == e.Kind && v.Key() == e.Key
		})
		without = append(without, c)
	}
	return without
}

// strongCases returns cases of one summer that share phones and plates of a few cases each, at most so many a case.
func strongCases(seed uint64, most int) []linkage.Case {
	r := rand.New(rand.NewPCG(seed, 4))
	var cases []linkage.Case
	for i := range 14 {
		c := incident(fmt.Sprintf("K-%02d", i), []string{erie, genesee, monroe, wyoming}[r.IntN(4)], on(6, 1+r.IntN(60)))
		for range 1 + r.IntN(most) {
			if r.IntN(2) == 0 {
				c.Mentions = append(c.Mentions, phone(fmt.Sprintf("585-555-01%02d", r.IntN(7))))
			} else {
				c.Mentions = append(c.Mentions, plate(fmt.Sprintf("NY KAB104%d", r.IntN(7))))
			}
		}
		cases = append(cases, c)
	}
	return cases
}

// Two facts together, against brute force: of all two values that cost more together than one by one, those
// that cost most. The clusters have fewer values than are looked at.
func TestFragilePairAgainstBruteForce(t *testing.T) {
	pairs, none := 0, 0
	for seed := range uint64(40) {
		cases := strongCases(seed, 3)
		n := link(t, linkage.Options{}, cases...)
		for _, k := range n.Clusters(1) {
			var values []linkage.Entity
			n.EachEntity(func(e linkage.Entity) bool {
				if len(e.Cases) >= 2 && slices.Contains(k.Cases, e.Cases[0]) {
					values = append(values, e)
				}
				return true
			})
			alone := make([]int, len(values))
			for i, e := range values {
				left, _ := largestWithout(t, cases, e, k)
				alone[i] = len(k.Cases) - left
			}
			most := 0
			for i, e := range values {
				for j := range values[:i] {
					left, _ := largestWithout(t, withoutValue(cases, values[j]), e, k)
					if loss := len(k.Cases) - left; loss > alone[i]+alone[j] {
						most = max(most, loss)
					}
				}
			}
			p, found := n.FragilePair(k)
			if found != (most > 0) || p.Cases != most {
				t.Errorf("seed %d: cluster %q loses %d cases to two facts; it says %t, %+v", seed, k.Cases, most, found, p)
			}
			if found {
				pairs++
			} else {
				none++
			}
		}
	}
	if pairs < 10 || none < 10 {
		t.Errorf("%d clusters hang on two facts and %d do not: the test tests nothing", pairs, none)
	}
}
