package records

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// How much a column's name says by itself, from 0 to 1, when its words are
// exactly, almost or partly those of a phrase.
const (
	sureName = 0.95 // all words
	nearName = 0.85 // all words but fillers such as "primary"
	partName = 0.60 // some words; scaled by how many
	weakName = 0.45 // a phrase so general that the values must agree
)

// A headerGuess is what a column's name says.
type headerGuess struct {
	fields   []fieldGuess // best first; empty: the name says nothing
	role     string       // whose value it is, as linkage.Role writes it
	roleWord string       // the word that says so
	block    string       // "home", "incident", …: which of several places or firms
	platform string       // "instagram": where a handle or link is at home
	ordinal  int          // 2 in "Suspect 2 Phone"; 0: none
	trailing bool         // the ordinal stood at the end: "Phone 2"
}

type fieldGuess struct {
	field    Field
	strength float64
}

// best returns the field that the name means most likely.
func (g headerGuess) best() (Field, float64) {
	if len(g.fields) == 0 {
		return FieldIgnore, 0
	}
	return g.fields[0].field, g.fields[0].strength
}

// strength returns how strongly the name speaks for f.
func (g headerGuess) strength(f Field) float64 {
	for _, c := range g.fields {
		if c.field == f {
			return c.strength
		}
	}
	return 0
}

// platforms are the words for where people are online, with the platform's name.
var platforms = wordMap(`
	instagram: ig insta instagram
	facebook: fb facebook
	snapchat: snap sc snapchat
	tiktok: tiktok tt
	twitter: twitter
	telegram: telegram
	whatsapp: whatsapp wa
	kik: kik
	onlyfans: onlyfans
	discord: discord
	wechat: wechat
	cashapp: cashapp cashtag
	venmo: venmo
	signal: signal
	linkedin: linkedin
	youtube: youtube
`)

// guessHeader reads a column's name.
func guessHeader(name string) headerGuess {
	var g headerGuess
	words := headerWords(name)
	words = g.takePlatform(words)
	words = g.takeRole(words)
	words = g.takeOrdinal(words)
	if len(words) == 0 {
		g.fromRoleAlone()
		return g
	}
	g.lookUp(words)
	g.adjust(words)
	return g
}

// takePlatform cuts out the words for platforms. Several of them say that the
// column holds handles, but not where those are at home.
func (g *headerGuess) takePlatform(words []string) []string {
	var rest []string
	found := 0
	for i := 0; i < len(words); i++ {
		p, ok := platforms[words[i]]
		if !ok && i+1 < len(words) {
			if p, ok = platforms[words[i]+words[i+1]]; ok { // "TikTok"
				i++
			}
		}
		if !ok {
			rest = append(rest, words[i])
			continue
		}
		found++
		g.platform = p
	}
	switch {
	case found == 0:
		return words
	case found == 1 && (g.platform == "whatsapp" || g.platform == "signal"):
		return append([]string{"phone"}, rest...)
	case found > 1:
		g.platform = ""
	}
	if !hasPhraseWord(rest) {
		rest = append(rest, "handle")
	}
	return rest
}

// hasPhraseWord reports whether one of the words says what online thing a column holds.
func hasPhraseWord(words []string) bool {
	for _, w := range words {
		switch w {
		case "handle", "url", "website", "phone", "email", "profile", "account":
			return true
		}
	}
	return false
}

// rolePairs are roles of two words.
var rolePairs = map[[2]string]string{
	{"reporting", "party"}:     "reporter",
	{"report", "party"}:        "reporter",
	{"report", "person"}:       "reporter",
	{"reporting", "person"}:    "reporter",
	{"person", "interest"}:     "suspect",
	{"persona", "interes"}:     "suspect",
	{"registered", "owner"}:    "owner",
	{"registration", "owner"}:  "owner",
	{"point", "contact"}:       "contact",
	{"business", "owner"}:      "owner",
	{"assigned", "officer"}:    "officer",
	{"entered", "by"}:          "officer",
	{"complaining", "witness"}: "victim", // in New York the complaining witness is the victim
	{"missing", "person"}:      "victim",
	{"prepared", "by"}:         "officer",
}

// youngWords call somebody a minor; beside one of personalWords they say whose the
// column is, and alone whether the case has minors.
var (
	youngWords    = wordSet(`minors child children nino nina kid youth teen`)
	personalWords = wordSet(`name first last middle phone address email born alias handle street city zip`)
)

// takeRole cuts out the words that say whose value it is, with a number behind
// them ("Suspect 2 Phone").
func (g *headerGuess) takeRole(words []string) []string {
	for i, w := range words {
		n := 1
		if i+1 < len(words) {
			if pair, ok := rolePairs[[2]string{w, words[i+1]}]; ok {
				w, n = pair, 2
			}
		}
		if i+1 < len(words) && allDigits(words[i+1]) && (w == "v" || w == "s") {
			w = map[string]string{"v": "victim", "s": "suspect"}[w] // "V1 Name"
		}
		if youngWords[w] && (i+1 < len(words) && personalWords[words[i+1]] || i > 0 && personalWords[words[i-1]]) {
			w = "victim" // "Child Name", "Nombre del menor"
		}
		role, ok := roles[w]
		if !ok {
			if n == 2 && w == "contact" {
				return words
			}
			continue
		}
		if w == "driver" && contains(words, "license") {
			continue // "driver license" is no driver's anything
		}
		g.role, g.roleWord = role, w
		rest := without(words, i, n)
		if i < len(rest) {
			if k, err := strconv.Atoi(rest[i]); err == nil && k < 100 {
				g.ordinal = k
				g.trailing = false
				rest = without(rest, i, 1)
			}
		}
		return rest
	}
	return words
}

