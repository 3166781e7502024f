package linkage

// bitset is a set of numbers below the one that it was made for.
type bitset []uint64

func newBitset(below int) bitset { return make(bitset, (below+63)/64) }

func (b bitset) has(i int32) bool { return b[i>>6]&(1<<(i&63)) != 0 }
func (b bitset) set(i int32)      { b[i>>6] |= 1 << (i & 63) }
