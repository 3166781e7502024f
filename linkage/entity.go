package linkage

import (
	"cmp"
	"slices"
	"sort"

	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/linkage/source"
)

// An EntityRef names an entity: what several mentions are of.
type EntityRef struct {
	Kind Kind
	Key  string
	// Display is the form for people to read. Values that were judged the same have " = " between them.
	Display string
	// Facet is "" for the value itself, and otherwise the weaker thing that it
	// stands for, such as "building".
	Facet string
}

// A Sighting is a mention as a case has it.
type Sighting struct {
	Case       string // the case's name
	Raw        string // as it stood; empty without a trace
	Role       Role
	Date       normalize.Day // of the mention, or else of the case
	InText     bool
	Unsure     bool // below MinConfidence: shown, not linked on
	Attributes []Attribute
	Source     source.Position
}

// An Entity is what the network knows of one entity.
type Entity struct {
	EntityRef
	Doubt     string   // what is uncertain in the value; "" if nothing is
	NumCases  int      // how many cases have it
	Cases     []string // the cases of Sightings
	Sightings []Sighting
	// Weight is what sharing it says, and Hub the log2 odds that it is a hub;
	// both are 0 where fewer than two cases have it.
	Weight, Hub Weight
}

// CaseInfo is what the network knows of one case.
type CaseInfo struct {
	Name        string // the id, with the agency behind it where two agencies use the id
	ID, Agency  string
	Counties    []string
	CountyDoubt string
	From, To    normalize.Day
	Offense     Offense
	Status      string
	Minors      bool
	Cluster     string // id of its cluster; the case alone is one too
	Source      source.Position
}

// ref returns the public name of an entity.
func (n *Network) ref(entity int32) EntityRef {
	row := n.entities.key(entity)
	return EntityRef{Kind: n.kinds[row.kind].Kind, Key: row.key, Display: n.displayOf(entity), Facet: row.level.String()}
}

// NumCases returns the number of cases.
func (n *Network) NumCases() int { return len(n.cases) }

// NumShared returns the number of entities that two or more cases have.
func (n *Network) NumShared() int { return len(n.shared) }

// NumLinks returns the number of links that hold the clusters together.
func (n *Network) NumLinks() int { return len(n.links) }

// Suppressed returns what was left out because a victim or a minor is not a node.
func (n *Network) Suppressed() Suppressed { return n.suppressed }

// Skipped returns how many combinations of two weak values were not looked at,
// in cases with very many of them.
func (n *Network) Skipped() int { return n.skipped }

// Prior returns the log2 odds that two cases drawn at random belong together.
func (n *Network) Prior() Weight { return n.params.Prior }

// Parameters returns the version of the parameters that the network was weighed with.
func (n *Network) Parameters() string { return n.params.Version }

// Case returns case i, from 0 to NumCases-1, in order of id and agency.
func (n *Network) Case(i int) CaseInfo {
	c := &n.cases[i]
	return CaseInfo{
		Name: n.name(int32(i)), ID: n.id(int32(i)), Agency: n.whose(int32(i)), Counties: n.countiesOfCase(int32(i)), CountyDoubt: n.words[c.countyDoubt],
		From: c.from, To: c.to, Offense: c.offense, Status: n.words[c.status], Minors: c.minors,
		Cluster: n.ClusterOf(i), Source: n.sourceOf(int32(i)),
	}
}

// sourceOf returns where case c stands, or the first part of it.
func (n *Network) sourceOf(c int32) source.Position {
	row := &n.cases[c]
	return source.Position{File: n.words[row.file], Sheet: n.words[row.sheet], Line: int(row.line), Column: int(row.column)}
}

// FindCase returns the numbers of the cases with the given name or id: none,
// one, or several where agencies share an id. Cost: O(log n).
func (n *Network) FindCase(name string) []int {
	first := sort.Search(len(n.cases), func(i int) bool { return n.id(int32(i)) >= name })
	var found []int
	for i := first; i < len(n.cases) && n.id(int32(i)) == name; i++ {
		found = append(found, i)
	}
	if len(found) > 0 {
		return found
	}
	for i := range n.cases {
		if n.name(int32(i)) == name {
			return []int{i}
		}
	}
	return nil
}

// Mentions returns what case i mentions, whole values only, by kind and key.
// What is recorded of victims and minors is not among it.
func (n *Network) Mentions(i int) []Entity {
	var out []Entity
	own := slices.Clone(n.mentions[n.caseMent[i]:n.caseMent[i+1]])
	slices.SortStableFunc(own, func(a, b mentionRow) int {
		return n.entities.key(a.entity).compare(n.entities.key(b.entity))
	})
	for j := 0; j < len(own); {
		k := j
		for k < len(own) && own[k].entity == own[j].entity {
			k++
		}
		if own[j].flags&flagFacet == 0 {
			out = append(out, n.entity(own[j].entity, own[j:k]))
		}
		j = k
	}
	return out
}

