package linkage_test

import (
	"strings"
	"testing"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// Where all that two cases share is something that links nothing, why-not names it and says why.
func TestApartNamesWhatLinksNothing(t *testing.T) {
	detective := linkage.Mention{Kind: normalize.KindPerson, Raw: "Xiomara Quellbrook", Role: linkage.RoleProfessional}
	doubtful := linkage.Mention{Kind: normalize.KindPlate, Raw: "NY KAB1042", Confidence: linkage.MinConfidence / 2}
	for _, test := range []struct {
		name    string
		mention linkage.Mention
		known   []linkage.Known
		says    string
	}{
		{"a national line", phone("888-373-7888"), nil, "both mention phone 888-373-7888, which links nothing: it is a national line"},
		{"a listed hub", phone("585-555-0190"), []linkage.Known{{Kind: normalize.KindPhone, Key: "+15855550190", Hub: true, Note: "front desk"}},
			"phone 585-555-0190 links only together with a second fact: it is listed as a hub: front desk"},
		{"a town", say(normalize.KindAddress, "Perry, NY 14530"), nil, "it is a town or a road"},
		{"a plate that is typed anywhere", plate("NY ABC1234"), nil, "one that is typed where a form wants any"},
		{"a nobody", say(normalize.KindPerson, "John Doe"), nil, "whose name is not known"},
		{"a detective", detective, nil, "of somebody who works on such cases"},
		{"a doubtful reading", doubtful, nil, "it was not read with certainty"},
	} {
		n := link(t, linkage.Options{Known: test.known}, incident("A", wyoming, on(3, 1), test.mention), incident("B", genesee, on(3, 2), test.mention))
		x := explain(t, n, "A", "B")
		if x.Cluster != "" || !strings.Contains(strings.Join(x.Apart, "\n"), test.says) {
			t.Errorf("%s: %q, want %q", test.name, x.Apart, test.says)
		}
	}
	// What one of the two has for certain elsewhere links, and is not said to link nothing.
	sure := plate("NY KAB1042")
	n := link(t, linkage.Options{}, incident("A", wyoming, on(3, 1), doubtful, sure), incident("B", genesee, on(3, 2), sure))
	if x := explain(t, n, "A", "B"); x.Cluster == "" || len(x.Apart) > 0 {
		t.Errorf("apart: %q", x.Apart)
	}
}
