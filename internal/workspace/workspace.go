// Package workspace answers: what do we know, since when, from whom?
//
// A workspace is a folder with one SQLite file, [FileName], that holds the
// cases as they were read and where each value stood. Everything else, such as
// entities, links and clusters, is a pure function of it. The search index lies
// beside it in [IndexFolder] and can be made anew at any time.
//
// An import is one transaction: a process that is killed at any moment leaves
// what was committed before, whole. The file keeps a rollback journal and not
// a write-ahead log, because a task force's folder often lies on a network
// drive, where a write-ahead log does not work, and because a large import
// then writes each page once.
package workspace

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	_ "modernc.org/sqlite" // the driver
)

const (
	// DefaultFolder is where a workspace lies unless the user says otherwise.
	DefaultFolder = ".tflink"
	// FileName is the SQLite file's name in the workspace's folder.
	FileName = "workspace.sqlite"
	// IndexFolder is the search index's name in the workspace's folder.
	IndexFolder = "index"
)

// DefaultPatience is how long a process waits for another one that is
// writing: longer than most imports take, short enough that nobody thinks the
// program hangs.
const DefaultPatience = 10 * time.Second

// Case files are for their owner only.
const (
	folderMode fs.FileMode = 0o700
	fileMode   fs.FileMode = 0o600
)

// Options say how to open a workspace. The zero value opens one that exists, to
// read and to write.
type Options struct {
	Create   bool          // make the workspace where there is none
	ReadOnly bool          // refuse to import and to forget
	Patience time.Duration // how long to wait for another process; 0 is DefaultPatience
}

// A Workspace is an open workspace. Its methods are safe for concurrent use,
// but one import runs at a time.
type Workspace struct {
	dir      string
	db       *sql.DB
	readOnly bool
}

// Open opens the workspace in folder dir and brings its schema up to date. It
// fails with [ErrMissing], [ErrNewer], [ErrForeign] or [ErrBusy].
func Open(dir string, o Options) (*Workspace, error) {
	if o.Patience == 0 {
		o.Patience = DefaultPatience
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("workspace: %w", err)
	}
	path := filepath.Join(dir, FileName)
	if err := prepare(dir, path, o); err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", dataSource(path, o))
	if err != nil {
		return nil, fmt.Errorf("workspace: %w", err)
	}
	ws := &Workspace{dir: dir, db: db, readOnly: o.ReadOnly}
	if err := migrate(context.Background(), db); err != nil {
		return nil, errors.Join(fmt.Errorf("workspace %s: %w", dir, explain(err)), db.Close())
	}
	return ws, nil
}

// prepare makes the folder and the file if it may, and closes them to others.
func prepare(dir, path string, o Options) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("workspace %s: %w", dir, ErrForeign)
	case err == nil:
		if info.Mode().Perm()&^fileMode != 0 {
			_ = os.Chmod(path, fileMode) // fails for a file that is somebody else's, who then decides
		}
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("workspace: %w", err)
	case !o.Create:
		return fmt.Errorf("%w in %s", ErrMissing, dir)
	}
	if err := os.MkdirAll(dir, folderMode); err != nil {
		return fmt.Errorf("workspace: %w", err)
	}
	// SQLite would make the file with the mode that the umask leaves.
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, fileMode)
	if err != nil {
		return fmt.Errorf("workspace: %w", err)
	}
	return f.Close()
}

// dataSource returns SQLite's URI of the file with the settings of every connection.
func dataSource(path string, o Options) string {
	q := url.Values{}
	q.Add("_pragma", fmt.Sprintf("busy_timeout(%d)", o.Patience.Milliseconds()))
	q.Add("_pragma", "page_size(8192)")     // takes effect on an empty file; a row has about 1 kB
	q.Add("_pragma", "cache_size(-65536)")  // 64 MB: an import's working set
	q.Add("_pragma", "synchronous(full)")   // a committed import outlives a power cut
	q.Add("_pragma", "trusted_schema(off)") // the file may have been handed over
	if !writable(path) {
		q.Add("mode", "ro")
	}
	slashed := filepath.ToSlash(path)
	if slashed[0] != '/' {
		slashed = "/" + slashed // file:///C:/…
	}
	return (&url.URL{Scheme: "file", Path: slashed, RawQuery: q.Encode()}).String()
}

// writable reports whether this process may write the file. One that only
// reads needs the right too, to roll back what a killed import left.
func writable(path string) bool {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	return f.Close() == nil
}

// Dir returns the workspace's folder as an absolute path.
func (ws *Workspace) Dir() string { return ws.dir }

// IndexDir returns the folder of the workspace's search index.
func (ws *Workspace) IndexDir() string { return filepath.Join(ws.dir, IndexFolder) }

// Close closes the workspace. An import that was not committed is lost.
func (ws *Workspace) Close() error { return ws.db.Close() }
