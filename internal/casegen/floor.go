package casegen

import "github.com/tflink/tflink/linkage/eval"

// An Exact says how a plain exact-key linker would go about it: it joins the
// cases that share a value letter by letter.
type Exact struct {
	Cap      int  // ignore values that stand in more cases; 0 is no cap
	Text     bool // values of the narratives are known too
	SkipHubs bool // values of hubs are known and left out
}

// Floor returns how well an exact-key linker does on the corpus: what a profile's
// hardness is measured by.
func (c *Corpus) Floor(x Exact) eval.Pairs {
	return c.score(c.groups(x), x.Cap)
}

// BestCap returns the cap that the truth would choose and what it reaches.
func (c *Corpus) BestCap(text bool) (best int, score eval.Pairs) {
	groups := c.groups(Exact{Text: text})
	for limit := 2; limit <= 256; limit += 1 + limit/8 {
		if s := c.score(groups, limit); best == 0 || s.F1() > score.F1() {
			best, score = limit, s
		}
	}
	return best, score
}

// groups returns, for each value that the linker knows, the cases it stands in.
func (c *Corpus) groups(x Exact) [][]int {
	number := map[string]int{}
	var groups [][]int
	for i := range c.Cases {
		for _, v := range c.Cases[i].Values {
			if v.InText && !x.Text || v.Hub && x.SkipHubs {
				continue
			}
			key := string(v.Kind) + " " + v.Seen
			n, ok := number[key]
			if !ok {
				n = len(groups)
				number[key] = n
				groups = append(groups, nil)
			}
			groups[n] = append(groups[n], i)
		}
	}
	return groups
}

// score joins the groups of no more cases than the limit (0: any) and compares
// with the truth.
func (c *Corpus) score(groups [][]int, limit int) eval.Pairs {
	sets := newSets(len(c.Cases))
	for _, members := range groups {
		if limit > 0 && len(members) > limit {
			continue
		}
		for _, m := range members[1:] {
			sets.join(members[0], m)
		}
	}
	truth, found := make([]int, len(c.Cases)), make([]int, len(c.Cases))
	for i := range c.Cases {
		truth[i], found[i] = c.Cases[i].Ring, sets.root(i)
		if truth[i] == 0 {
			truth[i] = -1 - i // alone
		}
	}
	return eval.PairsOf(truth, found)
}

// sets is a union-find with path halving.
type sets []int

func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = i
	}
	return s
}

func (s sets) root(i int) int {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

// join puts the smaller root above, so that the result does not depend on the order.
func (s sets) join(i, j int) {
	i, j = s.root(i), s.root(j)
	s[max(i, j)] = min(i, j)
}
