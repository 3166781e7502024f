package resolve

import (
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/tflink/tflink/linkage/records"
)

// A Table is a table of people or businesses, read into memory.
type Table struct {
	Header []string
	Rows   [][]string
}

// ReadTable reads the first table of a file that has rows, in any format that package records reads.
func ReadTable(path string) (*Table, error) {
	f, err := records.Open(path, records.Options{})
	if err != nil {
		return nil, err
	}
	defer f.Close()
	for {
		t, err := f.Next()
		if errors.Is(err, io.EOF) {
			return &Table{}, nil
		}
		if err != nil {
			return nil, err
		}
		out, err := readRows(t)
		if err != nil || len(out.Rows) > 0 {
			return out, err
		}
	}
}

func readRows(t *records.Table) (*Table, error) {
	out := &Table{Header: t.Header}
	var b records.Batch
	for {
		err := t.NextBatch(&b)
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		for i := range b.Rows {
			row := make([]string, len(t.Header))
			for j := range row {
				row[j] = strings.TrimSpace(b.Rows[i].Text(j))
			}
			out.Rows = append(out.Rows, row)
		}
	}
}

// columns says what each column means, and which is the id: -1 for the row's number.
func (t *Table) columns(id string) (columns []column, idColumn int, err error) {
	idColumn, err = t.idColumn(id)
	if err != nil {
		return nil, 0, err
	}
	for i, h := range t.Header {
		m, group := meaningOf(h)
		if i == idColumn {
			m = meansID
		}
		if (m == meansText || m == meansNothing) && t.saysKind(i) {
			m = meansType
		}
		if m == meansText && !t.comparable(i) {
			m = meansNothing
		}
		c := column{index: i, header: h, meaning: m, group: group}
		for _, w := range headerWords(h) {
			c.firm, c.site = c.firm || firmWords[w], c.site || siteWords[w]
		}
		columns = append(columns, c)
	}
	return columns, idColumn, nil
}

// saysKind reports whether most cells of a column say that the row is a person's or an
// organisation's, and some the one and some the other.
func (t *Table) saysKind(i int) bool {
	const most, longest = 0.8, 24
	var of [2]int
	filled := 0
	for _, row := range t.Rows {
		if v := row[i]; v != "" {
			filled++
			if k, ok := kindNamed(v); ok && len(v) <= longest {
				of[k]++
			}
		}
	}
	return of[Person] > 0 && of[Business] > 0 && float64(of[Person]+of[Business]) >= most*float64(filled)
}

// An UnknownColumnError says that a table has no column of a name.
type UnknownColumnError struct{ Column string }

// Error returns "no column is called …".
func (e *UnknownColumnError) Error() string { return "no column is called " + strconv.Quote(e.Column) }

func (t *Table) idColumn(id string) (int, error) {
	if id != "" {
		for i, h := range t.Header {
			if strings.EqualFold(strings.TrimSpace(h), strings.TrimSpace(id)) {
				return i, nil
			}
		}
		return 0, &UnknownColumnError{id}
	}
	for _, name := range idHeaders {
		for i, h := range t.Header {
			if strings.Join(headerWords(h), " ") == name && t.distinct(i) {
				return i, nil
			}
		}
	}
	for i, h := range t.Header {
		if namesRows(headerWords(h)) && t.distinct(i) {
			return i, nil
		}
	}
	return -1, nil
}

// distinct reports whether no two rows have the same value in a column, and none is empty.
func (t *Table) distinct(i int) bool {
	seen := make(map[string]bool, len(t.Rows))
	for _, row := range t.Rows {
		if row[i] == "" || seen[row[i]] {
			return false
		}
		seen[row[i]] = true
	}
	return true
}

// names returns the name of each row's record.
func (t *Table) names(idColumn int) []string {
	out := make([]string, len(t.Rows))
	for i, row := range t.Rows {
		if idColumn >= 0 {
			out[i] = row[idColumn]
		} else {
			out[i] = strconv.Itoa(i + 1)
		}
	}
	return out
}

// order returns the rows in an order that does not depend on theirs: by content, and by name where that is equal.
func (t *Table) order(names []string, idColumn int) []int {
	order := make([]int, len(t.Rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if c := slices.Compare(t.Rows[a], t.Rows[b]); c != 0 {
			return c
		}
		return strings.Compare(names[a], names[b])
	})
	return order
}
