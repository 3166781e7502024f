package linkage

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// Parameters are the numbers that the linker weighs with. They are data: a
// change of any of them is a new version, and nothing re-estimates them from
// the cases at hand, so that unrelated cases change no weight.
type Parameters struct {
	// Version names the table in every output that depends on it.
	Version string
	// Prior is the log2 odds that two cases drawn at random from a region
	// belong together before anything is known of them. It is not derived
	// from the number of cases at hand: see docs/decisions/0003-weights.md.
	Prior Weight
	// Threshold is the least probability at which a link is kept.
	Threshold float64
	// TwoMakes is what it says against a link that one plate or VIN is on two
	// makes of vehicle: a plate was moved, or one of the two was misread.
	TwoMakes Weight
	// TwoBirths is what one name with two dates of birth says: two people.
	TwoBirths Weight
	// TwoFirms is what it says against a shared address that the two cases name
	// different businesses: an office tower, a mall, or a front that changed its name.
	TwoFirms Weight
	// TwoUnits is what two units say against a shared building.
	TwoUnits Weight
	// Kinds has the parameters of each kind; a kind that is not in it takes those of "".
	Kinds map[Kind]KindParameters
	// Hub has what tells a hub from a ring's own value.
	Hub HubParameters
	// Lone has how far a pair of cases that has one fact in common, and nothing with any other case, can be believed.
	Lone LoneParameters
	// TradeWords says how rare words are in the names of firms, in bits: a word of b bits stands in
	// one name in 2^b. It makes words commoner than the shipped table has them, never rarer.
	TradeWords map[string]float64
}

// KindParameters are the numbers of one kind of entity.
type KindParameters struct {
	// M is the m probability: the chance that two cases that belong together
	// and both mention this kind share the value.
	M float64
	// U is the u probability where the value itself does not tell: the chance that two
	// unrelated cases that both mention this kind share the value.
	U float64
	// LeastU is the least u of any value of the kind, however rare it looks: how
	// often unrelated cases were seen to share one. 0 where nothing was learned.
	LeastU float64
	// Most limits what one shared value may weigh before hubs and gaps.
	Most Weight
	// Turnover is the share of such values that change hands within a year:
	// phone numbers are reassigned, plates move, tenants change.
	Turnover float64
	// HubAtTwo is the log2 odds that a value seen in two cases is a hub,
	// and HubDoubling what each doubling of the cases adds.
	HubAtTwo, HubDoubling Weight
}

// HubParameters say how the company a value keeps tells a hub from a ring's
// own value. Each is the log2 likelihood ratio, hub against ring, that one of the value's
// cases adds; see [Hub].
type HubParameters struct {
	// Inside: the case shares another value, one that is no hub, with another case of this value.
	Inside Weight
	// Outside: it shares other values, but only with cases that do not have this one.
	Outside Weight
	// Alone: it has other values and shares none of them.
	Alone Weight
	// Passes is how often the hubs are inferred from each other.
	Passes int
	// Residual is what a certain hub still says for a link: two cases in one motel are a
	// little likelier to belong together than two drawn at random.
	Residual Weight
	// Week is what it adds to that when two cases were at the hub within seven days: a ring
	// stays for days, and strangers come all the year.
	Week Weight
	// Few is what each halving of the cases below FewCases takes away: a hub of
	// three cases is rare, and damping a ring's value costs more than keeping a small hub.
	Few      Weight
	FewCases int
	// Public is what it adds that a value names a motel, a taxi or another place
	// or service that unrelated people use.
	Public Weight
	// Face is the share of the cases with either value that must have both, and
	// FaceCases how many they must be, for one to count as another face of the same
	// thing (a motel's phone beside its address) that corroborates nothing.
	Face      float64
	FaceCases int
	// FaceHub is what a face that is certainly a hub adds: who rides along with a
	// motel's address is the motel's too. A face that may as well be none adds nothing.
	FaceHub Weight
	// Misspelt is what it adds that a value is one keystroke from a certain hub of many
	// more cases: it is the hub, misspelt alike in several cases, or another line of it.
	Misspelt Weight
	// SpreadDays is the width, in days, of the middle half of a value's
	// sightings that speaks neither way; each doubling of it adds
	// SpreadDoubling, and no width more than SpreadMost.
	SpreadDays                 float64
	SpreadDoubling, SpreadMost Weight
	// County is what each county beyond the first CountiesFree adds, and CountyMost the most that they add.
	County, CountyMost Weight
	CountiesFree       int
}

