package draw

import (
	"fmt"
	"image/color"
	"image/png"
	"io"

	"github.com/fogleman/gg"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
)

// WritePNG draws a picture at a resolution in dots per inch.
func WritePNG(w io.Writer, p *Picture, dpi float64) error {
	scale := dpi / PointsPerInch
	c := gg.NewContext(int(p.W*scale+0.5), int(p.H*scale+0.5))
	c.SetColor(White)
	c.Clear()
	c.SetFillRule(gg.FillRuleEvenOdd)
	d := &rasterizer{c: c, scale: scale, faces: make(map[rasterFace]font.Face)}
	for _, g := range p.Groups {
		for _, i := range g.Items {
			switch i := i.(type) {
			case Shape:
				d.shape(i)
			case Block:
				if err := d.block(i); err != nil {
					return err
				}
			}
		}
	}
	return png.Encode(w, c.Image())
}

// RGBA makes an rgb a color.Color.
func (c RGB) RGBA() (r, g, b, a uint32) {
	x, y, z := c.parts()
	return color.RGBA{uint8(x), uint8(y), uint8(z), 255}.RGBA()
}

type rasterizer struct {
	c     *gg.Context
	scale float64
	faces map[rasterFace]font.Face
}

type rasterFace struct {
	face *Face
	size float64
}

func (d *rasterizer) shape(h Shape) {
	for _, s := range h.Path {
		p := s.Points
		for i := range p {
			p[i].X *= d.scale
			p[i].Y *= d.scale
		}
		switch s.Op {
		case 'M':
			d.c.MoveTo(p[0].X, p[0].Y)
		case 'L':
			d.c.LineTo(p[0].X, p[0].Y)
		case 'C':
			d.c.CubicTo(p[0].X, p[0].Y, p[1].X, p[1].Y, p[2].X, p[2].Y)
		case 'Z':
			d.c.ClosePath()
		}
	}
	if h.Fill.On {
		d.c.SetColor(h.Fill)
		d.c.FillPreserve()
	}
	if h.Stroke.On {
		d.c.SetColor(h.Stroke)
		d.c.SetLineWidth(h.Width * d.scale)
		dash := make([]float64, len(h.Dash))
		for i, v := range h.Dash {
			dash[i] = v * d.scale
		}
		d.c.SetDash(dash...)
		d.c.StrokePreserve()
	}
	d.c.ClearPath()
}

func (d *rasterizer) block(b Block) error {
	for _, l := range b.Lines {
		f, err := d.font(l.Face, l.Size)
		if err != nil {
			return err
		}
		d.c.SetFontFace(f)
		d.c.SetColor(l.Color)
		d.c.DrawString(string(l.Text), l.X*d.scale, l.Y*d.scale)
	}
	return nil
}

func (d *rasterizer) font(f *Face, size float64) (font.Face, error) {
	key := rasterFace{f, size}
	if have, ok := d.faces[key]; ok {
		return have, nil
	}
	made, err := opentype.NewFace(f.parsed, &opentype.FaceOptions{Size: size * d.scale, DPI: PointsPerInch, Hinting: font.HintingNone})
	if err != nil {
		return nil, fmt.Errorf("draw: font: %w", err)
	}
	d.faces[key] = made
	return made, nil
}
