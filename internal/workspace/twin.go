package workspace

import (
	"database/sql"
	"errors"
)

// A Twin is another file that tells the same cases.
type Twin struct {
	Name    string
	Mapping string // YAML
	Shared  int    // case ids that both files have, with the same agency and counties
	Cases   int    // case ids of the file that was asked for
}

// Twin returns the file, of those that were there before this import, that has
// most case ids in common with a file just read; Shared is 0 where none has any.
// Cost: one look into an index for each case of the file, and the rows found there.
func (imp *Import) Twin(id FileID) (Twin, error) {
	if err := imp.usable(); err != nil {
		return Twin{}, err
	}
	if err := imp.writer.flush(); err != nil {
		return Twin{}, imp.fail(err)
	}
	var others bool
	if err := imp.conn.QueryRowContext(imp.ctx, "SELECT EXISTS (SELECT 1 FROM file WHERE id < ?)", id).Scan(&others); err != nil || !others {
		return Twin{}, imp.fail(err)
	}
	first, last := id.row(0), id.row(maxRows-1)
	var t Twin
	err := imp.conn.QueryRowContext(imp.ctx, `SELECT f.name, f.mapping, s.shared,
			(SELECT count(DISTINCT case_id) FROM part WHERE id BETWEEN ?1 AND ?2)
		FROM (SELECT other.id / ?3 AS file, count(DISTINCT mine.case_id) AS shared
			FROM (SELECT DISTINCT case_id, agency, counties FROM part WHERE id BETWEEN ?1 AND ?2) mine
			JOIN part other ON other.case_id = mine.case_id AND other.agency = mine.agency
			WHERE other.id < ?1 AND other.counties = mine.counties
			GROUP BY 1) s
		JOIN file f ON f.id = s.file
		ORDER BY s.shared DESC, f.id LIMIT 1`, first, last, int64(maxRows)).Scan(&t.Name, &t.Mapping, &t.Shared, &t.Cases)
	if errors.Is(err, sql.ErrNoRows) {
		return Twin{}, nil
	}
	return t, imp.fail(err)
}
