package resolve

import (
	"context"
	"math"
	"runtime"
	"slices"
	"sync"

	"github.com/tflink/tflink/linkage/compare"
)

// Options say how a table is resolved. The zero value is good for people.
type Options struct {
	// Kind is what records are of that do not say so themselves.
	Kind Kind
	// ID is the header of the column that names the records; "" finds it.
	ID string
}

// A Resolution says which records of a table are of the same person or business.
// It is safe for concurrent use once it is made.
type Resolution struct {
	// Records are the table's rows in their order, without those of victims.
	Records []Record
	// Groups are the records of each person or business that has two or more, as
	// indices of Records, ascending; the groups are in the order of their first records.
	Groups [][]int
	// Victims counts the rows that were left out because they are of victims or minors.
	Victims int
	// Blocks says how the candidates were found.
	Blocks Blocks
	// Expected is the number of pairs of records that the model takes for the same one.
	Expected float64
	// Columns says what each column of the table was taken for.
	Columns []ColumnUse

	data     *dataset
	model    *model
	at       map[string]int // number in data by the record's name
	entities []int          // group by number in data
}

// A Record is one row and the entity that it was resolved to.
type Record struct {
	Name   string // its id as written, or the row's number from 1
	Row    int    // from 0
	Kind   Kind
	Entity string // "E-" and a hash of the smallest name of the group
	// Probability is that the record is rightly where it is: beside others, of the mean log-odds between
	// it and them (of 64 at the most); alone, that the one most like it is somebody else.
	Probability float64
}

// Resolve finds the records of a table that are of the same person or business.
// The result does not depend on the order of the rows, but that rows without an id are
// named by their number. It fails if the column of Options.ID does not exist or if ctx is done. It costs
// O(n log n) for n rows times the size of the blocks, which is bounded.
func Resolve(ctx context.Context, t *Table, o Options) (*Resolution, error) {
	columns, id, err := t.columns(o.ID)
	if err != nil {
		return nil, err
	}
	d := newDataset(t, o.Kind, columns, id)
	pairs, blocks := d.block()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r := &Resolution{Victims: d.victims, Blocks: blocks, data: d, Columns: useOf(columns)}
	r.model = d.learn(pairs)
	kept, expected, err := d.scorePairs(ctx, r.model, pairs)
	if err != nil {
		return nil, err
	}
	r.Expected = expected
	scorer := func() func(a, b int32) compare.Weight {
		v := make(vector, len(d.features))
		return func(a, b int32) compare.Weight {
			d.compare(a, b, v)
			return r.model.weigh(v)
		}
	}
	groups := joinRecords(d.records, kept, scorer())
	r.fill(groups, certainties(groups, kept, scorer))
	return r, nil
}

// certaintyMost is with how many others of its group a record is compared to say how sure it is of it.
const certaintyMost = 64

// certainties returns of every record how likely it is rightly where it is. Each call of scorer returns a function of its own.
func certainties(groups []int, kept []scored, scorer func() func(a, b int32) compare.Weight) []float64 {
	const nobody = compare.Weight(math.MinInt32)
	of := membersOf(groups)
	nearest := make([]compare.Weight, len(groups)) // of records that are alone, above what is hopeless
	for i := range nearest {
		nearest[i] = nobody
	}
	for _, p := range kept {
		for _, i := range [...]int32{p.a, p.b} {
			if len(of(groups[i])) == 1 {
				nearest[i] = max(nearest[i], p.weight)
			}
		}
	}
	out := make([]float64, len(groups))
	inChunks(len(out), func(from, to int) {
		score := scorer()
		for i := from; i < to; i++ {
			rec := int32(i)
			out[i] = 1
			if w := nearest[rec]; w != nobody {
				out[i] = (-w).Probability()
			}
			sum, n := int64(0), 0
			for _, other := range of(groups[i]) {
				if other != rec && n < certaintyMost {
					sum += bounded(score(min(rec, other), max(rec, other)))
					n++
				}
			}
			if n > 0 {
				out[i] = compare.Weight(sum / int64(n)).Probability()
			}
		}
	})
	return out
}

// membersOf returns a function that returns the records of a group, ascending.
func membersOf(groups []int) func(group int) []int32 {
	ends := make([]int32, len(groups)+1) // first where each begins, then, filled, where it ends
	for _, g := range groups {
		ends[g+1]++
	}
	for g := range groups {
		ends[g+1] += ends[g]
	}
	all := make([]int32, len(groups))
	for i, g := range groups {
		all[ends[g]] = int32(i)
		ends[g]++
	}
	return func(g int) []int32 {
		if g == 0 {
			return all[:ends[0]]
		}
		return all[ends[g-1]:ends[g]]
	}
}

// scorePairs weighs all candidates and returns those that are not hopeless, in
// order, and how many are expected to be right.
func (d *dataset) scorePairs(ctx context.Context, m *model, pairs []pair) ([]scored, float64, error) {
	const chunk = 1 << 14
	chunks := (len(pairs) + chunk - 1) / chunk
	found, sums := make([][]scored, chunks), make([]float64, chunks)
	next := make(chan int)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			v := make(vector, len(d.features))
			for i := range next {
				for _, p := range pairs[i*chunk : min(len(pairs), (i+1)*chunk)] {
					d.compare(p.a, p.b, v)
					w := m.weigh(v)
					sums[i] += w.Probability()
					if w > leastOdds {
						found[i] = append(found[i], scored{p, w})
					}
				}
			}
		})
	}
	for i := range chunks {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	wait.Wait()
	expected := 0.0
	for _, s := range sums {
		expected += s
	}
	return slices.Concat(found...), expected, ctx.Err()
}

// fill names the groups and lists the records in the table's order.
func (r *Resolution) fill(groups []int, sure []float64) {
	d := r.data
	r.entities = groups
	smallest := map[int]string{}
	for i, name := range uniqueNames(d.names) {
		if least, ok := smallest[groups[i]]; !ok || name < least {
			smallest[groups[i]] = name
		}
	}
	byRow := make([]int, d.records)
	for i := range byRow {
		byRow[i] = i
	}
	slices.SortFunc(byRow, func(a, b int) int { return d.rows[a] - d.rows[b] })
	r.at = make(map[string]int, d.records)
	members := map[int][]int{}
	var order []int
	for i, rec := range byRow {
		g := groups[rec]
		r.at[d.names[rec]] = rec
		r.Records = append(r.Records, Record{d.names[rec], d.rows[rec], d.kinds[rec], entityID(smallest[g]), sure[rec]})
		if members[g] == nil {
			order = append(order, g)
		}
		members[g] = append(members[g], i)
	}
	for _, g := range order {
		if len(members[g]) > 1 {
			r.Groups = append(r.Groups, members[g])
		}
	}
}
