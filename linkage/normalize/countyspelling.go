package normalize

import (
	"math/bits"
	"strings"
)

// respell reads the pieces that no county's name equals as the county whose
// name is nearest. Where another piece says that it is the county, they are
// towns or remarks, and stay unread.
func (p *countyParser) respell() {
	if p.explicit() {
		return
	}
	tried := 0
	for i := range p.pieces {
		piece := &p.pieces[i]
		if piece.found() || len(piece.doubts) > 0 || tried == maxRespelt {
			continue
		}
		tried++
		state := piece.state
		if state == "" {
			state = p.hint
		}
		if StateCode(piece.text) != "" {
			piece.doubts = append(piece.doubts, "names a state and not a county")
			continue
		}
		piece.countyReading = p.table.nearest(piece.text, state)
	}
}

// maxRespelt bounds the pieces of one text that are looked for among all
// names: a text with more of them is no list of counties.
const maxRespelt = 8

// Costs of an edit, so that of two names the likelier slip wins.
const (
	costEdit     = 4 // a letter more, less or other
	costDouble   = 2 // a letter doubled or halved: Alleghany, Allegheny
	costSwap     = 3 // two neighbours exchanged
	costVowel    = 3 // a vowel for another
	costFirst    = 1 // on top: the first letter is seldom wrong
	spellingGap  = 1 // by which the nearest must be nearer than the next
	prefixLength = 4 // letters of a name cut short, at the least
)

// spellingLimit returns the cost up to which a name of n letters may be another
// one: a third of its letters, four at the most. With half of them more of the
// names with two slips are read (94 % in place of 88 %), but also a quarter of all
// names that are no county of the state, in place of a fifteenth.
func spellingLimit(n int) int { return min(max(1, (n+2)/3), 4) * costEdit }

// nearest returns the county of the state, or of the country, whose name is
// nearest to the text, with a doubt; and nothing but a doubt where none or more than one is near.
func (t *countyTable) nearest(text, state string) countyReading {
	var f foldedName
	f.fold(text)
	if f.long || f.words == 0 {
		return countyReading{}
	}
	name := string(f.name())
	if short := f.wordEnd(f.words-1) - len(f.word(f.words-1)); f.words > 1 && isKindMisspelt(string(f.word(f.words-1))) {
		name = string(f.buf[2:short])
	}
	if r := t.cutShort(name, state); r.found() {
		return r
	}
	limit := spellingLimit(len(name))
	if state != "" && len(t.anywhere[name]) > 0 { // rightly spelt, of another state
		limit = costEdit
	}
	// Most slips are single: looking for those first is ten times faster.
	search := t.search(name, state, costEdit)
	if search.best > costEdit && limit > costEdit {
		search = t.search(name, state, limit)
	}
	return search.reading(t)
}

// search weighs the name against those of the state's counties, or of all.
func (t *countyTable) search(name, state string, limit int) *spellingSearch {
	far := limit + spellingGap + 1
	s := &spellingSearch{name: name, mask: letterMask(name), limit: limit, best: far, second: far, row: -1, rival: -1}
	first, last := int32(0), int32(len(t.rows))
	if state != "" {
		first, last = t.spans[state][0], t.spans[state][1]
	}
	for row := first; row < last; row++ {
		c := &t.rows[row]
		if state == "" && c.population == 0 {
			continue
		}
		s.try(c.folded, c.mask, row)
		if c.foldedFull != c.folded {
			s.try(c.foldedFull, c.maskFull, row)
		}
	}
	return s
}

// isKindMisspelt reports whether a last word is "county" with a slip in it.
func isKindMisspelt(word string) bool {
	return len(word) > 3 && editCost(word, "county", 2*costEdit) <= costEdit+costFirst
}

// cutShort reads a name that was cut short, such as "Cattar".
func (t *countyTable) cutShort(name, state string) countyReading {
	if state == "" || len(name) < prefixLength {
		return countyReading{}
	}
	var r countyReading
	for row := t.spans[state][0]; row < t.spans[state][1]; row++ {
		if strings.HasPrefix(t.rows[row].folded, name) {
			r.rows = append(r.rows, row)
		}
	}
	if len(r.rows) != 1 {
		return countyReading{}
	}
	r.doubts = []string{"cut short: read as " + t.rows[r.rows[0]].full}
	return r
}

