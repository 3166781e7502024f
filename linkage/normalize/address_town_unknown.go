package normalize

import "strings"

// unknownTown finds the start of a town that the gazetteer lacks: the town of the
// ZIP code with a typing error, a segment of its own, or what follows the last
// road suffix.
func (p *addressParser) unknownTown(seg, end int, located bool) int {
	if z := places().zip(p.out.ZIP); z != nil {
		if i := p.misspelt(compactName(z.name), seg, end); i < end {
			return i
		}
		if i := p.abbreviated(z.name, seg, end); i < end {
			return i
		}
	}
	if seg > 0 && end-seg <= maxTownWords && p.wordsBefore(end) && !p.tokens[seg-1].isRecipient() && !p.tokens[seg].isRecipient() {
		if t := &p.tokens[end-1]; located && !t.is(isDirection) && !p.commonRoad(seg) || !p.tokens[seg].is(isUnitAlone) && !t.is(isSuffix|isDirection) && !notTown(t.up) {
			return seg
		}
	}
	if !located {
		return end
	}
	for i := end - 1; i > max(seg, 1); i-- {
		t := &p.tokens[i-1]
		if p.tokens[i].kind != wordToken || p.tokens[i].is(isUnit|isUnitAlone) && p.unitAt(i, end) > i || p.tokens[i].isRecipient() {
			return end
		}
		if t.is(isRoadSuffix) || i >= 2 && t.hasDigit() && p.tokens[i-2].is(isUnit|isRouteWord) {
			if p.tokens[i].is(isDirection) && i+1 == end {
				return end
			}
			return i
		}
	}
	return end
}

// misspelt returns where a misspelt town starts that ends at end, or end.
func (p *addressParser) misspelt(town string, seg, end int) int {
	if len(town) < 5 {
		return end
	}
	var buf [64]byte
	for k := 1; k <= min(maxTownWords, end-max(seg, 1)); k++ {
		if p.tokens[end-k].kind != wordToken {
			break
		}
		name := p.compactTown(buf[:0], end-k, end)
		if withinTwoEdits(string(name), town) || len(name) >= 5 && strings.HasPrefix(town, string(name)) {
			return end - k
		}
	}
	return end
}

// abbreviated returns where the town starts that ends at end and is written as post
// offices shorten it, word by word: HUNTINGTON BH for Huntington Beach; or end.
func (p *addressParser) abbreviated(town string, seg, end int) int {
	words := strings.Fields(strings.ToUpper(town))
	start := end - len(words)
	if start < max(seg, 1) || len(words) < 2 {
		return end
	}
	for k, w := range words {
		if t := &p.tokens[start+k]; t.kind != wordToken || len(t.up) < 2 || t.up[0] != w[0] || !subsequence(t.up, w) {
			return end
		}
	}
	return start
}

// subsequence reports whether the letters of a stand in b in their order.
func subsequence(a, b string) bool {
	for i := 0; i < len(b) && a != ""; i++ {
		if b[i] == a[0] {
			a = a[1:]
		}
	}
	return a == ""
}

// withinTwoEdits reports whether a becomes b by at most two insertions,
// deletions or replacements, one for names under eight letters.
func withinTwoEdits(a, b string) bool {
	limit := 2
	if len(b) < 8 {
		limit = 1
	}
	if len(a)-len(b) > limit || len(b)-len(a) > limit || len(a) > 64 || len(b) > 64 {
		return false
	}
	var rows [2][65]int
	for j := range len(b) + 1 {
		rows[0][j] = j
	}
	for i := range len(a) {
		row, prev := &rows[(i+1)%2], &rows[i%2]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(prev[j]+cost, prev[j+1]+1, row[j]+1)
		}
	}
	return rows[len(a)%2][len(b)] <= limit
}
