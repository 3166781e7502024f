package workspace

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
)

// A FileID names an imported file inside its workspace; it is never used again
// for another one.
type FileID int64

// A FileInfo is a file as it is about to be imported.
type FileInfo struct {
	Path   string // absolute
	Name   string // as the user named it
	SHA256 string // of the content, hexadecimal
	Size   int64  // bytes
	Sheets int    // of a workbook; 0 elsewhere
	// Settings names what the user said about reading it, such as a mapping or
	// a county; "" if nothing. The same content with other settings is read again.
	Settings string
	// Replace, if not empty, is the name or path of an imported file whose
	// place this one takes.
	Replace string
}

// A File is an imported file.
type File struct {
	ID       FileID
	Path     string // absolute, when it was imported
	Name     string // as the user named it
	SHA256   string // of the content, hexadecimal
	Size     int64  // bytes
	Sheets   int    // of a workbook; 0 elsewhere
	Settings string // see FileInfo
	Mapping  string // YAML
	Imported string // RFC 3339
	Cases    int    // distinct pairs of id and agency in it
	Parts    int    // rows that told of a case
	Mentions int
	Problems int
	Import   ImportID // in which it came
	rows     string   // hash of what was read
}

// compare orders files by name, content and path: the same order whenever and
// wherever they were imported.
func (f *File) compare(g *File) int {
	return cmp.Or(cmp.Compare(f.Name, g.Name), cmp.Compare(f.SHA256, g.SHA256), cmp.Compare(f.Path, g.Path))
}

// Files returns the imported files, ordered by name, content and path.
func (ws *Workspace) Files(ctx context.Context) ([]File, error) {
	files, err := readFiles(ctx, ws.db)
	return files, explain(err)
}

// querier is a database, or one of its connections.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

func readFiles(ctx context.Context, q querier) ([]File, error) {
	rows, err := q.QueryContext(ctx, `SELECT id, path, name, sha256, size, sheets, settings, mapping, imported,
		cases, parts, mentions, problems, import, rows FROM file`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var files []File
	for rows.Next() {
		var f File
		if err := rows.Scan(&f.ID, &f.Path, &f.Name, &f.SHA256, &f.Size, &f.Sheets, &f.Settings, &f.Mapping, &f.Imported,
			&f.Cases, &f.Parts, &f.Mentions, &f.Problems, &f.Import, &f.rows); err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	slices.SortFunc(files, func(f, g File) int { return f.compare(&g) })
	return files, rows.Err()
}

// FindFile returns the file that a person means by name: its path, else the
// name it was imported under, else the end of its path (such as its base
// name). It fails with [ErrUnknownFile] or an [*AmbiguousError].
func (ws *Workspace) FindFile(ctx context.Context, name string) (File, error) {
	files, err := readFiles(ctx, ws.db)
	if err != nil {
		return File{}, explain(err)
	}
	return findFile(files, name)
}

func findFile(files []File, name string) (File, error) {
	clean := filepath.Clean(name)
	rules := []func(f *File) bool{
		func(f *File) bool { return f.Path == name || f.Path == clean },
		func(f *File) bool { return f.Name == name || filepath.Clean(f.Name) == clean },
		func(f *File) bool { return endsInPath(f.Path, clean) },
	}
	for _, means := range rules {
		var found []File
		for i := range files {
			if means(&files[i]) {
				found = append(found, files[i])
			}
		}
		switch len(found) {
		case 0:
			continue
		case 1:
			return found[0], nil
		}
		slices.SortFunc(found, func(f, g File) int { return cmp.Compare(f.Path, g.Path) })
		return File{}, &AmbiguousError{Name: name, Candidates: found}
	}
	return File{}, fmt.Errorf("%w: %q", ErrUnknownFile, name)
}

// endsInPath reports whether end is path's last element or last elements.
func endsInPath(path, end string) bool {
	if len(end) >= len(path) || path[len(path)-len(end):] != end {
		return false
	}
	return path[len(path)-len(end)-1] == filepath.Separator
}
