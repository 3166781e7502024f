package casegen

import (
	"fmt"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// Linkage returns the case as package linkage takes it, as if a perfect reader
// had read its file: mentions with raw values for the linker to normalise.
func (c *Case) Linkage() linkage.Case {
	county := Counties[c.County]
	offense := linkage.LaborTrafficking
	if c.Sex {
		offense = linkage.SexTrafficking
	}
	day := normalize.DayOf(c.Day.Date())
	out := linkage.Case{ID: c.ID, Agency: county.Name, Counties: []string{county.FIPS}, From: day, To: day, Offense: offense}
	for _, v := range c.Values {
		out.Mentions = append(out.Mentions, linkage.Mention{Kind: v.Kind, Raw: v.plain(), InText: v.InText})
	}
	for i, name := range c.Suspect {
		out.Mentions = append(out.Mentions, linkage.Mention{Kind: normalize.KindPerson, Raw: name,
			Role: linkage.RoleSuspect, Subject: fmt.Sprint("suspect ", i+1)})
	}
	return out
}
