package linkage

import (
	"cmp"
	"slices"
	"strings"
)

// mergeParts returns the cases with all their parts merged, in order of id and
// of whose they are, and for each row of the linker the case that it is part of.
func (l *Linker) mergeParts() (cases []caseRow, of []int32) {
	t := &l.cases
	of = make([]int32, len(t.rows))
	order := t.order()
	if order == nil { // each id once, and in order
		for i := range of {
			of[i] = int32(i)
		}
		t.frozen = true
		return t.rows[:len(t.rows):len(t.rows)], of
	}
	cases = make([]caseRow, 0, len(order))
	for i := 0; i < len(order); {
		id := t.id(order[i])
		j := i + 1
		for j < len(order) && t.id(order[j]) == id {
			j++
		}
		if j == i+1 {
			of[order[i]] = int32(len(cases))
			cases = append(cases, t.rows[order[i]])
		} else {
			cases = l.mergeGroup(cases, order[i:j], of)
		}
		i = j
	}
	return cases, of
}

func (t *caseTable) id(i int32) string { return t.rows[i].id.of(t.texts) }

// order returns the rows by id, agency, counties and origin; nil where they are
// in that order already and no id is repeated.
func (t *caseTable) order() []int32 {
	sorted := true
	for i := 1; sorted && i < len(t.rows); i++ {
		sorted = t.id(int32(i-1)) < t.id(int32(i))
	}
	if sorted {
		return nil
	}
	return orderByText(len(t.rows), t.id, t.compare)
}

// mergeGroup appends the cases that the rows of one id tell.
//
// Rows of one agency are one case. A row without an agency belongs to the one
// case with its county, a row whose county is only its file's to the one with its
// origin or county, and a row without either agency or county to the one with its
// origin; where there is none, or more than one, it is a case of its own.
func (l *Linker) mergeGroup(cases []caseRow, rows []int32, of []int32) []caseRow {
	t := &l.cases
	first := len(cases)
	// Rows that say more come first: agency, county, county of the file, neither.
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b int32) int { return cmp.Compare(t.rows[a].vague(), t.rows[b].vague()) })
	origins := map[int][]int32{} // of the rows that each case has
	for _, r := range rows {
		row := &t.rows[r]
		to := -1
		for i := first; i < len(cases); i++ {
			if !l.partOf(row, &cases[i], origins[i]) {
				continue
			}
			if to >= 0 && cases[i].vague() == cases[to].vague() {
				to = -2 // more than one it could belong to
				break
			}
			if to == -1 {
				to = i
			}
		}
		if to < 0 {
			to = len(cases)
			cases = append(cases, *row)
		} else {
			t.merge(&cases[to], row)
		}
		origins[to] = append(origins[to], row.origin)
		of[r] = int32(to)
	}
	// Merging in that order must not decide the order of the cases.
	final := make([]int32, len(cases)-first)
	for i := range final {
		final[i] = int32(i)
	}
	group := slices.Clone(cases[first:])
	slices.SortFunc(final, func(a, b int32) int { return t.compareRows(&group[a], &group[b]) })
	place := make([]int32, len(final))
	for to, from := range final {
		cases[first+to] = group[from]
		place[from] = int32(first + to)
	}
	for _, r := range rows {
		of[r] = place[of[r]-int32(first)]
	}
	return cases
}

// vague returns how little a row says of whose it is: 0 an agency, 1 a county,
// 2 the county of its file, 3 none of them.
func (c *caseRow) vague() int {
	switch {
	case c.agency != 0:
		return 0
	case c.counties != 0 && !c.assumed:
		return 1
	case c.counties != 0:
		return 2
	}
	return 3
}

// partOf reports whether row c of the same id tells a part of case k, which has rows of the given origins.
func (l *Linker) partOf(c, k *caseRow, origins []int32) bool {
	switch c.vague() {
	case 0:
		return c.agency == k.agency
	case 1:
		if k.agency == 0 {
			return c.counties == k.counties
		}
		return k.counties == 0 && slices.Contains(origins, c.origin) || l.counties.overlap(c.counties, k.counties)
	}
	return slices.Contains(origins, c.origin) || c.vague() == 2 && l.counties.overlap(c.counties, k.counties)
}

// overlap reports whether two sets have a county in common.
func (s *countySets) overlap(a, b int32) bool {
	x, y := s.codes(a), s.codes(b)
	return slices.ContainsFunc(x, func(c string) bool { return slices.Contains(y, c) })
}

// compare orders rows by id, agency, counties and origin; it is a total order of rows.
func (t *caseTable) compare(a, b int32) int { return t.compareRows(&t.rows[a], &t.rows[b]) }

func (t *caseTable) compareRows(a, b *caseRow) int {
	if c := strings.Compare(a.id.of(t.texts), b.id.of(t.texts)); c != 0 {
		return c
	}
	return cmp.Or(
		strings.Compare(t.words.text(a.agency), t.words.text(b.agency)),
		slices.Compare(t.counties.codes(a.counties), t.counties.codes(b.counties)),
		strings.Compare(t.words.text(a.origin), t.words.text(b.origin)))
}
