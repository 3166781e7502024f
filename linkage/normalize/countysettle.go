package normalize

import "slices"

// settleStates chooses among the counties of one name in several states: the
// state that the cell speaks of, or the only one that has all the counties named.
func (p *countyParser) settleStates() {
	if p.loneState() {
		return
	}
	p.dropAround()
	open := func(c countyPiece) bool { return len(c.rows) > 1 && !c.each }
	if !slices.ContainsFunc(p.pieces, open) {
		p.noteUnique()
		return
	}
	common := p.commonStates()
	if p.hint != "" && slices.Contains(common, p.hint) {
		common = []string{p.hint}
		p.result.note("the state is the one that the rest of the text speaks of")
	} else if len(common) == 1 {
		p.result.note("the only state that has all these counties")
	}
	for i := range p.pieces {
		piece := &p.pieces[i]
		if !open(*piece) {
			continue
		}
		if len(common) != 1 {
			piece.rows = nil
			piece.doubts = append(piece.doubts, "several states have a county of this name")
			continue
		}
		piece.rows = slices.DeleteFunc(slices.Clone(piece.rows), func(row int32) bool {
			return p.table.rows[row].state != common[0]
		})
		piece.state = common[0]
	}
}

// dropAround leaves out a place of several counties beside one of them:
// "Queens, New York City" is Queens.
func (p *countyParser) dropAround() {
	for i := range p.pieces {
		around := &p.pieces[i]
		if !around.each || len(around.rows) < 2 {
			continue
		}
		inside := func(c countyPiece) bool { return len(c.rows) == 1 && slices.Contains(around.rows, c.rows[0]) }
		if slices.ContainsFunc(p.pieces, inside) {
			around.rows = around.rows[:0:0]
			around.doubts = []string{"names a place of several counties and one of them: read as the one"}
		}
	}
}

// loneState takes the reading from a text that is a state's name and no
// county's of the state at hand: the state of Wyoming is not a county.
func (p *countyParser) loneState() bool {
	if len(p.pieces) != 1 {
		return false
	}
	piece := &p.pieces[0]
	if piece.countyReading.explicit || piece.own || piece.each || StateCode(piece.text) == "" {
		return false
	}
	if p.state == "" && p.hint == "" || !piece.found() {
		piece.rows = nil
		piece.doubts = append(piece.doubts, "names a state and not a county, or a county of another state")
		return true
	}
	return false
}

// noteUnique remarks that a county was found without a state.
func (p *countyParser) noteUnique() {
	for i := range p.pieces {
		piece := &p.pieces[i]
		if p.state == "" && piece.found() && !piece.own {
			piece.notes = append(piece.notes, "the only county of this name in the country")
		}
	}
}

// commonStates returns the states, in order, that have every county found.
func (p *countyParser) commonStates() []string {
	var common []string
	first := true
	for i := range p.pieces {
		piece := &p.pieces[i]
		if !piece.found() {
			continue
		}
		var here []string
		for _, row := range piece.rows {
			here = append(here, p.table.rows[row].state)
		}
		if first {
			common, first = here, false
			continue
		}
		common = slices.DeleteFunc(common, func(s string) bool { return !slices.Contains(here, s) })
	}
	slices.Sort(common)
	return slices.Compact(common)
}
