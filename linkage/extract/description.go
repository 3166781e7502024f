package extract

import "strings"

// descriptionReach is how many words beside a plate are looked at for what
// vehicle it is on.
const descriptionReach = 8

// description returns make, model, color, year and body of the vehicle that is
// described beside words from to to: before them in the same sentence, else after.
func (x *finder) description(from, to int) []Attribute {
	lo := from
	for lo > 0 && from-lo < descriptionReach && x.words[lo].brk < brkSentence && !(x.words[lo].brk == brkPeriod && lo < from) {
		lo--
	}
	if a := x.describe(lo, from); len(a) > 0 {
		return a
	}
	hi := to
	for hi < len(x.words) && hi-to < descriptionReach && (x.words[hi].brk < brkPeriod || hi == to && x.unreadBefore(hi)) {
		hi++
	}
	return x.describe(to, hi)
}

// unreadBefore reports whether question marks for unread characters are all
// that lies before word k.
func (x *finder) unreadBefore(k int) bool {
	return strings.Trim(x.text[x.words[k-1].end:x.words[k].start], "?*_ ") == ""
}

// describe reads a vehicle's description in words lo to hi. The last one counts
// where there are several: it is the nearest to the plate.
func (x *finder) describe(lo, hi int) []Attribute {
	var color, maker, model, year, body string
	for k := lo; k < hi; k++ {
		w := &x.words[k]
		switch {
		case w.tag&tagColor != 0:
			color = x.lower(k)
			if k > lo && (x.is(k-1, tagColor)) && (x.lower(k-1) == "dark" || x.lower(k-1) == "light") {
				color = x.lower(k-1) + " " + color
			}
		case w.tag&tagMake != 0:
			maker, model = x.text[w.start:w.end], ""
			if k+1 < hi && x.isModel(k+1) {
				model = x.text[x.words[k+1].start:x.words[k+1].end]
			}
		case w.tag&tagBody != 0:
			body = x.lower(k)
		case w.digit && !w.letter && w.end-w.start == 4 && isModelYear(x.text[w.start:w.end]):
			year = x.text[w.start:w.end]
		}
	}
	if maker == "" && (color == "" || body == "") {
		return nil
	}
	var a []Attribute
	for _, p := range []Attribute{{"year", year}, {"color", color}, {"make", maker}, {"model", model}, {"body", body}} {
		if p.Value != "" {
			a = append(a, p)
		}
	}
	return a
}

// isModel reports whether the word after a make is its model.
func (x *finder) isModel(k int) bool {
	w := &x.words[k]
	return w.brk == brkBlank && (w.capital || w.digit && w.letter) && w.tag&(tagPlate|tagColor|tagNotName|tagState|tagVIN|tagBody) == 0
}

// isModelYear reports whether four digits can be the year of a car on the road.
func isModelYear(s string) bool {
	return strings.HasPrefix(s, "19") && s >= "1970" || strings.HasPrefix(s, "20") && s < "2040"
}

// lower returns word k in lower case.
func (x *finder) lower(k int) string { return strings.ToLower(x.text[x.words[k].start:x.words[k].end]) }
