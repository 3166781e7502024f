package draw

// Sizes of what stands around a drawing, in points.
const (
	edgeOfPage   = 6.0
	titleSize    = 13.0
	subtitleSize = 7.5
	caveatSize   = 7.5
	// SectionGap is the room between the drawing and what stands around it.
	SectionGap = 6.0
)

// A Frame is what stands around a drawing: the same on every picture.
type Frame struct {
	Title    Text
	Subtitle Text // from which data, when, how sure
	Caveat   Text // handling caveat, at the top and the bottom; "" is none
	Legend   *Legend
}

// Inner returns the area of a page of a size inside its edge.
func Inner(s Size) Area {
	return Area{edgeOfPage, edgeOfPage, s.W - 2*edgeOfPage, s.H - 2*edgeOfPage}
}

// On returns a picture of the given size with title, caveat and legend, and
// the area that they leave for the drawing.
func (f Frame) On(s Size) (*Picture, Area) {
	p := &Picture{W: s.W, H: s.H, Title: f.Title}
	in := Inner(s)
	top := f.header(p, in)
	foot := f.Legend.Height()
	if f.Caveat != "" {
		foot += caveatSize * LinePitch
	}
	bottom := in.Y + in.H - foot
	legend := f.Legend.group
	legend.shift(Point{in.X, bottom})
	p.Groups = append(p.Groups, legend)
	if f.Caveat != "" {
		p.Groups = append(p.Groups, Group{Class: "caveat", Items: []Item{centred(f.Caveat, in, in.Y+in.H-caveatSize*Descent)}})
	}
	return p, Area{in.X, top + SectionGap, in.W, bottom - top - 2*SectionGap}
}

// header writes caveat, title and subtitle and returns where they end.
func (f Frame) header(p *Picture, a Area) float64 {
	y := a.Y
	if f.Caveat != "" {
		p.Groups = append(p.Groups, Group{Class: "caveat", Items: []Item{centred(f.Caveat, a, y+caveatSize*Ascent)}})
		y += caveatSize * LinePitch
	}
	title := Group{Class: "title"}
	write := func(t Text, in *Face, size float64, tone RGB) {
		y += size * LinePitch
		title.Items = append(title.Items, Block{[]TextLine{{t, a.X, y - size*(LinePitch-Ascent), size, in, tone}}})
	}
	for _, t := range Bold.Wrap(f.Title, titleSize, a.W) {
		write(t, Bold, titleSize, Ink)
	}
	for _, t := range Regular.Wrap(f.Subtitle, subtitleSize, a.W) {
		write(t, Regular, subtitleSize, Ink)
	}
	p.Groups = append(p.Groups, title)
	return y
}

func centred(t Text, a Area, baseline float64) Block {
	t = Bold.Fit(t, caveatSize, a.W)
	return Block{[]TextLine{{t, a.X + (a.W-Bold.Width(t, caveatSize))/2, baseline, caveatSize, Bold, Ink}}}
}

// shift moves all items of a group.
func (g Group) shift(by Point) {
	for i, it := range g.Items {
		switch it := it.(type) {
		case Shape:
			for k := range it.Path {
				for j := range it.Path[k].count() {
					it.Path[k].Points[j].X += by.X
					it.Path[k].Points[j].Y += by.Y
				}
			}
		case Block:
			for k := range it.Lines {
				it.Lines[k].X += by.X
				it.Lines[k].Y += by.Y
			}
		}
		g.Items[i] = it
	}
}