// LoneParameters say how likely a lone pair belongs together: two cases that share one
// fact which no third has, and are linked with no other. They set the probability that is shown and decide about no
// link; see docs/decisions/0013-lone-pairs.md.
type LoneParameters struct {
	// Prior is the log2 odds that a lone pair belongs together, rather than sharing the fact by a slip, a
	// number that was given to somebody else, or a lie.
	Prior Weight
	// Roving is the share of those that belong together of which neither time nor counties tell anything: rings
	// that go far and last for years. However late and far a pair is, the two take no more than
	// log2(Roving) bits from it.
	Roving float64
	// RingDays is the mean gap between two sightings of a ring's value, and ChanceDays that of a
	// coincidence; both are taken to be exponential.
	RingDays, ChanceDays float64
	// County is what it says that the cases are of one county, of counties next to each other, of
	// counties with one between them, and farther apart.
	County [nearnesses]Weight
	// SameOffense and OtherOffense are what one offense says, and two.
	SameOffense, OtherOffense Weight
	// Differ is what it says, once, that there is a further kind that both cases have something of, but not the same.
	Differ Weight
}

// Validate reports all faults at once.
func (p LoneParameters) Validate() error {
	var faults []error
	if p.Roving <= 0 || p.Roving >= 1 {
		faults = append(faults, errors.New("parameters: lone pairs: roving must be a share between 0 and 1, or a late pair is impossible"))
	}
	if !(p.RingDays > 0) || !(p.ChanceDays >= p.RingDays) {
		faults = append(faults, errors.New("parameters: lone pairs: ring days must be above 0, and chance days no less"))
	}
	return errors.Join(faults...)
}

// DefaultParameters returns the table that ships.
func DefaultParameters() *Parameters {
	return &Parameters{
		Version:   "2026.4",
		Prior:     -13 * Bit, // one pair in 8,192: a ring of five among some thirty thousand cases
		Threshold: 0.5,
		TwoMakes:  -4 * Bit, // witnesses take one make for another about once in sixteen
		TwoFirms:  -4 * Bit, // malls and towers beside fronts that change their name
		TwoUnits:  -6 * Bit, // neighbours, unless something else says otherwise
		TwoBirths: -3 * Bit, // dates of birth are given wrongly, but seldom
		Kinds: map[Kind]KindParameters{
			// Two cases of one ring share a given kind of value about half of
			// the time: rings change phones and cars. The u of phones,
			// plates, names and businesses comes from the value.
			normalize.KindPhone:    {M: 0.5, U: 1e-7, Most: 24 * Bit, Turnover: 0.07, HubAtTwo: -6 * Bit, HubDoubling: 3 * Bit / 2},
			normalize.KindPlate:    {M: 0.5, U: 1e-7, Most: 24 * Bit, Turnover: 0.15, HubAtTwo: -6 * Bit, HubDoubling: 3 * Bit / 2},
			normalize.KindVIN:      {M: 0.5, U: 1e-8, Most: 26 * Bit, Turnover: 0.10, HubAtTwo: -7 * Bit, HubDoubling: 3 * Bit / 2},
			normalize.KindEmail:    {M: 0.5, U: 1e-8, Most: 26 * Bit, Turnover: 0.01, HubAtTwo: -6 * Bit, HubDoubling: 3 * Bit / 2},
			normalize.KindHandle:   {M: 0.5, U: 1e-7, Most: 24 * Bit, Turnover: 0.05, HubAtTwo: -6 * Bit, HubDoubling: 3 * Bit / 2},
			normalize.KindURL:      {M: 0.5, U: 1e-6, Most: 20 * Bit, Turnover: 0.05, HubAtTwo: -5 * Bit, HubDoubling: 3 * Bit / 2},
			normalize.KindAddress:  {M: 0.4, U: 1e-6, Most: 20 * Bit, Turnover: 0.10, HubAtTwo: -6 * Bit, HubDoubling: 2 * Bit},
			normalize.KindBusiness: {M: 0.4, U: 1e-5, Most: 22 * Bit, Turnover: 0.03, HubAtTwo: -5 * Bit, HubDoubling: 3 * Bit / 2},
			normalize.KindPerson:   {M: 0.4, U: 1e-5, Most: 22 * Bit, Turnover: 0, HubAtTwo: -6 * Bit, HubDoubling: 3 * Bit / 2},
			"":                     {M: 0.5, U: 1e-6, Most: 20 * Bit, Turnover: 0.05, HubAtTwo: -5 * Bit, HubDoubling: 3 * Bit / 2},
		},
		// Found by search over generated corpora of seven sorts, and checked on
		// others: docs/decisions/0004-hubs.md has the search and its figures.
		Hub: HubParameters{
			Inside:         -5 * Bit / 2,
			Outside:        2 * Bit,
			Alone:          Bit / 4,
			Passes:         5,
			Residual:       2 * Bit,
			Week:           3 * Bit, // one pair of strangers in forty is within a week of each other, of one stay about one in five
			Few:            2 * Bit,
			FewCases:       8,
			Public:         5 * Bit,
			Face:           0.25,
			FaceCases:      3,
			FaceHub:        2 * Bit,
			Misspelt:       18 * Bit,
			SpreadDays:     290,
			SpreadDoubling: 3 * Bit,
			SpreadMost:     5 * Bit,
			County:         Bit,
			CountyMost:     5 * Bit,
			CountiesFree:   6,
		},
		// Wide on purpose: docs/decisions/0013-lone-pairs.md has what they reach where chance is frequent,
		// where it is rare, and where rings rove.
		Lone: LoneParameters{
			Prior:        Bit,
			Roving:       0.15,
			RingDays:     120, // rings change phones and cars within months
			ChanceDays:   300, // two days drawn at random from two and a half years
			County:       [nearnesses]Weight{3 * Bit, 2 * Bit, 0, -11 * Bit / 4},
			SameOffense:  Bit,
			OtherOffense: -3 * Bit,
			Differ:       -2 * Bit,
		},
	}
}

