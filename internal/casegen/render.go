package casegen

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// plain returns the value in the plainest form that a county would write.
func (v Value) plain() string {
	switch v.Kind {
	case normalize.KindPhone:
		return phoneForm(0)(v.Seen)
	case normalize.KindAddress:
		return addressLine(v.Seen, 0)
	case normalize.KindBusiness:
		return v.Seen + legalForms[v.legalForm()][0]
	case normalize.KindHandle:
		platform, name, _ := strings.Cut(v.Seen, ":")
		return platform + ": @" + name
	}
	return v.Seen
}

// phoneForm returns the i-th way to write ten digits.
func phoneForm(i int) func(string) string {
	forms := [...]string{"%s-%s-%s", "(%s) %s-%s", "%s.%s.%s", "+1 %s %s %s", "%s%s%s", "1-%s-%s-%s", "(%s)%s-%s", "%s/%s-%s"}
	return func(digits string) string {
		return fmt.Sprintf(forms[i%len(forms)], digits[:3], digits[3:6], digits[6:])
	}
}

// plateForms are ways to write what follows a plate's state.
var plateForms = [...]func(string) string{
	func(s string) string { return s },
	func(s string) string { return s[:3] + "-" + s[3:] },
	func(s string) string { return s[:3] + " " + s[3:] },
	lower,
}

// legalForms are the ways to write a firm's legal form; a firm has one row of them.
var legalForms = [...][]string{
	{" LLC", ", LLC", " L.L.C.", " llc", ""},
	{" Inc", ", Inc.", " INC", " Incorporated", ""},
	{""},
}

// legalForm returns the row of legalForms that the firm has, by its true name.
func (v Value) legalForm() int {
	h := fnv.New32a()
	h.Write([]byte(v.Means))
	return int(h.Sum32() % uint32(len(legalForms)))
}

// businessName writes the firm in one of its variants.
func (v Value) businessName(r *rand.Rand, upper bool) string {
	s := v.Seen + pick(r, legalForms[v.legalForm()])
	if upper {
		return strings.ToUpper(s)
	}
	return s
}

// street writes number and street; style 0 in full, 1 and 2 abbreviated.
func street(address string, style int) string {
	p := strings.Split(address, "|")
	for _, s := range streetSuffixes {
		if s[0] == p[2] {
			return p[0] + " " + p[1] + " " + s[style]
		}
	}
	return p[0] + " " + p[1] + " " + p[2]
}

// addressLine writes a whole address in one line.
func addressLine(address string, style int) string {
	p := strings.Split(address, "|")
	return street(address, style) + ", " + p[3] + ", NY " + p[4]
}
