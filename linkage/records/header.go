package records

import "strings"

// maxTitleRows is how far down a header is looked for. Reports carry a title, a
// date, a few filters and a blank line above it.
const maxTitleRows = 30

// A foundHeader is where the header of a table is, and what it says.
type foundHeader struct {
	names  []string // one for each column
	raw    []string // the header's cells as they stand
	line   int      // 0: no header
	titles int      // rows above it
	skip   int      // rows up to and with it
}

// findHeader finds the header in the first rows of a table. width is the number
// of cells that most rows have, or 0.
func findHeader(rows []Row, width int) foundHeader {
	if len(rows) == 0 {
		return foundHeader{}
	}
	for i := range rows {
		if n := filledTo(&rows[i]); width == 0 || n > width && i < maxTitleRows && width < 2 {
			width = max(width, n)
		}
	}
	width = max(width, commonFilled(rows))
	best, bestScore := -1, 0.0
	for i := range rows[:min(len(rows), maxTitleRows)] {
		if s := headerScore(rows, i, width); s > bestScore {
			best, bestScore = i, s
		}
	}
	if best < 0 {
		return foundHeader{names: make([]string, max(width, filledTo(&rows[0])))}
	}
	h := foundHeader{line: rows[best].Line, titles: best, skip: best + 1}
	h.names = make([]string, max(width, filledTo(&rows[best])))
	for i, c := range rows[best].Cells {
		h.raw = append(h.raw, c.Text)
		if i < len(h.names) {
			h.names[i] = cleanName(c.Text)
		}
	}
	if best > 0 {
		addGroups(h.names, &rows[best-1])
	}
	return h
}

// headerScore says how much row i looks like a header: many distinct short
// words, known ones best of all, and rows below it that look otherwise. It is 0
// for a row that cannot be one.
func headerScore(rows []Row, i, width int) float64 {
	r := &rows[i]
	filled, data := 0, 0
	for _, c := range r.Cells {
		text := strings.TrimSpace(c.Text)
		if text == "" {
			continue
		}
		filled++
		if looksLikeData(text) {
			data++
		}
	}
	known := knownWords(r)
	switch {
	case filled == 0, 2*filled < width, filled == 1 && width > 1:
		return 0
	case data > known && 4*data > filled:
		return 0
	case known == 0 && !unlikeBelow(rows, i, width):
		return 0
	}
	share := float64(known) / float64(filled)
	fill := float64(filled) / float64(max(width, filled))
	return 0.2 + 2*share + fill - float64(data)/float64(filled) - 0.01*float64(i)
}

// knownWords counts the cells of a row that are names of columns.
func knownWords(r *Row) int {
	n := 0
	for _, c := range r.Cells {
		text := strings.TrimSpace(c.Text)
		if text == "" || len(text) > 60 || looksLikeData(text) {
			continue
		}
		if _, s := guessHeader(text).best(); s >= weakName {
			n++
		}
	}
	return n
}

// looksLikeData reports whether a text is a value rather than a name: it holds
// a phone, a date, an address of some kind, mostly digits, or a whole sentence.
func looksLikeData(text string) bool {
	digits := 0
	for i := 0; i < len(text); i++ {
		if text[i] >= '0' && text[i] <= '9' {
			digits++
		}
	}
	switch {
	case digits >= 4, 2*digits > len(text):
		return true
	case len(text) > 80:
		return true
	case strings.Contains(text, "@") && strings.Contains(text, "."):
		return true
	case strings.Contains(text, "://"):
		return true
	}
	return false
}

// unlikeBelow reports whether row i, of which no word is known, differs from
// the rows below it as a header does: it has no digits where they have.
func unlikeBelow(rows []Row, i, width int) bool {
	below := rows[i+1 : min(len(rows), i+1+50)]
	if len(below) < 2 {
		return false
	}
	unlike := 0
	for col := range rows[i].Cells {
		name := strings.TrimSpace(rows[i].Cells[col].Text)
		if name == "" || strings.ContainsAny(name, "0123456789@") {
			continue
		}
		data, filled, same := 0, 0, 0
		for k := range below {
			text := strings.TrimSpace(below[k].Text(col))
			if text == "" {
				continue
			}
			filled++
			if strings.ContainsAny(text, "0123456789@") {
				data++
			}
			if strings.EqualFold(text, name) {
				same++
			}
		}
		if same > 0 {
			unlike--
		}
		if filled > 0 && 10*data >= 9*filled {
			unlike++
		}
	}
	return unlike > 0
}

// addGroups puts the words of a row above the header in front of the names
// below them, where that row names groups of columns: "Suspect" over "Name" and
// "Phone". A word reaches up to the next one, as a merged cell does.
func addGroups(names []string, above *Row) {
	words, known := 0, 0
	for _, c := range above.Cells {
		if text := strings.TrimSpace(c.Text); text != "" {
			words++
			if isGroupWord(text) {
				known++
			}
		}
	}
	if words < 2 || 2*known < words {
		return
	}
	group := ""
	for i := range names {
		if text := cleanName(above.Text(i)); text != "" {
			group = text
		}
		if isGroupWord(group) && names[i] != "" {
			names[i] = group + " " + names[i]
		}
	}
}

// isGroupWord reports whether a text names a person's role, a place or a thing
// that several columns describe.
func isGroupWord(text string) bool {
	for _, w := range headerWords(text) {
		if roles[w] != "" || blocks[w] || w == "vehicle" {
			return true
		}
	}
	return false
}

// filledTo returns the number of cells up to the last that holds something.
func filledTo(r *Row) int {
	for i := len(r.Cells) - 1; i >= 0; i-- {
		if !blank(r.Cells[i].Text) {
			return i + 1
		}
	}
	return 0
}

// commonFilled returns the number of cells that at least a tenth of the rows
// fill, so that one ragged row does not make a column.
func commonFilled(rows []Row) int {
	var reach []int
	for i := range rows {
		n := filledTo(&rows[i])
		for len(reach) <= n {
			reach = append(reach, 0)
		}
		reach[n]++
	}
	need, have := max(1, len(rows)/10), 0
	for n := len(reach) - 1; n > 0; n-- {
		if have += reach[n]; have >= need {
			return n
		}
	}
	return 1
}

// cleanName returns a column's name on one line without spaces around it.
func cleanName(s string) string { return strings.Join(strings.Fields(s), " ") }
