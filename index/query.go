package index

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of a query: far more than a person types, few enough that a hostile
// text costs little.
const (
	maxQuery   = 2000 // bytes
	maxClauses = 40
)

// A QueryError says what is wrong with the text of a query, and where.
type QueryError struct {
	Column int    // in characters, from 1
	Reason string // what was found
	Hint   string // what to do about it; may be empty
}

// Error returns "query, column N: REASON; HINT".
func (e *QueryError) Error() string {
	s := fmt.Sprintf("query, column %d: %s", e.Column, e.Reason)
	if e.Hint != "" {
		s += "; " + e.Hint
	}
	return s
}

// A clause is one condition of a query; all of them must hold.
type clause struct {
	column  int    // where it begins
	exclude bool   // it must not hold
	field   string // "" is anywhere
	text    string // what to find
	phrase  bool   // as it stands, word after word
	wide    bool   // a word also by its beginning, or with one letter wrong
}

// parse reads a query:
//
//	word          anywhere, also as the beginning of a word or with one letter wrong
//	"two words"   one after the other
//	field:word    in a field; also field:"two words"
//	-condition    not
func parse(text string) ([]clause, error) {
	if len(text) > maxQuery {
		return nil, &QueryError{1, fmt.Sprintf("it is longer than %d bytes", maxQuery), ""}
	}
	if !utf8.ValidString(text) {
		at := strings.IndexFunc(text, func(r rune) bool { return r == utf8.RuneError })
		return nil, &QueryError{utf8.RuneCountInString(text[:at]) + 1, "it is not valid UTF-8", ""}
	}
	p := parser{text: text}
	var clauses []clause
	for p.skipSpace(); !p.end(); p.skipSpace() {
		c, err := p.clause()
		if err != nil {
			return nil, err
		}
		if clauses = append(clauses, c); len(clauses) > maxClauses {
			return nil, &QueryError{c.column, fmt.Sprintf("it has more than %d conditions", maxClauses), ""}
		}
	}
	if len(clauses) == 0 {
		return nil, &QueryError{1, "there is nothing to search for", "give a word, such as a name or a part of a phone number"}
	}
	return clauses, nil
}

// A parser reads clauses from the front of a text.
type parser struct {
	text string
	at   int
}

func (p *parser) end() bool    { return p.at == len(p.text) }
func (p *parser) rest() string { return p.text[p.at:] }
func (p *parser) column() int  { return utf8.RuneCountInString(p.text[:p.at]) + 1 }

func isSpace(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

func (p *parser) skipSpace() {
	p.at = len(p.text) - len(strings.TrimLeftFunc(p.rest(), isSpace))
}

func (p *parser) clause() (clause, error) {
	c := clause{column: p.column()}
	if strings.HasPrefix(p.rest(), "-") {
		c.exclude = true
		p.at++
	}
	c.field = p.fieldName()
	if err := p.value(&c); err != nil {
		return c, err
	}
	if len(tokenize(c.text)) == 0 {
		return c, &QueryError{c.column, "there is no letter or digit to search for", ""}
	}
	return c, nil
}

// fieldName takes "name:" from the front, if it stands there. A link
// ("https://…") is no field, nor is a time ("9:30").
func (p *parser) fieldName() string {
	n := strings.IndexFunc(p.rest(), func(r rune) bool { return !unicode.IsLetter(r) && r != '_' })
	if n <= 0 || p.rest()[n] != ':' || strings.HasPrefix(p.rest()[n:], "://") {
		return ""
	}
	name := strings.ToLower(p.rest()[:n])
	p.at += n + 1
	return name
}

// value takes a word or a phrase from the front.
func (p *parser) value(c *clause) error {
	if !strings.HasPrefix(p.rest(), `"`) {
		n := strings.IndexFunc(p.rest(), isSpace)
		if n < 0 {
			n = len(p.rest())
		}
		c.text = p.rest()[:n]
		p.at += n
		return nil
	}
	column := p.column()
	n := strings.Index(p.rest()[1:], `"`)
	if n < 0 {
		return &QueryError{column, "the quotation mark is not closed", `end the phrase with "`}
	}
	c.text, c.phrase = p.rest()[1:1+n], true
	p.at += n + 2
	return nil
}
