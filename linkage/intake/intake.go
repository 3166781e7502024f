// Package intake answers: here are files, which cases do they tell?
//
// It reads the tables of the files (package records), maps their columns, reads every
// value (package normalize) and every narrative (package extract), and hands
// out cases, or parts of cases, as package linkage takes them.
package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/linkage/records"
	"github.com/tflink/tflink/linkage/source"
)

// Options say what is known of the files. The zero value finds out everything.
type Options struct {
	// County is the county of all files that do not say one, as text, such as "Wyoming, NY".
	County string
	// State is the two-letter code of the state that counties and addresses
	// are in where the file does not say; "" lets the file's own values decide.
	State string
	// Mappings say what columns mean; a table that none of them names is mapped by itself.
	Mappings []records.Mapping
	// Problem, if not nil, gets every value that could not be read, in the
	// order of the file and from one goroutine; a report keeps the first of each field.
	Problem func(*source.Problem) error
	// Workers is how many goroutines read values; 0 means one a core. The
	// result does not depend on it.
	Workers int
	// Progress, if not nil, is called now and then with the name of the file
	// at hand and the rows read so far, from one goroutine.
	Progress func(file string, rows int)
}

// A Report says what was read of one file.
type Report struct {
	File     string
	Tables   []TableReport
	Rows     int
	Problems []*source.Problem // values that could not be read: of each field the first few
	// RowProblems are rows and tables that could not be made out: of each kind the first few.
	RowProblems []*source.Problem
	Counts      []Count // of all problems, by field
}

// A TableReport says how a table was read.
type TableReport struct {
	Mapping records.Mapping
	Mapped  bool // by one of the mappings that were given, not by itself
	Rows    int
	// NoCounty is how many of the rows know no county, and Mentions how many values all hold.
	NoCounty, Mentions int
	// State is what counties and addresses were read in, and StateWhy how that was known.
	State, StateWhy string
	// Counties are the FIPS codes of the rows that do not say a county.
	Counties []string
}

// A Count is how often something could not be read.
type Count struct {
	Field string
	N     int
}

// Unread returns how many values could not be read.
func (r *Report) Unread() int {
	n := 0
	for _, c := range r.Counts {
		n += c.N
	}
	return n
}

