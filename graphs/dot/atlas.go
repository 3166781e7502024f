package dot

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"strconv"
	"sync"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/draw"
)

// An Atlas is the maps of a network: one page if that holds it all, else an overview, whose counted nodes are
// the parts of the network, and a page for each part. Parts are communities, or counties, that fit on a
// page each; those of a very large network have parts themselves. What parts share stands on the pages of all of
// them and says where else it is. An Atlas is safe for concurrent use.
type Atlas struct {
	renderer *renderer
	network  *graphs.Network
	sheets   []sheet
	pages    []*page
}

// A page is drawn once, when it is asked for.
type page struct {
	mu      sync.Mutex
	picture *draw.Picture
	report  Report
}

// A Sheet describes a page of an [Atlas].
type Sheet struct {
	Part     string // number of the part that it shows: "3", "3.2"; "" is the overview
	Name     string // what people read: "community 3", "Erie"; "" is the overview
	Cases    int    // cases of the network that it stands for
	Overview bool   // its counted nodes have pages of their own
}

// NewAtlas divides a network into pages and draws the first. It fails if the options are not valid or the context ends.
// The same network and options give the same pages. About a second, and O(m log n).
func NewAtlas(ctx context.Context, n *graphs.Network, o Options) (*Atlas, error) {
	return newAtlas(ctx, n, o, newEngine())
}

func newAtlas(ctx context.Context, n *graphs.Network, o Options, e *engine) (*Atlas, error) {
	if err := o.Validate(); err != nil {
		return nil, err
	}
	a := &Atlas{renderer: newRenderer(n, o, e), network: n}
	for shapes := o.maxShapes(); ; shapes = shapes * 4 / 5 {
		a.sheets, a.pages = nil, nil
		root := a.renderer.plan(n, shapes)
		a.add(root, casePlaces(n, root))
		_, report, err := a.draw(ctx, 0)
		if err != nil {
			return nil, err
		}
		if report.Layout != inRowsLayout || shapes <= MinMaxShapes {
			return a, nil
		}
		// What is on it is too large for a page: fewer shapes make it an overview, or one of fewer parts.
	}
}

// plan returns the parts of a network, given how many shapes a page holds.
func (r *renderer) plan(n *graphs.Network, shapes int) *part {
	if r.o.Split == ByCounty && len(n.Groups(nil)) > 1 {
		return divideByGroup(n, shapes)
	}
	if fitsWhole(n, shapes) {
		return &part{cases: anchorsOf(n)}
	}
	return divide(n, shapes)
}

// casePlaces returns for each case the smallest part that has a page and holds it; nil if there is one page.
func casePlaces(n *graphs.Network, root *part) []place {
	if len(root.parts) == 0 {
		return nil
	}
	places := make([]place, n.Len())
	order := 0
	var visit func(p *part)
	visit = func(p *part) {
		for _, v := range p.cases {
			places[v] = place{p.number, p.name, order}
		}
		order++
		for _, q := range p.parts {
			visit(q)
		}
	}
	visit(root)
	return places
}

// add adds the pages of a part and of its parts.
func (a *Atlas) add(p *part, places []place) {
	if len(a.sheets) == 0 {
		a.sheets = append(a.sheets, newSheet(a.network, p, nil))
	} else {
		a.sheets = append(a.sheets, newSheet(a.network, p, places))
	}
	a.pages = append(a.pages, new(page))
	for _, q := range p.parts {
		a.add(q, places)
	}
}

// Sheets returns what the pages show, the overview first.
func (a *Atlas) Sheets() []Sheet {
	list := make([]Sheet, len(a.sheets))
	for i, s := range a.sheets {
		list[i] = Sheet{Part: s.part.number, Cases: s.n.Cases(), Overview: len(s.part.parts) > 0}
		if i > 0 {
			list[i].Name = s.part.name
		}
	}
	return list
}

// Find returns the page of a part, by its number.
func (a *Atlas) Find(part string) (sheet int, ok bool) {
	for i, s := range a.sheets {
		if i > 0 && s.part.number == part {
			return i, true
		}
	}
	return 0, false
}

// draw returns the picture of a page.
func (a *Atlas) draw(ctx context.Context, sheet int) (*draw.Picture, Report, error) {
	p := a.pages[sheet]
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.picture == nil {
		s := a.sheets[sheet]
		if s.pages = len(a.sheets); s.pages > 1 {
			s.page = sheet + 1
		}
		picture, report, err := a.renderer.compose(ctx, s)
		if err != nil {
			return nil, Report{}, err
		}
		p.picture, p.report = picture, report
	}
	return p.picture, p.report, nil
}

// Report says what a page left for the table to tell. It draws the page.
func (a *Atlas) Report(ctx context.Context, sheet int) (Report, error) {
	_, report, err := a.draw(ctx, sheet)
	return report, err
}

// Render writes a page as SVG, PNG or a PDF of this page alone.
func (a *Atlas) Render(ctx context.Context, w io.Writer, sheet int, f Format) error {
	p, _, err := a.draw(ctx, sheet)
	if err != nil {
		return err
	}
	switch f {
	case SVG:
		return draw.WriteSVG(w, p)
	case PNG:
		return draw.WritePNG(w, p, a.renderer.o.dpi())
	case PDF:
		return draw.WritePDF(w, a.renderer.o.Paper, a.renderer.o.Date, p)
	}
	return fmt.Errorf("dot: no format %q for one page", f)
}

// WritePDF writes all pages, and after them the table.
func (a *Atlas) WritePDF(ctx context.Context, w io.Writer) error {
	pictures := make([]*draw.Picture, len(a.sheets))
	faults := make([]error, len(a.sheets))
	next := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				pictures[i], _, faults[i] = a.draw(ctx, i)
			}
		})
	}
	for i := range a.sheets {
		next <- i
	}
	close(next)
	workers.Wait()
	for _, err := range faults {
		if err != nil {
			return err
		}
	}
	pictures = append(pictures, a.Table().pictures(a.renderer.o)...)
	return draw.WritePDF(w, a.renderer.o.Paper, a.renderer.o.Date, pictures...)
}

// pageOf says which page a sheet is, if there are several.
func (s sheet) pageOf() string {
	if s.page == 0 {
		return ""
	}
	return "page " + strconv.Itoa(s.page) + " of " + strconv.Itoa(s.pages)
}