// takeOrdinal cuts out a number at the start or the end: "Phone 2", "Vehicle 2 Plate".
// The lines of an address keep theirs.
func (g *headerGuess) takeOrdinal(words []string) []string {
	for i, w := range words {
		k, err := strconv.Atoi(w)
		if err != nil || k > 99 || len(words) == 1 {
			continue
		}
		if i > 0 && (words[i-1] == "address" || words[i-1] == "line" || words[i-1] == "street" || words[i-1] == "under" || words[i-1] == "plus" || words[i-1] == "zip" || words[i-1] == "last") {
			continue
		}
		if g.ordinal == 0 {
			g.ordinal, g.trailing = k, i == len(words)-1
		}
		return without(words, i, 1)
	}
	return words
}

// fromRoleAlone fills in what a name means that is no more than a role.
func (g *headerGuess) fromRoleAlone() {
	switch g.role {
	case "":
	case "advertisement":
		g.fields = []fieldGuess{{FieldNarrative, weakName}, {FieldURL, weakName}}
	default:
		g.fields = []fieldGuess{{FieldPerson, nearName}, {FieldBusiness, weakName}}
	}
}

// lookUp finds the phrases that the words are, or contain.
func (g *headerGuess) lookUp(words []string) {
	if g.addPhrase(words, sureName) {
		return
	}
	trimmed := g.trim(words)
	if len(trimmed) == 0 {
		if g.blockAlone(words); len(g.fields) == 0 && g.role != "" {
			g.fields = []fieldGuess{{FieldPerson, weakName}, {FieldNarrative, weakName}} // "Suspect Info"
		}
		return
	}
	if len(trimmed) < len(words) && g.addPhrase(trimmed, nearName) {
		return
	}
	if heads[words[len(words)-1]] && len(words) > 1 {
		g.fields = []fieldGuess{{FieldIgnore, nearName}}
		return
	}
	g.contained(trimmed)
}

// addPhrase adds the fields that exactly these words stand for.
func (g *headerGuess) addPhrase(words []string, strength float64) bool {
	list := phrases[strings.Join(words, " ")]
	for _, p := range list {
		s := strength
		if p.weak {
			s = min(s, weakName)
		}
		g.fields = append(g.fields, fieldGuess{p.field, s})
	}
	g.sort()
	return len(list) > 0
}

// sort brings the strongest fields to the front and keeps the order of equal ones.
func (g *headerGuess) sort() {
	slices.SortStableFunc(g.fields, func(a, b fieldGuess) int { return cmp.Compare(b.strength, a.strength) })
}

// trim cuts off the fillers at both ends, and notes which block they name.
func (g *headerGuess) trim(words []string) []string {
	for len(words) > 0 && (fillers[words[0]] || blocks[words[0]]) {
		g.noteBlock(words[0])
		words = words[1:]
	}
	for len(words) > 0 && (fillers[words[len(words)-1]] || blocks[words[len(words)-1]]) {
		g.noteBlock(words[len(words)-1])
		words = words[:len(words)-1]
	}
	return words
}

func (g *headerGuess) noteBlock(w string) {
	if blocks[w] && g.block == "" {
		g.block = w
	}
}

// blockAlone fills in what a name means that is nothing but fillers.
func (g *headerGuess) blockAlone(words []string) {
	for _, w := range words {
		if g.addPhrase([]string{w}, weakName) {
			return
		}
	}
}

// contained finds the longest phrase in the words; of two, the later one, since
// English says last what a thing is.
func (g *headerGuess) contained(words []string) {
	for n := len(words) - 1; n > 0; n-- {
		for i := len(words) - n; i >= 0; i-- {
			if g.addPhrase(words[i:i+n], partName*(0.5+0.5*float64(n)/float64(len(words)))) {
				return
			}
		}
	}
}

// adjust corrects what the words mean together with the role and the block.
func (g *headerGuess) adjust(words []string) {
	for _, w := range words {
		g.noteBlock(w)
	}
	for i := range g.fields {
		f := &g.fields[i]
		switch {
		case g.role == "":
		case f.field == FieldMinors:
			f.field = FieldMinorFlag
		case f.field == FieldCaseID && len(words) == 1 && (g.role == "advertisement" || g.role == "reporter"):
			f.field = FieldPhone // "Number in Ad"
		case f.field == FieldCaseID && len(words) == 1:
			f.field = FieldIgnore // a person's number in some other system
		case f.field == FieldBusiness && f.strength == weakName && contains(words, "name"):
			f.strength -= 0.1 // "Suspect Name" is rather a person
		case f.field == FieldPerson && f.strength == weakName:
			f.strength = nearName
		}
	}
	g.sort()
}

func contains(words []string, w string) bool {
	for _, have := range words {
		if have == w {
			return true
		}
	}
	return false
}

// without returns words without the n words at i.
func without(words []string, i, n int) []string {
	return append(append([]string(nil), words[:i]...), words[i+n:]...)
}
