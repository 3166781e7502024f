// Package phonetext answers: here is text, where in it has somebody written a
// telephone number, however disguised?
//
// It reads text into a lattice of what could be digits (numerals of any
// script, number words in English and Spanish, teens and tens, "double five",
// letters that look like digits), and looks in it for paths that the North
// American numbering plan allows. What stands around a path decides with: the
// same ten digits are a number after "call" and none after "tracking no.".
//
// Time and memory are linear in the text's length.
package phonetext

import "sync"

// A Hit is a telephone number found in a text.
type Hit struct {
	Start, End int     // in bytes, the extension included
	Digits     string  // the ten digits, without the leading 1; "" if Abroad
	Extension  string  // its digits, "" if none
	Letters    string  // those of a vanity number, "" if none
	Abroad     bool    // a number with another country's code, to be read by an authority
	Rule       string  // the name of the rule that fired
	Confidence float64 // the chance, in (0, 1], that the text means this number
}

// Sure is the confidence of numbers written as people ordinarily write them.
const Sure = 0.85

// A Mode says what text is given.
type Mode uint8

// The modes.
const (
	Running Mode = iota // prose, advertisements
	Cell                // the cell of a column of telephone numbers: everything in it is meant as one
)

// Find returns the numbers of a text in the order in which they start. They do not overlap.
func Find(text string, mode Mode) []Hit {
	s := scanners.Get().(*scanner)
	*s = scanner{text: text, mode: mode, chain: s.chain[:0], run: s.run[:0], raw: s.raw[:0], at: s.at[:0]}
	s.scan()
	hits := s.hits
	s.text, s.hits = "", nil
	scanners.Put(s)
	return hits
}

// scanners keeps the buffers of scanners; they are bounded by maxChain and maxRun.
var scanners = sync.Pool{New: func() any { return new(scanner) }}
