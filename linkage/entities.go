package linkage

import (
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/tflink/tflink/linkage/normalize"
)

// entityKey is what makes two mentions one entity.
type entityKey struct {
	kind  uint8
	level level
	key   string
}

// compare orders entities by kind, level and key; it is a total order.
func (k entityKey) compare(o entityKey) int {
	if k.kind != o.kind {
		return int(k.kind) - int(o.kind)
	}
	if k.level != o.level {
		return int(k.level) - int(o.level)
	}
	return strings.Compare(k.key, o.key)
}

// entityRow is an entity as far as its own value tells.
type entityRow struct {
	entityKey
	base   Weight // what sharing it weighs before frequency, hubs and gaps
	doubt  string // first issue of the value, if it has one
	public bool   // names a place or service that unrelated people use
}

// entityCell is an entityRow as it is kept: 28 bytes without a pointer.
type entityCell struct {
	key, display textSpan // in the shard's texts; a display of no bytes is made from the key
	base         Weight
	doubt        int32 // in the linker's words
	kind         uint8
	level        level
	public       bool
}

// Entities are numbered by shard: the number's low bits say which, so that
// several goroutines can add some at the same time.
const (
	shardBits = 6
	shards    = 1 << shardBits
)

// entityTable interns entities: equal keys get one number.
type entityTable struct {
	seed   uint64
	doubts *words
	kinds  []kindState
	shards [shards]entityShard
}

type entityShard struct {
	mu     sync.Mutex
	slots  hashTable
	cells  []entityCell
	texts  []byte
	frozen bool     // a network reads the cells: what changes one must copy them first
	_      [40]byte // keeps two shards out of one cache line
}

// intern returns the number of the entity that a facet is of, and adds what the facet
// tells to what is known of it: in whatever order facets come, the same comes of it.
func (t *entityTable) intern(f *facet) int32 {
	h := t.hash(f)
	s := &t.shards[h&(shards-1)]
	s.mu.Lock()
	defer s.mu.Unlock()
	return t.internIn(s, h, f)
}

func (t *entityTable) hash(f *facet) uint64 {
	return hashText(t.seed^uint64(f.kind)<<8^uint64(f.level), f.key)
}

// internIn interns a facet of the given hash in its shard, which is locked.
func (t *entityTable) internIn(s *entityShard, h uint64, f *facet) int32 {
	at := s.find(h, f)
	if at < 0 {
		at = t.insert(s, h, f)
	} else {
		t.merge(s, at, f)
	}
	return at<<shardBits | int32(h&(shards-1))
}

// find returns the index of a facet's cell, or -1.
func (s *entityShard) find(h uint64, f *facet) int32 {
	if len(s.slots) == 0 {
		return -1
	}
	mask := uint64(len(s.slots) - 1)
	for i := h >> 32 & mask; ; i = (i + 1) & mask {
		slot := s.slots[i]
		if slot == 0 {
			return -1
		}
		if slot>>32 == h>>32 {
			at := int32(uint32(slot)) - 1
			if c := &s.cells[at]; c.kind == f.kind && c.level == f.level && c.key.of(s.texts) == f.key {
				return at
			}
		}
	}
}

func (t *entityTable) insert(s *entityShard, h uint64, f *facet) int32 {
	at := int32(len(s.cells))
	c := entityCell{key: appendText(&s.texts, f.key), base: f.base, doubt: f.doubt, kind: f.kind, level: f.level, public: f.public}
	if f.display == f.key {
		c.display = c.key
	} else if !t.kinds[f.kind].shows(f) {
		c.display = appendText(&s.texts, f.display)
	}
	s.cells = append(s.cells, c)
	s.slots.add(h, at)
	return at
}

