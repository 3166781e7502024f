package normalize

import (
	"slices"
	"strings"
)

// A countyParser reads one text that names counties.
type countyParser struct {
	table  *countyTable
	state  string // postal code, "" where it is not known
	hint   string // the state that the rest of a labelled cell speaks of
	pieces []countyPiece
	vague  bool // the text says "multiple", "statewide" or the like
	result remarks
}

// A countyPiece is a part of the text that should name one county.
type countyPiece struct {
	text  string
	state string // the one that holds for the piece
	own   bool   // the text itself gave the state
	countyReading
}

// maxCountyPieces bounds the pieces of one text: Texas has 254 counties.
const maxCountyPieces = 300

func (p *countyParser) parse(raw string) (CountyMatch, error) {
	text := strings.TrimSpace(raw)
	switch {
	case text == "":
		return p.fail("nothing is written")
	case len(text) > maxCountyText:
		return p.fail("the text is too long to be a list of counties")
	}
	if isVague(text) {
		return p.fail("names no county: several, statewide or unknown")
	}
	if !p.codes(text) {
		lists := []string{text}
		if isLabelled(text) {
			lists = p.labelled(text)
		}
		for _, list := range lists {
			p.list(list)
		}
	}
	p.settleStates()
	p.respell()
	return p.finish()
}

func (p *countyParser) fail(reason string) (CountyMatch, error) {
	p.result.doubt(reason)
	return CountyMatch{remarks: p.result}, &Error{
		Kind: KindCounty, Reason: reason, Hint: "write the county's name and its state, such as Wyoming, NY",
	}
}

// finish gathers what the pieces mean.
func (p *countyParser) finish() (CountyMatch, error) {
	var codes []string
	unread := 0
	for i := range p.pieces {
		piece := &p.pieces[i]
		for _, d := range piece.doubts {
			p.result.doubt(d)
		}
		for _, n := range piece.notes {
			p.result.note(n)
		}
		if !piece.found() {
			unread++
		}
		for _, row := range piece.rows {
			codes = append(codes, p.table.codes[row])
		}
	}
	if len(codes) == 0 {
		return p.fail(p.reason())
	}
	if p.vague {
		p.result.doubt("the text says that there are more counties")
	}
	if unread > 0 {
		p.remarkUnread()
	}
	slices.Sort(codes)
	return CountyMatch{Codes: slices.Compact(codes), remarks: p.result}, nil
}

// reason says why no county was found.
func (p *countyParser) reason() string {
	switch {
	case p.vague:
		return "names no county: several, statewide or unknown"
	case len(p.result.issues) > 0:
		return p.result.issues[len(p.result.issues)-1]
	case p.state == "":
		return "names no county of the United States"
	}
	return "names no county of " + StateName(p.state)
}

// remarkUnread says that pieces name no county: a doubt, unless another piece
// says outright that it is the county ("Perry, Wyoming County").
func (p *countyParser) remarkUnread() {
	if p.explicit() {
		p.result.note("the text has more than the county")
		return
	}
	p.result.doubt("a part of the text names no county")
}

// explicit reports whether a piece says that it is a county.
func (p *countyParser) explicit() bool {
	return slices.ContainsFunc(p.pieces, func(c countyPiece) bool { return c.found() && c.countyReading.explicit })
}

// vagueTexts stand where a county is asked for and name none.
var vagueTexts = map[string]bool{
	"multiple": true, "multi": true, "multiplecounty": true, "multicounty": true, "various": true,
	"variouscounty": true, "several": true, "severalcounty": true, "statewide": true, "allcounty": true,
	"all": true, "unknown": true, "unk": true, "unknowncounty": true, "na": true, "none": true,
	"notapplicable": true, "notknown": true, "tbd": true, "other": true, "others": true,
	"outofstate": true, "outofcounty": true, "outofcountry": true, "outofarea": true, "nationwide": true,
	"national": true, "federal": true, "state": true, "usa": true, "unitedstates": true, "county": true,
	"multiplelocations": true, "variouslocations": true, "notspecified": true, "unspecified": true,
	"null": true, "nil": true, "desconocido": true, "varios": true, "multiples": true,
	"entirestate": true, "wholestate": true, "otherregionsaffected": true, "seebelow": true, "various&": true,
}

func isVague(text string) bool {
	var f foldedName
	f.fold(text)
	return !f.long && (f.words == 0 || vagueTexts[string(f.name())])
}

// codes reads a text that is FIPS codes: "36121", "36005,36047", "FIPS 36121",
// and 121 where the state is known. It reports whether there were any.
func (p *countyParser) codes(text string) bool {
	if len(text) >= 4 && strings.EqualFold(text[:4], "fips") {
		text = strings.TrimLeft(text[4:], " :#")
	}
	if text == "" || text[0] < '0' || text[0] > '9' {
		return false
	}
	var pieces []countyPiece
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == '/' || r == ' ' }) {
		code, note := p.code(strings.TrimSuffix(word, ".0"))
		row, ok := p.table.byCode[code]
		if !ok {
			return false
		}
		piece := countyPiece{text: word, state: p.table.rows[row].state, own: true}
		piece.rows = []int32{row}
		if note != "" {
			piece.notes = []string{note}
		}
		pieces = append(pieces, piece)
	}
	p.pieces = pieces
	for _, piece := range pieces {
		p.checkState(piece.state)
	}
	return true
}

// code returns the five-digit code that a number means, and what was added to it.
func (p *countyParser) code(digits string) (code, note string) {
	digits = strings.Replace(digits, "-", "", 1)
	switch {
	case len(digits) == 4 && p.table.byCode["0"+digits] != 0:
		return "0" + digits, "a leading zero was lost"
	case len(digits) == 3 && p.state != "":
		return stateByCode(p.state).fips + digits, "the state's digits were added"
	}
	return digits, ""
}

// checkState doubts a state in the text that is not the one given.
func (p *countyParser) checkState(state string) {
	if p.state != "" && state != p.state {
		p.result.doubt("the text names another state than the one given: read as the text says")
	}
}
