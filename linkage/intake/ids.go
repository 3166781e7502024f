package intake

import (
	"fmt"
	"hash/fnv"
	"path/filepath"
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/linkage/records"
)

// ids gives ids to the rows of a file that has none: the file's base name and a
// hash of the row's content; equal rows are numbered. So an id stays what it
// is when rows are moved, added or taken out.
type ids struct {
	base string
	seen map[uint64]int32
}

func newIDs(file string) *ids { return &ids{base: baseName(file), seen: map[uint64]int32{}} }

// next returns the id of the next row with the given content.
func (s *ids) next(content uint64) string {
	s.seen[content]++
	id := fmt.Sprintf("%s-%013x", s.base, content>>12) // 52 bits: a collision among a million rows has odds of 1 in 9,000
	if n := s.seen[content]; n > 1 {
		id += fmt.Sprintf("-%d", n)
	}
	return id
}

// contentHash returns a hash of what stands in the rows of one record.
func contentHash(rows []records.Row) uint64 {
	h := fnv.New64a()
	for i := range rows {
		for _, c := range rows[i].Cells {
			h.Write([]byte(strings.TrimSpace(c.Text)))
			h.Write([]byte{0x1f})
		}
		h.Write([]byte{0x1e})
	}
	return h.Sum64()
}

// baseName returns a file's name without folder and extensions.
func baseName(file string) string {
	base := filepath.Base(filepath.ToSlash(file))
	for range 2 { // .csv.gz
		if ext := filepath.Ext(base); ext != "" && len(ext) <= 6 && ext != base {
			base = strings.TrimSuffix(base, ext)
		}
	}
	return base
}

// tableWords are words in a file's name that say which table of an agency's
// system it holds, and not whose it is.
var tableWords = map[string]bool{
	"case": true, "cases": true, "incident": true, "incidents": true, "report": true, "reports": true,
	"person": true, "persons": true, "people": true, "name": true, "names": true, "subject": true, "subjects": true,
	"suspect": true, "suspects": true, "victim": true, "victims": true, "vehicle": true, "vehicles": true,
	"phone": true, "phones": true, "address": true, "addresses": true, "location": true, "locations": true,
	"business": true, "businesses": true, "tip": true, "tips": true, "narrative": true, "narratives": true,
	"export": true, "extract": true, "table": true, "list": true, "data": true, "log": true, "intake": true, "records": true,
	"co": true, "so": true, "pd": true, "sheriff": true, "police": true, "casos": true, "denuncias": true, "personas": true,
}

// agencyFromName returns whose a file is by its name: the name without the words that
// say which table it holds, so that an agency's cases table and its vehicles table are of one agency.
func agencyFromName(file string) string {
	words := strings.FieldsFunc(strings.ToLower(baseName(file)), func(r rune) bool { return r == '_' || r == '-' || r == ' ' || r == '.' })
	kept := words[:0]
	for _, w := range words {
		if !tableWords[w] {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, "_")
}

// plainCounties are county names that are also words of other names, so that
// a file is called after the county only where little else is said.
var plainCounties = map[string]bool{
	"bay": true, "bath": true, "citrus": true, "clay": true, "columbia": true, "cherry": true, "forest": true, "garden": true, "gem": true,
	"golden": true, "grand": true, "green": true, "iron": true, "lake": true, "liberty": true, "love": true, "major": true, "mineral": true,
	"orange": true, "park": true, "pine": true, "power": true, "price": true, "rich": true, "rock": true, "salt": true, "sharp": true,
	"sierra": true, "star": true, "stone": true, "storey": true, "sun": true, "union": true, "valley": true, "wood": true, "young": true,
}

// namesCounty reports whether a file's name means the county that stands in
// it: "citrus" in "vasquez-citrus.csv" is a firm's.
func namesCounty(file string, c normalize.CountyMatch) bool {
	if len(c.Codes) != 1 {
		return true
	}
	name := strings.ToLower(normalize.CountyName(c.Codes[0]))
	if !plainCounties[name] || strings.Contains(strings.ToLower(baseName(file)), "county") {
		return true
	}
	return agencyFromName(file) == name
}
