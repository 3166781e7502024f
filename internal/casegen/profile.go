package casegen

import (
	"fmt"
	"math/rand/v2"
	"sort"
	"strings"
)

// Params are the knobs of a profile. Shares and chances are in [0, 1].
type Params struct {
	RingShare        float64 // share of the cases that belong to a ring
	RingMin, RingMax int     // cases a ring; sizes are drawn evenly in their logarithm
	RingCounties     int     // at most so many neighbouring counties a ring
	Linger           float64 // how many times as long as others a ring is at work; 0 is once
	Overlap          float64 // how far a phone's or car's window reaches into the next one's
	CasesPerPhone    float64 // cases that a ring's phone lives through before it is changed
	CasesPerCar      float64
	OtherKinds       float64    // chance of a ring to have a firm, an address, an e-mail, a handle (each)
	Carry            [3]float64 // chances of 1, 2, 3 of the ring's current things in a case

	HubShare       float64   // share of the cases that are at a hub and in no ring
	HubMin, HubMax int       // cases a hub, ring cases not counted
	HubKinds       []hubKind // drawn from evenly; one that stands twice is twice as frequent
	RingUsesHub    float64   // chance of a ring's case to carry a hub's values too
	HubCarry       float64   // chance of each further value of a hub to stand in a case at it
	HubOwn         float64   // chance of a case at a hub to have something of its own (noise)
	SecondHub      float64   // chance of a case at a hub to be at another as well

	NoiseCarry [3]float64 // chances of 1, 2, 3 values in a case of noise
	Collisions float64    // chance of a case of noise to have a value of an unrelated case: a reassigned number, a slip, a lie
	Typos      float64    // chance of each value to be misspelt
	InText     float64    // chance of each phone and plate to stand only in the narrative
	Suspects   float64    // chance of a case to name a suspect
	Years      int
	Styles     []int // which of the file styles the counties use
}

var allStyles = []int{0, 1, 2, 3, 4, 5, 6, 7}

// Profiles holds the parameters of each profile by name. How hard a profile is
// for exact keys is measured by [Corpus.Floor] and held by a test.
var Profiles = map[string]Params{
	"counties": {
		RingShare: .4, RingMin: 2, RingMax: 12, RingCounties: 5, Overlap: 1.2, CasesPerPhone: 10, CasesPerCar: 12,
		OtherKinds: .35, Carry: [3]float64{.1, .5, .4},
		HubShare: .12, HubMin: 20, HubMax: 150, HubKinds: allHubs, RingUsesHub: .02, HubCarry: .6, HubOwn: .8,
		NoiseCarry: [3]float64{.4, .4, .2}, Suspects: .5, Years: 2, Styles: []int{0, 1, 2, 3},
	},
	"collisions": {
		RingShare: .4, RingMin: 2, RingMax: 12, RingCounties: 5, Overlap: 1.2, CasesPerPhone: 10, CasesPerCar: 12,
		OtherKinds: .35, Carry: [3]float64{.1, .5, .4},
		HubShare: .12, HubMin: 20, HubMax: 150, HubKinds: allHubs, RingUsesHub: .02, HubCarry: .6, HubOwn: .8,
		NoiseCarry: [3]float64{.4, .4, .2}, Collisions: .05, Suspects: .5, Years: 2, Styles: []int{0, 1, 2, 3},
	},
	"mixed": {
		RingShare: .4, RingMin: 2, RingMax: 12, RingCounties: 5, Overlap: 1.2, CasesPerPhone: 10, CasesPerCar: 12,
		OtherKinds: .35, Carry: [3]float64{.1, .5, .4},
		HubShare: .12, HubMin: 20, HubMax: 150, HubKinds: allHubs, RingUsesHub: .02, HubCarry: .6, HubOwn: .8,
		NoiseCarry: [3]float64{.4, .4, .2}, Typos: .02, InText: .2, Suspects: .6, Years: 2, Styles: allStyles,
	},
	"bighubs": {
		RingShare: .4, RingMin: 2, RingMax: 12, RingCounties: 4, Overlap: 1.2, CasesPerPhone: 10, CasesPerCar: 12,
		OtherKinds: .2, Carry: [3]float64{.1, .5, .4},
		HubShare: .2, HubMin: 94, HubMax: 130, HubKinds: []hubKind{motel, hotline}, RingUsesHub: .005, HubCarry: .95,
		HubOwn: .8, NoiseCarry: [3]float64{.5, .4, .1}, Suspects: .5, Years: 2, Styles: []int{0, 1, 2, 3},
	},
	"rings-and-hubs": {
		RingShare: .5, RingMin: 2, RingMax: 80, RingCounties: 5, Overlap: 1, CasesPerPhone: 14, CasesPerCar: 18,
		OtherKinds: .6, Carry: [3]float64{.1, .35, .55},
		HubShare: .35, HubMin: 8, HubMax: 200, HubKinds: allHubs, RingUsesHub: .02, HubCarry: .5, HubOwn: .7,
		SecondHub: .01, NoiseCarry: [3]float64{.4, .4, .2}, Typos: .03, InText: .4, Suspects: .6, Years: 3,
		Styles: []int{0, 1, 2, 3},
	},
	"roving": { // small rings that go far and last for years, of which a gap and a distance say nothing
		RingShare: .4, RingMin: 2, RingMax: 8, RingCounties: 40, Linger: 6, Overlap: 1.2, CasesPerPhone: 10, CasesPerCar: 12,
		OtherKinds: .35, Carry: [3]float64{.2, .5, .3},
		HubShare: .12, HubMin: 20, HubMax: 150, HubKinds: allHubs, RingUsesHub: .02, HubCarry: .6, HubOwn: .8,
		NoiseCarry: [3]float64{.4, .4, .2}, Collisions: .02, Suspects: .5, Years: 3, Styles: []int{0, 1, 2, 3},
	},
	"smallhubs": {
		RingShare: .45, RingMin: 2, RingMax: 30, RingCounties: 4, Overlap: .6, CasesPerPhone: 12, CasesPerCar: 16,
		OtherKinds: .2, Carry: [3]float64{.2, .5, .3},
		HubShare: .3, HubMin: 4, HubMax: 24, HubKinds: []hubKind{motel, hotline, taxi}, RingUsesHub: .03, HubCarry: .5,
		HubOwn: .7, NoiseCarry: [3]float64{.4, .4, .2}, Suspects: .5, Years: 2, Styles: []int{0, 1, 2, 3},
	},
}

