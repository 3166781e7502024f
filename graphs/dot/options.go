package dot

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/tflink/tflink/graphs/draw"
)

// A Format is a way to write a map.
type Format string

// The formats.
const (
	DOT Format = "dot" // Graphviz's language, to be laid out by others
	SVG Format = "svg"
	PNG Format = "png"
	PDF Format = "pdf" // a letter page, with real text in embedded fonts
)

// FormatOf returns the format that a file's name asks for by its extension.
func FormatOf(name string) (Format, error) {
	ext := strings.ToLower(strings.TrimPrefix(filepath.Ext(name), "."))
	switch f := Format(ext); f {
	case DOT, SVG, PNG, PDF:
		return f, nil
	}
	return "", fmt.Errorf("no map format %q; known are svg, png, pdf and dot", ext)
}

// Options say what stands on a map besides the network. The zero value works.
type Options struct {
	Title    string // what is shown; "" is "Case network"
	Subtitle string // from which data, when, how sure
	Caveat   string // handling caveat, at the top and the bottom; "" is none
	// Date is the day of the data, for a PDF's properties. It is never the
	// clock's. The zero value is no date.
	Date time.Time
	// MaxShapes bounds the shapes on the page; 0 is as many as the paper holds: DefaultMaxShapes on
	// letter, more on larger paper. Up to UncollapsedCases cases are drawn one by one all the same.
	MaxShapes int
	// Paper is the page's; the zero value is letter.
	Paper draw.Paper
	// Orientation is how pages lie; "" leaves it to the shape of what is drawn.
	Orientation Orientation
	// Split is how a network that one page cannot hold is divided; "" is by community.
	Split Split
	// DPI is the resolution of a PNG in dots per inch; 0 is DefaultDPI.
	DPI int
	// Report, if not nil, is filled with what was collapsed.
	Report *Report
}

// An Orientation is how a page lies.
type Orientation string

// The orientations.
const (
	Portrait  Orientation = "portrait"
	Landscape Orientation = "landscape"
)

// wide reports whether a page lies on its long side, given what suits the drawing.
func (o Orientation) wide(suits bool) bool {
	if o == "" {
		return suits
	}
	return o == Landscape
}

// A Split is a way to divide a network into pages.
type Split string

// The ways to divide.
const (
	ByCommunity Split = "community" // what hangs together closely; only what does not fit is divided
	ByCounty    Split = "county"    // a page for each county, and for its communities where it does not fit
)

// Defaults and limits of [Options].
const (
	// DefaultMaxShapes is what a letter page holds with type that can be read.
	DefaultMaxShapes = 70
	// MinMaxShapes leaves room for a handful of groups and what joins them.
	MinMaxShapes = 8
	// UncollapsedCases is the number of cases up to which none is collapsed.
	UncollapsedCases = 40
	// DefaultDPI prints well and fills a screen.
	DefaultDPI = 150
	// MaxDPI makes a letter page 6,600 dots wide: 100 MB in memory.
	MaxDPI = 600
)

// Validate reports all that is wrong with the options.
func (o Options) Validate() error {
	var faults []error
	if most := o.paperShapes(); o.MaxShapes != 0 && (o.MaxShapes < MinMaxShapes || o.MaxShapes > most) {
		faults = append(faults, fmt.Errorf("dot: MaxShapes is %d; want %d to %d", o.MaxShapes, MinMaxShapes, most))
	}
	if !slices.Contains([]Orientation{"", Portrait, Landscape}, o.Orientation) {
		faults = append(faults, fmt.Errorf("dot: no orientation %q; known are %s and %s", o.Orientation, Portrait, Landscape))
	}
	if !slices.Contains([]Split{"", ByCommunity, ByCounty}, o.Split) {
		faults = append(faults, fmt.Errorf("dot: no split %q; known are %s and %s", o.Split, ByCommunity, ByCounty))
	}
	if o.DPI != 0 && (o.DPI < 36 || o.DPI > MaxDPI) {
		faults = append(faults, fmt.Errorf("dot: DPI is %d; want 36 to %d", o.DPI, MaxDPI))
	}
	return errors.Join(faults...)
}

func (o Options) maxShapes() int {
	if o.MaxShapes == 0 {
		return o.paperShapes()
	}
	return o.MaxShapes
}

// paperShapes returns how many shapes the paper holds in type of the same size as on letter.
func (o Options) paperShapes() int {
	long, short := o.Paper.Inside()
	return max(DefaultMaxShapes, int(DefaultMaxShapes*long*short/(draw.LongSide*draw.ShortSide)))
}

func (o Options) dpi() float64 {
	if o.DPI == 0 {
		return DefaultDPI
	}
	return float64(o.DPI)
}

func (o Options) title() draw.Text {
	if t := draw.Clean(o.Title); t != "" {
		return t
	}
	return "Case network"
}
