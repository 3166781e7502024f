package cli

import "github.com/tflink/tflink/linkage/records"

// planJSON is how one column would be mapped.
type planJSON struct {
	Type      string `json:"type"`
	File      string `json:"file"`
	Sheet     string `json:"sheet,omitempty"`
	Column    int    `json:"column"` // from 1
	Header    string `json:"header"`
	Field     string `json:"field"`
	Role      string `json:"role,omitempty"`
	Group     string `json:"group,omitempty"`
	Uncertain bool   `json:"uncertain,omitempty"`
	Why       string `json:"why,omitempty"`
}

// recordPlan writes a record a column.
func (a *app) recordPlan(all []records.Mapping) error {
	for _, m := range all {
		for _, c := range m.Columns {
			r := planJSON{"column", m.File, m.Sheet, c.Index + 1, c.Header, string(c.Field), c.Role, c.Group, c.Uncertain, c.Why}
			if err := a.out.record(r); err != nil {
				return err
			}
		}
	}
	return nil
}
