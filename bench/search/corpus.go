package main

import (
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/tflink/tflink/index"
)

var (
	given   = strings.Fields("james mary robert patricia john jennifer michael linda david elizabeth william barbara richard susan joseph jessica thomas karen maria luis ana carlos juan rosa mei wei lin hui olena ivan petra tomas amina yusuf grace peter")
	starts  = strings.Fields("an be car da el fa gar har il jo kel lan mar nor ol per qui ros sal tor ul van wal xi yor zan bur cast dur fitz")
	ends    = strings.Fields("son man ez ton ley berg ski sen er ia as ott ard ell ing ins well wood field ford")
	trades  = strings.Fields("farm dairy nails spa massage motel staffing cleaning landscaping buffet trucking roofing orchard laundry harvest")
	streets = strings.Fields("lake main oak mill church maple river ridge county transit genesee buffalo walnut elm chestnut")
	words   = strings.Fields("the a and of in to was that on at for with is from by white van farm motel caller worker papers driver room cash phone crew leader road night woman said worked owed debt passport kept locked door hotel truck stop")
	towns   = strings.Fields("Warsaw Perry Attica Arcade Batavia Lockport Olean Geneva Auburn Ithaca")
)

// narrative returns a text in which, as in any, few words are common and most are rare.
func narrative(r *rand.Rand) string {
	var text []string
	for range 30 {
		text = append(text, narrativeWord(r))
	}
	return strings.Join(text, " ")
}

// narrativeWord draws a word of which the n-th is about as frequent as 1/n (Zipf), from 3,000.
func narrativeWord(r *rand.Rand) string {
	const distinct = 3000
	n := int(math.Pow(distinct, r.Float64()))
	if n <= len(words) {
		return words[n-1]
	}
	own := rand.New(rand.NewPCG(uint64(n), 5))
	return pick(own, starts) + pick(own, ends)
}

func pick(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }
func surname(r *rand.Rand) string             { return pick(r, starts) + pick(r, ends) + pick(r, ends) }

func number(r *rand.Rand) (display, key string) {
	area, exchange, line := 201+r.IntN(780), 550+r.IntN(10), r.IntN(10_000)
	return fmt.Sprintf("(%d) %d-%04d", area, exchange, line), fmt.Sprintf("+1%d%d%04d", area, exchange, line)
}

func plate(r *rand.Rand) string {
	const letters = "ABCDEFGHJKLMNPRSTUVWXYZ"
	l := func() byte { return letters[r.IntN(len(letters))] }
	return fmt.Sprintf("NY %c%c%c-%04d", l(), l(), l(), r.IntN(10_000))
}

func phoneValue(r *rand.Rand) index.Value {
	display, key := number(r)
	return index.Value{Kind: "phone", Text: display, Key: key, Form: index.Identifier}
}

func plateValue(r *rand.Rand) index.Value {
	p := plate(r)
	return index.Value{Kind: "plate", Text: p, Key: strings.ReplaceAll(p, "-", ""), Form: index.Identifier}
}

func personValue(r *rand.Rand) index.Value {
	return index.Value{Kind: "person", Text: pick(r, given) + " " + surname(r), Form: index.Name}
}

func businessValue(r *rand.Rand) index.Value {
	return index.Value{Kind: "business", Text: surname(r) + " " + pick(r, trades) + " LLC", Form: index.Name}
}

func addressValue(r *rand.Rand) index.Value {
	return index.Value{Kind: "address", Text: fmt.Sprintf("%d %s Rd, %s, NY 14%03d", 1+r.IntN(9000), pick(r, streets), pick(r, towns), r.IntN(1000))}
}

var values = []func(*rand.Rand) index.Value{phoneValue, plateValue, personValue, businessValue, addressValue}

func county(r *rand.Rand) []index.County {
	n := r.IntN(62)
	return []index.County{{FIPS: fmt.Sprintf("36%03d", 2*n+1), Name: pick(r, towns) + " County, NY"}}
}

// corpus yields the documents, the same for the same numbers, in the order in which
// the workspace gives them: the cases, then the entities kind by kind.
func corpus(entities, cases int) iter.Seq[index.Document] {
	return func(yield func(index.Document) bool) {
		r := rand.New(rand.NewPCG(1, 0))
		for i := range cases {
			if !yield(caseDocument(r, i)) {
				return
			}
		}
		for kind, value := range values {
			for i := range entities / len(values) {
				if !yield(entityDocument(r, value(r), kind*entities+i)) {
					return
				}
			}
		}
	}
}

func caseDocument(r *rand.Rand, i int) index.Document {
	id := fmt.Sprintf("NY-2024-%07d", i)
	d := index.Document{
		Type: index.Case, ID: id, Title: id, Counties: county(r), Agency: pick(r, towns) + " County Sheriff", Offense: "labor", Status: "open",
		From: fmt.Sprintf("2024-%02d-%02d", 1+r.IntN(12), 1+r.IntN(28)), Text: narrative(r),
	}
	for _, v := range values {
		d.Values = append(d.Values, v(r))
	}
	return d
}

func entityDocument(r *rand.Rand, v index.Value, i int) index.Document {
	return index.Document{
		Type: index.Entity, ID: fmt.Sprintf("%s:%d", v.Kind, i), Kind: v.Kind, Title: v.Text, Values: []index.Value{v}, Counties: county(r),
	}
}

// rareWord draws a word that somebody would search for: none of those that stand everywhere.
func rareWord(r *rand.Rand) string {
	for {
		if w := narrativeWord(r); !slices.Contains(words[:15], w) {
			return w
		}
	}
}

// sorts are what people ask, each query anew.
var sorts = []struct {
	name  string
	query func(*rand.Rand) string
}{
	{"a whole phone", func(r *rand.Rand) string { d, _ := number(r); return fmt.Sprintf("%q", d) }},
	{"the last four of a phone", func(r *rand.Rand) string { return fmt.Sprintf("phone:%04d", r.IntN(10_000)) }},
	{"part of a phone, anywhere", func(r *rand.Rand) string { return fmt.Sprintf("%d%03d", 550+r.IntN(10), r.IntN(1000)) }},
	{"the beginning of a plate", func(r *rand.Rand) string { return "plate:" + plate(r)[3:6] }},
	{"a name", func(r *rand.Rand) string { return surname(r) }},
	{"a name with a letter wrong", func(r *rand.Rand) string {
		s := []byte(surname(r))
		s[1+r.IntN(len(s)-1)] = 'x'
		return string(s)
	}},
	{"a name by its sound", func(r *rand.Rand) string { return "sounds:" + surname(r) }},
	{"a given name and a surname", func(r *rand.Rand) string { return fmt.Sprintf("%s %s", pick(r, given), surname(r)) }},
	{"two words of a narrative", func(r *rand.Rand) string { return rareWord(r) + " " + rareWord(r) }},
	{"a phrase", func(r *rand.Rand) string { return fmt.Sprintf(`"%s %s"`, rareWord(r), rareWord(r)) }},
	{"a firm in a county", func(r *rand.Rand) string { return fmt.Sprintf("%s county:%s", pick(r, trades), pick(r, towns)) }},
	{"a case by the beginning of its id", func(r *rand.Rand) string { return fmt.Sprintf("case:NY-2024-%05d", r.IntN(1000)) }},
	{"a month and a word", func(r *rand.Rand) string { return fmt.Sprintf("date:2024-%02d %s", 1+r.IntN(12), rareWord(r)) }},
}
