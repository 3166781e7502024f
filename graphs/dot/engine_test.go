package dot

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/tflink/tflink/graphs/dot/internal/machine"
)

func TestLayoutsThatRunAwayAreReplaced(t *testing.T) {
	var asked atomic.Int32
	e := &engine{limit: time.Millisecond, run: func(ctx context.Context, _ string, _ []byte) (string, error) {
		asked.Add(1)
		<-ctx.Done()
		return "", ctx.Err()
	}}
	a, err := newAtlas(t.Context(), example(t), Options{}, e)
	if err != nil {
		t.Fatal(err)
	}
	report := a.pages[0].report
	if want := []string{"dot", "neato", "nop2", "twopi"}; report.Layout != ringsLayout || report.Behind || !slices.Equal(report.Stopped, want) {
		t.Errorf("layout %s, lines behind shapes %v, stopped %v", report.Layout, report.Behind, report.Stopped)
	}
	if most := int32(len(layouts) + 1); asked.Load() > most {
		t.Errorf("asked %d times, want %d at most: what ran away is not tried again", asked.Load(), most)
	}
	var b strings.Builder
	if err := a.Render(t.Context(), &b, 0, SVG); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "took too long and was stopped") {
		t.Error("the picture does not say that it has a simpler layout")
	}
}

func TestOneLayoutThatFailsIsLeftOut(t *testing.T) {
	e := &engine{limit: layoutLimit, run: func(ctx context.Context, name string, source []byte) (string, error) {
		if name == "neato" {
			return "", errors.New("no layout")
		}
		return machine.Layout(ctx, name, source)
	}}
	a, err := newAtlas(t.Context(), example(t), Options{}, e)
	if err != nil {
		t.Fatal(err)
	}
	if report := a.pages[0].report; report.Layout == ringsLayout || report.Layout == "neato" || len(report.Stopped) > 0 {
		t.Errorf("layout %s, stopped %v", report.Layout, report.Stopped)
	}
}

func TestRings(t *testing.T) {
	places := rings(7, []link{{0, 1}, {0, 2}, {0, 3}, {3, 4}, {5, 6}})
	for i, p := range places {
		for j, q := range places[:i] {
			if p == q {
				t.Errorf("%d and %d share a place", i, j)
			}
		}
	}
	if places[0].X != 2.5 || places[0].Y != 0 {
		t.Errorf("the most joined is at %v, not in the middle of its part", places[0])
	}
}
