package pages_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// hostile are texts that a page may act on.
var hostile = []string{
	`</script><img src=x onerror=alert(1)>`, `</style><script>alert(1)</script>`, `"><svg onload=alert(1)>`, `<!--<script>`, `]]>`,
	"\u202eevil\u202c", "nul\x00nul", "\u2028\u2029", "\xff\xfe bad", `javascript:alert(1)`, `{{.}}`, `&lt;b&gt;`, `'";--`,
	strings.Repeat("long", 5000), "\U0001F600 and \U0010FFFF", "مرحبا", "",
}

// poisoned returns two cases with a text everywhere that a case file can put one.
func poisoned(s string) []linkage.Case {
	cases := ring(3)
	for i := range cases {
		c := &cases[i]
		c.ID, c.Agency, c.Status, c.CountyDoubt = c.ID+s, s, s, s
		c.Source.File, c.Source.Sheet = s, s
		for j := range c.Mentions {
			c.Mentions[j].Source.File = s
			c.Mentions[j].Attributes = []linkage.Attribute{{Name: s, Value: s}}
		}
		c.Mentions = append(c.Mentions,
			linkage.Mention{Kind: normalize.KindBusiness, Raw: "Blue Heron Nails " + s, Source: c.Source},
			linkage.Mention{Kind: normalize.KindPerson, Raw: "Devonte Larrimore " + s, Role: linkage.RoleSuspect, Source: c.Source})
	}
	return cases
}

// FuzzHTML: no text of a case becomes an element, an attribute or a script of the page, and none makes writing fail.
func FuzzHTML(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	plain := tags(f, asHTML(f, report(f, link(f, poisoned("x")))))
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 30000 {
			t.Skip("longer than a cell of any file")
		}
		d := report(t, link(t, poisoned(s)))
		page := asHTML(t, d)
		for name := range tags(t, page) {
			if !plain[name] {
				t.Errorf("%q makes an element or attribute %s", s, name)
			}
		}
		asPDF(t, d)
	})
}

// mayDiffer are what a picture has or has not by the sizes of its labels.
var mayDiffer = []string{"stroke-dasharray", "tspan", "path", "title"}

// tags returns the elements and attributes of a page, and fails if it has a script that is not ours.
func tags(t testing.TB, page string) map[string]bool {
	t.Helper()
	seen := map[string]bool{}
	for _, name := range mayDiffer {
		seen[name] = true
	}
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return seen
		case html.StartTagToken, html.SelfClosingTagToken:
			token := z.Token()
			seen[token.Data] = true
			for _, a := range token.Attr {
				seen[token.Data+" "+a.Key] = true
				if strings.HasPrefix(a.Key, "on") || slices.Contains([]string{"src", "srcdoc", "style"}, a.Key) {
					t.Errorf("<%s> has %s", token.Data, a.Key)
				}
				if a.Key == "href" && !strings.HasPrefix(a.Val, "#") {
					t.Errorf("<%s> leads to %q", token.Data, a.Val)
				}
			}
		}
	}
}

// TestHostile: marks that reorder or hide text are shown and do not act.
func TestHostile(t *testing.T) {
	for _, s := range hostile {
		page := asHTML(t, report(t, link(t, poisoned(s))))
		if strings.ContainsAny(page, "\x00\u202e\u2028\u2029") {
			t.Errorf("%.20q acts on the page", s)
		}
	}
}

// TestCountySigns: the interactive page gives counties the colours and the markers that the maps give them.
func TestCountySigns(t *testing.T) {
	n, d := ringReport(t, 12)
	g, err := n.Graph(largest(t, n))
	if err != nil {
		t.Fatal(err)
	}
	page := asHTML(t, d)
	signs := []string{"●", "■", "▲", "◆", "◉", "✚", "▼", "★"}
	for i, c := range g.Groups(nil) {
		name := strings.TrimSuffix(c.Label, ", NY")
		want := fmt.Sprintf(`{"name":%q,"color":"#%06x","sign":%q}`, name, graphs.Palette[i%len(graphs.Palette)], signs[i%len(signs)])
		if !strings.Contains(page, want) {
			t.Errorf("the page has not %s", want)
		}
	}
}
