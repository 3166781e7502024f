package cli

import (
	"context"
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tflink/tflink/linkage"
)

func newHubsCommand(a *app) *cobra.Command {
	var o inputOptions
	c := &cobra.Command{
		Use:   "hubs [FILE|FOLDER]...",
		Short: "List the values that are too common to link on, and the links lost to them",
		Long: `hubs lists the values that look like a motel, a hotline or a taxi: their cases
share little else with each other. A link through such a value alone is not kept. For
each it says how many cases and counties have it, how many pairs of cases are not linked for it, and why.`,
		Example: `  tflink hubs examples/data/`,
		RunE: func(c *cobra.Command, args []string) error {
			o.files = args
			return runHubs(c.Context(), a, &o)
		},
	}
	o.addFlags(c, "file-")
	o.addHubFlags(c)
	return c
}

type hubJSON struct {
	Type     string       `json:"type"`
	Entity   entityJSON   `json:"entity"`
	Cases    int          `json:"cases"`
	Counties int          `json:"counties"`
	Chance   float64      `json:"probability"`
	Damped   float64      `json:"damped"`
	Lost     int64        `json:"links_lost"`
	Inside   int          `json:"inside"`
	Outside  int          `json:"outside"`
	Alone    int          `json:"alone"`
	Faces    []entityJSON `json:"faces"`
	Known    string       `json:"known,omitempty"`
}

func runHubs(ctx context.Context, a *app, o *inputOptions) error {
	s, err := a.load(ctx, o, false)
	if err != nil {
		return err
	}
	defer s.close()
	hubs := s.net.Hubs()
	for i := range hubs {
		if err := printHub(a, &hubs[i]); err != nil {
			return err
		}
	}
	if len(hubs) == 0 && !a.json {
		a.out.line("no hubs: no value that could link cases looks like a motel or a hotline")
	}
	return nil
}

func printHub(a *app, h *linkage.Hub) error {
	if a.json {
		faces := []entityJSON{}
		for _, f := range h.Faces {
			faces = append(faces, entityRecord(f))
		}
		return a.out.record(hubJSON{
			"hub", entityRecord(h.Entity), h.Cases, h.Counties, millionths(h.Odds.Probability()), h.Damped.Bits(),
			h.Lost, h.Inside, h.Outside, h.Alone, faces, knownNote(h),
		})
	}
	p := a.out
	p.line("%s   in %s of %s   a hub with probability %s   %s lost", p.bold(entityName(h.Entity)),
		plural(h.Cases, "case"), plural(h.Counties, "county"), probability(h.Odds.Probability()), plural(int(min(h.Lost, math.MaxInt)), "link"))
	if h.Known != nil {
		p.line("    listed: %s", text(h.Known.Note))
	}
	line := fmt.Sprintf("    of its cases %d share something else with each other, %d only with cases elsewhere, %d with no other case", h.Inside, h.Outside, h.Alone)
	if rest := h.Cases - h.Inside - h.Outside - h.Alone; rest > 0 {
		line += fmt.Sprintf("; %d have nothing else", rest)
	}
	p.line("%s", line)
	if len(h.Faces) > 0 {
		names := make([]string, len(h.Faces))
		for i, f := range h.Faces {
			names[i] = entityName(f)
		}
		p.line("    comes along with %s: together they count as one fact", strings.Join(names, " and "))
	}
	return nil
}

// knownNote returns what people said of a hub, "" if nobody did.
func knownNote(h *linkage.Hub) string {
	if h.Known == nil {
		return ""
	}
	return h.Known.Note
}
