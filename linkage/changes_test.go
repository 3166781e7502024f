package linkage_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// held returns a case of the given number with phones, each of which is a ring's own.
func held(id string, phones ...int) linkage.Case {
	c := linkage.Case{ID: id, Agency: "Sample County Sheriff", Counties: []string{"36121"}}
	for _, p := range phones {
		c.Mentions = append(c.Mentions, linkage.Mention{Kind: normalize.KindPhone, Raw: fmt.Sprintf("585-555-01%02d", p)})
	}
	return c
}

func ExampleNetwork_Since() {
	before := []linkage.Case{held("A", 1), held("B", 1), held("C", 2), held("D", 2)}
	after := append(slices.Clone(before), held("E", 1, 2), held("F", 3), held("G", 3))
	net := func(cases []linkage.Case) *linkage.Network {
		l, _ := linkage.New(linkage.Options{})
		for _, c := range cases {
			_ = l.Add(c)
		}
		n, _ := l.Link(context.Background())
		return n
	}
	for _, c := range net(after).Since(net(before).Assignment()) {
		fmt.Println(strings.Join(c.Kind.Names(), " "), c.Cluster.Cases, "of", len(c.Before), "clusters, joined by", c.Joined)
	}
	// Output:
	// grew merged [A B C D E] of 2 clusters, joined by [E]
	// new [F G] of 0 clusters, joined by []
}

// Each kind of change, on its own, and what is told of it.
func TestSince(t *testing.T) {
	same := func(a, b string) linkage.Judgement { return linkage.Judgement{A: a, B: b, Verdict: linkage.Same} }
	one := []linkage.Case{held("B", 1), held("C", 1), held("D", 1)}
	for _, test := range []struct {
		name          string
		before, after []linkage.Case
		judged        []linkage.Judgement // only before
		want          string
	}{
		{"nothing", one, one, nil, ""},
		{"an unrelated case", one, append(slices.Clone(one), held("X", 9)), nil, ""},
		{"new", nil, one, nil, "new [B C D] joined [] left [] gone 0"},
		{"grew", one, append(slices.Clone(one), held("E", 1)), nil, "grew [B C D E] joined [E] left [] gone 0"},
		{"grew at its beginning", one, append(slices.Clone(one), held("A", 1)), nil, "grew renamed [A B C D] joined [A] left [] gone 0"},
		{"shrank", one, []linkage.Case{held("B", 1), held("C", 1), held("D", 2)}, nil, "shrank [B C] joined [] left [D] gone 0"},
		{"shrank by one that is gone", one, []linkage.Case{held("B", 1), held("C", 1)}, nil, "shrank [B C] joined [] left [] gone 1"},
		{"vanished", one, []linkage.Case{held("B", 1), held("C", 2)}, nil, "vanished [] joined [] left [B C] gone 1"},
		{"split", []linkage.Case{held("A", 1), held("B", 1), held("C", 2), held("D", 2)},
			[]linkage.Case{held("A", 1), held("B", 1), held("C", 2), held("D", 2)}, []linkage.Judgement{same("B", "C")},
			"split [A B] joined [] left [] gone 0; split renamed [C D] joined [] left [] gone 0"},
	} {
		before := link(t, linkage.Options{Judgements: test.judged}, test.before...).Assignment()
		var got []string
		for _, c := range link(t, linkage.Options{}, test.after...).Since(before) {
			got = append(got, fmt.Sprintf("%s %v joined %v left %v gone %d", strings.Join(c.Kind.Names(), " "), c.Cluster.Cases, c.Joined, c.Left, c.Gone))
		}
		slices.Sort(got)
		if line := strings.Join(got, "; "); line != test.want {
			t.Errorf("%s: %s\nwant %s", test.name, line, test.want)
		}
	}
}

// Whatever two networks are, each case that changed its company stands in a change, each cluster
// that is told of has changed, and what an assignment is written as comes back.
func TestSinceTellsAllThatChanged(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 7))
		draw := func() []linkage.Case {
			var cases []linkage.Case
			for i := range 40 {
				if r.IntN(8) > 0 {
					cases = append(cases, held(fmt.Sprintf("K%02d", i), 2*r.IntN(20), 2*r.IntN(20)+1))
				}
			}
			return cases
		}
		old, now := link(t, linkage.Options{}, draw()...), link(t, linkage.Options{}, draw()...)
		data, err := old.Assignment().MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		before := new(linkage.Assignment)
		if err := before.UnmarshalBinary(data); err != nil || !reflect.DeepEqual(before, old.Assignment()) {
			t.Fatalf("seed %d: an assignment comes back as another: %v", seed, err)
		}
		was, is := company(old), company(now)
		changed := map[string]bool{}
		for _, c := range now.Since(before) {
			same := c.Kind != linkage.ChangeVanished && len(c.Before) == 1 && c.Before[0].ID == c.Cluster.ID
			for _, name := range c.Cluster.Cases {
				changed[name] = true
				same = same && was[name] == is[name]
			}
			for _, name := range c.Left {
				changed[name] = true
			}
			if same {
				t.Errorf("seed %d: %v is said to have changed: %v", seed, c.Cluster.Cases, c.Kind.Names())
			}
		}
		for name := range is {
			if was[name] != is[name] && !changed[name] {
				t.Errorf("seed %d: %s was with [%s], is with [%s], and nothing tells of it", seed, name, was[name], is[name])
			}
		}
	}
}

// company returns, for each case, the cases of its cluster; "" for one that is alone.
func company(n *linkage.Network) map[string]string {
	with := map[string]string{}
	for i := range n.NumCases() {
		with[n.Case(i).Name] = ""
	}
	for _, k := range n.Clusters(1) {
		for _, name := range k.Cases {
			with[name] = strings.Join(k.Cases, " ")
		}
	}
	return with
}

func FuzzAssignment(f *testing.F) {
	for _, cases := range [][]linkage.Case{nil, {held("A", 1), held("B", 1)}} {
		l, err := linkage.New(linkage.Options{})
		if err != nil {
			f.Fatal(err)
		}
		for _, c := range cases {
			if err := l.Add(c); err != nil {
				f.Fatal(err)
			}
		}
		n, err := l.Link(context.Background())
		if err != nil {
			f.Fatal(err)
		}
		data, _ := n.Assignment().MarshalBinary()
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		a := new(linkage.Assignment)
		if err := a.UnmarshalBinary(data); err != nil && !errors.Is(err, linkage.ErrAssignment) {
			t.Error(err)
		}
	})
}
