package cli

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tflink/tflink/index"
	"github.com/tflink/tflink/internal/workspace"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

type searchOptions struct {
	limit, offset int
}

func newSearchCommand(a *app) *cobra.Command {
	var o searchOptions
	c := &cobra.Command{
		Use:   "search QUERY...",
		Short: "Find cases and values by words, parts of phones and plates, and fields",
		Long: `search finds cases and values in the workspace. All conditions must hold:

  harvest           a word; where that finds little, also the beginning of one, or with one
                    letter wrong
  "golden harvest"  words one after the other (quote them for the shell too)
  0142              three or more characters in a row of a phone, plate or VIN
  plate:KAB         in the values of a kind
  county:erie       also agency, offense, status, kind, case, type
  date:2024-03      a day, a month or a year; also date:2024-03..2024-05
  sounds:smyth      names that sound like it
  -motel            not

Quote what begins with a minus behind --. It makes the search index when it is
missing, out of date or damaged, and says so.`,
		Example: `  tflink search '"golden harvest"'
  tflink search 5550142
  tflink search plate:KAB county:erie`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return runSearch(c.Context(), a, &o, args) },
	}
	c.Flags().IntVar(&o.limit, "limit", index.DefaultLimit, "show at most `N` hits")
	c.Flags().IntVar(&o.offset, "offset", 0, "leave out the first `N` hits")
	return c
}

type hitJSON struct {
	Type      string         `json:"type"`
	Of        string         `json:"of"`
	ID        string         `json:"id"`
	Kind      string         `json:"kind,omitempty"`
	Title     string         `json:"title"`
	Counties  []string       `json:"counties"`
	From      string         `json:"from,omitempty"`
	To        string         `json:"to,omitempty"`
	Score     float64        `json:"score"`
	Fragments []fragmentJSON `json:"fragments"`
}

type fragmentJSON struct {
	Field string   `json:"field"`
	Text  string   `json:"text"`
	Spans [][2]int `json:"spans"`
}

type searchJSON struct {
	Type     string         `json:"type"`
	Total    int            `json:"total"`
	Counties map[string]int `json:"counties"`
	Kinds    map[string]int `json:"kinds"`
}

// facets is how many counties and kinds are counted for a search.
const facets = 10

func runSearch(ctx context.Context, a *app, o *searchOptions, args []string) error {
	if o.limit < 0 || o.offset < 0 {
		return usage("", "--limit and --offset are numbers of hits, 0 or more")
	}
	x, err := a.openIndex(ctx)
	if err != nil {
		return err
	}
	defer x.Close()
	limit := o.limit
	if limit == 0 {
		limit = -1 // none: only the counts
	}
	r, err := x.Search(ctx, queryText(args), index.SearchOptions{Limit: limit, Offset: o.offset, Facets: facets})
	var bad *index.QueryError
	if errors.As(err, &bad) {
		return usage("tflink search --help", "%w", err)
	}
	if err != nil {
		return err
	}
	return a.printResults(&r, o)
}

// queryText returns the words of a command line as one query; what the shell
// kept together and has a space in it is a phrase.
func queryText(args []string) string {
	out := make([]string, len(args))
	for i, arg := range args {
		out[i] = arg
		if len(args) > 1 && strings.ContainsAny(arg, " \t") && !strings.ContainsAny(arg, `":`) {
			out[i] = `"` + arg + `"`
		}
	}
	return strings.Join(out, " ")
}

func (a *app) printResults(r *index.Results, o *searchOptions) error {
	if a.json {
		for _, h := range r.Hits {
			j := hitJSON{"hit", string(h.Type), h.ID, h.Kind, h.Title, hitCounties(&h), h.From, h.To, millionths(h.Score), []fragmentJSON{}}
			for _, f := range h.Fragments {
				spans := [][2]int{}
				for _, s := range f.Spans {
					spans = append(spans, [2]int{s.Start, s.End})
				}
				j.Fragments = append(j.Fragments, fragmentJSON{f.Field, f.Text, spans})
			}
			if err := a.out.record(j); err != nil {
				return err
			}
		}
		j := searchJSON{"search", r.Total, map[string]int{}, map[string]int{}}
		for _, c := range r.Counties {
			j.Counties[c.Name] = c.Documents
		}
		for _, c := range r.Kinds {
			j.Kinds[c.Name] = c.Documents
		}
		return a.out.record(j)
	}
	p := a.out
	p.line("%s%s", plural(r.Total, "hit"), facetLine(r))
	if r.Total == 0 {
		a.err.line("hint: fewer words, or the beginning of one, find more; sounds:NAME finds names by their sound")
	}
	for _, h := range r.Hits {
		what := string(h.Type)
		if h.Kind != "" {
			what = h.Kind
		}
		line := fmt.Sprintf("%s %s", what, p.bold(text(h.Title)))
		if len(h.Counties) > 0 {
			line += "   " + countyList(hitCounties(&h), 4)
		}
		if h.From != "" {
			line += "   " + text(h.From).String()
		}
		if h.To != "" && h.To != h.From {
			line += " – " + text(h.To).String()
		}
		p.line("%s", line)
		for _, f := range h.Fragments {
			if f.Field != "title" {
				p.line("    %s: %s", f.Field, a.highlight(f))
			}
		}
	}
	if more := r.Total - o.offset - len(r.Hits); more > 0 && len(r.Hits) > 0 {
		p.line("%d more: --offset %d", more, o.offset+len(r.Hits))
	}
	return nil
}

