package linkage

import "slices"

// A batch interns its facets many at a time, shard by shard: that takes a lock for each shard and not for each facet,
// and a processor fetches what the tables say of several facets side by side, while one after the other each would wait for its own.
type pending struct {
	facets  []pendingFacet
	texts   []byte
	order   []int32 // the facets by shard
	numbers []int32 // of their entities
}

// pendingFacet is a facet that waits for the number of its entity.
type pendingFacet struct {
	hash         uint64
	key, display textSpan // in the texts
	base         Weight
	doubt        int32
	kind         uint8
	level        level
	public       bool
}

// mostPending is how many facets wait: so many that most shards have several, and so few that they stay in a core's cache.
const mostPending = 1 << 11

// entity returns what stands for the number of a facet's entity until [Batch.intern]: a negative number.
func (b *Batch) entity(f *facet) int32 {
	p := pendingFacet{
		hash: b.l.entities.hash(f), key: appendText(&b.pending.texts, f.key), base: f.base, doubt: f.doubt, kind: f.kind, level: f.level, public: f.public,
	}
	if f.display == f.key {
		p.display = p.key
	} else {
		p.display = appendText(&b.pending.texts, f.display)
	}
	b.pending.facets = append(b.pending.facets, p)
	return ^int32(len(b.pending.facets) - 1)
}

// intern gives the mentions and pairs of the batch the numbers of their entities.
func (b *Batch) intern() {
	p := &b.pending
	if len(p.facets) > 0 {
		p.sort()
		p.numbers = slices.Grow(p.numbers[:0], len(p.facets))[:len(p.facets)]
		for from := 0; from < len(p.order); {
			shard := p.facets[p.order[from]].hash & (shards - 1)
			to := from
			for to < len(p.order) && p.facets[p.order[to]].hash&(shards-1) == shard {
				to++
			}
			p.internIn(b.l.entities, &b.l.entities.shards[shard], p.order[from:to])
			from = to
		}
		number := func(entity *int32) {
			if *entity < 0 {
				*entity = p.numbers[^*entity]
			}
		}
		for i := b.numbered.mentions; i < len(b.mentions); i++ {
			number(&b.mentions[i].entity)
		}
		for i := b.numbered.implied; i < len(b.implied); i++ {
			number(&b.implied[i].whole)
			number(&b.implied[i].facet)
		}
		p.drop()
	}
	b.numbered = numbered{len(b.mentions), len(b.implied)}
}

// drop forgets what waits.
func (p *pending) drop() {
	p.facets, p.texts = p.facets[:0], p.texts[:0]
}

// sort puts the facets into the order of their shards.
func (p *pending) sort() {
	var next [shards + 1]int32
	for i := range p.facets {
		next[p.facets[i].hash&(shards-1)+1]++
	}
	for s := range shards {
		next[s+1] += next[s]
	}
	p.order = slices.Grow(p.order[:0], len(p.facets))[:len(p.facets)]
	for i := range p.facets {
		s := p.facets[i].hash & (shards - 1)
		p.order[next[s]] = int32(i)
		next[s]++
	}
}

// internIn interns some of the facets, which belong to one shard.
func (p *pending) internIn(t *entityTable, s *entityShard, some []int32) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p.fetch(s, some)
	for _, i := range some {
		w := &p.facets[i]
		f := facet{entityKey: entityKey{w.kind, w.level, w.key.of(p.texts)}, display: w.display.of(p.texts), base: w.base, doubt: w.doubt, public: w.public}
		p.numbers[i] = t.internIn(s, w.hash, &f)
	}
}

// fetch brings what a shard says of some facets into the cache. No step of a loop waits for the one before.
func (p *pending) fetch(s *entityShard, some []int32) {
	if len(s.slots) == 0 {
		return
	}
	mask := uint64(len(s.slots) - 1)
	p.numbers = p.numbers[:cap(p.numbers)]
	for _, i := range some {
		h := p.facets[i].hash
		p.numbers[i] = 0
		if slot := s.slots[h>>32&mask]; slot>>32 == h>>32 {
			p.numbers[i] = int32(uint32(slot)) // its row, plus one
		}
	}
	for _, i := range some {
		if at := p.numbers[i]; at > 0 {
			p.numbers[i] = int32(s.cells[at-1].key.at)
		}
	}
	for _, i := range some {
		if at := p.numbers[i]; at > 0 && int(at) < len(s.texts) {
			p.numbers[i] = int32(s.texts[at])
		}
	}
}
