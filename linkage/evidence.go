package linkage

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/tflink/tflink/linkage/normalize"
)

// settled is the number of days between two sightings that says nothing yet: a
// number rests at least 45 days before it is given to somebody else (47 CFR
// 52.15(f)(1)(ii) lets carriers age a residential number for up to 90, and the
// FCC's reassigned numbers database for at least 45).
const settled = 45

// daysInYear turns a yearly turnover into one by days.
const daysInYear = 365.25

// weigh returns what it says for two cases to share e when gap days lie between
// their sightings, at most e's tempered weight and the less the likelier e is a hub. Where
// reasons is not nil it also appends what that is made of: the score is its
// explanation.
//
// With p the probability from prior and value, h that of a hub, and s the
// chance that the value is still in the same hands, the two cases belong
// together with probability p(1-h)s, or else as likely as any two that share a hub.
func (n *Network) weigh(e int32, gap int, reasons *[]Reason) Weight {
	v := &n.shared[e]
	k := &n.kinds[v.kind]

	whole := (n.params.Prior + v.tempered).Probability()
	floor := (n.params.Prior + min(n.params.Hub.Residual, v.tempered)).Probability()
	mixed := func(held float64) Weight {
		p := whole * held
		return min(v.tempered, logOdds(p+(1-p)*floor)-n.params.Prior)
	}
	held := 1 - v.hub.Probability()
	damped := mixed(held)
	total := damped
	if gap > settled {
		total = min(damped, mixed(held*math.Pow(1-k.Turnover, float64(gap-settled)/daysInYear)))
	}
	if reasons == nil {
		return total
	}
	add := func(text string, w Weight) {
		if w != 0 {
			*reasons = append(*reasons, Reason{Text: text, Weight: w})
		}
	}
	row := n.entities.at(v.entity)
	add(k.relation(row.level), row.base)
	add(fmt.Sprintf("it stands in %d cases", n.size(e)), v.tempered-row.base)
	add(n.hubReason(e), damped-v.tempered)
	add(span(gap)+aged, total-damped)
	return total
}

// aged says that a gap lowers what a value says; before it stands how long it is.
const aged = " between the sightings: it may have changed hands"

// hubReason returns why a value is damped, for people.
func (n *Network) hubReason(e int32) string {
	if k, ok := n.known[e]; ok {
		return k.reason()
	}
	if hub, ok := n.meant(e); ok && n.isHub(hub) {
		return fmt.Sprintf("it is likely %s, a hub of %d cases, misspelt", n.display(hub), n.size(hub))
	}
	if n.isHub(e) {
		return "it is likely a hub: its cases share little else with each other"
	}
	return "it could be a hub (a place or number that unrelated cases share)"
}

// span returns a number of days for people to read.
func span(days int) string {
	switch {
	case days < 60:
		return fmt.Sprintf("%d days", days)
	case days < 2*365:
		return fmt.Sprintf("%d months", int(math.Round(float64(days)/daysInYear*12)))
	}
	return fmt.Sprintf("%.1f years", float64(days)/daysInYear)
}

// gap returns the days between two sightings, 0 where they overlap or one is not dated.
func gap(a, b *slot) int {
	if a.first == 0 || b.first == 0 {
		return 0
	}
	return int(max(a.first-b.last, b.first-a.last, 0))
}

// eachCommon calls yield for every value that cases a and b share, facets included, with
// the slot of each: of a and b, or of b and a.
func (n *Network) eachCommon(a, b int32, yield func(x, y *slot)) {
	xs, ys := n.slotsOf(a), n.slotsOf(b)
	if len(xs) > len(ys) {
		xs, ys = ys, xs
	}
	i, j := 0, 0
	for i < len(xs) && j < len(ys) {
		switch x, y := &xs[i], &ys[j]; {
		case x.entity < y.entity:
			i++
		case x.entity > y.entity:
			j++
		default:
			yield(x, y)
			i++
			j++
		}
	}
}

// common is one shared value of a pair.
type common struct {
	entity  int32
	gap     int
	dated   bool   // both sightings are
	weight  Weight // what it says in this pair: alone, and adjust
	adjust  Weight // what the pair adds to what sharing the value says
	because because
	with    int32        // the value that the reason names
	judged  *judgedValue // that the reason names
}

// because is why a shared value says less in one pair than elsewhere.
type because uint8

const (
	becauseNothing because = iota
	becauseFace            // it is another face of what a weightier value stands for
	becauseMakes           // one plate, two makes of car
	becauseBorn            // one name, two dates of birth
	becauseFirms           // one address, firms of different names
	becauseUnits           // one building, two units
	becauseJudged          // a person decided
	becauseWeek            // both were at one hub within a week
)

