package normalize

import "strings"

// A labelled cell holds several fields, as exports of a database write them:
// "Chemung | WIB Name: CSS | Region: Southern Region", and several such groups
// in a row, with or without a mark between one and the next.

// A countyField is a label and the text after it, up to the next label.
type countyField struct {
	label string // letters only, lower case; "" where there is none
	value string
}

func isLabelled(text string) bool { return strings.IndexByte(text, ':') > 0 }

// labelled returns the lists of counties in a labelled cell: what has no label
// or the label County, and what stands between the last field of a group and
// the first of the next.
func (p *countyParser) labelled(text string) []string {
	fields := countyFields(text)
	var lists []string
	seen := map[string]bool{}
	for i, f := range fields {
		if f.label == "" || f.label == "county" || f.label == "counties" {
			lists = appendText(lists, f.value)
			clear(seen)
			continue
		}
		if p.state == "" && p.hint == "" {
			p.hint = stateHint(f.value)
		}
		seen[f.label] = true
		restarts := i+1 < len(fields) && seen[fields[i+1].label]
		tail := p.tail(f.value, restarts)
		if restarts {
			clear(seen)
			if tail == "" {
				p.result.doubt("a county may stand before the label in the middle of the text")
			}
		}
		lists = appendText(lists, tail)
	}
	return lists
}

func appendText(list []string, text string) []string {
	if text = strings.Trim(text, " |/\\;,"); text != "" {
		list = append(list, text)
	}
	return list
}

// stateHint returns the state that a field other than the county speaks of.
func stateHint(value string) string {
	if indexFold(value, "new york city") >= 0 {
		return "NY"
	}
	return StateCode(strings.Trim(value, " |/\\;,"))
}

// countyFields splits a cell at its labels: the words between a mark and a
// colon. Where the words run on from the value before, only a label that the
// cell has elsewhere, or one that is known, is cut from them.
func countyFields(text string) []countyField {
	var fields []countyField
	label, start := "", 0
	for {
		colon := strings.IndexByte(text[start:], ':')
		if colon < 0 {
			break
		}
		colon += start
		at := labelStart(text[start:colon]) + start
		fields = append(fields, countyField{label, text[start:at]})
		label, start = labelName(text[at:colon]), colon+1
	}
	return append(fields, countyField{label, text[start:]})
}

// knownLabels begin a label even where no mark stands before them.
var knownLabels = []string{"County", "Counties", "WIB", "WDB", "WBD", "Region", "Contact", "State", "District"}

// labelStart returns where the label at the end of text begins.
func labelStart(text string) int {
	best := strings.LastIndexAny(text, "|/\\;,\n") + 1
	for _, known := range knownLabels {
		i := strings.LastIndex(text, known)
		if i >= best && i > 0 && len(text)-i <= len(known)+len("  Name ") {
			best = i
		}
	}
	return best
}

func labelName(text string) string {
	name := lettersOf(text)
	if short, ok := strings.CutSuffix(name, "name"); ok && short != "" {
		name = short
	}
	switch name {
	case "wib", "wbd": // a workforce investment board, now development board
		return "wdb"
	}
	return name
}

// tail returns the counties that stand at the end of a field's value: after a
// line that was run together with the next ("Western RegionErie"), or, where
// the next group begins, after the field's own text ("Long Island New York").
func (p *countyParser) tail(value string, restarts bool) string {
	value = strings.Trim(value, " |/\\;,\n")
	if i := caseBreak(value); i > 0 {
		tail := value[i:]
		if restarts || p.allCounties(tail) {
			return tail
		}
	}
	if !restarts {
		return ""
	}
	if i := strings.LastIndexAny(value, "|\n"); i >= 0 {
		return value[i+1:]
	}
	if i := strings.LastIndex(value, "Region "); i >= 0 {
		return value[i+len("Region "):]
	}
	first := value
	if i := strings.IndexAny(value, "/,;&\\"); i >= 0 {
		first = value[:i]
	}
	for i := 0; i < len(first); i++ {
		if first[i] == ' ' && p.table.lookup(first[i+1:], p.stateOrHint()).found() {
			return value[i+1:]
		}
	}
	return value[strings.LastIndexByte(first, ' ')+1:]
}

func (p *countyParser) stateOrHint() string {
	if p.state != "" {
		return p.state
	}
	return p.hint
}

// allCounties reports whether every part of a list is exactly a county.
func (p *countyParser) allCounties(list string) bool {
	parts := splitCounties(splitCase(list))
	for _, part := range parts {
		if !p.table.lookup(part.text, p.stateOrHint()).found() {
			probe := countyParser{table: p.table, state: p.stateOrHint()}
			if !probe.runOn(part.text) {
				return false
			}
		}
	}
	return len(parts) > 0
}

// caseBreak returns the first place where a capital follows a small letter.
func caseBreak(text string) int {
	for i := 1; i < len(text); i++ {
		if isCapital(text[i]) && isSmall(text[i-1]) {
			return i
		}
	}
	return -1
}
