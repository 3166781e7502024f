package linkage

import (
	"cmp"
	"slices"
	"strings"
)

// mergeParts returns the cases with all their parts merged, in order of id and
// of whose they are, and for each row of the linker the case that it is part of.
func (l *Linker) mergeParts() (cases []caseRow, of []int32) {
	order := make([]int32, len(l.cases))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return l.cases[a].compare(&l.cases[b]) })
	of = make([]int32, len(order))
	cases = make([]caseRow, 0, len(order))
	for i := 0; i < len(order); {
		j := i + 1
		for j < len(order) && l.cases[order[j]].id == l.cases[order[i]].id {
			j++
		}
		if j == i+1 {
			of[order[i]] = int32(len(cases))
			cases = append(cases, l.cases[order[i]])
		} else {
			cases = l.mergeGroup(cases, order[i:j], of)
		}
		i = j
	}
	return cases, of
}

// mergeGroup appends the cases that the rows of one id tell.
//
// Rows of one agency are one case. A row without an agency belongs to the one
// case with its county, a row whose county is only its file's to the one with its
// origin or county, and a row without either agency or county to the one with its
// origin; where there is none, or more than one, it is a case of its own.
func (l *Linker) mergeGroup(cases []caseRow, rows []int32, of []int32) []caseRow {
	first := len(cases)
	// Rows that say more come first: agency, county, county of the file, neither.
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b int32) int { return cmp.Compare(l.cases[a].vague(), l.cases[b].vague()) })
	origins := map[int][]string{} // of the rows that each case has
	for _, r := range rows {
		row := &l.cases[r]
		to := -1
		for i := first; i < len(cases); i++ {
			if !row.partOf(&cases[i], origins[i]) {
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
			cases[to].merge(row, l.counties)
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
	slices.SortFunc(final, func(a, b int32) int { return group[a].compare(&group[b]) })
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
	case c.agency != "":
		return 0
	case len(c.counties) > 0 && !c.assumed:
		return 1
	case len(c.counties) > 0:
		return 2
	}
	return 3
}

// partOf reports whether a row of the same id tells a part of case k, which has rows of the given origins.
func (c *caseRow) partOf(k *caseRow, origins []string) bool {
	switch c.vague() {
	case 0:
		return c.agency == k.agency
	case 1:
		if k.agency == "" {
			return slices.Equal(c.counties, k.counties)
		}
		return len(k.counties) == 0 && slices.Contains(origins, c.origin) || overlap(c.counties, k.counties)
	}
	return slices.Contains(origins, c.origin) || c.vague() == 2 && overlap(c.counties, k.counties)
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// merge adds what another row of the same case says.
func (c *caseRow) merge(o *caseRow, union func(have, more []string) []string) {
	if !o.assumed || c.assumed || len(c.counties) == 0 { // what is only assumed adds nothing to what is said
		c.counties = union(c.counties, o.counties)
	}
	c.countyDoubt = mergeText(c.countyDoubt, o.countyDoubt)
	c.status = mergeText(c.status, o.status)
	c.from = earliest(c.from, o.from)
	c.to = max(c.to, o.to)
	c.offense |= o.offense
	c.minors = c.minors || o.minors
	if o.source.Compare(c.source) < 0 {
		c.source = o.source
	}
}

// whose returns whose case it is, for people: the agency, or what stands for it.
func (c *caseRow) whose() string {
	switch c.vague() {
	case 0:
		return c.agency
	case 1, 2:
		return strings.Join(c.counties, ",")
	}
	return c.origin
}

// compare orders cases by id, agency, counties and origin; it is a total order of rows.
func (c *caseRow) compare(o *caseRow) int {
	return cmp.Or(
		strings.Compare(c.id, o.id),
		strings.Compare(c.agency, o.agency),
		slices.Compare(c.counties, o.counties),
		strings.Compare(c.origin, o.origin))
}
