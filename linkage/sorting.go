package linkage

import (
	"cmp"
	"slices"
)

// orderByText returns the numbers 0 to n-1 in the order of compare, which orders by text
// first. It compares the eight bytes behind what all texts begin with, and asks compare
// only where they are equal. Cost: O(n log n), most of it on numbers.
func orderByText(n int, text func(int32) string, compare func(a, b int32) int) []int32 {
	order := make([]int32, n)
	if n == 0 {
		return order
	}
	type item struct {
		head uint64
		at   int32
	}
	first := text(0)
	shared := len(first)
	for i := 1; i < n && shared > 0; i++ {
		s := text(int32(i))
		shared = min(shared, len(s))
		for shared > 0 && s[:shared] != first[:shared] {
			shared--
		}
	}
	items := make([]item, n)
	for i := range items {
		items[i] = item{headOf(text(int32(i))[shared:]), int32(i)}
	}
	slices.SortFunc(items, func(a, b item) int {
		if a.head != b.head {
			return cmp.Compare(a.head, b.head)
		}
		return compare(a.at, b.at)
	})
	for i := range items {
		order[i] = items[i].at
	}
	return order
}

// headOf returns the first eight bytes of a text as a number that orders as they do.
func headOf(s string) uint64 {
	var h uint64
	for i := range min(len(s), 8) {
		h |= uint64(s[i]) << (56 - 8*i)
	}
	return h
}
