package phonetext

// Roles of tokens beyond those of words.
const (
	roleNumeral role = iota + 100 // digits as written
	roleAlike                     // letters that look like digits
	roleBlocked                   // a number that is something else: a price, a quantity
)

// A token is a piece of text that can be part of a number.
type token struct {
	start, end int
	role       role
	digits     string
	gap        gap
	soft       bool // may as well be an ordinary word, to be skipped
	money      bool // an amount, and so perhaps are the numerals that follow it
	captured   bool // announced as something other than a telephone number
	cued       bool // announced as a telephone number
	called     bool // the same, by the word before it
	link       linkKind
}

// A gap is what lies between a token and the one before.
type gap struct {
	binding binding
	sep     byte // the first separating byte; 0 for none or a non-ASCII one
	words   int  // words in it
	unknown int  // of these, words that the vocabulary does not have as fillers
	and     bool // it has "and" or "y" in it
	cue     bool // it has a word such as "call" in it
}

// A binding says how closely two tokens stand together.
type binding uint8

const (
	bindWords  binding = iota // words lie between
	bindWide                  // a line break, emoji, a comma with blanks, several blanks
	bindDashed                // a mark between blanks
	bindSpaced                // a blank, a mark beside it perhaps
	bindTight                 // marks without blanks
	bindJoined                // nothing
)

// maxGapWords ends a chain: nobody hides more words inside one number.
const maxGapWords = 4

// A between collects what lies between two tokens.
type between struct {
	blanks, lines, marks int
	dashed               bool // a mark stands after a blank
	ended                int  // blanks before the last mark
	wide                 bool // an emoji or a mark that divides: , ; | and sentence ends
	sep                  byte
	words, unknown       int
	and, cue             bool
}

func (b *between) mark(c byte, ascii bool) {
	b.marks++
	b.dashed = b.dashed || b.blanks > 0
	b.ended = b.blanks
	if b.sep == 0 && ascii {
		b.sep = c
	}
	if c == ',' || c == ';' || c == '|' {
		b.wide = true
	}
	if !ascii {
		b.wide = true
	}
}

func (b *between) word(known bool) {
	b.words++
	if !known {
		b.unknown++
	}
}

// gap settles what was collected.
func (b *between) gap() gap {
	g := gap{sep: b.sep, words: b.words, unknown: b.unknown, and: b.and, cue: b.cue}
	sentence := b.sep == '.' && b.blanks > 0
	switch {
	case b.words > 0:
		g.binding = bindWords
	case b.lines > 0, b.blanks > 2 && b.marks == 0, b.wide && b.blanks > 0, b.wide && b.sep == 0, sentence:
		g.binding = bindWide
	case b.dashed && b.blanks > b.ended:
		g.binding = bindDashed
	case b.blanks > 0:
		g.binding = bindSpaced
	case b.marks > 0:
		g.binding = bindTight
	default:
		g.binding = bindJoined
	}
	return g
}