// pair returns what speaks for cases a and b belonging together, and what
// against, the weightiest first, and the sum with the prior.
func (n *Network) pair(a, b int32, buf []common) ([]common, Weight) {
	buf = buf[:0]
	n.eachCommon(a, b, func(x, y *slot) {
		c := common{entity: x.entity, gap: gap(x, y), dated: x.first != 0 && y.first != 0}
		c.weight = n.weigh(x.entity, c.gap, nil)
		n.against(x, y, &c)
		buf = append(buf, c)
	})
	buf = n.dropImplied(buf)
	n.countWeek(buf)
	slices.SortFunc(buf, func(x, y common) int {
		return cmp.Or(cmp.Compare(y.weight, x.weight), cmp.Compare(x.entity, y.entity))
	})
	total := n.params.Prior
	for i := range buf {
		if len(n.faces) > 0 {
			n.countOnce(buf[:i], &buf[i])
		}
		total += buf[i].weight
	}
	return buf, total
}

// against adjusts what a shared value says by what the two cases say about it
// that does not go together.
func (n *Network) against(x, y *slot, c *common) {
	if j := n.judgedBetween(c.entity, x.kase, y.kase); j != nil {
		c.because, c.judged, c.adjust = becauseJudged, j, -c.weight
		if j.Verdict == Same {
			c.adjust += n.shared[c.entity].tempered
		}
		c.weight += c.adjust
		return
	}
	v := &n.shared[c.entity]
	kind := n.kinds[v.kind].Kind
	switch {
	case kind == normalize.KindAddress && v.level == levelBuilding && (x.told|y.told)&toldBare == 0:
		c.because, c.adjust = becauseUnits, n.params.TwoUnits
	case kind == normalize.KindAddress && n.firms[x.kase] && n.firms[y.kase] && n.firmsDiffer(x.kase, y.kase):
		c.because, c.adjust = becauseFirms, n.params.TwoFirms
	case x.make != 0 && y.make != 0 && x.make != y.make:
		c.because, c.adjust = becauseMakes, n.params.TwoMakes
	case kind == normalize.KindPerson && (x.told|y.told)&toldBare == 0:
		// Both tell a date of birth, and if it were the same the whole value would be shared.
		c.because, c.adjust = becauseBorn, n.params.TwoBirths-c.weight
	}
	c.weight += c.adjust
}

// week is how many days two sightings at a hub are apart at most that may be of one stay.
const week = 7

// countWeek adds to the weightiest hub at which both cases were within a week. They must share something that is
// no hub too: two hubs of one place are one fact. A stay is one fact as well, and counts once.
func (n *Network) countWeek(all []common) {
	if !slices.ContainsFunc(all, func(c common) bool { return !n.isHub(c.entity) && c.weight > 0 }) {
		return
	}
	var hub *common
	for i := range all {
		c := &all[i]
		if c.because == becauseNothing && c.dated && c.gap <= week && n.isHub(c.entity) && (hub == nil || c.weight > hub.weight) {
			hub = c
		}
	}
	if hub != nil {
		hub.because, hub.adjust = becauseWeek, n.weekAtHub(hub.entity)
		hub.weight += hub.adjust
	}
}

// weekAtHub returns what it adds to sharing hub e that two cases were there within a week.
func (n *Network) weekAtHub(e int32) Weight {
	v := &n.shared[e]
	return max(0, min(n.params.Hub.Week, v.tempered-v.weight))
}

// sameWeek returns the hub at which both cases of a pair were within a week, where that counts; -1 if there is none.
func sameWeek(shared []common) int32 {
	for i := range shared {
		if shared[i].because == becauseWeek {
			return shared[i].entity
		}
	}
	return -1
}

// countOnce takes the weight from a value that is another face of a weightier one.
func (n *Network) countOnce(weightier []common, c *common) {
	faces := n.faces[c.entity]
	for i := range weightier {
		if c.weight > 0 && weightier[i].because != becauseFace && slices.Contains(faces, weightier[i].entity) {
			c.because, c.with = becauseFace, weightier[i].entity
			c.adjust -= c.weight
			c.weight = 0
			return
		}
	}
}

// reason returns why the value says less in this pair, for people.
func (n *Network) reason(c *common) string {
	switch c.because {
	case becauseFace:
		return fmt.Sprintf("it comes along with %s: both may stand for one place, which counts once", n.display(c.with))
	case becauseMakes:
		return "against: the two cases name two makes of vehicle"
	case becauseBorn:
		return "against: one name, but two dates of birth"
	case becauseFirms:
		return "against: the two cases name different businesses there"
	case becauseUnits:
		return "against: two units of one building"
	case becauseJudged:
		return judgedReason(c.judged)
	case becauseWeek:
		return "both were there within a week"
	}
	return ""
}

// dropImplied leaves out the facets that another shared value implies: who
// shares a flat shares the building.
func (n *Network) dropImplied(all []common) []common {
	kept := all[:0]
	for i := range all {
		implied := false
		for j := range all {
			implied = implied || n.implies(all[j].entity, all[i].entity)
		}
		if !implied {
			kept = append(kept, all[i])
		}
	}
	return kept
}

// implies reports whether who shares value a shares value b because of it.
func (n *Network) implies(a, b int32) bool {
	if len(n.implied) == 0 {
		return false
	}
	_, found := slices.BinarySearchFunc(n.implied, entityPair{a, b}, entityPair.compare)
	return found
}
