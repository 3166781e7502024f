package workspace

import (
	"context"
	"errors"
	"time"
)

// Forget takes the file that a person means by name out of the workspace, with
// all its rows, at the given time, and what was made of them, and returns what it was. See [Workspace.FindFile] for what it
// fails with.
func (ws *Workspace) Forget(ctx context.Context, name string, at time.Time) (File, error) {
	conn, err := ws.begin(ctx)
	if err != nil {
		return File{}, err
	}
	files, err := readFiles(ctx, conn)
	if err != nil {
		return File{}, errors.Join(explain(err), rollback(conn))
	}
	f, err := findFile(files, name)
	if err != nil {
		return File{}, errors.Join(err, rollback(conn))
	}
	if _, err := recordImport(ctx, conn, at.UTC().Format(time.RFC3339), "forget"); err != nil {
		return File{}, errors.Join(explain(err), rollback(conn))
	}
	if err := deleteFile(ctx, conn, f.ID); err != nil {
		return File{}, errors.Join(explain(err), rollback(conn))
	}
	if _, err := conn.ExecContext(ctx, "COMMIT"); err != nil {
		return File{}, errors.Join(explain(err), rollback(conn))
	}
	dropDerived(ws.dir)
	return f, conn.Close()
}

// deleteFile deletes a file and all its rows.
func deleteFile(ctx context.Context, q execer, id FileID) error {
	first, last := id.row(0), id.row(maxRows-1)
	for _, statement := range []string{
		"DELETE FROM narrative WHERE part BETWEEN ? AND ?",
		"DELETE FROM part WHERE id BETWEEN ? AND ?",
		"DELETE FROM problem WHERE id BETWEEN ? AND ?",
	} {
		if _, err := q.ExecContext(ctx, statement, first, last); err != nil {
			return err
		}
	}
	_, err := q.ExecContext(ctx, "DELETE FROM file WHERE id = ?", id)
	return err
}
