package cli

import (
	"context"
	"io"
	"os"
	"slices"
	"time"

	"github.com/tflink/tflink/graphs/dot"
	"github.com/tflink/tflink/graphs/draw"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/pages"
)

// pictureFormat returns the format that a file's name asks for, - for SVG, of those
// that a picture which is no graph can have.
func pictureFormat(name string, dpi int) (dot.Format, error) {
	if err := (dot.Options{DPI: dpi}).Validate(); err != nil {
		return "", usage("", "%w", err)
	}
	if name == "-" {
		return dot.SVG, nil
	}
	f, err := dot.FormatOf(name)
	if err != nil {
		return "", usage("", "%w", err)
	}
	if f == dot.DOT {
		return "", usage("", "this picture is no graph: write it as svg, png or pdf")
	}
	return f, nil
}

// writePicture writes a picture to a file, or to standard output for -. A PDF has the date of the data.
func (a *app) writePicture(name string, p *draw.Picture, dpi int, date time.Time) error {
	format, err := pictureFormat(name, dpi)
	if err != nil {
		return err
	}
	a.sayUnprintable(format, p.Unprintable())
	write := func(w io.Writer) error {
		switch format {
		case dot.PNG:
			return draw.WritePNG(w, p, float64(dpi))
		case dot.PDF:
			return draw.WritePDF(w, draw.Letter, date, p)
		}
		return draw.WriteSVG(w, p)
	}
	if name == "-" {
		return write(a.out.w)
	}
	return writeFile(name, func(f *os.File) error { return write(f) })
}

// sayUnprintable says that a picture has texts which its format cannot show.
func (a *app) sayUnprintable(f dot.Format, texts int) {
	if texts == 0 || f != dot.PNG && f != dot.PDF {
		return
	}
	a.err.line("%s with characters that the fonts of PNG and PDF lack, drawn as boxes: write .svg, or --table, to read them", plural(texts, "text"))
}

// runTimeline draws a cluster over time.
func runTimeline(ctx context.Context, a *app, o *mapOptions, args []string) error {
	if len(args) == 0 {
		return usage("tflink clusters lists them", "map: which cluster?")
	}
	if _, err := pictureFormat(o.output, o.dpi); err != nil {
		return err
	}
	o.input.files = args[1:]
	s, err := a.load(ctx, &o.input, true)
	if err != nil {
		return err
	}
	defer s.close()
	k, err := findCluster(s.net, args[0])
	if err != nil {
		return err
	}
	origin, err := s.origin(ctx)
	if err != nil {
		return a.workspaceError(err)
	}
	p := pages.Timeline(s.net, k, pages.Options{Name: newShortIDs(s.net.ClusterIDs()).of(k.ID), Origin: origin, Caveat: caveat})
	if err := a.writePicture(o.output, p, o.dpi, k.To.Time()); err != nil || o.output == "-" {
		return err
	}
	if a.json {
		return a.out.record(mapJSON{Type: "map", File: o.output, Cases: len(k.Cases)})
	}
	a.err.line("%s: %s over time", text(o.output), plural(len(k.Cases), "case"))
	return nil
}

// drawWaterfall draws what two cases share themselves as a waterfall.
func (a *app) drawWaterfall(name string, s *session, x *linkage.Explanation) error {
	if len(x.Direct.Evidence) == 0 {
		hint := ""
		if len(x.Path) > 0 {
			hint = "tflink explain " + shellQuote(x.Path[0].A) + " " + shellQuote(x.Path[0].B) + s.again() + " -o " + shellQuote(name)
		}
		return notFound(hint, "the two share nothing themselves: there is no sum to draw")
	}
	var last normalize.Day
	for _, e := range x.Direct.Evidence {
		for _, at := range append(slices.Clone(e.A), e.B...) {
			last = max(last, at.Date)
		}
	}
	return a.writePicture(name, pages.Waterfall(&x.Direct, caveat), dot.DefaultDPI, last.Time())
}