// Read reads one file and calls emit for every case, or part of a case, that
// it tells, in the order of the file and from one goroutine. It stops at the first
// error of emit. A table or row that cannot be read is reported and passed over; an
// error is returned only when the file cannot be opened or ctx is cancelled.
// Memory does not grow with the file, but for eight bytes a row where the file
// has no case ids.
func Read(ctx context.Context, path string, o Options, emit func(linkage.Case) error) (*Report, error) {
	return readFile(ctx, path, o, func(t *records.Table, a *assembler, r *Report, ids *ids) error {
		return readTable(ctx, t, a, o, r, func() func(*records.Batch) []part { return newReader(a).parts }, func(parts []part, tr *TableReport) error {
			for i := range parts {
				p := &parts[i]
				if p.kase.ID == "" {
					p.kase.ID = ids.next(p.content)
				}
				if err := r.addAll(p.problems, o); err != nil {
					return err
				}
				if len(p.kase.Counties) == 0 {
					tr.NoCounty++
				}
				tr.Mentions += len(p.kase.Mentions)
				if err := emit(p.kase); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// Link reads one file into a linker that keeps no traces: what adding the cases that Read
// emits comes to, without making them. Errors and memory are as for Read.
func Link(ctx context.Context, path string, o Options, l *linkage.Linker) (*Report, error) {
	free := make(chan *linkage.Batch, 64) // to be used again
	rest := newRemainder(path)
	return readFile(ctx, path, o, func(t *records.Table, a *assembler, r *Report, ids *ids) error {
		work := func() func(*records.Batch) *linkable {
			reader := newReader(a)
			reader.linker, reader.batch = l, l.NewBatch()
			return func(b *records.Batch) *linkable { return reader.fill(b, free) }
		}
		return readTable(ctx, t, a, o, r, work, func(x *linkable, tr *TableReport) error {
			for _, u := range x.unnamed {
				x.batch.SetID(u.part, ids.next(u.content))
			}
			if err := r.addAll(x.problems, o); err != nil {
				return err
			}
			tr.NoCounty += x.noCounty
			tr.Mentions += x.mentions
			l.AddBatch(x.batch)
			if times := rest.after(x.bytes); times > 0 {
				l.Expect(x.batch, times)
			}
			select {
			case free <- x.batch:
			default:
			}
			return nil
		})
	})
}

// linkable is what the rows of a batch tell, in the linker's form.
type linkable struct {
	batch              *linkage.Batch
	problems           []*source.Problem
	unnamed            []unnamed
	noCounty, mentions int
	bytes              int // of the file's text
}

// unnamed is a part without an id, and the hash of its rows.
type unnamed struct {
	part    int
	content uint64
}

// fill reads the rows of a batch into one of the linker's, of those that are free where there is one.
func (r *reader) fill(b *records.Batch, free <-chan *linkage.Batch) *linkable {
	x := &linkable{bytes: b.Bytes}
	var p part
	r.mentions = 0
	eachRecord(b, func(rows []records.Row) {
		p = part{kase: linkage.Case{Narratives: p.kase.Narratives[:0]}, problems: p.problems}
		r.batch.Begin()
		r.read(rows, &p)
		if p.kase.ID == "" {
			x.unnamed = append(x.unnamed, unnamed{r.batch.Len(), p.content})
		}
		if len(p.kase.Counties) == 0 {
			x.noCounty++
		}
		r.batch.End(&p.kase)
	})
	x.problems, x.mentions = p.problems, r.mentions
	select {
	case x.batch = <-free:
	default:
		x.batch = r.linker.NewBatch()
	}
	x.batch.Reset()
	x.batch.Swap(r.batch)
	return x
}

// addAll reports problems, in their order.
func (r *Report) addAll(problems []*source.Problem, o Options) error {
	for _, p := range problems {
		r.add(p)
		if o.Problem != nil {
			if err := o.Problem(p); err != nil {
				return err
			}
		}
	}
	return nil
}

// readFile calls read for every table of a file.
func readFile(ctx context.Context, path string, o Options, read func(*records.Table, *assembler, *Report, *ids) error) (*Report, error) {
	f, err := records.Open(path, records.Options{})
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := &Report{File: path}
	ids := newIDs(path)
	for {
		t, err := f.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			r.addTable(&source.Problem{Position: source.Position{File: path}, Err: err})
			break
		}
		a, err := newAssembler(t, o)
		if err != nil {
			return r, err
		}
		if err := read(t, a, r, ids); err != nil {
			return r, err
		}
	}
	r.fileProblems(f)
	return r, nil
}

// Mappings returns how the columns of a file's tables would be mapped, without reading
// more of each than a sample.
func Mappings(path string) ([]records.Mapping, error) {
	f, err := records.Open(path, records.Options{})
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []records.Mapping
	for {
		t, err := f.Next()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return all, err
		}
		all = append(all, records.Infer(t))
	}
}

// job is a batch of rows on its way through a worker.
type job[T any] struct {
	batch *records.Batch
	done  chan T
}

// part is what one record tells, and what in it could not be read.
type part struct {
	kase     linkage.Case
	content  uint64 // hash of the row, for a case without an id
	problems []*source.Problem
}

// readTable reads one table: one goroutine reads rows, several read values, each with what worker returns, and
// this one takes what they found in the order of the rows.
func readTable[T any](ctx context.Context, t *records.Table, a *assembler, o Options, r *Report, worker func() func(*records.Batch) T, take func(T, *TableReport) error) error {
	workers := o.Workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	ctx, cancel := context.WithCancel(ctx)
	var wg sync.WaitGroup
	defer wg.Wait() // the file is closed only when nobody reads it
	defer cancel()
	work := make(chan job[T])
	ordered := make(chan job[T], 2*workers) // bounds how many batches are in memory
	free := make(chan *records.Batch, 4*workers)
	var readErr error
	wg.Go(func() {
		defer close(ordered)
		defer close(work)
		for {
			var b *records.Batch
			select {
			case b = <-free:
			default:
				b = new(records.Batch)
			}
			if err := t.NextBatch(b); err != nil {
				if !errors.Is(err, io.EOF) {
					readErr = err
				}
				return
			}
			j := job[T]{b, make(chan T, 1)}
			select {
			case ordered <- j:
			case <-ctx.Done():
				return
			}
			select {
			case work <- j:
			case <-ctx.Done():
				return
			}
		}
	})
	for range workers {
		wg.Go(func() {
			read := worker()
			for j := range work {
				j.done <- read(j.batch)
			}
		})
	}
	tr := TableReport{Mapping: a.mapping, Mapped: a.mapped, State: a.state, StateWhy: a.stateWhy, Counties: a.county.Codes}
	for j := range ordered {
		var found T
		select {
		case found = <-j.done:
		case <-ctx.Done():
			return ctx.Err()
		}
		if err := take(found, &tr); err != nil {
			return err
		}
		tr.Rows += len(j.batch.Rows)
		if o.Progress != nil {
			o.Progress(t.File, r.Rows+tr.Rows)
		}
		select {
		case free <- j.batch:
		default:
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if readErr != nil {
		r.addTable(&source.Problem{Position: source.Position{File: t.File, Sheet: t.Sheet}, Err: readErr})
	}
	r.Rows += tr.Rows
	r.Tables = append(r.Tables, tr)
	return nil
}

// problemsKept is how many problems of one field are kept with their place and
// value; all are counted.
const problemsKept = 20

func (r *Report) add(p *source.Problem) {
	for i := range r.Counts {
		if r.Counts[i].Field == p.Field {
			r.Counts[i].N++
			if r.Counts[i].N <= problemsKept {
				r.Problems = append(r.Problems, p)
			}
			return
		}
	}
	r.Counts = append(r.Counts, Count{p.Field, 1})
	r.Problems = append(r.Problems, p)
}

// addTable notes a table that could not be read to its end.
func (r *Report) addTable(p *source.Problem) {
	r.RowProblems = append(r.RowProblems, p)
	r.Counts = append(r.Counts, Count{"table", 1})
}

// fileProblems adds what the reader of the file could not make out.
func (r *Report) fileProblems(f *records.File) {
	r.RowProblems = append(r.RowProblems, f.Problems()...)
	for _, c := range f.ProblemCounts() {
		r.Counts = append(r.Counts, Count{"row: " + c.Kind.Error(), c.Count})
		kept := 0
		for _, p := range f.Problems() {
			if errors.Is(p.Err, c.Kind) {
				kept++
			}
		}
		if more := c.Count - kept; more > 0 {
			r.RowProblems = append(r.RowProblems, &source.Problem{
				Position: source.Position{File: r.File}, Err: fmt.Errorf("%w: %d more like the ones before", c.Kind, more),
			})
		}
	}
}

// countyOf reads the county that is said of a whole table.
func countyOf(o Options, m records.Mapping, file, state string) (normalize.CountyMatch, bool) {
	for _, said := range []string{m.County, o.County} {
		if said != "" {
			c, err := normalize.County(said, state)
			return c, err == nil
		}
	}
	c, ok := normalize.CountyFromName(file, state)
	return c, ok && namesCounty(file, c)
}
