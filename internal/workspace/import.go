package workspace

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"hash"
	"time"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/source"
)

// An Outcome says what importing a file comes to.
type Outcome uint8

const (
	Added     Outcome = iota + 1 // the file is new
	Replaced                     // it takes the place of what Decision.Old lists
	Unchanged                    // its content is there already
)

// String returns "added", "replaced" or "unchanged".
func (o Outcome) String() string {
	return [...]string{"", "added", "replaced", "unchanged"}[o]
}

// A Decision says what importing a file comes to, and what is left to do.
type Decision struct {
	ID      FileID // the file to add rows to; if not Read, the file that has the content
	Outcome Outcome
	Read    bool   // whether its rows must be read and added
	Same    *File  // the file that has the same content already; nil if none
	Old     []File // what is taken out for it
}

// An Import adds files to a workspace in one transaction. It is for one
// goroutine. It must end in Commit or Rollback, and until then nothing of it
// shows and no other import can begin.
type Import struct {
	ctx     context.Context // that of BeginImport, as with a sql.Tx
	conn    *sql.Conn
	at      string
	id      ImportID // 0 until something changes
	dir     string   // of the workspace
	tookOut bool     // rows of files that were there before, or of this import
	writer  *writer
	files   map[FileID]*fileState
	err     error // why it cannot go on
	done    bool
}

// fileState is a file whose rows are coming in.
type fileState struct {
	id       FileID
	name     string
	mapping  string
	parts    int64
	mentions int64
	problems int64
	cases    map[uint64]bool // hashes of id and agency
	digest   hash.Hash       // of the rows; the writer's goroutine adds to it
}

// maxRows is how many rows of a table a file can have: row ids are the file's
// id and this many of a running number.
const maxRows = 1 << 32

func (id FileID) row(n int64) int64 { return int64(id)*maxRows + n }

// BeginImport starts an import at the given time. It waits for another one to
// end and fails with [ErrBusy] when that takes too long, or with [ErrReadOnly].
func (ws *Workspace) BeginImport(ctx context.Context, at time.Time) (*Import, error) {
	conn, err := ws.begin(ctx)
	if err != nil {
		return nil, err
	}
	w, err := newWriter(ctx, conn)
	if err != nil {
		return nil, errors.Join(explain(err), rollback(conn))
	}
	return &Import{
		ctx: ctx, conn: conn, dir: ws.dir, at: at.UTC().Format(time.RFC3339),
		writer: w, files: map[FileID]*fileState{},
	}, nil
}

// begin opens a transaction that writes, on a connection of its own.
func (ws *Workspace) begin(ctx context.Context) (*sql.Conn, error) {
	if ws.readOnly {
		return nil, ErrReadOnly
	}
	conn, err := ws.db.Conn(ctx)
	if err != nil {
		return nil, explain(err)
	}
	if _, err := conn.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return nil, errors.Join(explain(err), conn.Close())
	}
	return conn, nil
}

// rollback undoes the connection's transaction and gives the connection back.
func rollback(conn *sql.Conn) error {
	_, err := conn.ExecContext(context.Background(), "ROLLBACK")
	return errors.Join(err, conn.Close())
}

// File announces a file and decides what to do with it.
//
// The same content, under any name, is there already and changes nothing,
// unless it is now to be read with other settings. Other content from the same
// path, or in the place of the file that info.Replace names, takes out that
// file's rows. It fails with [ErrUnknownFile] or an [*AmbiguousError] when
// info.Replace does not name one file.
func (imp *Import) File(info FileInfo) (Decision, error) {
	if err := imp.usable(); err != nil {
		return Decision{}, err
	}
	files, err := readFiles(imp.ctx, imp.conn)
	if err != nil {
		return Decision{}, imp.fail(err)
	}
	d, err := decide(files, info)
	if err != nil {
		return Decision{}, err // nothing was done: the import can go on
	}
	if d.Read || len(d.Old) > 0 {
		if _, err := imp.record(); err != nil {
			return Decision{}, imp.fail(err)
		}
	}
	for _, old := range d.Old {
		if err := imp.remove(old.ID); err != nil {
			return Decision{}, imp.fail(err)
		}
	}
	if !d.Read {
		return d, nil
	}
	if d.ID, err = imp.insertFile(info); err != nil {
		return Decision{}, imp.fail(err)
	}
	imp.files[d.ID] = &fileState{id: d.ID, name: info.Name, cases: map[uint64]bool{}, digest: sha256.New()}
	return d, nil
}

// TakesOut reports whether importing the files would take rows out that other
// files told, without doing it.
func (imp *Import) TakesOut(infos []FileInfo) (bool, error) {
	if err := imp.usable(); err != nil {
		return false, err
	}
	files, err := readFiles(imp.ctx, imp.conn)
	if err != nil {
		return false, imp.fail(err)
	}
	for _, info := range infos {
		if d, err := decide(files, info); err == nil && len(d.Old) > 0 {
			return true, nil
		}
	}
	return false, nil
}

