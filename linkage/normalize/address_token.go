package normalize

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxAddressBytes is the length beyond which a text is cut before it is read as
// an address: the longest real cells, with several sites, have some 600 bytes.
const maxAddressBytes = 2048

type tokenKind uint8

const (
	wordToken    tokenKind = iota // letters only
	numberToken                   // digits only
	ordinalToken                  // 42ND
	mixedToken                    // holds a digit: 12B, 47-01, 1/2
	hashToken                     // #
	andToken                      // & + /
	atToken                       // @
)

// A token is a word of an address.
type token struct {
	raw   string // as it stands, without punctuation around it
	up    string // upper case, without periods and apostrophes
	lex   *word  // what the lexicon knows of it; never nil
	camel int    // where two words may be run together ("LobbyFarmingdale"), or 0
	kind  tokenKind
	brk   bool // a comma, a line break or the like stands before it
	paren bool // stands in parentheses
	loose bool // belongs to no piece that is known
}

func (t *token) is(c wordClass) bool { return t.lex.class&c != 0 }

// hasDigit reports whether the token is, or holds, a number.
func (t *token) hasDigit() bool {
	return t.kind == numberToken || t.kind == mixedToken || t.kind == ordinalToken
}

var noWord = new(word)

// An addressParser reads one address. Parsers are used again, see newAddressParser.
type addressParser struct {
	store  [32]token
	tokens []token
	in     Place
	inCity string     // compact name of in.City
	asked  *TownWords // if not nil: takes the compact names that were compared with inCity
	city   string     // compact name of the town in the text
	out    PostalAddress

	hasStreet  bool
	crossing   bool   // the street is an intersection
	routeState string // of the highway: NY for NY-19
	queens     bool   // the town is in Queens, New York

	looseFrom, looseTo int // the tokens that belong to nothing that is known
}

var addressParsers = sync.Pool{New: func() any { return new(addressParser) }}

// newAddressParser returns an empty parser with the tokens of a text; release gives it back.
func newAddressParser(text string) *addressParser {
	p := addressParsers.Get().(*addressParser)
	p.tokenize(text)
	return p
}

// release empties the parser, so that it keeps no text alive, and gives it back.
func (p *addressParser) release() {
	clear(p.tokens)
	clear(p.store[:])
	*p = addressParser{store: p.store}
	addressParsers.Put(p)
}

// tokenize splits a text into words. It is linear in the text.
func (p *addressParser) tokenize(text string) {
	p.tokens = p.store[:0]
	text = plainText(text)
	upper := strings.ToUpper(text)
	if len(upper) != len(text) {
		// A letter whose upper case has another length: positions must agree.
		text = upper
	}
	s := addressScanner{p: p, text: text, upper: upper}
	s.scan()
}

