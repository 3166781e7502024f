package dot

import (
	"fmt"
	"image/color"
	"image/png"
	"io"

	"github.com/fogleman/gg"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
)

// writePNG draws a picture at a resolution in dots per inch.
func writePNG(w io.Writer, p *picture, dpi float64) error {
	scale := dpi / pointsPerInch
	c := gg.NewContext(int(p.w*scale+0.5), int(p.h*scale+0.5))
	c.SetColor(white)
	c.Clear()
	c.SetFillRule(gg.FillRuleEvenOdd)
	d := &rasterizer{c: c, scale: scale, faces: make(map[rasterFace]font.Face)}
	for _, g := range p.groups {
		for _, i := range g.items {
			switch i := i.(type) {
			case shape:
				d.shape(i)
			case block:
				if err := d.block(i); err != nil {
					return err
				}
			}
		}
	}
	return png.Encode(w, c.Image())
}

// RGBA makes an rgb a color.Color.
func (c rgb) RGBA() (r, g, b, a uint32) {
	x, y, z := c.parts()
	return color.RGBA{uint8(x), uint8(y), uint8(z), 255}.RGBA()
}

type rasterizer struct {
	c     *gg.Context
	scale float64
	faces map[rasterFace]font.Face
}

type rasterFace struct {
	face *face
	size float64
}

func (d *rasterizer) shape(h shape) {
	for _, s := range h.path {
		p := s.points
		for i := range p {
			p[i].x *= d.scale
			p[i].y *= d.scale
		}
		switch s.op {
		case 'M':
			d.c.MoveTo(p[0].x, p[0].y)
		case 'L':
			d.c.LineTo(p[0].x, p[0].y)
		case 'C':
			d.c.CubicTo(p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y)
		case 'Z':
			d.c.ClosePath()
		}
	}
	if h.fill.on {
		d.c.SetColor(h.fill)
		d.c.FillPreserve()
	}
	if h.stroke.on {
		d.c.SetColor(h.stroke)
		d.c.SetLineWidth(h.width * d.scale)
		dash := make([]float64, len(h.dash))
		for i, v := range h.dash {
			dash[i] = v * d.scale
		}
		d.c.SetDash(dash...)
		d.c.StrokePreserve()
	}
	d.c.ClearPath()
}

func (d *rasterizer) block(b block) error {
	for _, l := range b.lines {
		f, err := d.font(l.face, l.size)
		if err != nil {
			return err
		}
		d.c.SetFontFace(f)
		d.c.SetColor(l.color)
		d.c.DrawString(string(l.text), l.x*d.scale, l.y*d.scale)
	}
	return nil
}

func (d *rasterizer) font(f *face, size float64) (font.Face, error) {
	key := rasterFace{f, size}
	if have, ok := d.faces[key]; ok {
		return have, nil
	}
	made, err := opentype.NewFace(f.parsed, &opentype.FaceOptions{Size: size * d.scale, DPI: pointsPerInch, Hinting: font.HintingNone})
	if err != nil {
		return nil, fmt.Errorf("dot: font: %w", err)
	}
	d.faces[key] = made
	return made, nil
}
