package linkage_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/tflink/tflink/internal/casegen"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// openBase returns the base of some cases, and what a full link of them has together.
func openBase(t testing.TB, o linkage.Options, cases []linkage.Case) (*linkage.Base, *linkage.Assignment) {
	t.Helper()
	l, err := linkage.New(o)
	if err != nil {
		t.Fatal(err)
	}
	for i := range cases {
		if err := l.Add(cases[i]); err != nil {
			t.Fatal(err)
		}
	}
	n := result(t, l)
	var stored bytes.Buffer
	if err := errors.Join(l.WriteSnapshot(&stored), l.WriteLinked(&stored, n)); err != nil {
		t.Fatal(err)
	}
	b, err := linkage.OpenBase(stored.Bytes(), o)
	if err != nil {
		t.Fatal(err)
	}
	return b, n.Assignment()
}

// linkMore links more cases with those of a base.
func linkMore(t testing.TB, b *linkage.Base, more []linkage.Case) (*linkage.Update, error) {
	t.Helper()
	l, err := b.NewLinker()
	if err != nil {
		t.Fatal(err)
	}
	for i := range more {
		if err := l.Add(more[i]); err != nil {
			t.Fatal(err)
		}
	}
	return b.Link(context.Background(), l)
}

// sameUpdate fails the test where an update does not say what a full link of all cases says.
func sameUpdate(t testing.TB, where string, u *linkage.Update, full *linkage.Network, before *linkage.Assignment) {
	t.Helper()
	if !reflect.DeepEqual(u.Assignment(), full.Assignment()) {
		t.Errorf("%s: other cases are together", where)
	}
	for _, k := range u.Network().Clusters(1) {
		want, ok := full.Cluster(k.ID)
		if got := fmt.Sprintf("%+v", k); !ok || got != fmt.Sprintf("%+v", want) {
			t.Fatalf("%s: near the new cases\ngot  %s\nwant %+v", where, got, want)
		}
		got, is := u.Network().FragilePair(k)
		if pair, was := full.FragilePair(want); is != was || !reflect.DeepEqual(got, pair) {
			t.Fatalf("%s: %s hangs on %v, want %v", where, k.ID, got, pair)
		}
	}
	u.Network().EachEntity(func(e linkage.Entity) bool {
		if want, _ := full.Entity(e.Kind, e.Key); e.Weight != want.Weight || e.Hub != want.Hub || e.Weight != 0 && e.NumCases != want.NumCases || e.Display != want.Display {
			t.Fatalf("%s: %s %s weighs %v, and is a hub by %v, of %d cases; want %v, %v and %d", where, e.Kind, e.Key, e.Weight, e.Hub, e.NumCases, want.Weight, want.Hub, want.NumCases)
		}
		return true
	})
	got, err := u.Since(before)
	if err != nil {
		t.Fatalf("%s: %v", where, err)
	}
	sameDump(t, where, fmt.Sprintf("%+v", full.Since(before)), fmt.Sprintf("%+v", got))
}

