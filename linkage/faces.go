package linkage

import (
	"context"
	"slices"
	"sync"

	"github.com/tflink/tflink/linkage/normalize"
)

// suspicious is the log2 odds of a hub, about one in ten, from which it is
// noted what else is a face of the same thing.
const suspicious = -3 * Bit

// findFaces notes, for the values that may be hubs, which others are faces of
// the same thing: who shares a motel's address and its phone shares one fact and not two.
func (n *Network) findFaces(c *company) {
	n.faces = map[int32][]int32{}
	for _, f := range c.faces {
		if n.shared[f.of].hub >= suspicious {
			n.faceOf = append(n.faceOf, f)
		}
	}
	if n.edge != nil {
		n.faceOf = append(n.faceOf, n.edge.faces(n)...)
	}
	slices.SortFunc(n.faceOf, face.compare)
	for _, f := range n.faceOf {
		n.faces[f.of] = append(n.faces[f.of], f.face)
		n.faces[f.face] = append(n.faces[f.face], f.of)
	}
	for e, faces := range n.faces {
		slices.Sort(faces)
		n.faces[e] = slices.Compact(faces)
	}
}

// facesOf returns, of faces that are sorted, those of one value.
func facesOf(sorted []face, of int32) []face {
	from, _ := slices.BinarySearchFunc(sorted, face{of, 0}, face.compare)
	to, _ := slices.BinarySearchFunc(sorted, face{of + 1, 0}, face.compare)
	return sorted[from:to]
}

// markFaces marks the values that are other faces of the same thing as e and so
// corroborate nothing: a motel's phone beside its address. Such a value has a fair
// share of the cases that have either; of each kind the one with the largest share
// counts. A ring's cars also ride along with its phone, but there are several.
func (n *Network) markFaces(size int, s *scratch) {
	h := &n.params.Hub
	for _, o := range s.touched {
		k := int(s.shared[o])
		if k < h.FaceCases || float64(k) < h.Face*float64(size+n.size(o)-k) {
			continue
		}
		face := &s.faceOf[n.kindOf(o)]
		if was := *face - 1; was < 0 || s.shared[was] < s.shared[o] || s.shared[was] == s.shared[o] && o < was {
			*face = o + 1
		}
	}
	for _, face := range s.faceOf {
		if face > 0 {
			s.face[face-1] = true
		}
	}
}

// scratch is one worker's counters over all shared values.
type scratch struct {
	shared  []int32 // how many cases of the value at hand have this one too
	touched []int32
	face    []bool  // whether it is another face of the value at hand
	faceOf  []int32 // of each kind the face, plus one; 0 is none
	says    []uint8 // of each value of the case at hand what it says of the value at hand

	counties []int32         // by county: the last value that it was counted for
	county   int32           // the value at hand, as they are counted
	days     []normalize.Day // of its cases
}

func (n *Network) newScratch() *scratch {
	return &scratch{shared: make([]int32, len(n.shared)), face: make([]bool, len(n.shared)), faceOf: make([]int32, len(n.kinds)), counties: make([]int32, n.numCounties)}
}

// count counts, over the cases of e, which other values they have.
func (s *scratch) count(n *Network, e int32, holders []int32) {
	for _, at := range holders {
		own := n.slotsOf(n.slots[at].kase)
		if len(own) > busyCase {
			continue
		}
		for i := range own {
			o := own[i].entity
			if o == e {
				continue
			}
			if s.shared[o] == 0 {
				s.touched = append(s.touched, o)
			}
			s.shared[o]++
		}
	}
}

func (s *scratch) clear() {
	for _, o := range s.touched {
		s.shared[o] = 0
	}
	for _, face := range s.faceOf {
		if face > 0 {
			s.face[face-1] = false
		}
	}
	clear(s.faceOf)
	s.touched = s.touched[:0]
}

// eachShared calls do for every shared value, on several workers; each call may
// write only what belongs to its value. It returns early when ctx is cancelled.
func (n *Network) eachShared(ctx context.Context, workers int, do func(e int32, s *scratch)) {
	const batch = 256
	pool := sync.Pool{New: func() any { return n.newScratch() }}
	inParallel(ctx, workers, (len(n.shared)+batch-1)/batch, func(i int) {
		s := pool.Get().(*scratch)
		defer pool.Put(s)
		for e := i * batch; e < min((i+1)*batch, len(n.shared)); e++ {
			do(int32(e), s)
		}
	})
}
