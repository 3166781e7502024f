package normalize

// A businessItem is a word of a business's name after initials are closed up.
type businessItem struct {
	text   string // folded
	from   int    // nameScan.words[from:to] is what it was read from; empty for an "and" that stands as a sign
	to     int
	before separators // what stands before it
	slash  bool       // closed up from letters with slashes between: t/a
}

// businessItems appends the words of s as items: & becomes "and", and single letters
// in a row become one word (A.B.C., L L C, d/b/a).
func (s nameScan) businessItems(items []businessItem) []businessItem {
	for i := 0; i < len(s.words); {
		w := &s.words[i]
		before := w.before
		if before&sepAnd != 0 && len(items) > 0 {
			items = append(items, businessItem{text: "and", from: i, to: i, before: before})
			before = sepSpace
		}
		end, slash := s.initialsEnd(i)
		item := businessItem{text: w.text, from: i, to: end, before: before, slash: slash}
		if end > i+1 {
			item.text = closeUp(s.words[i:end])
		}
		items = append(items, item)
		i = end
	}
	return items
}

// initialsEnd returns the end of the run of single letters that begins with word i, and
// whether slashes stand between them: L.L.C. d/b/a is two runs. Of another word it is i+1.
func (s nameScan) initialsEnd(i int) (end int, slash bool) {
	end = i + 1
	if !singleLetter(s.words[i].text) {
		return end, false
	}
	for end < len(s.words) && singleLetter(s.words[end].text) && s.words[end].before&^(sepSpace|sepDot|sepSlash) == 0 {
		slashed := s.words[end].before&sepSlash != 0
		if end > i+1 && slashed != slash {
			if slashed {
				end-- // the letter before the slash begins the next run
			}
			return end, slash
		}
		slash = slashed
		end++
	}
	return end, slash
}

func singleLetter(w string) bool { return len(w) == 1 && w[0] >= 'a' }

func closeUp(words []nameWord) string {
	b := make([]byte, 0, len(words))
	for i := range words {
		b = append(b, words[i].text...)
	}
	return string(b)
}

// aliasMarker returns the number of items of the alias marker that items begin with; 0 if there is none.
func aliasMarker(items []businessItem) int {
	switch items[0].text {
	case "dba", "aka", "fka", "nka", "formerly", "previously":
		if len(items) > 2 && items[1].text == "known" && items[2].text == "as" {
			return 3
		}
		return 1
	case "ta":
		if items[0].slash {
			return 1
		}
	case "and":
		if len(items) > 1 && items[1].text == "or" && items[1].before&sepSlash != 0 {
			return 2
		}
	case "doing", "also", "now":
		if len(items) > 2 && items[2].text == "as" && (items[1].text == "business" || items[1].text == "known") {
			return 3
		}
	case "trading", "operating", "known":
		if len(items) > 1 && items[1].text == "as" {
			return 2
		}
	}
	return 0
}

// careOf reports whether an item says whose hands the rest is in: c/o, attn.
func careOf(it businessItem) bool {
	return it.text == "co" && it.slash || it.text == "attn"
}

// A businessSplit is a business's name taken apart, before its words are looked at.
type businessSplit struct {
	main       []businessItem
	trade      [][]businessItem // the names after d/b/a and the like
	qualifiers [][]businessItem // what stands in parentheses
}

// splitBusiness takes the names and the parentheses apart. Time: linear.
func splitBusiness(items, main []businessItem) businessSplit {
	p := businessSplit{main: main}
	const inMain, inTrade, inQualifier = 0, 1, 2
	where, back := inMain, inMain
	open := false
	for i := 0; i < len(items); {
		it := items[i]
		if open && it.before&sepClose != 0 {
			open, where = false, back
		}
		if !open && it.before&sepOpen != 0 {
			open, back, where = true, where, inQualifier
			p.qualifiers = append(p.qualifiers, nil)
		}
		if where != inQualifier && len(p.main) > 0 && careOf(it) {
			p.qualifiers = append(p.qualifiers, nil)
			where, back = inQualifier, inQualifier
			i++
			continue
		}
		if n := aliasMarker(items[i:]); n > 0 {
			if where == inQualifier || len(p.main) > 0 {
				where = inTrade
				p.trade = append(p.trade, nil)
			}
			i += n
			continue
		}
		switch where {
		case inMain:
			p.main = append(p.main, it)
		case inTrade:
			p.trade[len(p.trade)-1] = append(p.trade[len(p.trade)-1], it)
		case inQualifier:
			p.qualifiers[len(p.qualifiers)-1] = append(p.qualifiers[len(p.qualifiers)-1], it)
		}
		i++
	}
	return p
}

// promote gives a name to a split without one: what stands in parentheses, or after d/b/a.
func (p *businessSplit) promote() {
	for len(p.main) == 0 && len(p.qualifiers) > 0 {
		p.main, p.qualifiers = p.qualifiers[0], p.qualifiers[1:]
	}
	for len(p.main) == 0 && len(p.trade) > 0 {
		p.main, p.trade = p.trade[0], p.trade[1:]
	}
}
