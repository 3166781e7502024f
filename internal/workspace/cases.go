package workspace

import (
	"context"
	"database/sql"
	"errors"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/tflink/tflink/linkage"
)

// A Selection says what of the workspace to read. The zero value is everything
// but the narratives.
type Selection struct {
	Narratives bool             // the free texts too
	Files      func(*File) bool // which files; nil: all
}

// loadBatch is how many parts go from the database's goroutine to the
// caller's at once.
const loadBatch = 256

// Cases calls f with every selected case, or part of one, and the file that it stands
// in: the files in the order of Files, and the parts of one in the order in
// which it tells them, whatever the order in which they were imported. It sees one
// state of the workspace, and no import commits until it is done. It stops at
// the first error of f, and returns it.
func (ws *Workspace) Cases(ctx context.Context, s Selection, f func(FileID, linkage.Case) error) error {
	return ws.read(ctx, func(ctx context.Context, conn *sql.Conn) error {
		files, err := readFiles(ctx, conn)
		if err != nil {
			return err
		}
		if s.Files != nil {
			files = slices.DeleteFunc(files, func(f File) bool { return !s.Files(&f) })
		}
		return streamFiles(ctx, conn, files, s.Narratives, f)
	})
}

// A Part is what one row or file tells of a case.
type Part struct {
	File File
	Case linkage.Case
}

// CaseParts returns all parts of the cases with the given id, of any agency,
// in the order of Cases; none if there is no such case.
func (ws *Workspace) CaseParts(ctx context.Context, id string) ([]Part, error) {
	var parts []Part
	err := ws.read(ctx, func(ctx context.Context, conn *sql.Conn) error {
		files, err := readFiles(ctx, conn)
		if err != nil {
			return err
		}
		rows, err := partIDs(ctx, conn, id)
		if err != nil {
			return err
		}
		for _, f := range files {
			for _, row := range rows {
				if FileID(row/maxRows) != f.ID {
					continue
				}
				err := loadParts(ctx, conn, &f, row, row, true, func(p loadedPart) error {
					c, err := p.decode()
					parts = append(parts, Part{f, c})
					return err
				})
				if err != nil {
					return err
				}
			}
		}
		return nil
	})
	return parts, err
}

func partIDs(ctx context.Context, q querier, caseID string) ([]int64, error) {
	rows, err := q.QueryContext(ctx, "SELECT id FROM part WHERE case_id = ? ORDER BY id", caseID)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ids []int64
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

// read calls f inside a transaction that reads one state of the workspace.
func (ws *Workspace) read(ctx context.Context, f func(context.Context, *sql.Conn) error) error {
	conn, err := ws.db.Conn(ctx)
	if err != nil {
		return explain(err)
	}
	if _, err := conn.ExecContext(ctx, "BEGIN"); err != nil {
		return errors.Join(explain(err), conn.Close())
	}
	return errors.Join(explain(f(ctx, conn)), rollback(conn))
}

// A partBatch is parts of one file on their way from the database.
type partBatch struct {
	file  FileID
	parts []loadedPart
	cases []linkage.Case // the parts decoded, when done is closed
	err   error
	done  chan struct{}
}

func (b *partBatch) decode() {
	defer close(b.done)
	b.cases = make([]linkage.Case, len(b.parts))
	for i := range b.parts {
		if b.cases[i], b.err = b.parts[i].decode(); b.err != nil {
			return
		}
	}
}

// streamFiles reads in a goroutine of its own, decodes in several, and calls f in
// the caller's. When it returns, they have ended.
func streamFiles(ctx context.Context, conn *sql.Conn, files []File, narratives bool, f func(FileID, linkage.Case) error) error {
	group, ctx := errgroup.WithContext(ctx)
	workers := runtime.GOMAXPROCS(0)
	todo := make(chan *partBatch)
	ordered := make(chan *partBatch, 2*workers) // bounds how many batches are in memory
	group.Go(func() error {
		defer close(ordered)
		defer close(todo)
		for i := range files {
			if err := sendParts(ctx, conn, &files[i], narratives, ordered, todo); err != nil {
				return err
			}
		}
		return nil
	})
	for range workers {
		group.Go(func() error {
			for b := range todo {
				b.decode()
			}
			return nil
		})
	}
	group.Go(func() error {
		for b := range ordered {
			select {
			case <-b.done:
			case <-ctx.Done():
				return ctx.Err()
			}
			if b.err != nil {
				return b.err
			}
			for i := range b.cases {
				if err := f(b.file, b.cases[i]); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return group.Wait()
}

// sendParts reads the parts of one file and hands each batch to be decoded and,
// in order, to be used.
func sendParts(ctx context.Context, conn *sql.Conn, file *File, narratives bool, to ...chan<- *partBatch) error {
	parts := make([]loadedPart, 0, loadBatch)
	send := func() error {
		b := &partBatch{file: file.ID, parts: parts, done: make(chan struct{})}
		for _, c := range to {
			select {
			case c <- b:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		parts = make([]loadedPart, 0, loadBatch)
		return nil
	}
	err := loadParts(ctx, conn, file, file.ID.row(0), file.ID.row(maxRows-1), narratives, func(p loadedPart) error {
		parts = append(parts, p)
		if len(parts) < loadBatch {
			return nil
		}
		return send()
	})
	if err != nil {
		return err
	}
	return send()
}
