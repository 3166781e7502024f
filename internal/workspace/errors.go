package workspace

import (
	"errors"
	"fmt"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// What can be wrong with a workspace, for errors.Is.
var (
	// ErrMissing: the folder holds no workspace.
	ErrMissing = errors.New("there is no workspace")
	// ErrNewer: a newer tflink wrote it; this one would harm it.
	ErrNewer = errors.New("a newer version of tflink made this workspace; use that version or a newer one")
	// ErrForeign: the file is something else, or damaged.
	ErrForeign = errors.New("the file is not a tflink workspace, or it is damaged")
	// ErrBusy: another process is writing and did not finish in time.
	ErrBusy = errors.New("another tflink is importing into this workspace; try again when it is done")
	// ErrReadOnly: the workspace was opened to read, or is not writable.
	ErrReadOnly = errors.New("the workspace is open for reading only")
	// ErrUnknownFile: no imported file goes by that name.
	ErrUnknownFile = errors.New("no imported file has that name")
)

// An AmbiguousError says that a name means several imported files.
type AmbiguousError struct {
	Name       string
	Candidates []File // two or more, in order of path
}

// Error names the candidates' paths.
func (e *AmbiguousError) Error() string {
	paths := make([]string, len(e.Candidates))
	for i, f := range e.Candidates {
		paths[i] = f.Path
	}
	return fmt.Sprintf("%q means %d files; say which: %s", e.Name, len(paths), strings.Join(paths, ", "))
}

// explain puts our word for it over SQLite's error, if there is one. It never
// repeats a value of the statement.
func explain(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	const primary = 0xff // the low byte is the primary code, the rest says more
	switch e.Code() & primary {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Errorf("%w (%w)", ErrBusy, err)
	case sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT:
		return fmt.Errorf("%w (%w)", ErrForeign, err)
	case sqlite3.SQLITE_READONLY:
		return fmt.Errorf("%w (%w)", ErrReadOnly, err)
	}
	return err
}