// ProfileNames lists the profiles, sorted, without the one for [WriteScale].
func ProfileNames() []string {
	var names []string
	for name := range Profiles {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

func paramsOf(o Options) (Params, error) {
	p, ok := Profiles[o.Profile]
	if !ok {
		return p, fmt.Errorf("casegen: no profile %q; there are %s", o.Profile, strings.Join(ProfileNames(), ", "))
	}
	if o.Vary {
		p.vary(newRand(o.Seed, 99))
	}
	return p, nil
}

// variation is how far Vary moves a parameter, as a share of its value: wide
// enough for another world, narrow enough to stay one of its sort.
const variation = 0.4

// nearby is the most counties of a ring that stays near its home; what goes farther is meant to.
const nearby = 6

func (p *Params) vary(r *rand.Rand) {
	scale := func() float64 { return 1 - variation + 2*variation*r.Float64() }
	for _, f := range []*float64{&p.RingShare, &p.Overlap, &p.OtherKinds, &p.HubShare, &p.RingUsesHub, &p.HubCarry,
		&p.HubOwn, &p.SecondHub, &p.Typos, &p.InText, &p.Suspects} {
		*f = min(*f*scale(), .95)
	}
	if p.Collisions > 0 { // else nothing is drawn, and the worlds without collisions stay what they were
		p.Collisions = min(p.Collisions*scale(), .95)
	}
	p.CasesPerPhone = max(3, p.CasesPerPhone*scale())
	p.CasesPerCar = max(3, p.CasesPerCar*scale())
	if near := 2 + r.IntN(5); p.RingCounties <= nearby {
		p.RingCounties = near
	}
	p.Carry = mix(r)
	p.NoiseCarry = mix(r)
	p.RingShare = min(p.RingShare, .65)
	p.HubShare = min(p.HubShare, .9-p.RingShare)
}

// mix draws three chances that sum to 1.
func mix(r *rand.Rand) [3]float64 {
	a, b, c := .1+r.Float64(), .1+r.Float64(), .1+r.Float64()
	sum := a + b + c
	return [3]float64{a / sum, b / sum, c / sum}
}
