package linkage

// hashTable finds rows by the hashes of what makes them, by open addressing: a slot has the
// upper half of a hash, and the row's number plus one; 0 is free. Who looks a row up begins at the
// slot that the upper half names, and compares the rows.
type hashTable []uint64

// add adds the row at, which comes behind all that are there.
func (t *hashTable) add(h uint64, at int32) {
	if int(at)*4 >= len(*t)*3 {
		t.resize(2 * len(*t))
	}
	t.place(h>>32<<32 | uint64(at+1))
}

// place writes a slot where its hash wants it, or after that.
func (t hashTable) place(slot uint64) {
	mask := uint64(len(t) - 1)
	i := slot >> 32 & mask
	for t[i] != 0 {
		i = (i + 1) & mask
	}
	t[i] = slot
}

// reserve makes room for so many rows.
func (t *hashTable) reserve(rows int) {
	size := len(*t)
	for size = max(size, 64); size*3 < rows*4; {
		size *= 2
	}
	if size > len(*t) {
		t.resize(size)
	}
}

// resize makes the table have so many slots, a power of two.
func (t *hashTable) resize(slots int) {
	old := *t
	*t = make(hashTable, max(64, slots))
	for _, slot := range old {
		if slot != 0 {
			t.place(slot)
		}
	}
}
