package pages

import (
	"strings"

	"github.com/tflink/tflink/graphs/draw"
)

// A Document is what the pages say, before it is known on what.
type Document struct {
	// Title and Subtitle head the first page.
	Title, Subtitle string
	// Caveat says how the pages are to be handled. It stands on each of them.
	Caveat string
	// Date is the day of the pages, as YYYY-MM-DD; "" is not said.
	Date     string
	Sections []Section
	// Explorer is the data of the interactive page; nil: there is none.
	explorer *explorer
}

// A Section is a part of a document with a heading.
type Section struct {
	ID     string // of lower-case letters, digits and dashes, unique in its document
	Title  string
	Blocks []Block
	Parts  []Section // with smaller headings, after the blocks; they have no parts
}

// A Block is a [Prose], [List], [Facts], [Table] or [*Figure].
type Block interface{ isBlock() }

// Prose is one paragraph.
type Prose string

// A List is points, in order.
type List []string

// Facts are names with what each is.
type Facts []Fact

// A Fact is a name and what it is.
type Fact struct{ Name, Value string }

// A Table has a caption that tells who cannot see it what it is.
type Table struct {
	Caption string
	Columns []Column
	Rows    []Row
}

// A Column has a heading and a share of the width, relative to the others'.
type Column struct {
	Head  string
	Share float64
	Right bool // numbers
}

// A Row has a cell for each column; or one for all of them, which heads the rows below it.
type Row struct {
	Group bool
	Cells []string
}

// A Figure is a picture, which has its own title and description in it.
type Figure struct {
	Name    string // unique in its document: of lower-case letters, digits and dashes
	Caption string
	Picture *draw.Picture
}

func (Prose) isBlock()   {}
func (List) isBlock()    {}
func (Facts) isBlock()   {}
func (Table) isBlock()   {}
func (*Figure) isBlock() {}

// wide reports whether the picture needs a page that lies.
func (f *Figure) wide() bool { return f.Picture.W > f.Picture.H && f.Picture.W > figureWidth }

// add appends a section unless it is empty.
func (d *Document) add(id, title string, blocks ...Block) {
	if len(blocks) > 0 {
		d.Sections = append(d.Sections, Section{ID: id, Title: title, Blocks: blocks})
	}
}

// facts leaves out what has no value.
func facts(all ...Fact) Facts {
	var kept Facts
	for _, f := range all {
		if strings.TrimSpace(f.Value) != "" {
			kept = append(kept, f)
		}
	}
	return kept
}

// listed returns "a, b and c".
func listed(all []string) string {
	if len(all) < 2 {
		return strings.Join(all, "")
	}
	return strings.Join(all[:len(all)-1], ", ") + " and " + all[len(all)-1]
}
