package linkage

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"runtime"
	"slices"
	"strings"
)

// An Assignment says which cases were together in a network: what is kept of it so
// that [Network.Since] can tell later what changed. It names no case: each stands
// as 64 bits of a hash of its id and of whose it is, so that two of a million
// are taken for one with a chance of about 1 in 40 million. It never changes.
type Assignment struct {
	ids   []byte   // of the clusters, idSize bytes each, sorted
	sets  []string // sets of counties, with commas between
	in    []uint32 // by cluster: its set
	ends  []uint32 // by cluster: where its cases end
	cases []uint64 // of each cluster sorted
}

// idSize is the number of bytes of a cluster's id.
const idSize = len("C-") + idLength

// clusters returns how many clusters there are.
func (a *Assignment) clusters() int { return len(a.in) }

func (a *Assignment) id(i int) string { return textOf(a.ids[i*idSize : (i+1)*idSize]) }

// casesOf returns the hashes of the cases of cluster i, sorted.
func (a *Assignment) casesOf(i int) []uint64 {
	from := uint32(0)
	if i > 0 {
		from = a.ends[i-1]
	}
	return a.cases[from:a.ends[i]]
}

// countiesOf returns the counties of cluster i, sorted.
func (a *Assignment) countiesOf(i int) []string {
	set := a.sets[a.in[i]]
	if set == "" {
		return nil
	}
	return strings.Split(set, ",")
}

// ClusterIDs returns the ids of all clusters, sorted.
func (a *Assignment) ClusterIDs() []string {
	ids := make([]string, a.clusters())
	for i := range ids {
		ids[i] = a.id(i)
	}
	return ids
}

// compare orders cluster i and one of another assignment by id, then by their cases.
func (a *Assignment) compare(i int, o *Assignment, j int) int {
	return cmp.Or(strings.Compare(a.id(i), o.id(j)), slices.Compare(a.casesOf(i), o.casesOf(j)))
}

// assigned is one cluster on its way into an Assignment.
type assigned struct {
	id       string
	counties string   // with commas between
	cases    []uint64 // sorted
	at       int32    // what the maker calls it
}

// compare orders clusters by id, then by their cases.
func (k *assigned) compare(o *assigned) int {
	return cmp.Or(strings.Compare(k.id, o.id), slices.Compare(k.cases, o.cases))
}

// newAssignment returns the assignment of clusters that come in order.
func newAssignment(clusters []assigned) *Assignment {
	a := &Assignment{in: make([]uint32, len(clusters)), ends: make([]uint32, len(clusters)), ids: make([]byte, 0, idSize*len(clusters))}
	total := 0
	for i := range clusters {
		total += len(clusters[i].cases)
	}
	a.cases = make([]uint64, 0, total)
	sets := map[string]uint32{}
	for i := range clusters {
		k := &clusters[i]
		set, known := sets[k.counties]
		if !known {
			set = uint32(len(a.sets))
			sets[k.counties] = set
			a.sets = append(a.sets, k.counties)
		}
		a.ids = append(a.ids, k.id...)
		a.cases = append(a.cases, k.cases...)
		a.in[i], a.ends[i] = set, uint32(len(a.cases))
	}
	return a
}

// Assignment returns which cases are together. Cost: a hash for each case in a cluster.
func (n *Network) Assignment() *Assignment { return n.standing().Assignment }

// standing is an assignment whose clusters are known.
type standing struct {
	*Assignment
	of []int32 // by cluster of the assignment: the network's
}

func (n *Network) standing() *standing {
	all := n.assigned()
	of := make([]int32, len(all))
	for i := range all {
		of[i] = all[i].at
	}
	return &standing{newAssignment(all), of}
}

// assigned returns the network's clusters by id.
func (n *Network) assigned() []assigned {
	all := make([]assigned, len(n.clusters))
	const batch = 256
	inParallel(context.Background(), runtime.GOMAXPROCS(0), (len(all)+batch-1)/batch, func(b int) {
		for i := b * batch; i < min((b+1)*batch, len(all)); i++ {
			k := &n.clusters[i]
			cases := make([]uint64, len(k.cases))
			for j, c := range k.cases {
				cases[j] = n.caseHash(c)
			}
			slices.Sort(cases)
			all[i] = assigned{k.id, strings.Join(k.counties, ","), cases, int32(i)}
		}
	})
	slices.SortFunc(all, func(x, y assigned) int { return x.compare(&y) })
	return all
}

// caseHash returns what case c is called in an Assignment.
func (n *Network) caseHash(c int32) uint64 {
	sum := caseDigest(n.id(c), n.whose(c))
	return binary.LittleEndian.Uint64(sum[:])
}

// ErrAssignment says that data is no assignment that this version wrote on this kind of machine.
var ErrAssignment = errors.New("linkage: this is no assignment, or a damaged one")

// assignmentMagic begins an encoded Assignment. As it is read back as the number that it was written as, it also tells a
// machine with another order of bytes. Its last digit is that of the layout.
const assignmentMagic = 0x32_4e_47_53_53_41_46_54

// MarshalBinary returns the assignment as bytes, with a checksum. It never fails.
func (a *Assignment) MarshalBinary() ([]byte, error) {
	var b bytes.Buffer
	s := &columnWriter{w: bufio.NewWriter(&b)}
	s.number(assignmentMagic)
	a.write(s)
	s.end()
	err := errors.Join(s.err, s.w.Flush())
	return b.Bytes(), err
}

func (a *Assignment) write(s *columnWriter) {
	writeColumn(s, a.ids)
	s.texts(a.sets)
	writeColumn(s, a.in)
	writeColumn(s, a.ends)
	writeColumn(s, a.cases)
}

// UnmarshalBinary reads what MarshalBinary wrote, and keeps data, which must not change any more. It fails with [ErrAssignment].
func (a *Assignment) UnmarshalBinary(data []byte) error {
	s := &columnReader{data: data}
	if s.number() != assignmentMagic {
		return ErrAssignment
	}
	var got Assignment
	got.read(s)
	if !s.end() || len(s.data) > 0 || !got.fits() {
		return ErrAssignment
	}
	*a = got
	return nil
}

func (a *Assignment) read(s *columnReader) {
	a.ids = readColumn[byte](s)
	a.sets = s.texts()
	a.in = readColumn[uint32](s)
	a.ends = readColumn[uint32](s)
	a.cases = readColumn[uint64](s)
}

// fits reports whether the columns go together.
func (a *Assignment) fits() bool {
	if len(a.ids) != idSize*a.clusters() || len(a.ends) != a.clusters() {
		return false
	}
	from := uint32(0)
	for i, end := range a.ends {
		if end < from || uint64(a.in[i]) >= uint64(len(a.sets)) {
			return false
		}
		from = end
	}
	return int(from) == len(a.cases)
}
