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
		if err := readTable(ctx, t, o, r, ids, emit); err != nil {
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
type job struct {
	batch *records.Batch
	done  chan []part
}

// part is what one record tells, and what in it could not be read.
type part struct {
	kase     linkage.Case
	content  uint64 // hash of the row, for a case without an id
	problems []*source.Problem
}

// readTable reads one table: one goroutine reads rows, several read values, and
// this one emits the parts in the order of the rows.
func readTable(ctx context.Context, t *records.Table, o Options, r *Report, ids *ids, emit func(linkage.Case) error) error {
	a, err := newAssembler(t, o)
	if err != nil {
		return err
	}
	workers := o.Workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	ctx, cancel := context.WithCancel(ctx)
	var wg sync.WaitGroup
	defer wg.Wait() // the file is closed only when nobody reads it
	defer cancel()
	work := make(chan job)
	ordered := make(chan job, 2*workers) // bounds how many batches are in memory
	var readErr error
	wg.Go(func() {
		defer close(ordered)
		defer close(work)
		for {
			b := new(records.Batch)
			if err := t.NextBatch(b); err != nil {
				if !errors.Is(err, io.EOF) {
					readErr = err
				}
				return
			}
			j := job{b, make(chan []part, 1)}
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
			for j := range work {
				j.done <- a.parts(j.batch)
			}
		})
	}
	tr := TableReport{Mapping: a.mapping, Mapped: a.mapped, State: a.state, StateWhy: a.stateWhy, Counties: a.county.Codes}
	for j := range ordered {
		var parts []part
		select {
		case parts = <-j.done:
		case <-ctx.Done():
			return ctx.Err()
		}
		for i := range parts {
			p := &parts[i]
			if p.kase.ID == "" {
				p.kase.ID = ids.next(p.content)
			}
			for _, problem := range p.problems {
				r.add(problem)
				if o.Problem != nil {
					if err := o.Problem(problem); err != nil {
						return err
					}
				}
			}
			if len(p.kase.Counties) == 0 {
				tr.NoCounty++
			}
			tr.Mentions += len(p.kase.Mentions)
			if err := emit(p.kase); err != nil {
				return err
			}
		}
		tr.Rows += len(j.batch.Rows)
		if o.Progress != nil {
			o.Progress(t.File, r.Rows+tr.Rows)
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
