package dot

import (
	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/draw"
)

// A style is how a county is drawn.
type style struct {
	color  draw.RGB
	marker draw.Marker
}

func countyStyle(i int) style {
	return style{draw.RGB(graphs.Palette[i%len(graphs.Palette)]), draw.Marker(i % int(draw.Markers))}
}
