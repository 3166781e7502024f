package normalize

import "strings"

// maxAddressStarts bounds how many places of a cell are tried as the start of an address.
const maxAddressStarts = 24

// SplitCompanyAddress divides a cell that holds a company and its address, even
// run together ("Acme Farms, Inc.12 Main StreetPerry, NY 14530"), into the two.
// ok is false, and company the whole cell, if no town with a state stands at the
// end of an address in it. Where the cell has several addresses, company is what
// precedes the first one and address the last one that ends in town and state:
// a person should look at such a cell. Where only a town can be told apart, it is
// the address. Of a cell the first 2,048 bytes are read.
func SplitCompanyAddress(cell string) (company, address string, ok bool) {
	text := cell
	if len(text) > maxAddressBytes {
		text = strings.ToValidUTF8(text[:maxAddressBytes], "")
	}
	from, end := lastTownEnd(text)
	if end < 0 {
		return cell, "", false
	}
	first, last := -1, -1
	tried := 0
	for i := 0; i < end && tried < maxAddressStarts; i++ {
		if !addressMayStart(text, i) {
			continue
		}
		tried++
		if !startsAddress(text[i:end]) {
			continue
		}
		if first < 0 {
			first = i
		}
		// A highway or a box behind a house number belongs to its address.
		if i >= from && (last < 0 || !upperByte(text[i])) {
			last = i
		}
		i += streetLength(text[i:end])
	}
	if last < 0 {
		last = townAt(text, from, end)
		if first < 0 {
			first = last
		}
	}
	if last < 0 {
		return cell, "", false
	}
	return trimCompany(text[:first]), strings.TrimSpace(text[last:end]), true
}

func trimCompany(s string) string {
	return strings.TrimRight(strings.TrimSpace(s), " \t\r\n,;:-\u2013\u2014@")
}

// lastTownEnd returns where the last state, with a ZIP code if there is one, ends in the
// text, and where the one before it ends; -1 if there is none.
func lastTownEnd(text string) (from, end int) {
	from, end = 0, -1
	for i := 0; i+5 <= len(text); i++ {
		if !digitByte(text[i]) || i > 0 && digitByte(text[i-1]) {
			continue
		}
		n := i
		for n < len(text) && digitByte(text[n]) {
			n++
		}
		if n-i == 5 && stateEndsAt(text[:i]) {
			if end >= 0 {
				from = end
			}
			end = n
			if n+5 <= len(text) && text[n] == '-' && kindOf(text[n+1:n+5]) == numberToken {
				end += 5
			}
		}
		i = n
	}
	if end < 0 {
		trimmed := strings.TrimRight(text, " .,\t\r\n")
		if i := strings.LastIndexByte(trimmed, ','); i >= 0 && stateByName[strings.ToUpper(strings.TrimSpace(trimmed[i+1:]))] != "" || upperStateAtEnd(trimmed) {
			end = len(trimmed)
		}
	}
	return from, end
}

func upperStateAtEnd(s string) bool {
	n := len(s)
	if n < 4 || s[n-3] != ' ' {
		return false
	}
	w := lexicon[s[n-2:]]
	return w != nil && w.class&isStateCode != 0 && w.class&(isSuffix|isDirection) == 0
}

// stateEndsAt reports whether the text ends in a state's code or name.
func stateEndsAt(text string) bool {
	text = strings.TrimRight(text, " .,\t\r\n\u00a0")
	end := len(text)
	if end < 2 {
		return false
	}
	if code := text[end-2:]; upperByte(code[0]) && upperByte(code[1]) && stateByName[code] != "" && (end == 2 || !upperByte(text[end-3])) {
		return true
	}
	words := strings.Fields(text[max(0, end-24):])
	for k := 1; k <= min(2, len(words)); k++ {
		name := strings.ToUpper(strings.Trim(strings.Join(words[len(words)-k:], " "), ".,"))
		if stateByName[strings.ReplaceAll(name, ".", "")] != "" {
			return true
		}
	}
	return false
}

