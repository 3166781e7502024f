package workspace

import (
	"context"
	"database/sql"
	"errors"

	"github.com/tflink/tflink/linkage"
)

// loadBatch is how many parts go from the database's goroutine to the
// caller's at once.
const loadBatch = 256

// Cases calls f with every case, or part of one, and the file that it stands
// in: the files in the order of Files, and the parts of one in the order in
// which it tells them, whatever the order in which they were imported. It sees one
// state of the workspace, and no import commits until it is done. It stops at
// the first error of f, and returns it.
func (ws *Workspace) Cases(ctx context.Context, f func(FileID, linkage.Case) error) error {
	return ws.read(ctx, func(ctx context.Context, conn *sql.Conn) error {
		files, err := readFiles(ctx, conn)
		if err != nil {
			return err
		}
		return streamFiles(ctx, conn, files, f)
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
				err := loadParts(ctx, conn, &f, row, row, func(p loadedPart) error {
					parts = append(parts, Part{f, p.decode()})
					return nil
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
}

// streamFiles reads in a goroutine of its own, and decodes and calls f in the
// caller's. When it returns, the goroutine has ended.
func streamFiles(ctx context.Context, conn *sql.Conn, files []File, f func(FileID, linkage.Case) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	batches := make(chan partBatch, 4)
	read := make(chan error, 1)
	go func() {
		defer close(batches)
		for i := range files {
			if err := sendParts(ctx, conn, &files[i], batches); err != nil {
				read <- err
				return
			}
		}
		read <- nil
	}()
	var failed error
	for b := range batches { // to the end, so that the goroutine can end
		for i := 0; i < len(b.parts) && failed == nil; i++ {
			if failed = f(b.file, b.parts[i].decode()); failed != nil {
				cancel()
			}
		}
	}
	if err := <-read; failed == nil {
		return err
	}
	return failed
}

// sendParts reads the parts of one file.
func sendParts(ctx context.Context, conn *sql.Conn, file *File, to chan<- partBatch) error {
	parts := make([]loadedPart, 0, loadBatch)
	send := func() error {
		select {
		case to <- partBatch{file.ID, parts}:
			parts = make([]loadedPart, 0, loadBatch)
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	err := loadParts(ctx, conn, file, file.ID.row(0), file.ID.row(maxRows-1), func(p loadedPart) error {
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
