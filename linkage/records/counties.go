package records

import "github.com/tflink/tflink/linkage/normalize"

const (
	// countyValues is how many different values of a column are tried as
	// counties, each in every state.
	countyValues = 20
	// countyRepeats is how often a county must come on average. Few counties
	// stand in many rows; towns and surnames, which counties are called after, vary more.
	countyRepeats = 2
)

// counties finds a column without a name that holds counties of one state.
func (in *inferrer) counties() {
	if in.index(FieldCounty) >= 0 {
		return
	}
	for i := range in.cols {
		s := &in.shapes[i]
		if len(in.guess[i].fields) > 0 || in.cols[i].Field != FieldIgnore || s.fits[FieldCity] < fitsWell || s.distinct*countyRepeats > s.filled {
			continue
		}
		if state, share := commonState(in.t.Sample, i); share >= fitsWell {
			in.set(i, FieldCounty, 0.6, "%.0f %% of the values are counties of %s; its name says nothing", 100*share, state)
			in.cols[i].Uncertain = true
			return
		}
	}
}

// commonState returns the state in which the largest share of a column's
// values are counties.
func commonState(rows []Row, column int) (state string, share float64) {
	seen := map[string]bool{}
	var values []string
	for i := range rows {
		if text := rows[i].Text(column); !isNothing(text) && !seen[text] && len(values) < countyValues {
			seen[text] = true
			values = append(values, text)
		}
	}
	best := 0
	for _, code := range normalize.StateCodes() {
		n := 0
		for _, v := range values {
			if m, err := normalize.County(v, code); err == nil && len(m.Issues()) == 0 {
				n++
			}
		}
		if n > best {
			state, best = code, n
		}
	}
	return state, float64(best) / float64(max(1, len(values)))
}
