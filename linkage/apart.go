package linkage

import (
	"fmt"
	"math"
	"slices"

	"github.com/tflink/tflink/linkage/normalize"
)

// apart says why two cases are not in one cluster.
func (n *Network) apart(a, b int32, l *Link) []string {
	if l.Judgement != nil && l.Judgement.Verdict == Different {
		return []string{"a person judged them different"}
	}
	why := n.unlinkedBoth(a, b)
	if len(l.Evidence) == 0 {
		if len(why) > 0 {
			return append(why, "they share nothing else, and no chain of linked cases leads from one to the other")
		}
		return []string{"they share no value, and no chain of linked cases leads from one to the other"}
	}
	for i := range l.Evidence {
		e := &l.Evidence[i]
		for _, j := range e.Judgements {
			if j.Verdict == Different {
				why = append(why, fmt.Sprintf("a person judged %s different", j.About()))
			}
		}
		if e.Hub > 0 {
			why = append(why, n.damped(e))
		}
	}
	needed := logOdds(n.params.Threshold)
	return append(why, fmt.Sprintf("what they share weighs %+.1f bits; from a prior of %+.1f it takes %.1f to reach a probability of %.2f",
		(l.Weight-l.Prior).Bits(), l.Prior.Bits(), (needed-l.Prior).Bits(), n.params.Threshold))
}

// damped says why a hub's value links nothing by itself.
func (n *Network) damped(e *Evidence) string {
	row := entityKey{n.kindIndex(e.Entity.Kind), levelOf(e.Entity.Facet), e.Entity.Key}
	if at, ok := n.sharedAt(&row); ok {
		if k, listed := n.known[at]; listed {
			return fmt.Sprintf("%s %s links only together with a second fact: %s", e.Entity.Kind, e.Entity.Display, k.reason())
		}
	}
	return fmt.Sprintf("%s %s is damped as a hub (%.0f %%): it stands in %d cases that share little else",
		e.Entity.Kind, e.Entity.Display, math.Floor(100*e.Hub.Probability()), e.Cases)
}

// unlinkedBoth names the values that both cases mention and that are shown but not linked on, and why that is.
func (n *Network) unlinkedBoth(a, b int32) []string {
	here, there := n.wholeValues(a), n.wholeValues(b)
	var why []string
	for entity, m := range here {
		other, both := there[entity]
		if !both {
			continue
		}
		if m.linkable() {
			m = other
		}
		if !m.linkable() {
			why = append(why, fmt.Sprintf("both mention %s %s, which links nothing: %s", n.kinds[n.entities.kind(entity)].Noun, n.displayOf(entity), n.unlinkedReason(m)))
		}
	}
	slices.Sort(why)
	return why
}

// wholeValues returns a mention of each whole value of case c, one that links where there is one.
func (n *Network) wholeValues(c int32) map[int32]*mentionRow {
	out := map[int32]*mentionRow{}
	own := n.mentionsOf(c)
	for i := range own {
		m := &own[i]
		if m.entity < 0 || m.flags&flagFacet != 0 {
			continue
		}
		if have := out[m.entity]; have == nil || !have.linkable() {
			out[m.entity] = m
		}
	}
	return out
}

// linkable reports whether a mention may link its case.
func (m *mentionRow) linkable() bool { return m.flags&(flagUnsure|flagUnlinked) == 0 && m.entity >= 0 }

// unlinkedReason says why a mention is not linked on, in words.
func (n *Network) unlinkedReason(m *mentionRow) string {
	if m.flags&flagUnlinked == 0 {
		return "it was not read with certainty"
	}
	row := n.entities.key(m.entity)
	switch n.kinds[row.kind].Kind {
	case normalize.KindPhone:
		if line := hotlines[row.key]; line != "" {
			return "it is a national line (" + line + ") that unrelated cases mention"
		}
	case normalize.KindPlate:
		return "it is half a plate, or one that is typed where a form wants any"
	case normalize.KindAddress:
		return "it is a town or a road, and no one place"
	case normalize.KindURL:
		return "it is a whole site, and nobody's page"
	case normalize.KindPerson:
		if m.role != RoleProfessional {
			return "it is what people are called whose name is not known"
		}
	}
	return "it is of somebody who works on such cases"
}
