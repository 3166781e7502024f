package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// filterOptions are the flags that narrow down which clusters are shown.
type filterOptions struct {
	span           int
	minProbability float64
	counties       []string
	offense        string
	kinds          []string
	from, to       string
}

func (o *filterOptions) register(c *cobra.Command) {
	f := c.Flags()
	f.IntVar(&o.span, "span", 2, "only clusters that span at least `N` counties; 1 shows all")
	f.Float64Var(&o.minProbability, "min-probability", 0, "only clusters of at least this `probability`")
	f.StringSliceVar(&o.counties, "county", nil, "only clusters with a case in this `county`; may be repeated")
	f.StringVar(&o.offense, "offense", "", "only clusters with a case of this offense: `sex`, labor or unknown")
	f.StringSliceVar(&o.kinds, "kind", nil, "only clusters that share a value of this `kind`, such as phone; may be repeated")
	f.StringVar(&o.from, "from", "", "only clusters with a case on or after this `date`")
	f.StringVar(&o.to, "to", "", "only clusters with a case on or before this `date`")
	completeFlag(c, "offense", "sex", "labor", "unknown")
	completeFlag(c, "kind", kindNames()...)
	completeFlag(c, "county", newYork()...)
}

// filter is what filterOptions mean.
type filter struct {
	filterOptions
	codes    []string
	from, to normalize.Day
}

func (o *filterOptions) parse() (*filter, error) {
	f := &filter{filterOptions: *o}
	if o.span < 1 {
		return nil, usage("", "--span is a number of counties, 1 or more")
	}
	if o.minProbability < 0 || o.minProbability > 1 {
		return nil, usage("", "--min-probability is a number from 0 to 1")
	}
	for _, name := range o.counties {
		m, err := normalize.County(name, "NY")
		if err != nil || len(m.Codes) == 0 {
			return nil, usage("write the state behind it, as in --county 'Erie, PA'", "--county: no county is called %q", text(name))
		}
		f.codes = append(f.codes, m.Codes...)
	}
	switch o.offense {
	case "", "sex", "labor", "unknown":
	default:
		return nil, usage("", "--offense is sex, labor or unknown")
	}
	for _, k := range o.kinds {
		if !slices.Contains(normalize.Kinds, normalize.Kind(k)) || k == string(normalize.KindCounty) {
			return nil, usage(didYouMean(k, kindNames()), "--kind: no kind is called %q", text(k))
		}
	}
	for _, d := range []struct {
		name, raw string
		day       *normalize.Day
	}{{"--from", o.from, &f.from}, {"--to", o.to, &f.to}} {
		if d.raw == "" {
			continue
		}
		v, err := normalize.Date(d.raw)
		if err != nil {
			return nil, usage("write it as 2024-03-31", "%s: not a date", d.name)
		}
		*d.day = v.From
	}
	return f, nil
}

// narrows reports whether anything but the span is asked for.
func (f *filter) narrows() bool {
	return f.minProbability > 0 || len(f.codes) > 0 || f.offense != "" || len(f.kinds) > 0 || f.from != 0 || f.to != 0
}

// apply returns the clusters that pass, and how many each rule left out.
func (f *filter) apply(all []linkage.Cluster) (kept []linkage.Cluster, left map[string]int) {
	left = map[string]int{}
	for _, k := range all {
		if why := f.against(&k); why != "" {
			left[why]++
		} else {
			kept = append(kept, k)
		}
	}
	return kept, left
}

// against returns the flag that leaves a cluster out, "" if none does.
func (f *filter) against(k *linkage.Cluster) string {
	switch {
	case k.Probability < f.minProbability:
		return "--min-probability"
	case len(f.codes) > 0 && !slices.ContainsFunc(f.codes, func(c string) bool { return slices.Contains(k.Counties, c) }):
		return "--county"
	case f.offense != "" && !f.hasOffense(k):
		return "--offense"
	case len(f.kinds) > 0 && !slices.ContainsFunc(k.Shared, func(s linkage.Shared) bool { return slices.Contains(f.kinds, string(s.Entity.Kind)) }):
		return "--kind"
	case f.from != 0 && k.To < f.from:
		return "--from"
	case f.to != 0 && (k.From == 0 || k.From > f.to):
		return "--to"
	}
	return ""
}

func (f *filter) hasOffense(k *linkage.Cluster) bool {
	both := k.Offenses[linkage.SexTrafficking|linkage.LaborTrafficking]
	switch f.offense {
	case "sex":
		return k.Offenses[linkage.SexTrafficking]+both > 0
	case "labor":
		return k.Offenses[linkage.LaborTrafficking]+both > 0
	}
	return k.Offenses[0] > 0
}

// sayLeftOut says how many clusters the filters and the limit left out.
func (a *app) sayLeftOut(p *printer, left map[string]int, beyond int) {
	var parts []string
	for _, flag := range []string{"--min-probability", "--county", "--offense", "--kind", "--from", "--to"} {
		if n := left[flag]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d by %s", n, flag))
		}
	}
	if beyond > 0 {
		parts = append(parts, fmt.Sprintf("%d by --limit", beyond))
	}
	if len(parts) > 0 {
		p.line("left out: %s", strings.Join(parts, ", "))
	}
}

func kindNames() []string {
	var out []string
	for _, k := range normalize.Kinds {
		out = append(out, string(k))
	}
	return out
}
