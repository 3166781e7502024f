package pages_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tflink/tflink/graphs/draw"
	"github.com/tflink/tflink/pages"
)

// TestFigures: in the figures of clusters of any size no text stands on another,
// nothing is cut off, and the type can be read on letter paper.
func TestFigures(t *testing.T) {
	for _, cases := range sizes {
		_, d := ringReport(t, cases)
		for _, f := range figuresOf(d.Sections) {
			t.Run(fmt.Sprintf("%s of %d", f.Name, cases), func(t *testing.T) { checkFigure(t, f.Picture) })
		}
	}
}

func figuresOf(sections []pages.Section) []*pages.Figure {
	var all []*pages.Figure
	for _, s := range sections {
		for _, b := range s.Blocks {
			if f, ok := b.(*pages.Figure); ok {
				all = append(all, f)
			}
		}
		all = append(all, figuresOf(s.Parts)...)
	}
	return all
}

func checkFigure(t *testing.T, p *draw.Picture) {
	t.Helper()
	type box struct {
		text           string
		x0, y0, x1, y1 float64
	}
	var all []box
	for _, g := range p.Groups {
		for _, i := range g.Items {
			b, ok := i.(draw.Block)
			if !ok {
				continue
			}
			for _, l := range b.Lines {
				w := l.Face.Width(l.Text, l.Size)
				all = append(all, box{string(l.Text), l.X, l.Y - 0.93*l.Size, l.X + w, l.Y + 0.22*l.Size})
				if scale := min(1, 540/p.W, 720/p.H); l.Size*min(1, max(scale, min(720/p.W, 540/p.H))) < 5 {
					t.Errorf("%q is of %.1f points", l.Text, l.Size*scale)
				}
			}
		}
	}
	if len(all) == 0 || p.Title == "" || p.Desc == "" {
		t.Error("no text, title or description")
	}
	for i, a := range all {
		if a.x0 < 0 || a.y0 < 0 || a.x1 > p.W || a.y1 > p.H {
			t.Errorf("%q is cut off", a.text)
		}
		for _, b := range all[:i] {
			if min(a.x1, b.x1)-max(a.x0, b.x0) > 0.01 && min(a.y1, b.y1)-max(a.y0, b.y0) > 0.01 {
				t.Errorf("%q stands on %q", a.text, b.text)
			}
		}
	}
}

// TestWaterfallAddsUp: the figure says the prior, what each value adds, and the sum.
func TestWaterfallAddsUp(t *testing.T) {
	n := link(t, ring(12))
	x, err := n.Explain(3, 4)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := draw.WriteSVG(&b, pages.Waterfall(&x.Direct, "Handle with care")); err != nil {
		t.Fatal(err)
	}
	sum := x.Direct.Prior
	for _, e := range x.Direct.Evidence {
		sum += e.Weight
		if !strings.Contains(b.String(), e.Weight.String()) {
			t.Errorf("%s is not in the figure", e.Weight)
		}
	}
	if sum != x.Direct.Weight || !strings.Contains(b.String(), "In all "+sum.String()+" bits") {
		t.Errorf("the sum %s is not in the figure", sum)
	}
	if !strings.Contains(b.String(), "Handle with care") {
		t.Error("the caveat is not in the figure")
	}
}