// addressMayStart reports whether a house number, a number word, a highway or a box may
// begin at i.
func addressMayStart(text string, i int) bool {
	c := text[i]
	if digitByte(c) {
		if i == 0 {
			return true
		}
		prev := text[i-1]
		return !digitByte(prev) && prev != '-' && prev != '#' && prev != '/' && prev != '$' && !afterUnit(text[:i])
	}
	if !upperByte(c) || i > 0 && upperByte(text[i-1]) && !(i+1 < len(text) && lowerByte(text[i+1])) {
		return false
	}
	end := i
	for end < len(text) && end-i < 10 && wordByte(text[end]) && (end == i || lowerByte(text[end]) || upperByte(text[end-1])) {
		end++
	}
	switch strings.ToUpper(text[i:end]) {
	case "PO", "POB", "ROUTE", "RTE", "RT", "STATE", "COUNTY", "RR", "RURAL":
		return true
	case "P":
		return strings.HasPrefix(text[i:], "P.O") || strings.HasPrefix(text[i:], "P O ")
	}
	if end < len(text) && text[end] != ' ' {
		return false
	}
	w := lexicon[strings.ToUpper(text[i:end])]
	return w != nil && w.class&isNumberWord != 0
}

// afterUnit reports whether the text ends in a word whose number follows, such as Suite, Box or #.
func afterUnit(text string) bool {
	trimmed := strings.TrimRight(text, " .")
	if strings.HasSuffix(trimmed, "#") {
		return true
	}
	i := len(trimmed)
	for i > 0 && wordByte(trimmed[i-1]) {
		i--
	}
	// The word may be run into the one before it: "AvenueSuite".
	last := trimmed[i:]
	if c := camel(last); c > 0 {
		last = last[c:]
	}
	w := lexicon[strings.ToUpper(last)]
	up := strings.ToUpper(last)
	return w != nil && w.class&(isUnit|isRouteWord) != 0 && len(up) > 1 || up == "STORE"
}

// startsAddress reports whether the text, up to its end, is one address with a town: a
// number and a street in whose name no other number stands, a highway or a box.
func startsAddress(text string) bool {
	a, err := Address(text, Place{})
	if err != nil || a.City == "" || a.Place != "" {
		return false
	}
	if a.Number == "" {
		return a.Box != "" && a.Street == "" || a.Route != "" || strings.Contains(a.key.road, "RT ") && a.Street != ""
	}
	if a.Street == "" || lexicon[strings.ToUpper(a.Street)] != nil && a.Suffix == "" && lexicon[strings.ToUpper(a.Street)].class&isSuffix != 0 {
		return false
	}
	if a.Suffix == "" && strings.ContainsAny(a.Street, "0123456789") {
		return strings.Contains(a.Street, "Route") || strings.Contains(a.Street, "Highway") || strings.Contains(a.Street, "Road") || strings.Contains(a.Street, "Interstate")
	}
	words := strings.Fields(a.Street)
	for _, w := range words {
		if kind := kindOf(strings.ToUpper(w)); kind == numberToken && len(words) > 1 {
			return false
		}
	}
	return a.Suffix != "" || len(words) <= 3
}

// streetLength returns how many bytes of the text the number and street at its start take
// at the least: the digits, so that the next number is tried too.
func streetLength(text string) int {
	n := 0
	for n < len(text) && (digitByte(text[n]) || text[n] == '-') {
		n++
	}
	return n
}

// townAt returns where the town begins that ends, with its state, at end; -1 if it cannot be told.
func townAt(text string, from, end int) int {
	var p addressParser
	p.tokenize(text[from:end])
	n := p.locality()
	if p.out.City == "" || n >= len(p.tokens) {
		return -1
	}
	t := p.tokens[n].raw
	at := strings.LastIndex(text[from:end], t)
	if at < 0 {
		return -1
	}
	return from + at
}
