package dot

import (
	"slices"
	"strconv"
	"strings"

	"github.com/tflink/tflink/graphs/draw"
)

// frameRoom is what title and legend take, about: only for the first guess of a size.
const frameRoom = 90.0

// frame returns a picture of the given size with title, caveat and legend, and
// the area that they leave for the drawing.
func (c *composer) frame(s draw.Size) (*draw.Picture, draw.Area) {
	f := draw.Frame{Title: c.title(), Subtitle: c.subtitle(), Caveat: draw.Clean(c.o.Caveat), Legend: c.legend(draw.Inner(s).W)}
	return f.On(s)
}

// title says what is shown, and of which page.
func (c *composer) title() draw.Text {
	if c.sheet.part.number == "" {
		return c.o.title()
	}
	return draw.Clean(string(c.o.title()) + ": " + c.sheet.part.name)
}

// subtitle says what the caller says, and how much of it is seen.
func (c *composer) subtitle() draw.Text {
	parts := []string{c.sheet.pageOf(), c.o.Subtitle}
	if c.report.Cases > 0 {
		parts = append(parts, plural(c.report.Cases, "case"))
	}
	if n := c.report.Several(); n > 0 {
		parts = append(parts, strconv.Itoa(c.report.Shapes)+" shapes, "+strconv.Itoa(n)+" stand for several: the table names what is in them")
	} else if len(c.report.Collapsed) > 0 {
		parts = append(parts, "the table names what is not drawn by itself")
	}
	if left := c.report.EdgesLeftOut; left > 0 {
		parts = append(parts, "the "+strconv.Itoa(c.report.Edges)+" strongest edges; "+strconv.Itoa(left)+" weaker ones are not drawn")
	}
	if stopped := c.engine.ranAway(); len(stopped) > 0 {
		parts = append(parts, "a simpler layout: "+strings.Join(stopped, ", ")+" took too long and was stopped")
	}
	return draw.CleanAll(strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · "))
}
