package workspace

import (
	"context"
	"database/sql"
	"errors"

	"github.com/tflink/tflink/linkage/source"
)

// Problems returns the first problems of the imported files, in the order of
// Files and of the rows, and how many there are in all. A limit of 0 or less
// returns all of them.
func (ws *Workspace) Problems(ctx context.Context, limit int) (problems []*source.Problem, total int, err error) {
	err = ws.read(ctx, func(ctx context.Context, conn *sql.Conn) error {
		files, err := readFiles(ctx, conn)
		if err != nil {
			return err
		}
		for i := range files {
			total += files[i].Problems
			rest := -1 // no limit, for SQLite
			if limit > 0 {
				rest = limit - len(problems)
			}
			if problems, err = appendProblems(ctx, conn, problems, files[i].ID, rest); err != nil {
				return err
			}
		}
		return nil
	})
	return problems, total, err
}

func appendProblems(ctx context.Context, q querier, list []*source.Problem, id FileID, limit int) ([]*source.Problem, error) {
	if limit == 0 {
		return list, nil
	}
	rows, err := q.QueryContext(ctx, `SELECT source, sheet, line, col, field, raw, reason, hint
		FROM problem WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?`, id.row(0), id.row(maxRows-1), limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var p source.Problem
		var reason string
		if err := rows.Scan(&p.File, &p.Sheet, &p.Line, &p.Column, &p.Field, &p.Raw, &reason, &p.Hint); err != nil {
			return nil, err
		}
		p.Err = errors.New(reason)
		list = append(list, &p)
	}
	return list, rows.Err()
}