// plainText returns the text cut to maxAddressBytes, in valid UTF-8, with
// look-alike punctuation replaced and accents removed.
func plainText(text string) string {
	if len(text) > maxAddressBytes {
		text = text[:maxAddressBytes]
	}
	ascii := true
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return text
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(vulgarFractions.Replace(strings.ToValidUTF8(text, " "))) {
		switch {
		case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
		case unicode.Is(unicode.Pd, r), r == '\u2212':
			b.WriteByte('-')
		case r == '\u2044':
			b.WriteByte('/')
		case r == '\u2018', r == '\u2019', r == '\u02bc':
			b.WriteByte('\'')
		case r == '\u2022', r == '\u00b7', r == '\u2028', r == '\u2029':
			b.WriteByte(',')
		case r >= utf8.RuneSelf && !unicode.IsLetter(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// vulgarFractions puts a space before a fraction, so that 12½ is 12 1/2.
var vulgarFractions = strings.NewReplacer("½", " 1/2", "¼", " 1/4", "¾", " 3/4", "⅓", " 1/3", "⅔", " 2/3")

// An addressScanner walks over a text and appends tokens to a parser.
type addressScanner struct {
	p           *addressParser
	text, upper string
	brk         bool
	depth       int // of parentheses
}

func (s *addressScanner) scan() {
	for i := 0; i < len(s.text); {
		switch c := s.text[i]; {
		case wordByte(c):
			i = s.word(i)
			continue
		case c == '#':
			s.symbol(i, hashToken)
		case c == '&' || c == '+':
			s.symbol(i, andToken)
		case c == '@':
			s.symbol(i, atToken)
		case c == '/':
			s.slash(i)
		case c == '-':
			if j, ok := s.spacedNumber(i); ok {
				i = j
				continue
			}
			s.brk = s.brk || i == 0 || !wordByte(s.text[i-1]) || i+1 < len(s.text) && s.text[i+1] != ' '
		case c == '(' || c == '[':
			s.brk = true
			s.depth++
		case c == ')' || c == ']':
			s.brk = true
			s.depth = max(0, s.depth-1)
		case strings.IndexByte(",;:|\n\r\"{}", c) >= 0:
			s.brk = true
		}
		i++
	}
}

func wordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= utf8.RuneSelf
}

func digitByte(c byte) bool { return c >= '0' && c <= '9' }
func upperByte(c byte) bool { return c >= 'A' && c <= 'Z' }
func lowerByte(c byte) bool { return c >= 'a' && c <= 'z' }

func (s *addressScanner) symbol(i int, kind tokenKind) {
	s.add(token{raw: s.text[i : i+1], up: s.upper[i : i+1], lex: noWord, kind: kind})
}

// slash divides streets ("Main St/Center St") but not what else it stands in.
func (s *addressScanner) slash(i int) {
	n := len(s.p.tokens)
	if n == 0 || i+1 == len(s.text) {
		return
	}
	if t := &s.p.tokens[n-1]; t.kind == wordToken || t.hasDigit() && wordByte(s.text[i+1]) && !digitByte(s.text[i+1]) {
		s.symbol(i, andToken)
	}
}

func (s *addressScanner) add(t token) {
	t.brk = s.brk && len(s.p.tokens) > 0
	t.paren = s.depth > 0
	s.brk = false
	s.p.tokens = append(s.p.tokens, t)
}

// spacedNumber joins the Queens number "47 - 01" whose hyphen stands at i.
func (s *addressScanner) spacedNumber(i int) (next int, ok bool) {
	n := len(s.p.tokens)
	if n == 0 || s.p.tokens[n-1].kind != numberToken || s.brk {
		return 0, false
	}
	j := i + 1
	for j < len(s.text) && s.text[j] == ' ' {
		j++
	}
	k := j
	for k < len(s.text) && digitByte(s.text[k]) {
		k++
	}
	if k == j || k-j > 4 || k < len(s.text) && wordByte(s.text[k]) {
		return 0, false
	}
	t := &s.p.tokens[n-1]
	t.raw = t.raw + "-" + s.text[j:k]
	t.up, t.kind = t.raw, mixedToken
	return k, true
}

// word adds the word that begins at i and returns where it ends. Periods and
// apostrophes inside it are dropped, hyphens and fractions' slashes stay.
func (s *addressScanner) word(i int) int {
	j, dropped := i, false
	for j < len(s.text) {
		c := s.text[j]
		if wordByte(c) {
			j++
			continue
		}
		if j+1 >= len(s.text) || !wordByte(s.text[j+1]) {
			break
		}
		prev, next := s.text[j-1], s.text[j+1]
		switch {
		case c == '-',
			c == '/' && digitByte(prev) && digitByte(next),
			c == '/' && j == i+1 && (prev == 'c' || prev == 'C') && (next == 'o' || next == 'O'),
			c == '.' && digitByte(prev) && digitByte(next):
		case c == '\'',
			c == '.' && !digitByte(next) && (j < 2 || !wordByte(s.text[j-2]) || j-1 == i):
			dropped = true
		default:
			s.pieces(i, j, dropped)
			return j
		}
		j++
	}
	s.pieces(i, j, dropped)
	return j
}

// pieces adds the word text[i:j], split where words are run together.
func (s *addressScanner) pieces(i, j int, dropped bool) {
	if dropped {
		drop := strings.NewReplacer(".", "", "'", "")
		raw := s.text[i:j]
		if strings.IndexByte(raw, '.') >= 0 {
			raw = drop.Replace(raw)
		}
		s.token(raw, drop.Replace(s.upper[i:j]))
		return
	}
	for i < j {
		k := i + runTogether(s.text[i:j], s.upper[i:j])
		if k <= i || k >= j {
			break
		}
		s.token(s.text[i:k], s.upper[i:k])
		for k < j && s.text[k] == '-' {
			k++
		}
		i = k
	}
	if i < j {
		s.token(s.text[i:j], s.upper[i:j])
	}
}

func (s *addressScanner) token(raw, up string) {
	t := token{raw: raw, up: up, kind: kindOf(up)}
	t.lex = lexicon[up]
	if t.lex == nil {
		t.lex = noWord
		if t.kind == wordToken {
			t.camel = camel(raw)
		}
	}
	s.add(t)
}

func kindOf(up string) tokenKind {
	digits := 0
	for digits < len(up) && digitByte(up[digits]) {
		digits++
	}
	switch {
	case digits == len(up):
		return numberToken
	case digits > 0 && isOrdinalEnd(up[digits:]):
		return ordinalToken
	case digits > 0 || strings.ContainsAny(up, "0123456789"):
		return mixedToken
	}
	return wordToken
}

func isOrdinalEnd(s string) bool { return s == "ST" || s == "ND" || s == "RD" || s == "TH" }

// dropRecipients removes "c/o NAME" and "Attn: NAME" from the tokens before end, and
// returns where they end then: whom a letter goes to is no part of where.
func (p *addressParser) dropRecipients(end int) int {
	for i := 0; i < end; i++ {
		if !p.tokens[i].isRecipient() {
			continue
		}
		j := i + 1
		for j < end && (j == i+1 || !p.tokens[j].brk) && !p.tokens[j].hasDigit() && p.boxAt(j, end) == j {
			j++
		}
		p.out.note("a recipient was left out")
		p.tokens = append(p.tokens[:i], p.tokens[j:]...)
		end -= j - i
		if i > 0 && i < end {
			p.tokens[i].brk = true
		}
		i--
	}
	return end
}

// isRecipient reports whether the name of a person or company follows the token.
func (t *token) isRecipient() bool { return t.up == "ATTN" || t.up == "ATTENTION" || t.up == "C/O" }
