package extract

import (
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// maxBusinessWords is how many words before its legal form or trade a name may have.
const maxBusinessWords = 5

// businesses finds capitalised names with a legal form ("Golden Harvest Farm
// LLC") or a word of a trade ("Lotus Spa").
func (x *finder) businesses() {
	for i := 0; i < len(x.words); i++ {
		w := &x.words[i]
		if w.tag&(tagLegal|tagTrade) == 0 || !w.capital || w.owns {
			continue
		}
		end := x.businessEnd(i)
		i = x.business(i, end) - 1
	}
}

// businessEnd returns the word after the name whose legal form or trade word
// is word i: further such words may follow.
func (x *finder) businessEnd(i int) int {
	k := i + 1
	for k < len(x.words) && k-i < 5 {
		w := &x.words[k]
		legal := w.tag&tagLegal != 0 && (w.brk <= brkMark || w.brk == brkPeriod && x.is(k-1, tagLegal))
		trade := w.tag&tagTrade != 0 && w.capital && w.brk == brkBlank
		joined := x.text[x.words[k-1].end:w.start] == " & " && w.capital
		inner := w.capital && w.brk == brkBlank && k+1 < len(x.words) && x.words[k+1].tag&(tagLegal|tagTrade) != 0 && x.words[k+1].capital && w.tag&(tagNotName|tagRole|tagState) == 0
		if !legal && !trade && !joined && !inner || w.owns {
			break
		}
		k++
	}
	return k
}

// business adds the name that ends before word end and has its first legal
// form or trade word at i. It returns the word to go on with.
func (x *finder) business(i, end int) int {
	from := i
	for from > 0 && i-from < maxBusinessWords && x.continuesName(from) {
		from--
	}
	for from < i && x.words[from].tag&(tagNotName|tagRole|tagIntro|tagTitle) != 0 && x.words[from].tag&(tagDirection|tagColor) == 0 {
		from++
	}
	if from == i && x.words[i].tag&tagTrade == 0 || !x.distinctive(from, end) {
		return end
	}
	confidence, rule := likely, "trade word"
	for k := i; k < end; k++ {
		if x.words[k].tag&tagLegal != 0 && k > from {
			confidence, rule = formed, "legal form"
		}
	}
	if x.words[from].upper && x.words[end-1].upper && confidence == likely {
		confidence = guessed // everything may be in capitals
	}
	start, stop := x.words[from].start, x.words[end-1].end
	if x.covered(from, end, overLink) {
		return end
	}
	if stop < len(x.text) && x.text[stop] == '.' && x.words[end-1].tag&tagLegal != 0 {
		stop++
	}
	b, err := normalize.Business(x.text[start:stop])
	x.add(b, err, start, stop, confidence, rule)
	return end
}

// continuesName reports whether the word before word k belongs to the same
// capitalised name.
func (x *finder) continuesName(k int) bool {
	before, w := &x.words[k-1], &x.words[k]
	between := x.text[before.end:w.start]
	if between != " " && between != " & " && between != "&" && between != ". " {
		return false
	}
	if between == ". " && before.end-before.start > 2 {
		return false
	}
	if before.capital {
		return true
	}
	word := x.lower(k - 1)
	return (word == "of" || word == "and" || word == "de" || word == "the") && k > 1 && x.words[k-2].capital && x.words[k-1].brk == brkBlank && x.words[k-2].tag&(tagNotName|tagRole) == 0
}

// distinctive reports whether the name has a word that is neither legal form
// nor trade word nor an ordinary word.
func (x *finder) distinctive(from, end int) bool {
	for k := from; k < end; k++ {
		w := &x.words[k]
		if w.capital && w.tag&(tagLegal|tagTrade|tagNotName|tagDirection|tagHighway|tagUnit|tagRole) == 0 && (w.letter || w.digit) && w.end-w.start > 1 {
			return true
		}
	}
	return end-from >= 3 && strings.Contains(x.textOf(from, end), " ") && x.words[from].tag&tagNotName == 0 && x.words[from].capital && x.is(end-1, tagLegal)
}
