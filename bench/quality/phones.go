package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/tflink/tflink/internal/pairgen"
	"github.com/tflink/tflink/linkage/extract"
	"github.com/tflink/tflink/linkage/normalize"
)

// phoneScore counts what was found in lines with known phones.
type phoneScore struct {
	found, wrong, total int // numbers
	inTraps             int // lines without a phone in which one was found
	family              map[string][2]int
}

func (s *phoneScore) add(l pairgen.PhoneLine, found []string) {
	if l.Trap {
		s.wrong += len(found)
		s.inTraps += min(1, len(found))
		return
	}
	f := s.family[l.Family]
	for _, want := range l.Phones {
		f[1]++
		s.total++
		if i := slices.Index(found, want); i >= 0 {
			f[0]++
			s.found++
			found = slices.Delete(slices.Clone(found), i, i+1)
		}
	}
	s.wrong += len(found)
	s.family[l.Family] = f
}

func (s *phoneScore) precision() float64 { return float64(s.found) / float64(max(1, s.found+s.wrong)) }
func (s *phoneScore) recall() float64    { return float64(s.found) / float64(max(1, s.total)) }
func (s *phoneScore) f1() float64 {
	p, r := s.precision(), s.recall()
	return 2 * p * r / max(p+r, 1e-9)
}

// weakest returns the family of disguise of which the smallest share is found.
func (s *phoneScore) weakest() (name string, recall float64) {
	recall = 2
	for f, n := range s.family {
		r := float64(n[0]) / float64(n[1])
		if r < recall || r == recall && f < name {
			name, recall = f, r
		}
	}
	return name, recall
}

// The lines: some 740 with a phone in 27 disguises, and 186 of 31 kinds without.
const (
	phoneLinesPerFamily = 27
	phoneLinesPerTrap   = 6
)

// phonesInText measures phones in running text.
func phonesInText(context.Context, string) (section, error) {
	s := section{
		title: "Phones in running text",
		about: "`tflink extract` on made-up lines: numbers in 27 disguises, and lines in which digits stand that are no phone (traps). P, R and F1 are of numbers.\n" +
			"The peers' columns are F1 of libphonenumber's matcher at its two leniencies and of a plain regular expression.",
		own:   []string{"numbers", "P", "R", "F1", "traps with a phone", "weakest disguise"},
		peers: []string{"libphonenumber, valid", "libphonenumber, possible", "regex"},
	}
	for _, seed := range []uint64{1, 2, 3} {
		made := pairgen.PhoneLines(seed, phoneLinesPerFamily, phoneLinesPerTrap)
		s.rows = append(s.rows, phoneRow(fmt.Sprintf("made up: lines, seed %d", seed), made))
	}
	return s, nil
}

func phoneRow(name string, made []pairgen.PhoneLine) row {
	own := phoneScore{family: map[string][2]int{}}
	traps := 0
	for _, l := range made {
		own.add(l, phonesOf(l.Text))
		if l.Trap {
			traps++
		}
	}
	weakest, recall := own.weakest()
	cells := append([]string{fmt.Sprint(own.total)}, decimals(own.precision(), own.recall(), own.f1())...)
	out := row{set: name, own: append(cells, fmt.Sprintf("%d of %d", own.inTraps, traps), fmt.Sprintf("%s %.2f", weakest, recall))}
	var texts []struct {
		Text string `json:"text"`
	}
	for _, l := range made {
		texts = append(texts, struct {
			Text string `json:"text"`
		}{l.Text})
	}
	out.input = jsonLines(texts)
	out.ask = func(p *python) (map[string]float64, error) {
		answers, err := lines[map[string][]string](p, "phones", out.input)
		if err != nil {
			return nil, err
		}
		scores := map[string]*phoneScore{}
		for i, a := range answers {
			for peer, found := range a {
				if scores[peer] == nil {
					scores[peer] = &phoneScore{family: map[string][2]int{}}
				}
				scores[peer].add(made[i], found)
			}
		}
		f1 := map[string]float64{}
		for peer, s := range scores {
			f1[peer] = s.f1()
		}
		return f1, nil
	}
	return out
}

// phonesOf returns the ten digits of the phones that a text mentions and that are linked on.
func phonesOf(text string) []string {
	const linkedOn = 0.5 // below it a mention is shown and not used
	var out []string
	for _, m := range extract.Text(text, extract.Options{Kinds: []normalize.Kind{normalize.KindPhone}}) {
		if k := m.Value.Key(); m.Confidence >= linkedOn && len(k) >= 10 {
			out = append(out, k[len(k)-10:])
		}
	}
	return out
}
