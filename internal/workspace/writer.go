package workspace

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"hash"
	"math"
	"strings"
	"sync"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/source"
)

const (
	// rowsPerInsert is how many rows one statement inserts: 64 take two
	// thirds of the time of single rows, and more gain nothing.
	rowsPerInsert = 64
	// rowsPerBatch is how many rows go to the writer's goroutine at once.
	rowsPerBatch = 16 * rowsPerInsert
)

// execer is a database, or one of its connections.
type execer interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// A table is what rows go into; its columns are in the order of its row function.
type table struct {
	name    string
	columns int
}

var (
	partTable      = table{"part", partColumns}
	narrativeTable = table{"narrative", narrativeColumns}
	problemTable   = table{"problem", problemColumns}
	tables         = []table{partTable, narrativeTable, problemTable}
)

func (t table) insert(rows int) string {
	row := "(" + strings.Repeat("?, ", t.columns-1) + "?)"
	return "INSERT INTO " + t.name + " VALUES " + strings.Repeat(row+", ", rows-1) + row
}

// A batch is rows of one file, by table, on their way to the database.
type batch struct {
	file   *fileState
	values [][]any // one list a table, in the order of tables
	rows   int
}

// A writer puts rows into the database from a goroutine of its own, so that
// reading a file and writing it overlap. The goroutine owns the statements and
// the files' digests; the import's goroutine owns all else.
type writer struct {
	conn    *sql.Conn
	many    []*sql.Stmt // one a table
	one     []*sql.Stmt
	current *batch
	text    []byte // reused for the mentions of one part
	todo    chan *batch
	idle    sync.WaitGroup // counts batches under way
	mu      sync.Mutex
	err     error
	closed  bool
}

func newWriter(ctx context.Context, conn *sql.Conn) (*writer, error) {
	w := &writer{conn: conn, todo: make(chan *batch, 2)}
	for _, t := range tables {
		many, err := conn.PrepareContext(ctx, t.insert(rowsPerInsert))
		if err != nil {
			return nil, err
		}
		one, err := conn.PrepareContext(ctx, t.insert(1))
		if err != nil {
			return nil, err
		}
		w.many, w.one = append(w.many, many), append(w.one, one)
	}
	go w.run()
	return w, nil
}

func (w *writer) addCase(f *fileState, c *linkage.Case) error {
	if err := checkCase(c); err != nil {
		return err
	}
	b, err := w.batchFor(f)
	if err != nil {
		return err
	}
	if f.parts >= maxRows {
		return fmt.Errorf("more than %d rows in one file", int64(maxRows))
	}
	id := f.id.row(f.parts)
	f.parts++
	text, values, err := appendMentions(w.text[:0], []byte{}, c.Source, c.Mentions)
	if err != nil {
		return err
	}
	w.text = text
	b.values[0] = appendPart(b.values[0], id, f.name, c, string(text), values)
	for i := range c.Narratives {
		b.values[1] = appendNarrative(b.values[1], id, i, c.Source, &c.Narratives[i])
	}
	f.mentions += int64(len(c.Mentions))
	f.cases[caseHash(c)] = true
	b.rows += 1 + len(c.Narratives)
	return nil
}

// caseHash returns a hash of a case's id and agency (FNV-1a), which only counts cases.
func caseHash(c *linkage.Case) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for _, s := range [...]string{c.ID, "\x00", c.Agency} {
		for i := range len(s) {
			h = (h ^ uint64(s[i])) * prime
		}
	}
	return h
}

func (w *writer) addProblem(f *fileState, p *source.Problem) error {
	b, err := w.batchFor(f)
	if err != nil {
		return err
	}
	b.values[2] = appendProblem(b.values[2], f.id.row(f.problems), p)
	f.problems++
	b.rows++
	return nil
}

// batchFor returns the batch that the file's next rows go into.
func (w *writer) batchFor(f *fileState) (*batch, error) {
	if b := w.current; b != nil && b.file == f && b.rows < rowsPerBatch {
		return b, nil
	}
	if err := w.send(); err != nil {
		return nil, err
	}
	w.current = &batch{file: f, values: make([][]any, len(tables))}
	return w.current, nil
}

// send hands the current batch over.
func (w *writer) send() error {
	if w.current != nil {
		w.idle.Add(1)
		w.todo <- w.current
		w.current = nil
	}
	return w.fault()
}

// flush hands the current batch over and waits until all are written.
func (w *writer) flush() error {
	_ = w.send() // its fault is told below, when no batch is under way
	w.idle.Wait()
	return w.fault()
}

// close flushes and ends the goroutine.
func (w *writer) close() error {
	err := w.flush()
	if !w.closed {
		w.closed = true
		close(w.todo)
	}
	return err
}

func (w *writer) fault() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.err
}

func (w *writer) run() {
	for b := range w.todo {
		if w.fault() == nil {
			if err := w.write(b); err != nil {
				w.mu.Lock()
				w.err = err
				w.mu.Unlock()
			}
		}
		w.idle.Done()
	}
}

func (w *writer) write(b *batch) error {
	for i, t := range tables {
		digest(b.file.digest, b.values[i], t.columns)
		if err := w.insert(i, b.values[i]); err != nil {
			return err
		}
	}
	return nil
}

// insert puts rows into the i-th table. It runs to its end whatever the
// import's context says: a cancelled import is rolled back as a whole.
func (w *writer) insert(i int, values []any) error {
	columns := tables[i].columns
	for len(values) > 0 {
		statement, n := w.one[i], columns
		if len(values) >= columns*rowsPerInsert {
			statement, n = w.many[i], columns*rowsPerInsert
		}
		if _, err := statement.ExecContext(context.Background(), values[:n]...); err != nil {
			return err
		}
		values = values[n:]
	}
	return nil
}

// digest adds the rows to h without their first column: the id of a row tells
// when it came and not what it says.
func digest(h hash.Hash, values []any, columns int) {
	buf := make([]byte, 0, 4096)
	for i, v := range values {
		if i%columns == 0 {
			buf = append(buf, '\n')
			continue
		}
		switch v := v.(type) {
		case string:
			buf = binary.AppendUvarint(buf, uint64(len(v)))
			buf = append(buf, v...)
		case []byte:
			buf = binary.AppendUvarint(buf, uint64(len(v)))
			buf = append(buf, v...)
		case int64:
			buf = binary.AppendVarint(buf, v)
		case float64:
			buf = binary.AppendUvarint(buf, math.Float64bits(v))
		case nil:
			buf = append(buf, '-')
		}
		if len(buf) > 2048 {
			h.Write(buf)
			buf = buf[:0]
		}
	}
	h.Write(buf)
}
