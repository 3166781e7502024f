package draw

// Sizes of a legend, in points.
const (
	legendSize  = 6.6
	legendRow   = legendSize * 1.75
	legendSign  = 16.0 // width of a sign
	legendSpace = 12.0 // between entries
)

// A Legend sets entries of a sign and a text in rows.
type Legend struct {
	group Group
	Width float64
	X, y  float64 // where the next entry begins
	Rows  int     // those that are full
}

// NewLegend returns a legend with rows of a width.
func NewLegend(width float64) *Legend {
	return &Legend{group: Group{Class: "legend"}, Width: width}
}

// Height returns how high the legend is so far.
func (l *Legend) Height() float64 { return l.y + legendRow }

// Row begins a row if the current one has entries.
func (l *Legend) Row() {
	if l.X > 0 {
		l.X = 0
		l.y += legendRow
		l.Rows++
	}
}

// Entry adds an entry; sign, if not nil, draws into the area it is given.
func (l *Legend) Entry(t Text, sign func(Area) []Item) {
	w := Regular.Width(t, legendSize)
	if sign != nil {
		w += legendSign + 3
	}
	if l.X > 0 && l.X+w > l.Width {
		l.Row()
	}
	x := l.X
	if sign != nil {
		l.group.Items = append(l.group.Items, sign(Area{x, l.y + 1, legendSign, legendRow - 3})...)
		x += legendSign + 3
	}
	t = Regular.Fit(t, legendSize, l.Width-x)
	baseline := l.y + legendRow/2 + legendSize*0.32
	l.group.Items = append(l.group.Items, Block{[]TextLine{{t, x, baseline, legendSize, Regular, Ink}}})
	l.X += w + legendSpace
}