// decide is File's rule, without doing it.
func decide(files []File, info FileInfo) (Decision, error) {
	var d Decision
	takeOut := func(f *File) {
		for i := range d.Old {
			if d.Old[i].ID == f.ID {
				return
			}
		}
		d.Old = append(d.Old, *f)
	}
	if info.Replace != "" {
		named, err := findFile(files, info.Replace)
		if err != nil {
			return Decision{}, err
		}
		takeOut(&named)
	}
	for i := range files {
		if f := &files[i]; f.SHA256 == info.SHA256 {
			d.Same = f
		} else if f.Path == info.Path {
			takeOut(f)
		}
	}
	if d.Same != nil && info.Settings != "" && info.Settings != d.Same.Settings {
		takeOut(d.Same) // the same content is read anew
		d.Same = nil
	}
	d.Outcome, d.Read = Added, true
	if d.Same != nil {
		d.ID, d.Outcome, d.Read = d.Same.ID, Unchanged, false
		d.Old = without(d.Old, d.Same.ID)
	}
	if len(d.Old) > 0 {
		d.Outcome = Replaced
	}
	return d, nil
}

func without(files []File, id FileID) []File {
	var rest []File
	for _, f := range files {
		if f.ID != id {
			rest = append(rest, f)
		}
	}
	return rest
}

func (imp *Import) insertFile(info FileInfo) (FileID, error) {
	result, err := imp.conn.ExecContext(imp.ctx, `INSERT INTO file
		(path, name, sha256, size, sheets, settings, mapping, imported, cases, parts, mentions, problems, rows, import)
		VALUES (?, ?, ?, ?, ?, ?, '', ?, 0, 0, 0, 0, '', ?)`,
		info.Path, info.Name, info.SHA256, info.Size, info.Sheets, info.Settings, imp.at, imp.id)
	if err != nil {
		return 0, err
	}
	id, err := result.LastInsertId()
	return FileID(id), err
}

// remove takes a file out, also one that came in with this import.
func (imp *Import) remove(id FileID) error {
	if err := imp.writer.flush(); err != nil {
		return err
	}
	delete(imp.files, id)
	imp.tookOut = true
	return deleteFile(imp.ctx, imp.conn, id)
}

// AddCase adds a case, or a part of one, to a file that is to be read. It keeps
// nothing of c. A fault makes the import useless; Rollback it.
func (imp *Import) AddCase(id FileID, c linkage.Case) error {
	f, err := imp.file(id)
	if err != nil {
		return err
	}
	return imp.fail(imp.writer.addCase(f, &c))
}

// AddProblem adds what could not be read in a file that is to be read.
func (imp *Import) AddProblem(id FileID, p *source.Problem) error {
	f, err := imp.file(id)
	if err != nil {
		return err
	}
	return imp.fail(imp.writer.addProblem(f, p))
}

// SetMapping keeps, as YAML, which column of a file was read as what.
func (imp *Import) SetMapping(id FileID, yaml string) error {
	f, err := imp.file(id)
	if err != nil {
		return err
	}
	f.mapping = yaml
	return nil
}

// file returns the file that rows are being added to.
func (imp *Import) file(id FileID) (*fileState, error) {
	if err := imp.usable(); err != nil {
		return nil, err
	}
	if err := imp.ctx.Err(); err != nil {
		return nil, imp.fail(err)
	}
	f := imp.files[id]
	if f == nil {
		return nil, fmt.Errorf("workspace: file %d is not being imported", id)
	}
	return f, nil
}

func (imp *Import) usable() error {
	if imp.done {
		return errors.New("workspace: the import is over")
	}
	return imp.err
}

// fail remembers the first fault; nothing can be added or committed after it.
func (imp *Import) fail(err error) error {
	if err != nil && imp.err == nil {
		imp.err = fmt.Errorf("workspace: import: %w", explain(err))
	}
	if err == nil {
		return nil
	}
	return imp.err
}

// Commit makes the import durable. If it fails, nothing of the import stays.
func (imp *Import) Commit() error {
	if err := imp.usable(); err != nil {
		return errors.Join(err, imp.Rollback())
	}
	if err := imp.finish(); err != nil {
		return errors.Join(imp.fail(err), imp.Rollback())
	}
	imp.done = true
	if imp.tookOut {
		dropDerived(imp.dir)
	}
	return imp.conn.Close()
}

func (imp *Import) finish() error {
	if err := imp.writer.close(); err != nil {
		return err
	}
	for _, f := range imp.files {
		if err := f.save(imp.ctx, imp.conn); err != nil {
			return err
		}
	}
	if _, err := imp.conn.ExecContext(imp.ctx, "UPDATE import SET files = ? WHERE id = ?", len(imp.files), imp.id); err != nil {
		return err
	}
	_, err := imp.conn.ExecContext(imp.ctx, "COMMIT")
	return err
}

// save writes what is known of a file when all its rows are in.
func (f *fileState) save(ctx context.Context, conn *sql.Conn) error {
	_, err := conn.ExecContext(ctx, `UPDATE file SET mapping = ?, parts = ?, mentions = ?, problems = ?, rows = ?, cases = ? WHERE id = ?`,
		f.mapping, f.parts, f.mentions, f.problems, fmt.Sprintf("%x", f.digest.Sum(nil)), len(f.cases), f.id)
	return err
}

// Rollback undoes the import. After Commit it does nothing, so that it can be deferred.
func (imp *Import) Rollback() error {
	if imp.done {
		return nil
	}
	imp.done = true
	_ = imp.writer.close() // what it could not write is undone anyway
	return rollback(imp.conn)
}
