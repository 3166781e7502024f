package linkage_test

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// recoveryCorpus makes pairs of cases that share each kind of value with a known
// chance, and cases that share e-mails with unrelated ones at a known rate.
func recoveryCorpus(t *testing.T, pairs int, m map[normalize.Kind]float64, reused float64) (*linkage.Network, []string) {
	t.Helper()
	r := rand.New(rand.NewPCG(11, 7))
	next := 0
	value := map[normalize.Kind]func() linkage.Mention{
		normalize.KindPhone: func() linkage.Mention { next++; return phone(fmt.Sprintf("585-%03d-%04d", 200+next/10000, next%10000)) },
		normalize.KindPlate: func() linkage.Mention {
			next++
			return plate(fmt.Sprintf("NY %c%c%c%04d", 'A'+next/17576%26, 'A'+next/676%26, 'A'+next/26%26, next*7919%10000))
		},
		normalize.KindEmail: func() linkage.Mention {
			next++
			return linkage.Mention{Kind: normalize.KindEmail, Raw: fmt.Sprintf("user%d@example.com", next)}
		},
	}
	kinds := []normalize.Kind{normalize.KindPhone, normalize.KindPlate, normalize.KindEmail}
	var cases []linkage.Case
	truthOf := map[string]string{}
	var pool []linkage.Mention // e-mails that unrelated cases use too: each by two cases
	for i := range pairs {
		var a, b []linkage.Mention
		for _, k := range kinds {
			v := value[k]()
			w := v
			if r.Float64() >= m[k] {
				w = value[k]()
				if k == normalize.KindEmail && r.Float64() < reused {
					if len(pool) > 0 {
						w, pool = pool[0], pool[1:]
					} else {
						pool = append(pool, w)
					}
				}
			}
			a, b = append(a, v), append(b, w)
		}
		day := normalize.DayOf(2023, 1, 1) + normalize.Day(i%700)
		for side, mentions := range [][]linkage.Mention{a, b} {
			id := fmt.Sprintf("P-%05d-%d", i, side)
			truthOf[id] = fmt.Sprint(i)
			cases = append(cases, incident(id, wyoming, day, mentions...))
		}
	}
	n := link(t, linkage.Options{}, cases...)
	truth := make([]string, n.NumCases())
	for i := range truth {
		truth[i] = truthOf[n.Case(i).ID]
	}
	return n, truth
}

// Known rates come back, with a truth and without.
func TestLearnRecovers(t *testing.T) {
	want := map[normalize.Kind]float64{normalize.KindPhone: 0.7, normalize.KindPlate: 0.35, normalize.KindEmail: 0.85}
	n, truth := recoveryCorpus(t, 3000, want, 0)
	for name, labels := range map[string][]string{"truth": truth, "EM": nil} {
		p, learned, err := linkage.Learn(n, labels)
		if err != nil {
			t.Fatal(err)
		}
		if len(learned) != len(want) {
			t.Errorf("%s: learned of %d kinds: %+v", name, len(learned), learned)
		}
		const tolerance = 0.03 // three standard deviations of 0.35 over 3,000 pairs, and the prior's pull
		for k, m := range want {
			if got := p.Kinds[k].M; math.Abs(got-m) > tolerance {
				t.Errorf("%s: m of %s is %.3f, made with %.3f", name, k, got, m)
			}
		}
	}
}

// A kind that unrelated cases share is worth less after learning.
func TestLearnChance(t *testing.T) {
	m := map[normalize.Kind]float64{normalize.KindPhone: 0.7, normalize.KindPlate: 0.4, normalize.KindEmail: 0.5}
	n, truth := recoveryCorpus(t, 3000, m, 0.6)
	p, _, err := linkage.Learn(n, truth)
	if err != nil {
		t.Fatal(err)
	}
	if e, ph := p.Kinds[normalize.KindEmail], p.Kinds[normalize.KindPhone]; e.LeastU < 10*ph.LeastU {
		t.Errorf("e-mails, which strangers share, have u %.2g, phones %.2g", e.LeastU, ph.LeastU)
	}
}

func TestParametersFile(t *testing.T) {
	p := linkage.DefaultParameters()
	p.Version, p.TradeWords = "learned-0123abcd", map[string]float64{"farm": 4.25}
	from := &linkage.ParametersSource{Base: "2026.2", Files: []string{"a: b.csv"}, Cases: 3, Method: "EM"}
	for _, write := range []func(*bytes.Buffer) error{
		func(b *bytes.Buffer) error { return linkage.WriteParameters(b, p, from) },
		func(b *bytes.Buffer) error { return linkage.WriteParametersJSON(b, p, from) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		got, err := linkage.ReadParameters(&b)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, p) {
			t.Errorf("read %+v, wrote %+v", got, p)
		}
	}
}

func FuzzReadParameters(f *testing.F) {
	var b bytes.Buffer
	if err := linkage.WriteParameters(&b, linkage.DefaultParameters(), nil); err != nil {
		f.Fatal(err)
	}
	f.Add(b.String())
	f.Add("form: 1\nversion: x\n")
	f.Add("{}")
	f.Add(strings.Replace(b.String(), "m: 0.5", "m: .nan", 1))
	f.Fuzz(func(t *testing.T, s string) {
		p, err := linkage.ReadParameters(strings.NewReader(s))
		if err != nil {
			return
		}
		if _, err := linkage.New(linkage.Options{Parameters: p}); err != nil {
			t.Errorf("read, but not usable: %v", err)
		}
	})
}
