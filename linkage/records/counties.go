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

// maybeCounty are words, as they stand in a header, of columns that may hold counties: "Cty" is a
// city or a county, a jurisdiction an agency or a county.
var maybeCounty = wordSet(`cty county jurisdiction condado venue jurisdiccion`)

// namedLikeCounty reports whether a header has such a word.
func namedLikeCounty(header string) bool {
	for _, w := range splitCamel(clip(header, 200)) {
		if maybeCounty[fold(w)] {
			return true
		}
	}
	return false
}

// counties finds a column that holds counties of one state where no name says
// so clearly: one without a name, or one called "Cty" or "Jurisdiction".
func (in *inferrer) counties() {
	if in.index(FieldCounty) >= 0 {
		return
	}
	for i := range in.cols {
		s, c := &in.shapes[i], &in.cols[i]
		if namedLikeCounty(c.Header) && (c.Field == FieldIgnore || c.Field == FieldCity || c.Field == FieldAgency) {
			if state, share := commonState(in.t.Sample, i); share >= fitsWell && s.filled > 0 {
				in.set(i, FieldCounty, 0.85, "its name is general, and %.0f %% of the values are counties of %s", 100*share, state)
				c.Uncertain = false
				return
			}
		}
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
