package workspace

import (
	"context"
	"database/sql"
	"strings"

	"github.com/tflink/tflink/linkage"
)

// A loadedPart is a case part as it was read, its mentions not yet decoded.
type loadedPart struct {
	kase       linkage.Case
	mentions   string // JSON
	normalised []byte
}

// decode returns the case.
func (p *loadedPart) decode() (linkage.Case, error) {
	var err error
	p.kase.Mentions, err = decodeMentions(p.mentions, p.normalised, p.kase.Source)
	return p.kase, err
}

// loadParts calls f with the parts of a file whose row ids lie in first..last, in
// order. It walks the parts and, where they are wanted, the narratives side by
// side: both are sorted by part.
func loadParts(ctx context.Context, q querier, file *File, first, last int64, narratives bool, f func(loadedPart) error) error {
	parts, err := q.QueryContext(ctx, `SELECT id, case_id, agency, origin, counties, assumed, doubt, first, last, offense, status, minors,
		source, sheet, line, col, mentions, normalised FROM part WHERE id BETWEEN ? AND ? ORDER BY id`, first, last)
	if err != nil {
		return err
	}
	defer parts.Close()
	texts := new(cursor[storedNarrative])
	if narratives {
		texts, err = newCursor(ctx, q, scanNarrative, `SELECT part, text, source, sheet, line, col
			FROM narrative WHERE part BETWEEN ? AND ? ORDER BY part, seq`, first, last)
		if err != nil {
			return err
		}
		defer texts.rows.Close()
	}
	shared := interner{}
	for parts.Next() {
		var p loadedPart
		id, err := p.scan(parts, file.Name, shared)
		if err != nil {
			return err
		}
		for texts.at(id) {
			p.addNarrative(texts.take())
		}
		if texts.err != nil {
			return texts.err
		}
		if err := f(p); err != nil {
			return err
		}
	}
	return parts.Err()
}

// scan reads the part itself and returns its row id.
func (p *loadedPart) scan(rows *sql.Rows, file string, shared interner) (id int64, err error) {
	c := &p.kase
	var counties, from, to, offense string
	var in sql.NullString
	err = rows.Scan(&id, &c.ID, &c.Agency, &c.Origin, &counties, &c.CountyAssumed, &c.CountyDoubt, &from, &to, &offense, &c.Status, &c.MinorsInvolved,
		&in, &c.Source.Sheet, &c.Source.Line, &c.Source.Column, &p.mentions, &p.normalised)
	if err != nil {
		return 0, err
	}
	if err := c.From.UnmarshalText([]byte(from)); err != nil {
		return 0, err
	}
	if err := c.To.UnmarshalText([]byte(to)); err != nil {
		return 0, err
	}
	if counties != "" {
		c.Counties = strings.Split(shared.one(counties), ",")
	}
	c.Source.File = usually(in, file)
	c.Source.Sheet = shared.one(c.Source.Sheet)
	c.Agency, c.Origin, c.Status = shared.one(c.Agency), shared.one(c.Origin), shared.one(c.Status)
	c.Offense = parseOffense(offense)
	return id, nil
}

// A storedNarrative is a row of the table narrative.
type storedNarrative struct {
	linkage.Narrative
	in, sheet sql.NullString
}

func scanNarrative(rows *sql.Rows, part *int64, n *storedNarrative) error {
	return rows.Scan(part, &n.Text, &n.in, &n.sheet, &n.Source.Line, &n.Source.Column)
}

func (p *loadedPart) addNarrative(n storedNarrative) {
	n.Source.File, n.Source.Sheet = usually(n.in, p.kase.Source.File), usually(n.sheet, p.kase.Source.Sheet)
	p.kase.Narratives = append(p.kase.Narratives, n.Narrative)
}

// parseOffense reads what Offense.String writes.
func parseOffense(s string) linkage.Offense {
	var o linkage.Offense
	for _, one := range []linkage.Offense{linkage.SexTrafficking, linkage.LaborTrafficking} {
		if strings.Contains(s, one.String()) {
			o |= one
		}
	}
	return o
}

// usually returns what stands in the column, or the usual if it is NULL.
func usually(s sql.NullString, usual string) string {
	if s.Valid {
		return s.String
	}
	return usual
}

// An interner keeps one copy of strings that repeat, such as agencies.
type interner map[string]string

func (in interner) one(s string) string {
	if have, ok := in[s]; ok {
		return have
	}
	const many = 1 << 16 // what does not repeat must not fill the memory
	if len(in) < many {
		in[s] = s
	}
	return s
}
