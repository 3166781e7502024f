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
	at := map[string][]int{}
	for i := range c.Cases {
		for _, v := range c.Cases[i].Values {
			if v.InText && !x.Text || v.Hub && x.SkipHubs {
				continue
			}
			key := string(v.Kind) + " " + v.Seen
			at[key] = append(at[key], i)
		}
	}
	sets := newSets(len(c.Cases))
	for _, members := range at {
		if x.Cap > 0 && len(members) > x.Cap {
			continue
		}
		for _, m := range members {
			sets.join(members[0], m)
		}
	}
	truth, found := make([]string, len(c.Cases)), make([]string, len(c.Cases))
	for i := range c.Cases {
		truth[i] = c.Cases[i].Truth()
		found[i] = c.Cases[sets.root(i)].ID
	}
	return eval.PairsOf(truth, found)
}

// BestCap returns the cap that the truth would choose and what it reaches.
func (c *Corpus) BestCap(text bool) (best int, score eval.Pairs) {
	for limit := 2; limit <= 256; limit = limit + 1 + limit/8 {
		if s := c.Floor(Exact{Cap: limit, Text: text}); best == 0 || s.F1() > score.F1() {
			best, score = limit, s
		}
	}
	return best, score
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
