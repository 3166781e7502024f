package workspace

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/tflink/tflink/linkage"
)

// ErrUnknownImport: no import has that number.
var ErrUnknownImport = errors.New("no import has that number")

// An ImportID numbers the imports of a workspace, from 1; what was forgotten is
// numbered with them.
type ImportID int64

// An ImportRecord is an import that changed something, or a file that was forgotten.
type ImportRecord struct {
	ID     ImportID
	At     string // RFC 3339
	Forget bool
	Files  int // that came or were forgotten

	before sql.NullString // fingerprint
	judged []int64        // judgements that held before it
}

// Imports returns the imports in the order in which they were made.
func (ws *Workspace) Imports(ctx context.Context) ([]ImportRecord, error) {
	all, err := readImports(ctx, ws.db)
	return all, explain(err)
}

func readImports(ctx context.Context, q querier) ([]ImportRecord, error) {
	rows, err := q.QueryContext(ctx, "SELECT id, at, what = 'forget', files, before, judged FROM import ORDER BY id")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []ImportRecord
	for rows.Next() {
		var r ImportRecord
		var judged string
		if err := rows.Scan(&r.ID, &r.At, &r.Forget, &r.Files, &r.before, &judged); err != nil {
			return nil, err
		}
		for number := range strings.SplitSeq(judged, ",") {
			if n, err := strconv.ParseInt(number, 10, 64); err == nil {
				r.judged = append(r.judged, n)
			}
		}
		all = append(all, r)
	}
	return all, rows.Err()
}

// An Earlier is a state that the workspace was in.
type Earlier struct {
	// Import is the first import after it; nil if there was none.
	Import *ImportRecord
	// Judgements are those that held.
	Judgements []Judgement
	// State identifies it; see [Workspace.State]. It is "" where that is not known.
	State string
	// Whole reports whether the workspace still has every row that it had, so that
	// it can be read again.
	Whole bool
}

// Judged returns the judgements that held, as the linker takes them.
func (e *Earlier) Judged() []linkage.Judgement {
	var all []linkage.Judgement
	for i := range e.Judgements {
		all = append(all, e.Judgements[i].Judgement)
	}
	return all
}

// Selection returns what to read of the workspace to see the state, if it is Whole.
func (e *Earlier) Selection() Selection {
	if e.Import == nil {
		return Selection{}
	}
	return Selection{Files: func(f *File) bool { return f.Import < e.Import.ID }}
}

// BeforeImport returns the state just before the import with a number; 0 is the
// last one. It fails with [ErrUnknownImport].
func (ws *Workspace) BeforeImport(ctx context.Context, id ImportID) (Earlier, error) {
	var e Earlier
	err := ws.read(ctx, func(ctx context.Context, conn *sql.Conn) error {
		imports, err := readImports(ctx, conn)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(imports, func(r ImportRecord) bool { return r.ID == id })
		if id == 0 {
			at = len(imports) - 1
		}
		if at < 0 {
			return fmt.Errorf("%w: %d", ErrUnknownImport, id)
		}
		e.Import = &imports[at]
		judgements, err := readJudgements(ctx, conn)
		if err != nil {
			return err
		}
		for _, j := range judgements {
			if slices.Contains(e.Import.judged, j.Number) {
				e.Judgements = append(e.Judgements, j)
			}
		}
		return e.find(ctx, conn)
	})
	return e, err
}

// BeforeTime returns the state at a time.
func (ws *Workspace) BeforeTime(ctx context.Context, t time.Time) (Earlier, error) {
	var e Earlier
	err := ws.read(ctx, func(ctx context.Context, conn *sql.Conn) error {
		imports, err := readImports(ctx, conn)
		if err != nil {
			return err
		}
		for i := range imports {
			if at, err := time.Parse(time.RFC3339, imports[i].At); err == nil && !at.Before(t) {
				e.Import = &imports[i]
				break
			}
		}
		judgements, err := readJudgements(ctx, conn)
		if err != nil {
			return err
		}
		for _, j := range judgements {
			if j.heldAt(t) {
				e.Judgements = append(e.Judgements, j)
			}
		}
		return e.find(ctx, conn)
	})
	return e, err
}

// heldAt reports whether a judgement had been made and not been undone before t.
func (j *Judgement) heldAt(t time.Time) bool {
	made, err := time.Parse(time.RFC3339, j.At)
	if err != nil || !made.Before(t) {
		return false
	}
	undone, err := time.Parse(time.RFC3339, j.Undone)
	return err != nil || !undone.Before(t)
}

// find fills in what of the state is left.
func (e *Earlier) find(ctx context.Context, q querier) error {
	files, err := readFiles(ctx, q)
	if err != nil {
		return err
	}
	if e.Import == nil {
		e.State, e.Whole = stateOf(fingerprint(files), e.Judgements), true
		return nil
	}
	if !e.Import.before.Valid {
		return nil
	}
	left := slices.DeleteFunc(files, func(f File) bool { return f.Import >= e.Import.ID })
	e.State = stateOf(e.Import.before.String, e.Judgements)
	e.Whole = fingerprint(left) == e.Import.before.String
	return nil
}

// State identifies what clusters are made of: all that was read, and the
// judgements that hold. Cost: O(files + judgements).
func (ws *Workspace) State(ctx context.Context) (string, error) {
	var state string
	err := ws.read(ctx, func(ctx context.Context, conn *sql.Conn) error {
		files, err := readFiles(ctx, conn)
		if err != nil {
			return err
		}
		judgements, err := readJudgements(ctx, conn)
		state = stateOf(fingerprint(files), holding(judgements))
		return err
	})
	return state, err
}

// stateOf returns a hash of what was read and of judgements.
func stateOf(fingerprint string, judgements []Judgement) string {
	h := sha256.New()
	fmt.Fprintln(h, fingerprint)
	for i := range judgements {
		j := &judgements[i]
		fmt.Fprintf(h, "%q %q %q %q %v\n", j.A, j.B, j.Kind, j.Value, j.Verdict)
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:16])
}

// record notes that an import changes something, once. It must be called before
// the first change.
func (imp *Import) record() (ImportID, error) {
	if imp.id != 0 {
		return imp.id, nil
	}
	id, err := recordImport(imp.ctx, imp.conn, imp.at, "import")
	imp.id = id
	return id, err
}

// recordImport appends to the list of imports what was there before one.
func recordImport(ctx context.Context, conn *sql.Conn, at, what string) (ImportID, error) {
	files, err := readFiles(ctx, conn)
	if err != nil {
		return 0, err
	}
	judgements, err := readJudgements(ctx, conn)
	if err != nil {
		return 0, err
	}
	var numbers []string
	for _, j := range holding(judgements) {
		numbers = append(numbers, strconv.FormatInt(j.Number, 10))
	}
	r, err := conn.ExecContext(ctx, "INSERT INTO import (at, what, files, before, judged) VALUES (?, ?, 1, ?, ?)",
		at, what, fingerprint(files), strings.Join(numbers, ","))
	if err != nil {
		return 0, err
	}
	id, err := r.LastInsertId()
	return ImportID(id), err
}