// Entity returns the entity of the given kind and key, and false if no case
// mentions it. The first call costs a pass over all mentions.
func (n *Network) Entity(kind Kind, key string) (Entity, bool) {
	k := n.kindIndex(kind)
	if k == noKind {
		return Entity{}, false
	}
	if to, judged := n.judged.values.stand[entityKey{k, levelWhole, key}]; judged {
		key = n.entities.key(to).key
	}
	at := n.entityIndex()[string(kind)+"\x00"+key]
	if len(at) == 0 {
		return Entity{}, false
	}
	mentions := make([]mentionRow, len(at))
	for i, m := range at {
		mentions[i] = n.mentions[m]
	}
	return n.entity(mentions[0].entity, mentions), true
}

// indexEntities returns the mentions of every whole value by kind and key.
func (n *Network) indexEntities() map[string][]int32 {
	index := make(map[string][]int32, n.entities.bound())
	for i := range n.mentions {
		m := &n.mentions[i]
		row := n.entities.key(m.entity)
		if row.level != levelWhole {
			continue
		}
		key := string(n.kinds[row.kind].Kind) + "\x00" + row.key
		index[key] = append(index[key], int32(i))
	}
	return index
}

// EachEntity calls yield for every entity that is mentioned, whole values
// only, by kind and key, until it returns false.
func (n *Network) EachEntity(yield func(Entity) bool) {
	index := n.entityIndex()
	keys := make([]string, 0, len(index))
	for k, at := range index {
		if slices.ContainsFunc(at, func(m int32) bool { return n.mentions[m].flags&flagFacet == 0 }) {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b string) int {
		return n.entities.key(n.mentions[index[a][0]].entity).compare(n.entities.key(n.mentions[index[b][0]].entity))
	})
	for _, k := range keys {
		mentions := make([]mentionRow, len(index[k]))
		for i, at := range index[k] {
			mentions[i] = n.mentions[at]
		}
		if !yield(n.entity(mentions[0].entity, mentions)) {
			return
		}
	}
}

// entity describes an entity by the given mentions of it.
func (n *Network) entity(at int32, mentions []mentionRow) Entity {
	e := Entity{EntityRef: n.ref(at), Doubt: n.entities.at(at).doubt}
	for i := range mentions {
		e.Sightings = append(e.Sightings, n.sighting(&mentions[i]))
		e.Cases = append(e.Cases, n.name(mentions[i].kase))
	}
	slices.Sort(e.Cases)
	e.Cases = slices.Compact(e.Cases)
	slices.SortFunc(e.Sightings, compareSightings)
	e.NumCases = len(e.Cases)
	if s := n.sharedOf[at]; s >= 0 {
		e.NumCases = n.size(s)
		e.Weight, e.Hub = n.shared[s].weight, n.shared[s].hub
	}
	return e
}

func (n *Network) sighting(m *mentionRow) Sighting {
	more := &n.more[m.more]
	s := Sighting{
		Case: n.name(m.kase), Role: m.role, Date: more.date,
		InText: m.flags&flagInText != 0, Unsure: m.flags&flagUnsure != 0,
	}
	if s.Date == 0 {
		s.Date = n.cases[m.kase].from
	}
	if more.trace > 0 {
		t := &n.traces[more.trace-1]
		s.Raw, s.Attributes, s.Source = t.raw, t.attributes, t.source
	}
	return s
}

// compareSightings orders sightings by case, place, text, role and date.
func compareSightings(a, b Sighting) int {
	return cmp.Or(
		cmp.Compare(a.Case, b.Case), a.Source.Compare(b.Source), cmp.Compare(a.Raw, b.Raw),
		cmp.Compare(a.Role, b.Role), cmp.Compare(a.Date, b.Date))
}

// noKind is what kindIndex returns for a kind that is not defined.
const noKind = ^uint8(0)

func (n *Network) kindIndex(k Kind) uint8 {
	for i := range n.kinds {
		if n.kinds[i].Kind == k {
			return uint8(i)
		}
	}
	return noKind
}

// CaseOf returns the number of the case that c is, or is a part of, and false
// if it was not added or the linker keeps no trace.
func (n *Network) CaseOf(c *Case) (int, bool) {
	if n.rowOf == nil {
		return 0, false
	}
	row := n.rowOf(c)
	if row < 0 || int(row) >= len(n.rank) {
		return 0, false // not added, or later than this network was made
	}
	return int(n.rank[row]), true
}

// NumMentions returns the number of mentions, those left out not counted.
func (n *Network) NumMentions() int {
	count := 0
	for i := range n.mentions {
		if n.mentions[i].flags&flagFacet == 0 {
			count++
		}
	}
	return count
}

// NumEntities returns the number of entities that are mentioned, whole values
// only. The first call costs a pass over all mentions.
func (n *Network) NumEntities() int {
	seen := make([]bool, n.entities.bound())
	count := 0
	for i := range n.mentions {
		if m := &n.mentions[i]; m.flags&flagFacet == 0 && !seen[m.entity] {
			seen[m.entity] = true
			count++
		}
	}
	return count
}
