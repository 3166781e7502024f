package eval

// BCubed is precision and recall averaged over cases, so that a big cluster
// counts by its cases and not by their pairs. Bagga and Baldwin 1998,
// "Entity-Based Cross-Document Coreferencing Using the Vector Space Model".
type BCubed struct {
	Precision float64 // mean over cases of: how much of its found cluster is truly with it
	Recall    float64 // mean over cases of: how much of its true cluster was found with it
}

// BCubedOf compares two labellings of the same cases, as [PairsOf] does. Both
// numbers are 1 if there are no cases. It costs O(n) time and memory.
func BCubedOf[T, F comparable](truth []T, found []F) BCubed {
	var p, r float64
	overlaps := overlapsOf(truth, found)
	if len(overlaps) == 0 {
		return BCubed{1, 1}
	}
	for _, o := range overlaps {
		p += float64(o.both) / float64(o.found)
		r += float64(o.both) / float64(o.truth)
	}
	n := float64(len(overlaps))
	return BCubed{p / n, r / n}
}

// F1 returns the harmonic mean of precision and recall.
func (b BCubed) F1() float64 { return harmonic(b.Precision, b.Recall) }

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// An overlap says of one case how many cases are in its true cluster, in its
// found one, and in both, itself counted.
type overlap struct{ truth, found, both int }

func overlapsOf[T, F comparable](truth []T, found []F) []overlap {
	if len(truth) != len(found) {
		panic("eval: truth and found differ in length")
	}
	type cell struct {
		t T
		f F
	}
	cells, ts, fs := map[cell]int{}, map[T]int{}, map[F]int{}
	for i := range truth {
		cells[cell{truth[i], found[i]}]++
		ts[truth[i]]++
		fs[found[i]]++
	}
	out := make([]overlap, len(truth))
	for i := range truth {
		out[i] = overlap{ts[truth[i]], fs[found[i]], cells[cell{truth[i], found[i]}]}
	}
	return out
}