// merge adds what another mention tells of an entity.
func (t *entityTable) merge(s *entityShard, at int32, f *facet) {
	c := &s.cells[at]
	shows := t.kinds[f.kind].shows(f)
	better := !(shows && c.display.n == 0) && betterDisplay(t.kinds[f.kind].displayOf(f), t.display(s, c))
	doubt := c.doubt
	if doubt != 0 && (f.doubt == 0 || f.doubt != doubt && t.doubts.text(f.doubt) < t.doubts.text(doubt)) {
		doubt = f.doubt // doubted only where every mention is
	}
	public, base := c.public || f.public, min(c.base, f.base) // the more cautious reading, whatever came first
	if !better && doubt == c.doubt && public == c.public && base == c.base {
		return
	}
	if s.frozen {
		s.cells, s.frozen = slices.Clone(s.cells), false
		c = &s.cells[at]
	}
	if better {
		c.display = textSpan{}
		if !shows {
			c.display = appendText(&s.texts, f.display)
		}
	}
	c.doubt, c.public, c.base = doubt, public, base
}

func (t *entityTable) display(s *entityShard, c *entityCell) string {
	if c.display.n == 0 {
		return string(t.kinds[c.kind].appendShown(nil, c.key.of(s.texts)))
	}
	return c.display.of(s.texts)
}

// appendShown appends the form for people that most values of a kind have by
// their key: it need not be kept. Of a kind that has none it appends nothing.
func (k *kindState) appendShown(dst []byte, key string) []byte {
	switch {
	case k.own:
	case k.Kind == normalize.KindPhone:
		return normalize.AppendShownPhone(dst, key)
	case k.Kind == normalize.KindPlate:
		return normalize.AppendShownPlate(dst, key)
	}
	return dst
}

// shows reports whether a facet is displayed as its key tells. One without a display
// is by its maker's word.
func (k *kindState) shows(f *facet) bool {
	if f.display == "" {
		return true
	}
	var buf [48]byte
	return string(k.appendShown(buf[:0], f.key)) == f.display
}

func (k *kindState) displayOf(f *facet) string {
	if f.display == "" {
		return string(k.appendShown(nil, f.key))
	}
	return f.display
}

// entities is the state of an entityTable when a network was made.
type entities struct {
	doubts []string
	kinds  []kindState
	shards [shards]struct {
		cells []entityCell
		texts []byte
	}
}

// freeze returns the entities as they are now; they do not change with the table.
func (t *entityTable) freeze() *entities {
	e := &entities{kinds: t.kinds}
	for i := range t.shards {
		s := &t.shards[i]
		s.mu.Lock()
		s.frozen = true
		e.shards[i].cells, e.shards[i].texts = s.cells[:len(s.cells):len(s.cells)], s.texts[:len(s.texts):len(s.texts)]
		s.mu.Unlock()
	}
	e.doubts = t.doubts.texts()
	return e
}

// bound returns a number that is above those of all entities.
func (e *entities) bound() int {
	n := 0
	for i := range e.shards {
		n = max(n, len(e.shards[i].cells))
	}
	return n << shardBits
}

// all yields the numbers of all entities.
func (e *entities) all() iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for i := range e.shards {
			for at := range e.shards[i].cells {
				if !yield(int32(at)<<shardBits | int32(i)) {
					return
				}
			}
		}
	}
}

func (e *entities) cell(i int32) *entityCell {
	return &e.shards[i&(shards-1)].cells[i>>shardBits]
}

// kind returns the kind of entity i.
func (e *entities) kind(i int32) uint8 { return e.cell(i).kind }

// key returns what makes entity i itself.
func (e *entities) key(i int32) entityKey {
	c := e.cell(i)
	return entityKey{c.kind, c.level, c.key.of(e.shards[i&(shards-1)].texts)}
}

// at returns what is known of entity i by itself.
func (e *entities) at(i int32) entityRow {
	c := e.cell(i)
	texts := e.shards[i&(shards-1)].texts
	return entityRow{entityKey: entityKey{c.kind, c.level, c.key.of(texts)}, base: c.base, doubt: e.doubts[c.doubt], public: c.public}
}

// display returns the form of entity i for people to read.
func (e *entities) display(i int32) string {
	c := e.cell(i)
	texts := e.shards[i&(shards-1)].texts
	if c.display.n == 0 {
		return string(e.kinds[c.kind].appendShown(nil, c.key.of(texts)))
	}
	return c.display.of(texts)
}