// Validate reports all faults at once.
func (p *Parameters) Validate() error {
	var faults []error
	bad := func(format string, args ...any) { faults = append(faults, fmt.Errorf(format, args...)) }
	if p.Prior >= 0 {
		bad("parameters: prior must be negative: two cases drawn at random hardly ever belong together")
	}
	if p.Threshold <= 0 || p.Threshold >= 1 {
		bad("parameters: threshold must lie between 0 and 1")
	}
	if p.Hub.Passes < 1 {
		bad("parameters: hub passes must be 1 or more")
	}
	if _, ok := p.Kinds[""]; !ok {
		bad("parameters: no kind \"\" to stand for the others")
	}
	if p.Hub.SpreadDays <= 0 {
		bad("parameters: hub spread days must be above 0")
	}
	if err := p.Lone.Validate(); err != nil {
		faults = append(faults, err)
	}
	if p.Hub.FewCases < 1 {
		bad("parameters: hub few cases must be 1 or more")
	}
	for _, k := range slices.Sorted(maps.Keys(p.Kinds)) {
		kp := p.Kinds[k]
		if err := kp.Validate(); err != nil {
			bad("parameters: kind %q: %w", k, err)
		}
	}
	return errors.Join(faults...)
}

// Validate reports all faults at once.
func (p KindParameters) Validate() error {
	var faults []string
	if p.M <= 0 || p.M > 1 || p.U <= 0 || p.U > 1 || p.U >= p.M {
		faults = append(faults, "m and u must be probabilities with u < m")
	}
	if p.LeastU < 0 || p.LeastU >= p.M {
		faults = append(faults, "least u must be a probability below m")
	}
	if p.Most <= 0 {
		faults = append(faults, "most must be above 0, or no value of the kind says anything")
	}
	if p.Turnover < 0 || p.Turnover >= 1 {
		faults = append(faults, "turnover must be a share of a year, 0 to below 1")
	}
	if faults == nil {
		return nil
	}
	return errors.New(strings.Join(faults, "; "))
}

// kind returns the parameters of a kind.
func (p *Parameters) kind(k Kind) KindParameters {
	if kp, ok := p.Kinds[k]; ok {
		return kp
	}
	return p.Kinds[""]
}
