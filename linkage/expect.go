package linkage

// expectedSlack is how much more room than expected is made: batches of one file differ by less.
const expectedSlack = 1.05

// Expect makes room for so many batches like b, which has been added, so that adding them does not move what is
// there again and again. It changes no result; memory that is then not used is never fetched. Cost: O(what the linker holds).
func (l *Linker) Expect(b *Batch, times float64) {
	if times <= 0 {
		return
	}
	more := func(n int) int { return int(float64(n) * times * expectedSlack) }
	l.mu.Lock()
	defer l.mu.Unlock()
	l.cases.rows = reserve(l.cases.rows, more(len(b.parts)))
	l.cases.slots.reserve(len(l.cases.rows) + more(len(b.parts)))
	l.cases.texts = reserve(l.cases.texts, more(len(b.text)))
	l.mentions = reserve(l.mentions, more(len(b.mentions)))
	l.more = reserve(l.more, more(len(b.more)-1))
	l.implied.pairs = reserve(l.implied.pairs, more(len(b.implied)))
	if len(l.mentions) > 0 {
		l.entities.expect(float64(more(len(b.mentions))) / float64(len(l.mentions)))
	}
}

// expect makes room for so many times what there is.
func (t *entityTable) expect(times float64) {
	for i := range t.shards {
		s := &t.shards[i]
		s.mu.Lock()
		s.cells = reserve(s.cells, int(float64(len(s.cells))*times))
		s.texts = reserve(s.texts, int(float64(len(s.texts))*times))
		s.mu.Unlock()
	}
}

// reserve returns a slice with room for n more. Unlike slices.Grow it does not touch that room.
func reserve[T any](s []T, n int) []T {
	if cap(s)-len(s) >= n {
		return s
	}
	out := make([]T, len(s), len(s)+max(n, len(s)/4))
	copy(out, s)
	return out
}
