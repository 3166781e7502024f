package workspace

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"
)

// Stats counts what is in a workspace.
type Stats struct {
	Files    int
	Cases    int // distinct pairs of id and agency; parts that name no agency may join them
	Parts    int // rows that told of a case
	Mentions int
	Problems int
}

// Stats returns the counts. Cost: O(parts), a fraction of a second a million.
func (ws *Workspace) Stats(ctx context.Context) (Stats, error) {
	var s Stats
	err := ws.db.QueryRowContext(ctx, `SELECT count(*), coalesce(sum(parts), 0), coalesce(sum(mentions), 0), coalesce(sum(problems), 0),
		(SELECT count(*) FROM (SELECT DISTINCT case_id, agency FROM part)) FROM file`).
		Scan(&s.Files, &s.Parts, &s.Mentions, &s.Problems, &s.Cases)
	return s, explain(err)
}

// Fingerprint returns a hash of all that was read. It is equal for equal
// content, whatever the order of the imports, so that what was computed from
// the workspace can tell whether it still holds. Cost: O(files).
func (ws *Workspace) Fingerprint(ctx context.Context) (string, error) {
	files, err := readFiles(ctx, ws.db)
	if err != nil {
		return "", explain(err)
	}
	return fingerprint(files), nil
}

func fingerprint(files []File) string {
	h := sha256.New()
	for _, f := range files {
		fmt.Fprintf(h, "%q %s\n", f.Name, f.rows)
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:16])
}

// Check has SQLite check the whole file and returns what it found wrong, nil
// if nothing. Cost: O(file), seconds a gigabyte.
func (ws *Workspace) Check(ctx context.Context) ([]string, error) {
	rows, err := ws.db.QueryContext(ctx, "PRAGMA integrity_check")
	if err != nil {
		return nil, explain(err)
	}
	defer rows.Close()
	return readFaults(rows)
}

func readFaults(rows *sql.Rows) ([]string, error) {
	var faults []string
	for rows.Next() {
		var fault string
		if err := rows.Scan(&fault); err != nil {
			return nil, explain(err)
		}
		if fault != "ok" {
			faults = append(faults, fault)
		}
	}
	return faults, explain(rows.Err())
}
