package cli

import (
	"encoding/json"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tflink/tflink/linkage/compare"
	"github.com/tflink/tflink/linkage/extract"
	"github.com/tflink/tflink/linkage/normalize"
)

// lineKept is how much of a line is repeated as raw: more than any value needs.
const lineKept = 64 << 10

func newNormalizeCommand(a *app) *cobra.Command {
	var state string
	c := &cobra.Command{
		Use:   "normalize KIND",
		Short: "Read one value a line and print its canonical form",
		Long: `normalize reads one value a line from standard input and prints one JSON record
for each, in order: its key (equal keys mean the same thing), how it is shown,
its parts, and the doubts that a person should look at. KIND is one of phone,
address, plate, vin, business, email, url, handle, person and county. For plate and
county a tab may divide the value from its state. It ends with status 0
whatever stands in the lines.`,
		Example: `  echo '(585) 555-0142' | tflink normalize phone
  printf 'KAB-1042\tNY\n' | tflink normalize plate`,
		Args:      cobra.ExactArgs(1),
		ValidArgs: kindNames(),
		RunE: func(c *cobra.Command, args []string) error {
			kind, err := parseKind(args[0])
			if err != nil {
				return err
			}
			return a.eachLine(c.Context(), func(line string) error {
				return a.out.record(normalizeLine(kind, line, state))
			})
		},
	}
	c.Flags().StringVar(&state, "state", "", "the `state` of values that do not say one")
	return c
}

type normalizedJSON struct {
	Type    string    `json:"type"`
	Raw     string    `json:"raw"`
	Key     string    `json:"key"`
	Display string    `json:"display"`
	Parts   partsJSON `json:"parts"`
	Issues  []string  `json:"issues"`
	Notes   []string  `json:"notes,omitempty"`
}

// normalizeLine reads a line as a value of the kind.
func normalizeLine(kind normalize.Kind, line, state string) normalizedJSON {
	v := readValue(kind, line, state)
	return normalizedJSON{
		Type: string(kind), Raw: clip(line), Key: v.Key(), Display: v.Display(),
		Parts: v.Parts(), Issues: notNil(v.Issues()), Notes: v.Notes(),
	}
}

// readValue reads a value; for a plate or a county its state may stand behind a tab.
func readValue(kind normalize.Kind, line, state string) normalize.Value {
	if kind == normalize.KindPlate || kind == normalize.KindCounty {
		if value, own, ok := strings.Cut(line, "\t"); ok {
			line, state = value, strings.TrimSpace(own)
		}
	}
	if code := normalize.StateCode(state); code != "" {
		state = code
	}
	v, _ := normalize.Normalize(kind, line, normalize.Context{State: state}) // the value's issues say why it cannot be read
	return v
}

func newCompareCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "compare KIND",
		Short: "Compare two values a line and say what speaks for and against",
		Long: `compare reads two values a line, divided by a tab, from standard input and prints
for each line what it weighs, in bits, that the two mean the same thing, and
why. KIND is as in tflink normalize.`,
		Example: `  printf 'State Route 19\tNYS Rte 19\n' | tflink compare address
  printf 'NY KAB1042\tNY KAB1O42\n' | tflink compare plate`,
		Args:      cobra.ExactArgs(1),
		ValidArgs: kindNames(),
		RunE: func(c *cobra.Command, args []string) error {
			kind, err := parseKind(args[0])
			if err != nil {
				return err
			}
			return a.eachLine(c.Context(), func(line string) error {
				left, right, _ := strings.Cut(line, "\t")
				x := compare.Values(readValue(kind, left, ""), readValue(kind, right, ""))
				return a.out.record(comparisonJSON{"comparison", x.Weight.Bits(), x.Same, x.Relation, reasonRecords(x.Reasons)})
			})
		},
	}
}

type comparisonJSON struct {
	Type     string       `json:"type"`
	Weight   float64      `json:"weight"`
	Same     bool         `json:"same"`
	Relation string       `json:"relation,omitempty"`
	Reasons  []reasonJSON `json:"reasons"`
}

func newExtractCommand(a *app) *cobra.Command {
	var o extract.Options
	c := &cobra.Command{
		Use:   "extract",
		Short: "Find phones, plates, addresses and names in running text",
		Long: `extract reads one text a line from standard input, or JSON lines with a field
"text", and prints for each what is mentioned in it: kind, key, where it stands
(offsets in bytes) and how sure that is. Below a confidence of 0.5 a mention is
shown, but tflink does not link on it.`,
		Example: `  echo 'white Ford Transit, plate PBM 6258, call 585 555 oh one four two' | tflink extract`,
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, args []string) error {
			o.PlateState = o.State
			n := 0
			return a.eachLine(c.Context(), func(line string) error {
				n++
				return a.out.record(extractLine(n, line, o))
			})
		},
	}
	c.Flags().StringVar(&o.State, "state", "NY", "the `state` of plates and addresses that do not say one")
	return c
}

type extractionJSON struct {
	Type     string          `json:"type"`
	Line     int             `json:"line"`
	Mentions []extractedJSON `json:"mentions"`
}

type extractedJSON struct {
	Kind       string            `json:"kind"`
	Key        string            `json:"key"`
	Raw        string            `json:"raw"`
	Start      int               `json:"start"`
	End        int               `json:"end"`
	Confidence float64           `json:"confidence"`
	Rule       string            `json:"rule"`
	Role       string            `json:"role,omitempty"`
	Attributes map[string]string `json:"attributes,omitempty"`
}

func extractLine(n int, line string, o extract.Options) extractionJSON {
	if strings.HasPrefix(line, "{") {
		var row struct {
			Text *string `json:"text"`
		}
		if json.Unmarshal([]byte(line), &row) == nil && row.Text != nil {
			line = *row.Text
		}
	}
	r := extractionJSON{"extraction", n, []extractedJSON{}}
	for _, m := range extract.Text(line, o) {
		e := extractedJSON{
			Kind: string(m.Kind), Key: m.Value.Key(), Raw: clip(m.Raw), Start: m.Start, End: m.End,
			Confidence: millionths(m.Confidence), Rule: m.Rule, Role: m.Role,
		}
		if m.VictimSaid {
			e.Role = "victim"
		}
		for _, at := range m.Attributes {
			if e.Attributes == nil {
				e.Attributes = map[string]string{}
			}
			e.Attributes[at.Name] = at.Value
		}
		r.Mentions = append(r.Mentions, e)
	}
	return r
}

func parseKind(s string) (normalize.Kind, error) {
	for _, k := range normalize.Kinds {
		if string(k) == strings.ToLower(s) {
			return k, nil
		}
	}
	return "", usage(didYouMean(s, kindNames()), "no kind is called %q", text(s))
}

// clip returns s as far as it is repeated in output, cut between two characters.
func clip(s string) string {
	if len(s) <= lineKept {
		return strings.ToValidUTF8(s, "\uFFFD")
	}
	cut := lineKept
	for cut > 0 && s[cut]&0xC0 == 0x80 {
		cut--
	}
	return strings.ToValidUTF8(s[:cut], "\uFFFD")
}
