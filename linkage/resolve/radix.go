package resolve

// sortBits sorts numbers by their bits from one up to another, those that are equal there in the
// order that they have: a radix sort, the lowest digit first (Knuth, TAOCP 3, 5.2.5). free is as long as x and is
// written over. It costs O(n) for each of the digits, which have 11 bits.
func sortBits(x, free []uint64, from, to int) {
	const digit = 11
	a, b := x, free
	for at := from; at < to; at += digit {
		width := min(digit, to-at)
		var ends [1 << digit]int32
		mask := uint64(1)<<width - 1
		for _, v := range a {
			ends[v>>at&mask]++
		}
		if len(a) == 0 || int(ends[a[0]>>at&mask]) == len(a) {
			continue // all have the same
		}
		sum := int32(0)
		for i, n := range ends {
			ends[i] = sum
			sum += n
		}
		for _, v := range a {
			i := v >> at & mask
			b[ends[i]] = v
			ends[i]++
		}
		a, b = b, a
	}
	if len(x) > 0 && &a[0] != &x[0] {
		copy(x, a)
	}
}
