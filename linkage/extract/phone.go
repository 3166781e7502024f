package extract

import (
	"github.com/tflink/tflink/linkage/internal/phonetext"
	"github.com/tflink/tflink/linkage/normalize"
)

// phones finds telephone numbers in whatever form.
func (x *finder) phones() {
	for _, h := range phonetext.Find(x.text, phonetext.Running) {
		if h.Abroad {
			p, err := normalize.Phone(x.text[h.Start:h.End], x.o.Region)
			if err == nil && len(p.Issues()) == 0 {
				x.add(p, nil, h.Start, h.End, h.Confidence, h.Rule)
			}
			continue
		}
		p, err := normalize.PhoneFromDigits(h.Digits, h.Extension, h.Letters)
		x.add(p, err, h.Start, h.End, h.Confidence, h.Rule)
	}
}
