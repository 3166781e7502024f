package pages

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"
	"unicode"

	"github.com/tflink/tflink/graphs/draw"
	"github.com/tflink/tflink/internal/phrase"
)

//go:embed assets/page.html
var pageTemplate string

//go:embed assets/explore.html
var explorerTemplate string

//go:embed assets/page.css
var pageStyle string

var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"plain":  phrase.Plain,
	"prose":  func(b Block) (string, error) { p, ok := b.(Prose); return string(p), wrongBlock(ok, b) },
	"inline": inline,
	"kind":   kindOf,
	"wide":   func(f *Figure) bool { return f.wide() },
}).Parse(pageTemplate + explorerTemplate))

// inline returns a figure's picture, which package draw has escaped.
func inline(f *Figure) (template.HTML, error) {
	var b strings.Builder
	err := draw.WriteInline(&b, f.Picture, f.Name)
	return template.HTML(b.String()), err
}

func wrongBlock(ok bool, b Block) error {
	if ok {
		return nil
	}
	return fmt.Errorf("pages: block is a %T", b)
}

// kindOf names a block for the template.
func kindOf(b Block) string {
	switch b.(type) {
	case Prose:
		return "prose"
	case List:
		return "list"
	case Facts:
		return "facts"
	case Table:
		return "table"
	}
	return "figure"
}

// htmlPage is what the template gets. Whatever is not plain text in it was made here.
type htmlPage struct {
	*Document
	Policy   string
	Style    template.CSS
	Explorer *htmlExplorer
}

// WriteHTML writes a document as one HTML file that needs nothing else: it asks for
// nothing over a network, and a policy in it forbids that it could. It prints on letter paper. It fails
// if w does. The same document gives the same bytes.
func WriteHTML(w io.Writer, d *Document) error {
	style := pageStyle + d.margins()
	p := htmlPage{Document: d, Style: template.CSS(style)}
	script := ""
	if d.explorer != nil {
		var err error
		if p.Explorer, err = d.explorer.html(); err != nil {
			return err
		}
		script = " " + hashOf(string(p.Explorer.Library)) + " " + hashOf(string(p.Explorer.Script))
	}
	p.Policy = "default-src 'none'; style-src " + hashOf(style) + "; base-uri 'none'; form-action 'none'"
	if script != "" {
		p.Policy += "; script-src" + script
	}
	var b bytes.Buffer
	if err := page.Execute(&b, p); err != nil {
		return fmt.Errorf("pages: %w", err)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// hashOf returns what a policy calls an inline style or script by.
func hashOf(content string) string {
	sum := sha256.Sum256([]byte(content))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// margins returns the style that writes the caveat and the number of the page onto each printed page.
func (d *Document) margins() string {
	caveat := cssString(d.Caveat)
	return fmt.Sprintf("@page { @top-center { content: %s; font: bold 7.5pt sans-serif; } @bottom-center { content: %s; font: bold 7.5pt sans-serif; } "+
		"@bottom-right { content: counter(page) \" of \" counter(pages); font: 7.5pt sans-serif; } }\n", caveat, caveat)
}

// cssString returns s as a string of a style sheet, with all but letters, digits and spaces as escapes.
func cssString(s string) string {
	var b strings.Builder
	for _, r := range phrase.Plain(s) {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == ' ') {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\%06x`, r)
		}
	}
	return `"` + b.String() + `"`
}

// Widths returns the widths of the columns, for the template.
func (t Table) Widths() []string {
	sum := 0.0
	for _, c := range t.Columns {
		sum += c.Share
	}
	widths := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		widths[i] = fmt.Sprintf("%.1f%%", 100*c.Share/sum)
	}
	return widths
}

// Anchor returns what a link in the page calls the section.
func (s Section) Anchor() string { return "#" + s.ID }

// Cells returns the cells of a row with their columns, for the template.
func (t Table) Cells(r Row) []cell {
	cells := make([]cell, 0, len(r.Cells))
	for i, c := range r.Cells {
		cells = append(cells, cell{Text: c, Right: i < len(t.Columns) && t.Columns[i].Right, Name: i == 0})
	}
	return cells
}

type cell struct {
	Text        string
	Right, Name bool
}

// Head says what a document is and how it is to be handled, in one line.
func (d *Document) head() string {
	return strings.Join(nonEmpty(d.Title, d.Date), " · ")
}

func nonEmpty(all ...string) []string {
	var out []string
	for _, s := range all {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
