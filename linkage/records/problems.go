package records

import (
	"errors"
	"fmt"

	"github.com/tflink/tflink/linkage/source"
)

// The kinds of problems that reading a file can meet. Test for one with
// [errors.Is] on a problem.
var (
	ErrRagged         = errors.New("row is longer or shorter than the header")
	ErrEncoding       = errors.New("text is not valid in the file's encoding")
	ErrUnclosedQuote  = errors.New("quote is never closed")
	ErrLongLine       = errors.New("line is too long")
	ErrRepeatedHeader = errors.New("header is repeated between the rows")
	ErrSyntax         = errors.New("text is not valid JSON")
	ErrTooLarge       = errors.New("record is too large")
	ErrSheet          = errors.New("sheet cannot be read to its end")
	ErrNewKey         = errors.New("key was not seen when the columns were collected")
)

// keptPerKind is how many problems of one kind a file keeps with their
// position; the others are only counted. Twenty show a pattern; a file in which every
// row is ragged must not fill the memory.
const keptPerKind = 20

// A ProblemCount says how often a kind of problem was met.
type ProblemCount struct {
	Kind  error // one of the Err values of this package
	Count int
}

// problems collects what went wrong in one file, in bounded memory.
type problems struct {
	counts []ProblemCount // in the order of first meeting
	kept   []*source.Problem
}

// add counts a problem of the given kind and keeps it if it is one of the first.
func (p *problems) add(kind error, at source.Position, raw, hint, format string, args ...any) {
	c := p.count(kind)
	c.Count++
	if c.Count > keptPerKind {
		return
	}
	p.kept = append(p.kept, &source.Problem{
		Position: at,
		Raw:      clip(raw, 200),
		Hint:     hint,
		Err:      fmt.Errorf("%w: %s", kind, fmt.Sprintf(format, args...)),
	})
}

func (p *problems) count(kind error) *ProblemCount {
	for i := range p.counts {
		if p.counts[i].Kind == kind {
			return &p.counts[i]
		}
	}
	p.counts = append(p.counts, ProblemCount{Kind: kind})
	return &p.counts[len(p.counts)-1]
}

// clip returns a copy of the first n bytes of s.
func clip(s string, n int) string {
	if len(s) > n {
		return s[:n] + "…"
	}
	return string(append([]byte(nil), s...))
}