// hitCounties returns the codes of a hit's counties.
func hitCounties(h *index.Hit) []string {
	codes := []string{}
	for _, c := range h.Counties {
		codes = append(codes, c.FIPS)
	}
	return codes
}

// facetLine returns in which counties and kinds the matches are.
func facetLine(r *index.Results) string {
	var counties, kinds []string
	for _, c := range r.Counties {
		counties = append(counties, fmt.Sprintf("%s %d", countyName(c.Name), c.Documents))
	}
	for _, c := range r.Kinds {
		kinds = append(kinds, fmt.Sprintf("%s %d", text(c.Name), c.Documents))
	}
	line := ""
	if len(counties) > 0 {
		line += " · by county: " + strings.Join(counties, ", ")
	}
	if len(kinds) > 0 {
		line += " · by kind: " + strings.Join(kinds, ", ")
	}
	return line
}

// highlight returns a fragment with what was found in bold, or between
// brackets where the output shows no bold type.
func (a *app) highlight(f index.Fragment) string {
	var b strings.Builder
	at := 0
	for _, s := range f.Spans {
		b.WriteString(text(f.Text[at:s.Start]).String())
		found := text(f.Text[s.Start:s.End])
		if a.out.color {
			b.WriteString(a.out.bold(found))
		} else {
			b.WriteString("[" + found.String() + "]")
		}
		at = s.End
	}
	b.WriteString(text(f.Text[at:]).String())
	return b.String()
}

// openIndex opens the workspace's search index, after making it where it is
// missing, out of date or damaged.
func (a *app) openIndex(ctx context.Context) (*index.Index, error) {
	ws, err := a.open(workspace.Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer ws.Close()
	print, err := ws.Fingerprint(ctx)
	if err != nil {
		return nil, a.workspaceError(err)
	}
	print += "-" + linkage.DefaultParameters().Version
	x, err := index.Open(ws.IndexDir(), print)
	if err == nil {
		return x, nil
	}
	a.err.line("%s: making it", text(err.Error()))
	a.err.flush() // before the results, also where both outputs are one
	s, err := a.load(ctx, &inputOptions{}, true)
	if err != nil {
		return nil, err
	}
	defer s.close()
	documents, err := s.documents(ctx)
	if err != nil {
		return nil, err
	}
	if err := index.Build(ctx, ws.IndexDir(), print, documents, nil); err != nil {
		return nil, err
	}
	return index.Open(ws.IndexDir(), print)
}

// documents returns the cases and entities of a session as they are searched
// for: what is known of victims and minors is not in them.
func (s *session) documents(ctx context.Context) (iter.Seq[index.Document], error) {
	parts := make([][]linkage.Case, s.net.NumCases())
	err := s.ws.Cases(ctx, workspace.Selection{Narratives: true}, func(_ workspace.FileID, c linkage.Case) error {
		if i, ok := s.net.CaseOf(&c); ok {
			parts[i] = append(parts[i], c)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return func(yield func(index.Document) bool) {
		for i := range parts {
			if !yield(s.caseDocument(i, parts[i])) {
				return
			}
			parts[i] = nil
		}
		s.net.EachEntity(func(e linkage.Entity) bool { return yield(s.entityDocument(&e)) })
	}, nil
}

func (s *session) caseDocument(i int, parts []linkage.Case) index.Document {
	c := s.net.Case(i)
	d := index.Document{
		Type: index.Case, ID: c.Name, Title: c.Name, Counties: counties(c.Counties), Agency: c.Agency,
		Offense: c.Offense.String(), Status: c.Status, From: c.From.String(), To: c.To.String(),
		Text: strings.Join(redacted(parts), "\n"),
	}
	for _, e := range s.net.Mentions(i) {
		d.Values = append(d.Values, value(e.EntityRef))
	}
	return d
}

func (s *session) entityDocument(e *linkage.Entity) index.Document {
	var codes []string
	for _, name := range e.Cases {
		for _, i := range s.net.FindCase(name) {
			for _, code := range s.net.Case(i).Counties {
				if !slices.Contains(codes, code) {
					codes = append(codes, code)
				}
			}
		}
	}
	return index.Document{
		Type: index.Entity, ID: string(e.Kind) + ":" + e.Key, Kind: string(e.Kind), Title: e.Display,
		Values: []index.Value{value(e.EntityRef)}, Counties: counties(codes),
	}
}

func counties(codes []string) []index.County {
	var out []index.County
	for _, code := range codes {
		out = append(out, index.County{FIPS: code, Name: normalize.CountyFull(code)})
	}
	return out
}

func value(e linkage.EntityRef) index.Value {
	v := index.Value{Kind: string(e.Kind), Text: e.Display, Key: e.Key}
	switch e.Kind {
	case normalize.KindPhone, normalize.KindPlate, normalize.KindVIN:
		v.Form = index.Identifier
	case normalize.KindPerson, normalize.KindBusiness:
		v.Form = index.Name
	}
	return v
}