// Whatever cases come to whatever others: linking their neighbourhood gives what linking all cases does.
func TestBaseLinksAsAFullLinkDoes(t *testing.T) {
	worlds := []casegen.Options{
		{Profile: "bighubs", Cases: 3000, Seed: 21},
		{Profile: "mixed", Cases: 2000, Seed: 22},
		{Profile: "collisions", Cases: 900, Seed: 24},
		{Profile: "rings-and-hubs", Cases: 900, Seed: 23, Vary: true},
	}
	rounds := 12
	if testing.Short() {
		rounds = 3
	}
	far := 0
	for _, o := range worlds {
		for round := range rounds {
			r := rand.New(rand.NewPCG(o.Seed, uint64(round)))
			_, cases := generate(t, o)
			r.Shuffle(len(cases), func(i, j int) { cases[i], cases[j] = cases[j], cases[i] })
			count := []int{1, 2, 5, 20, 60}[r.IntN(5)]
			more := slices.Clone(cases[:count])
			rest := cases[count:]
			h := newHostile(r, cases)
			for range r.IntN(40) {
				rest = append(rest, h.kase())
			}
			for range r.IntN(8) {
				more = append(more, h.kase())
			}
			options := linkage.Options{NoTrace: true, Judgements: someJudgements(r, cases), Known: someKnown(r, cases)}
			base, before := openBase(t, options, rest)
			u, err := linkMore(t, base, more)
			if errors.Is(err, linkage.ErrOutOfReach) {
				far++ // somebody came of age
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			full := link(t, options, append(slices.Clone(rest), more...)...)
			sameUpdate(t, fmt.Sprintf("%+v, round %d", o, round), u, full, before)
		}
	}
	if far > len(worlds)*rounds/4 {
		t.Errorf("%d of %d updates were out of reach", far, len(worlds)*rounds)
	}
}

// hostile makes cases that repeat, spoil or hide what other cases say.
type hostile struct {
	r       *rand.Rand
	cases   []linkage.Case
	popular []linkage.Mention // of values of six cases or more
	plates  []linkage.Mention
}

func newHostile(r *rand.Rand, cases []linkage.Case) *hostile {
	h := &hostile{r: r, cases: cases}
	count := map[string]int{}
	for i := range cases {
		for _, m := range cases[i].Mentions {
			if m.Kind == normalize.KindPlate {
				h.plates = append(h.plates, m)
			}
			if k := string(m.Kind) + m.Raw; m.Kind != normalize.KindPerson {
				if count[k]++; count[k] == 6 {
					h.popular = append(h.popular, m)
				}
			}
		}
	}
	return h
}

func (h *hostile) kase() linkage.Case {
	pick := func() *linkage.Case { return &h.cases[h.r.IntN(len(h.cases))] }
	c := *pick()
	c.Mentions = nil
	if h.r.IntN(2) == 0 {
		c.ID = fmt.Sprintf("H-%d", h.r.IntN(40))
	}
	switch h.r.IntN(4) {
	case 0:
		c.Agency = pick().Agency
	case 1:
		c.Agency, c.Counties = "", nil
	case 2:
		c.From, c.To = 0, 0
	}
	for range 1 + h.r.IntN(4) {
		from := pick()
		if len(from.Mentions) > 0 {
			c.Mentions = append(c.Mentions, h.mention(from.Mentions[h.r.IntN(len(from.Mentions))]))
		}
	}
	return c
}

// mention returns a mention, or what a hostile mind makes of one.
func (h *hostile) mention(m linkage.Mention) linkage.Mention {
	switch h.r.IntN(12) {
	case 0:
		m.Role = linkage.RoleVictim
	case 1:
		m.Confidence = 0.2
	case 2:
		m.Minor = true
	case 3:
		m.Born = normalize.DayOf(2000+h.r.IntN(10), 5, 2)
	case 4, 5, 6, 7:
		if len(h.popular) > 0 {
			m = h.popular[h.r.IntN(min(12, len(h.popular)))]
			if h.r.IntN(4) > 0 {
				m = misspell(m, h.r.IntN(2))
			}
		}
	case 8, 9, 10:
		if len(h.plates) > 0 {
			m = h.plates[h.r.IntN(min(12, len(h.plates)))]
			if _, number, ok := strings.Cut(mentionKey(m), " "); ok {
				m.Raw, m.Value = []string{"", "", "NY ", "PA ", "OH "}[h.r.IntN(5)]+number, nil
			}
		}
	}
	return m
}

// misspell puts a wrong digit, or a wrong letter, in the place of the last but one of a mention's.
func misspell(m linkage.Mention, which int) linkage.Mention {
	raw := []byte(m.Raw)
	if len(raw) < 4 {
		return m
	}
	at := len(raw) - 2
	if '0' <= raw[at] && raw[at] <= '9' {
		raw[at] = '0' + (raw[at]-'0'+1+byte(which))%10
	} else {
		raw[at] = 'x' + byte(which)
	}
	m.Raw, m.Value = string(raw), nil
	return m
}

// mentionKey returns the key of a mention's value, "" where it has none.
func mentionKey(m linkage.Mention) string {
	v := m.Value
	if v == nil {
		v, _ = normalize.Normalize(m.Kind, m.Raw, normalize.Context{})
	}
	if v == nil {
		return ""
	}
	return v.Key()
}

// someJudgements returns what people may have decided about some of the cases.
func someJudgements(r *rand.Rand, cases []linkage.Case) []linkage.Judgement {
	var all []linkage.Judgement
	for range r.IntN(6) {
		a := &cases[r.IntN(len(cases))]
		b := &cases[r.IntN(len(cases))]
		if i := slices.IndexFunc(cases, func(c linkage.Case) bool { return c.ID != a.ID && haveOne(a, &c) }); i >= 0 && r.IntN(4) > 0 {
			b = &cases[i]
		}
		all = append(all, linkage.Judgement{A: a.ID, B: b.ID, Verdict: []linkage.Verdict{linkage.Same, linkage.Different, linkage.Different}[r.IntN(3)]})
	}
	return all
}

// haveOne reports whether two cases mention one text.
func haveOne(a, b *linkage.Case) bool {
	return slices.ContainsFunc(a.Mentions, func(x linkage.Mention) bool {
		return slices.ContainsFunc(b.Mentions, func(y linkage.Mention) bool { return x.Kind == y.Kind && x.Raw == y.Raw })
	})
}

// someKnown returns what people may know of some of the values.
func someKnown(r *rand.Rand, cases []linkage.Case) []linkage.Known {
	var all []linkage.Known
	for range r.IntN(4) {
		c := &cases[r.IntN(len(cases))]
		for _, m := range c.Mentions {
			if key := mentionKey(m); key != "" && m.Kind != normalize.KindPerson {
				all = append(all, linkage.Known{Kind: m.Kind, Key: key, Hub: r.IntN(2) == 0})
				break
			}
		}
	}
	return all
}

// sameWithMore holds linking some cases more to a full link of all, which it returns.
func sameWithMore(t *testing.T, what string, options linkage.Options, rest, more []linkage.Case) *linkage.Network {
	t.Helper()
	base, before := openBase(t, options, rest)
	u, err := linkMore(t, base, more)
	if err != nil {
		t.Fatal(err)
	}
	full := link(t, options, append(slices.Clone(rest), more...)...)
	sameUpdate(t, what, u, full, before)
	return full
}

// A value is a misspelling of another until too many cases have such values: then those that have one which did not come
// again are linked by it.
func TestBaseFollowsMisspellings(t *testing.T) {
	number := 0
	at := func(raw string) linkage.Case {
		number++
		return incident(fmt.Sprintf("K-%03d", number), erie, on(1, 1)+normalize.Day(20*number), phone(raw), plate(fmt.Sprintf("NY KAB-%04d", number)))
	}
	var rest, more []linkage.Case
	for range 14 {
		rest = append(rest, at("716-555-0142"))
	}
	for range 2 {
		rest, more = append(rest, at("716-555-0143")), append(more, at("716-555-0149"))
	}
	options := linkage.Options{NoTrace: true, Known: []linkage.Known{{Kind: normalize.KindPhone, Key: "+17165550142", Hub: true}}}
	full := sameWithMore(t, "four misspellings of fourteen", options, rest, more)
	was, _ := link(t, options, rest...).Entity(normalize.KindPhone, "+17165550143")
	is, _ := full.Entity(normalize.KindPhone, "+17165550143")
	if was.Hub <= is.Hub {
		t.Errorf("a hub by %v, and with two misspellings more by %v: nothing was to be followed", was.Hub, is.Hub)
	}
}

// A value becomes large enough for others to be its misspellings.
func TestBaseFollowsValuesThatGrow(t *testing.T) {
	number := 0
	at := func(raw string) linkage.Case {
		number++
		return incident(fmt.Sprintf("K-%03d", number), erie, on(1, 1)+normalize.Day(20*number), phone(raw))
	}
	var rest, more []linkage.Case
	for range 7 {
		rest = append(rest, at("716-555-0142"))
	}
	for range 2 {
		rest, more = append(rest, at("716-555-0143")), append(more, at("716-555-0142"))
	}
	options := linkage.Options{NoTrace: true, Known: []linkage.Known{{Kind: normalize.KindPhone, Key: "+17165550142", Hub: true}}}
	full := sameWithMore(t, "nine cases of a value with two misspellings", options, rest, more)
	if was, is := len(link(t, options, rest...).Clusters(1)), len(full.Clusters(1)); was == is {
		t.Errorf("%d clusters before and %d after: nothing was to be followed", was, is)
	}
}

// What is damaged, or was linked with other judgements, is refused; cases that change too much are.
func TestBaseRefuses(t *testing.T) {
	_, cases := generate(t, metamorphic[0])
	options := linkage.Options{NoTrace: true}
	l, err := linkage.New(options)
	if err != nil {
		t.Fatal(err)
	}
	for i := range cases[:100] {
		if err := l.Add(cases[i]); err != nil {
			t.Fatal(err)
		}
	}
	n := result(t, l)
	var b bytes.Buffer
	if err := errors.Join(l.WriteSnapshot(&b), l.WriteLinked(&b, n)); err != nil {
		t.Fatal(err)
	}
	stored := b.Bytes()
	for at := 0; at < len(stored); at += len(stored)/199 + 1 {
		bad := bytes.Clone(stored)
		bad[at] ^= 0x41
		if _, err := linkage.OpenBase(bad, options); !errors.Is(err, linkage.ErrSnapshot) {
			t.Errorf("byte %d of %d changed: %v", at, len(stored), err)
		}
		if _, err := linkage.OpenBase(bytes.Clone(stored[:at]), options); !errors.Is(err, linkage.ErrSnapshot) {
			t.Errorf("cut after %d bytes of %d: %v", at, len(stored), err)
		}
	}
	judged := options
	judged.Judgements = []linkage.Judgement{{A: cases[0].ID, B: cases[1].ID, Verdict: linkage.Same}}
	if _, err := linkage.OpenBase(bytes.Clone(stored), judged); !errors.Is(err, linkage.ErrSnapshot) {
		t.Errorf("other judgements: %v", err)
	}
	if err := l.Add(cases[100]); err != nil {
		t.Fatal(err)
	}
	if err := l.WriteLinked(new(bytes.Buffer), n); err == nil {
		t.Error("the network of other cases was written")
	}
}

// A state that lies between the base and now is compared with as any, or it is said that it cannot be.
func TestUpdateSinceAnotherState(t *testing.T) {
	_, cases := generate(t, metamorphic[1])
	options := linkage.Options{NoTrace: true}
	base, _ := openBase(t, options, cases[:600])
	between, err := linkMore(t, base, cases[600:650])
	if err != nil {
		t.Fatal(err)
	}
	u, err := linkMore(t, base, cases[600:])
	if err != nil {
		t.Fatal(err)
	}
	sameUpdate(t, "since a state in between", u, link(t, options, cases...), between.Assignment())
	if _, err := u.Since(link(t, options, held("other", 1), held("another", 1)).Assignment()); !errors.Is(err, linkage.ErrOutOfReach) {
		t.Errorf("since a state of other cases: %v", err)
	}
}
