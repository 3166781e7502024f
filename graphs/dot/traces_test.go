package dot

import (
	"math"
	"testing"

	"github.com/tflink/tflink/graphs/draw"
)

// star is a box with others around it, and two in the way of others.
func star() *drawing {
	d := &drawing{inside: draw.Area{W: 400, H: 400}}
	place := func(x, y float64) {
		d.boxes, d.places = append(d.boxes, draw.Size{W: 40, H: 20}), append(d.places, draw.Pt(x, y))
	}
	place(200, 200)
	for i := range 12 {
		a := 2 * math.Pi * float64(i) / 12
		place(200+150*math.Cos(a), 200+150*math.Sin(a))
		d.links = append(d.links, link{0, i + 1})
	}
	place(275, 200)
	place(200, 125)
	return d
}

func TestTracesGoAroundBoxesAndCrossNothing(t *testing.T) {
	d := star()
	traces := d.traces(nil)
	for i := range traces {
		if d.behindBoxes(&traces[i], d.links[i], 0) {
			t.Errorf("edge %d passes behind a box", i)
		}
		if !d.holds(&traces[i]) {
			t.Errorf("edge %d leaves the page", i)
		}
		for _, end := range []struct{ box, at int }{{d.links[i].from, 0}, {d.links[i].to, len(traces[i].points) - 1}} {
			p, m, b := traces[i].points[end.at], d.places[end.box], d.boxes[end.box]
			if off := max(math.Abs(p.X-m.X)-b.W/2, math.Abs(p.Y-m.Y)-b.H/2); math.Abs(off) > 0.01 {
				t.Errorf("edge %d ends %.2f points off the border of box %d", i, off, end.box)
			}
		}
	}
	if n := crossingsPerEdge(traces); n > 0 {
		t.Errorf("%.2f crossings per edge of one node, want 0", n)
	}
}

// Two edges of one node that cross count like any others.
func TestCrossingsOfOneNodeCount(t *testing.T) {
	p := []draw.Point{draw.Pt(0, 0), draw.Pt(0, 90), draw.Pt(30, 90), draw.Pt(90, 0)}
	q := []draw.Point{draw.Pt(5, 0), draw.Pt(5, 10), draw.Pt(20, 60), draw.Pt(60, 90)}
	if n := crossingsPerEdge([]trace{newTrace(p), newTrace(q)}); n != 0.5 {
		t.Errorf("%v crossings per edge, want 0.5", n)
	}
}
