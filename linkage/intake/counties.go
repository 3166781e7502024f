package intake

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/extract"
	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/linkage/records"
)

// homeState is the state that counties are read in where nothing tells another
// and the names fit it as well as any.
const homeState = "NY"

// readCounties reads the counties that the rows of a record say.
func (r *reader) readCounties(row *records.Row, col *column, raw string) {
	c := &r.part.kase
	r.noted = true
	m := r.counties.of(raw, r.state, readCounty)
	if m.err != nil {
		r.problem(row, col, raw, m.err)
	}
	switch {
	case len(c.Counties) > 0:
		all := append(slices.Clone(c.Counties), m.codes...)
		slices.Sort(all)
		c.Counties = slices.Compact(all)
	case r.batch != nil:
		c.Counties = m.codes
	default:
		c.Counties = slices.Clone(m.codes) // the caller's to change
	}
	if m.doubt != "" {
		c.CountyDoubt = m.doubt
	}
}

func readCounty(text, state string) countyRead {
	m, err := normalize.County(text, state)
	codes := slices.Clone(m.Codes)
	slices.Sort(codes)
	return countyRead{slices.Compact(codes), strings.Join(m.Issues(), "; "), err}
}

// stateOf returns the state that the counties and addresses of a table
// are in, and how that is known: it is said in the options, in a
// column of the table, or it is the one state that has most of the counties named.
func stateOf(t *records.Table, m records.Mapping, o Options) (state, why string) {
	if m.State != "" {
		return m.State, "the mapping says it"
	}
	if o.State != "" {
		return o.State, "said for all files"
	}
	if o.County != "" {
		if c, err := normalize.County(o.County, ""); err == nil && len(c.Codes) > 0 {
			return normalize.CountyState(c.Codes[0]), "that of the county said"
		}
	}
	said := map[string]int{}
	named := map[string]int{}
	for i := range m.Columns {
		c := &m.Columns[i]
		for j := range t.Sample {
			raw := strings.TrimSpace(t.Sample[j].Text(c.Index))
			if raw == "" {
				continue
			}
			switch c.Field {
			case records.FieldState, records.FieldAddressState:
				said[normalize.StateCode(raw)]++
			case records.FieldCounty:
				named[raw]++
			}
		}
	}
	delete(said, "")
	if s := most(said); s != "" {
		return s, "most rows say it"
	}
	if len(named) > 0 {
		return stateOfCounties(named)
	}
	return homeState, "assumed: the file does not say"
}

// stateOfCounties returns the state in which most of the named counties can be read.
func stateOfCounties(named map[string]int) (state, why string) {
	total, fits := 0, map[string]int{}
	for raw, n := range named {
		total += n
		for _, s := range normalize.StateCodes() {
			if m, err := normalize.County(raw, s); err == nil && len(m.Codes) > 0 && len(m.Issues()) == 0 {
				fits[s] += n
			}
		}
	}
	best := most(fits)
	if best == "" || fits[homeState] == fits[best] {
		best = homeState
	}
	return best, fmt.Sprintf("%d of %d counties named are in it", fits[best], total)
}

// most returns the key with the highest count, of equals the first in byte order.
func most(counts map[string]int) string {
	best := ""
	for s, n := range counts {
		if best == "" || n > counts[best] || n == counts[best] && s < best {
			best = s
		}
	}
	return best
}

// extract adds what is found in a narrative.
func (r *reader) extract(n *linkage.Narrative) {
	for _, m := range extract.Text(n.Text, extract.Options{State: r.state}) {
		role := linkage.ParseRole(m.Role)
		if m.VictimSaid {
			role = linkage.RoleVictim
		}
		var about []linkage.Attribute
		for _, a := range m.Attributes {
			about = append(about, linkage.Attribute{Name: a.Name, Value: a.Value})
		}
		r.add(&linkage.Mention{
			Kind: m.Kind, Raw: m.Raw, Value: m.Value, Role: role, Confidence: m.Confidence, InText: true,
			Attributes: about, Source: n.Source,
		})
	}
}