// A spellingSearch keeps the nearest name and the nearest of another county.
type spellingSearch struct {
	name   string
	mask   uint32
	limit  int
	row    int32 // of the nearest
	same   []int32
	best   int
	second int // cost of the nearest other name
	rival  int32
	found  string // the nearest name
}

// try weighs a county's name, whose letters are in mask.
func (s *spellingSearch) try(name string, mask uint32, row int32) {
	bound := min(s.limit, s.best) + spellingGap
	if diff := len(name) - len(s.name); max(diff, -diff)*costDouble > bound {
		return
	}
	// A letter that one has and the other has not takes an edit, and one edit
	// accounts for two such letters at the most.
	if bits.OnesCount32(s.mask^mask)*costVowel > 2*bound {
		return
	}
	cost := editCost(s.name, name, bound)
	switch {
	case cost < s.best && row == s.row:
		s.best, s.found = cost, name
	case cost < s.best && name != s.found:
		s.second, s.rival = s.best, s.row
		s.best, s.row, s.found = cost, row, name
		s.same = append(s.same[:0], row)
	case name == s.found:
		s.same = append(s.same, row)
	case row != s.row && cost < s.second:
		s.second, s.rival = cost, row
	}
}

// reading says what the search found.
func (s *spellingSearch) reading(t *countyTable) countyReading {
	switch {
	case s.row < 0 || s.best > s.limit:
		return countyReading{}
	case s.second-s.best < spellingGap:
		return countyReading{doubts: []string{"spelt like two counties: " + t.rows[s.row].full + " and " + t.rows[s.rival].full}}
	case len(s.same) > 1:
		return countyReading{doubts: []string{"misspelt, and several states have a county of the nearest name"}}
	}
	return countyReading{rows: []int32{s.row}, doubts: []string{"misspelt: read as " + t.rows[s.row].full}}
}

// letterMask returns a bit per letter that stands in the name.
func letterMask(name string) uint32 {
	var mask uint32
	for i := 0; i < len(name); i++ {
		mask |= 1 << (name[i] & 31)
	}
	return mask
}

// editCost returns the cost of turning a into b (optimal string alignment:
// Damerau 1964 without edits inside a swap), or anything above limit if it is
// above it. Both have at most maxCountyName bytes.
func editCost(a, b string, limit int) int {
	var rows [3][maxCountyName + 1]int16
	before, above, here := &rows[0], &rows[1], &rows[2]
	for j := 1; j <= len(b); j++ {
		above[j] = above[j-1] + gapCost(b, j-1)
	}
	for i := 1; i <= len(a); i++ {
		here[0] = above[0] + gapCost(a, i-1)
		least := here[0]
		for j := 1; j <= len(b); j++ {
			cost := above[j-1] + changeCost(a[i-1], b[j-1])
			cost = min(cost, above[j]+gapCost(a, i-1), here[j-1]+gapCost(b, j-1))
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] && a[i-1] != a[i-2] {
				cost = min(cost, before[j-2]+costSwap)
			}
			here[j] = cost
			least = min(least, cost)
		}
		if int(least) > limit {
			return int(least)
		}
		before, above, here = above, here, before
	}
	cost := int(above[len(b)])
	if cost > 0 && len(a) > 0 && len(b) > 0 && a[0] != b[0] {
		cost += costFirst
	}
	return cost
}

// gapCost returns the cost of a letter that the other name has not.
func gapCost(s string, i int) int16 {
	if i > 0 && s[i] == s[i-1] {
		return costDouble
	}
	return costEdit
}

func changeCost(a, b byte) int16 {
	switch {
	case a == b:
		return 0
	case isVowel(a) && isVowel(b):
		return costVowel
	}
	return costEdit
}

func isVowel(c byte) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'
}
