package dot

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/tflink/tflink/graphs/dot/internal/machine"
	"github.com/tflink/tflink/graphs/draw"
)

// A graphvizRun lays out a graph in the DOT language by an engine of Graphviz and returns it
// in Graphviz's "plain" format. The graph must be of our own making: a hub of
// high degree keeps dot busy for hours (Graphviz issue 812).
type graphvizRun func(ctx context.Context, engine string, source []byte) (string, error)

// layoutLimit bounds how long one layout may take. It is a hundred times what the slowest takes on a page,
// so that what is drawn does not depend on the machine.
const layoutLimit = 10 * time.Second

// An engine runs Graphviz for one picture. What runs away is stopped, and not tried again.
type engine struct {
	run   graphvizRun
	limit time.Duration

	mu      sync.Mutex
	stopped []string // engines that ran away, sorted
}

func newEngine() *engine { return &engine{run: machine.Layout, limit: layoutLimit} }

// plain returns what a run gives, whole and in time.
func (e *engine) plain(ctx context.Context, name string, source []byte) (string, error) {
	if slices.Contains(e.ranAway(), name) {
		return "", fmt.Errorf("graphviz layout %s: %w", name, context.DeadlineExceeded)
	}
	limited, cancel := context.WithTimeout(ctx, e.limit)
	defer cancel()
	plain, err := e.run(limited, name, source)
	if err == nil && !strings.HasSuffix(strings.TrimSpace(plain), "stop") {
		err = errPlain
	}
	if err == nil {
		return plain, nil
	}
	if limited.Err() != nil && ctx.Err() == nil {
		e.mu.Lock()
		defer e.mu.Unlock()
		if at, found := slices.BinarySearch(e.stopped, name); !found {
			e.stopped = slices.Insert(e.stopped, at, name)
		}
	}
	return "", fmt.Errorf("graphviz layout %s: %w", name, err)
}

// ranAway returns the engines that were stopped, sorted.
func (e *engine) ranAway() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return slices.Clone(e.stopped)
}

// A link joins two boxes by their numbers.
type link struct{ from, to int }

// layOut returns where a Graphviz layout puts the middles of boxes, up to a
// shift. Boxes may overlap.
func (e *engine) layOut(ctx context.Context, l layout, boxes []draw.Size, links []link) ([]draw.Point, error) {
	var b bytes.Buffer
	b.WriteString("graph g {\nnode [shape=box, fixedsize=true, label=\"\"];\n" + l.settings + "\n")
	// An edge as long as the boxes are wide leaves room between them.
	fmt.Fprintf(&b, "edge [len=%.3f];\n", 1.3*meanDiagonal(boxes)/draw.PointsPerInch)
	for i, box := range boxes {
		fmt.Fprintf(&b, "n%d [width=%.3f, height=%.3f];\n", i, box.W/draw.PointsPerInch, box.H/draw.PointsPerInch)
	}
	writeLinks(&b, links)
	plain, err := e.plain(ctx, l.engine, b.Bytes())
	if err != nil {
		return nil, err
	}
	places := make([]draw.Point, len(boxes))
	err = scanPlain(plain, func(kind string, fields []string) error {
		if kind != "node" {
			return nil
		}
		i, at, err := plainNode(fields)
		if err != nil || i >= len(places) {
			return errors.Join(err, errPlain)
		}
		places[i] = at
		return nil
	})
	return places, err
}

// route returns for each link the control points of a piecewise cubic Bézier
// curve that leads around all boxes, which must not overlap, at a margin. A link without a
// curve has nil. height is that of the page.
func (e *engine) route(ctx context.Context, boxes []draw.Size, places []draw.Point, links []link, margin, height float64) ([][]draw.Point, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "graph g {\nnode [shape=box, fixedsize=true, label=\"\"];\nsplines=true; esep=\"+%.2f\"; notranslate=true;\n", margin)
	for i, box := range boxes {
		fmt.Fprintf(&b, "n%d [width=%.3f, height=%.3f, pos=\"%.2f,%.2f\"];\n", i,
			box.W/draw.PointsPerInch, box.H/draw.PointsPerInch, places[i].X, height-places[i].Y)
	}
	writeLinks(&b, links)
	plain, err := e.plain(ctx, "nop2", b.Bytes())
	if err != nil {
		return nil, err
	}
	curves := make(map[link][]draw.Point, len(links))
	err = scanPlain(plain, func(kind string, fields []string) error {
		if kind != "edge" {
			return nil
		}
		l, curve, err := plainEdge(fields)
		for i := range curve {
			curve[i].Y = height - curve[i].Y
		}
		curves[l] = curve
		return err
	})
	routes := make([][]draw.Point, len(links))
	for i, l := range links {
		routes[i] = curves[l]
	}
	return routes, err
}

func meanDiagonal(boxes []draw.Size) float64 {
	sum := 0.0
	for _, b := range boxes {
		sum += b.W + b.H
	}
	return sum / float64(max(len(boxes), 1)) / 2
}

func writeLinks(b *bytes.Buffer, links []link) {
	for _, l := range links {
		fmt.Fprintf(b, "n%d -- n%d;\n", l.from, l.to)
	}
	b.WriteString("}\n")
}

var errPlain = errors.New("graphviz gave an answer that cannot be read")

// scanPlain calls fn for each line of Graphviz's plain format.
func scanPlain(plain string, fn func(kind string, fields []string) error) error {
	for line := range strings.Lines(plain) {
		fields := strings.Fields(line)
		if len(fields) < 2 {
			continue
		}
		if err := fn(fields[0], fields[1:]); err != nil {
			return err
		}
	}
	return nil
}

// plainNode reads: name x y width height label style shape color fillcolor.
func plainNode(fields []string) (i int, at draw.Point, err error) {
	if len(fields) < 3 {
		return 0, at, errPlain
	}
	i, err = plainName(fields[0])
	at.X, err = plainInches(fields[1], err)
	at.Y, err = plainInches(fields[2], err)
	at.Y = -at.Y
	return i, at, err
}

// plainEdge reads: tail head n x1 y1 … xn yn style color.
func plainEdge(fields []string) (l link, curve []draw.Point, err error) {
	if len(fields) < 3 {
		return l, nil, errPlain
	}
	l.from, err = plainName(fields[0])
	if err == nil {
		l.to, err = plainName(fields[1])
	}
	n, convErr := strconv.Atoi(fields[2])
	if err != nil || convErr != nil || n < 0 || len(fields) < 3+2*n {
		return l, nil, errPlain
	}
	curve = make([]draw.Point, n)
	for k := range curve {
		curve[k].X, err = plainInches(fields[3+2*k], err)
		curve[k].Y, err = plainInches(fields[4+2*k], err)
	}
	return l, curve, err
}

func plainName(name string) (int, error) {
	i, err := strconv.Atoi(strings.TrimPrefix(name, "n"))
	if err != nil || i < 0 {
		return 0, errPlain
	}
	return i, nil
}

func plainInches(field string, before error) (float64, error) {
	v, err := strconv.ParseFloat(field, 64)
	if before != nil || err != nil {
		return 0, errPlain
	}
	return v * draw.PointsPerInch, nil
}
