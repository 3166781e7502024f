package workspace

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/tflink/tflink/linkage"
)

// ErrUnknownJudgement: no judgement that holds has that number.
var ErrUnknownJudgement = errors.New("no judgement that holds has that number")

// A Judgement is a stored judgement.
type Judgement struct {
	Number int64 // from 1, never used again
	linkage.Judgement
	Undone string // RFC 3339; empty while it holds
}

// Judge stores a judgement, made at the given time, and returns its number.
// Earlier ones on the same subject stay; the last that holds counts.
func (ws *Workspace) Judge(ctx context.Context, j linkage.Judgement, at time.Time) (int64, error) {
	if ws.readOnly {
		return 0, ErrReadOnly
	}
	r, err := ws.db.ExecContext(ctx, `INSERT INTO judgement (a, b, kind, value, verdict, why, who, made, undone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')`,
		j.A, j.B, string(j.Kind), j.Value, j.Verdict.String(), j.Why, j.By, at.UTC().Format(time.RFC3339))
	if err != nil {
		return 0, explain(err)
	}
	return r.LastInsertId()
}

// Undo takes a judgement back, at the given time. It stays in the list as
// undone. It fails with [ErrUnknownJudgement].
func (ws *Workspace) Undo(ctx context.Context, number int64, at time.Time) error {
	if ws.readOnly {
		return ErrReadOnly
	}
	r, err := ws.db.ExecContext(ctx, `UPDATE judgement SET undone = ? WHERE id = ? AND undone = ''`, at.UTC().Format(time.RFC3339), number)
	if err != nil {
		return explain(err)
	}
	if n, err := r.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, fmt.Errorf("%w: %d", ErrUnknownJudgement, number))
	}
	return nil
}

// Judgements returns all judgements in the order in which they were made,
// those that were undone too.
func (ws *Workspace) Judgements(ctx context.Context) ([]Judgement, error) {
	all, err := readJudgements(ctx, ws.db)
	return all, explain(err)
}

func readJudgements(ctx context.Context, q querier) ([]Judgement, error) {
	rows, err := q.QueryContext(ctx, `SELECT id, a, b, kind, value, verdict, why, who, made, undone FROM judgement ORDER BY id`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []Judgement
	for rows.Next() {
		var j Judgement
		var verdict string
		if err := rows.Scan(&j.Number, &j.A, &j.B, &j.Kind, &j.Value, &verdict, &j.Why, &j.By, &j.At, &j.Undone); err != nil {
			return nil, err
		}
		j.Verdict, _ = linkage.ParseVerdict(verdict) // the table holds no other
		all = append(all, j)
	}
	return all, rows.Err()
}

// holding returns the judgements that were not undone.
func holding(all []Judgement) []Judgement {
	var hold []Judgement
	for _, j := range all {
		if j.Undone == "" {
			hold = append(hold, j)
		}
	}
	return hold
}
