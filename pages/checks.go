package pages

import (
	"fmt"

	"github.com/tflink/tflink/internal/phrase"
)

// checksShown is how many checks are proposed: what one person can follow up.
const checksShown = 8

// next says what to check, the most telling first.
func (f *finding) next(o Options) []Block {
	checks := f.checks(o)
	if len(checks) == 0 {
		return nil
	}
	return []Block{Prose("Each of these would make the finding surer, or take it back. The first tells most for the effort; the others begin with what costs most if it is wrong."), List(checks)}
}

// checks returns what to check: what tells most for the effort, the facts that the cluster hangs on, its weakest
// link, and what is in doubt.
func (f *finding) checks(o Options) []string {
	var out []string
	if c := f.k.Next; c != nil {
		check := fmt.Sprintf("%s: %s. It is coincidence with a chance of %s", capital(phrase.Entity(c.Entity)), c.How, phrase.Probability(c.Doubt))
		if c.Cases > 0 {
			check += "; without it " + lost(c.Cases, len(f.k.Cases))
		} else {
			check += "."
		}
		out = append(out, check)
	}
	for i := range f.k.Fragile[:min(3, len(f.k.Fragile))] {
		x := &f.k.Fragile[i]
		for j := range f.values {
			if v := &f.values[j]; v.Entity == x.Entity {
				out = append(out, fmt.Sprintf("Is %s the same, and in the same hands, in %s? %s", phrase.Entity(x.Entity), namesOf(v.cases),
					capital("without it "+lost(x.Cases, len(f.k.Cases)))))
			}
		}
	}
	if check := f.weakestCheck(o); check != "" {
		out = append(out, check)
	}
	for i := range f.values {
		if v := &f.values[i]; v.doubt != "" && len(v.cases) > 1 {
			out = append(out, fmt.Sprintf("Make out %s in %s: %s.", phrase.Entity(v.Entity), namesOf(v.cases), v.doubt))
		}
	}
	return out[:min(checksShown, len(out))]
}

// weakestCheck says to read the two cases of the weakest link.
func (f *finding) weakestCheck(o Options) string {
	if l := f.weakest(); l != nil {
		check := fmt.Sprintf("The weakest link that it needs is %s and %s (%s): read both.", l.A, l.B, bits(l.Weight))
		if o.Explain != nil {
			check += " " + o.Explain(l.A, l.B)
		}
		return check
	}
	return ""
}

func lost(cases, all int) string {
	if cases >= all-1 {
		return "nothing is left of the cluster."
	}
	return phrase.Plural(cases, "case") + " would fall away."
}
