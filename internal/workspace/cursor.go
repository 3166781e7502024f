package workspace

import (
	"context"
	"database/sql"
)

// A cursor walks over rows that are sorted by their part, one row ahead of its
// reader.
type cursor[Row any] struct {
	rows *sql.Rows
	scan func(*sql.Rows, *int64, *Row) error
	part int64
	next Row
	have bool // next is a row
	err  error
}

// newCursor runs a query whose rows scan reads.
func newCursor[Row any](ctx context.Context, q querier, scan func(*sql.Rows, *int64, *Row) error, query string, args ...any) (*cursor[Row], error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	c := &cursor[Row]{rows: rows, scan: scan}
	c.advance()
	return c, nil
}

func (c *cursor[Row]) advance() {
	var empty Row
	c.next, c.have = empty, false
	if !c.rows.Next() {
		c.err = c.rows.Err()
		return
	}
	c.err = c.scan(c.rows, &c.part, &c.next)
	c.have = c.err == nil
}

// at reports whether the next row belongs to the part.
func (c *cursor[Row]) at(part int64) bool { return c.have && c.part == part }

// take returns the next row and goes on.
func (c *cursor[Row]) take() Row {
	row := c.next
	c.advance()
	return row
}
