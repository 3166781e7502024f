package pages

import (
	"cmp"
	"slices"

	"github.com/tflink/tflink/linkage"
)

// A finding is what a report says of a cluster, gathered from the network.
type finding struct {
	net   *linkage.Network
	k     linkage.Cluster
	cases []linkage.CaseInfo // by name, as in the cluster
	at    map[string]int     // position in cases, by name
	links []linkage.Link     // that hold the cluster together
	// values are what two or more of the cases share and that are no hubs, those of the most cases first.
	values []value
}

// A value is something that cases of the cluster share, with where it stands in them.
type value struct {
	linkage.Shared
	doubt     string
	sightings []linkage.Sighting
	cases     []string
	counties  []string
}

// A hub is a value of the cluster that is so common that it proves little.
type hub struct {
	linkage.Hub
	inside []string // the cases of the cluster that have it
}

func newFinding(n *linkage.Network, k linkage.Cluster) *finding {
	f := &finding{net: n, k: k, at: make(map[string]int, len(k.Cases)), links: n.Holding(k)}
	for _, name := range k.Cases {
		for _, i := range n.FindCase(name) {
			if c := n.Case(i); c.Name == name {
				f.at[name] = len(f.cases)
				f.cases = append(f.cases, c)
			}
		}
	}
	f.findValues()
	return f
}

// findValues gathers where the shared values stand. Of a weaker thing that a value
// stands for, such as the building of a flat, that is known from the links through it.
func (f *finding) findValues() {
	facets := map[linkage.EntityRef][]linkage.Sighting{}
	for i := range f.links {
		for _, e := range f.links[i].Evidence {
			if e.Entity.Facet != "" {
				facets[e.Entity] = append(append(facets[e.Entity], e.A...), e.B...)
			}
		}
	}
	for _, s := range f.k.Shared {
		v := value{Shared: s}
		all := facets[s.Entity]
		if s.Entity.Facet == "" {
			e, _ := f.net.Entity(s.Entity.Kind, s.Entity.Key)
			v.doubt, all = e.Doubt, e.Sightings
		}
		v.take(f, all)
		f.values = append(f.values, v)
	}
}

// take keeps the sightings in cases of the cluster, each once.
func (v *value) take(f *finding, all []linkage.Sighting) {
	for _, s := range all {
		if at, in := f.at[s.Case]; in {
			v.sightings = append(v.sightings, s)
			v.cases = append(v.cases, s.Case)
			v.counties = append(v.counties, f.cases[at].Counties...)
		}
	}
	slices.SortFunc(v.sightings, func(a, b linkage.Sighting) int {
		return cmp.Or(cmp.Compare(a.Case, b.Case), a.Source.Compare(b.Source), cmp.Compare(a.Raw, b.Raw), cmp.Compare(a.Role, b.Role))
	})
	v.sightings = slices.CompactFunc(v.sightings, func(a, b linkage.Sighting) bool {
		return a.Case == b.Case && a.Source == b.Source && a.Raw == b.Raw && a.Role == b.Role
	})
	v.cases, v.counties = distinct(v.cases), distinct(v.counties)
}

// hubs returns the damped values that cases of the cluster have.
func (f *finding) hubs() []hub {
	var all []hub
	for _, h := range f.net.Hubs() {
		e, ok := f.net.Entity(h.Entity.Kind, h.Entity.Key)
		if !ok || h.Entity.Facet != "" {
			continue
		}
		var inside []string
		for _, c := range e.Cases {
			if _, in := f.at[c]; in {
				inside = append(inside, c)
			}
		}
		if len(inside) > 0 {
			all = append(all, hub{h, inside})
		}
	}
	return all
}

// counties returns the counties of a case.
func (f *finding) counties(name string) []string {
	if at, in := f.at[name]; in {
		return f.cases[at].Counties
	}
	return nil
}

// county returns the first county of a case, "" if none is known.
func (f *finding) county(name string) string {
	if c := f.counties(name); len(c) > 0 {
		return c[0]
	}
	return ""
}

// weakest returns the weakest of the links without which the cluster would fall
// apart: the last of a maximum spanning tree. nil if there is no link.
func (f *finding) weakest() *linkage.Link {
	steps := f.steps()
	if len(steps) == 0 {
		return nil
	}
	return steps[0].link
}

// distinct returns the strings sorted, each once.
func distinct(all []string) []string {
	all = slices.Clone(all)
	slices.Sort(all)
	return slices.Compact(all)
}
