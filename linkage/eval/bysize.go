package eval

// A SizeScore says how well the true clusters of some size were found.
type SizeScore struct {
	Min, Max  int // cases a true cluster; Max 0 is no limit
	Cases     int
	Whole     int // cases whose found cluster is their true cluster, no case more or less
	TruePairs int64
	Both      int64 // true pairs that were found
	BCubed    BCubed
}

// Recall returns the share of the true pairs that were found; 1 if there are none.
func (s SizeScore) Recall() float64 { return share(s.Both, s.TruePairs) }

// sizeClasses are the sizes that are told apart: what stands alone, the pair,
// what a person keeps in mind, what fits a page, what needs a summary.
var sizeClasses = [...][2]int{{1, 1}, {2, 2}, {3, 5}, {6, 15}, {16, 40}, {41, 0}}

// BySize scores the cases apart by the size of their true cluster, smallest
// first; classes without cases are left out. It costs O(n) time and memory.
func BySize[T, F comparable](truth []T, found []F) []SizeScore {
	scores := make([]SizeScore, len(sizeClasses))
	twice := make([][2]int64, len(sizeClasses)) // true pairs and found ones, each counted from both ends
	for _, o := range overlapsOf(truth, found) {
		i := classOf(o.truth)
		s := &scores[i]
		s.Cases++
		if o.both == o.truth && o.both == o.found {
			s.Whole++
		}
		twice[i][0] += int64(o.truth - 1)
		twice[i][1] += int64(o.both - 1)
		s.BCubed.Precision += float64(o.both) / float64(o.found)
		s.BCubed.Recall += float64(o.both) / float64(o.truth)
	}
	var out []SizeScore
	for i, s := range scores {
		if s.Cases == 0 {
			continue
		}
		s.Min, s.Max = sizeClasses[i][0], sizeClasses[i][1]
		s.TruePairs, s.Both = twice[i][0]/2, twice[i][1]/2
		s.BCubed.Precision /= float64(s.Cases)
		s.BCubed.Recall /= float64(s.Cases)
		out = append(out, s)
	}
	return out
}

func classOf(size int) int {
	for i, c := range sizeClasses {
		if size <= c[1] {
			return i
		}
	}
	return len(sizeClasses) - 1
}
