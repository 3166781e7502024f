package eval

// Pairs counts pairs of cases. The counts are exact: no pair is enumerated.
type Pairs struct {
	Both  int64 // pairs that are together in truth and were found together
	Truth int64 // pairs that are together in truth
	Found int64 // pairs that were found together
}

// PairsOf compares two labellings of the same cases: truth[i] and found[i] are the
// labels of case i, and cases of equal label are together. It panics if the
// lengths differ. It costs O(n) time and memory.
func PairsOf[T, F comparable](truth []T, found []F) Pairs {
	if len(truth) != len(found) {
		panic("eval: truth and found differ in length")
	}
	type cell struct {
		t T
		f F
	}
	cells, ts, fs := map[cell]int64{}, map[T]int64{}, map[F]int64{}
	for i := range truth {
		cells[cell{truth[i], found[i]}]++
		ts[truth[i]]++
		fs[found[i]]++
	}
	return Pairs{Both: pairsIn(cells), Truth: pairsIn(ts), Found: pairsIn(fs)}
}

func pairsIn[K comparable](sizes map[K]int64) int64 {
	var sum int64
	for _, n := range sizes {
		sum += n * (n - 1) / 2
	}
	return sum
}

// Precision returns the share of the found pairs that are right; 1 if none was found.
func (p Pairs) Precision() float64 { return share(p.Both, p.Found) }

// Recall returns the share of the true pairs that were found; 1 if there are none.
func (p Pairs) Recall() float64 { return share(p.Both, p.Truth) }

// F1 returns the harmonic mean of precision and recall; 1 if there was nothing
// to find and nothing was found.
func (p Pairs) F1() float64 { return share(2*p.Both, p.Truth+p.Found) }

// share returns part/whole, and 1 for nothing of nothing.
func share(part, whole int64) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}
