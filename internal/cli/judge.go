package cli

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"os/user"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/tflink/tflink/internal/workspace"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

type judgeOptions struct {
	why, by string
	list    bool
	undo    int64
}

func newJudgeCommand(a *app) *cobra.Command {
	var o judgeOptions
	c := &cobra.Command{
		Use:   "judge same|different|unsure [KIND:VALUE] A B",
		Short: "Decide that two cases or values are the same, or are not",
		Long: `judge stores what you decide about cases A and B, with who, when and why. It overrides
every score: cases judged the same are in one cluster, cases judged different are
not, even where others connect them; unsure is shown and changes nothing.

A and B may also be two values of one kind, each written KIND:VALUE. Judged the same they
are one: a firm under two names. Judged different they link nothing by what both
stand for: two units of one building, a plate without its state and one with it.

With a value before the two cases it says whether that is the same thing in both. A
number that was given to somebody else in between is different, and says nothing
between these two; what is the same counts in full, hub or not.

Of several judgements on one subject the last that holds counts. Judgements that contradict
each other are reported, not resolved. They name cases and values and not clusters, so they
outlive new imports.`,
		Example: `  tflink judge different WY-2024-0113 ER-2023-0871 --why 'two farms, one phone shop'
  tflink judge same phone:585-555-0142 phone:716-555-0136 --why 'one phone, two SIM cards'
  tflink judge different phone:585-555-0142 WY-2024-0113 ER-2023-0871 --why 'sold in May'
  tflink judge --list
  tflink judge --undo 1`,
		ValidArgsFunction: func(c *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 0 {
				return []string{"same", "different", "unsure"}, cobra.ShellCompDirectiveNoFileComp
			}
			return a.completePair(c, args[1:], word)
		},
		RunE: func(c *cobra.Command, args []string) error { return runJudge(c.Context(), a, &o, args) },
	}
	c.Flags().StringVar(&o.why, "why", "", "the `reason`, for whoever reads it later")
	c.Flags().StringVar(&o.by, "by", "", "`who` decides; your user name if not given")
	c.Flags().BoolVar(&o.list, "list", false, "list all judgements, those that were undone too")
	c.Flags().Int64Var(&o.undo, "undo", 0, "take the judgement of this `number` back")
	return c
}

func runJudge(ctx context.Context, a *app, o *judgeOptions, args []string) error {
	switch {
	case o.list:
		return listJudgements(ctx, a)
	case o.undo != 0:
		return undoJudgement(ctx, a, o.undo)
	case len(args) != 3 && len(args) != 4:
		return usage("tflink judge different A B --why REASON", "judge: a verdict and two cases or values are needed")
	}
	verdict, ok := linkage.ParseVerdict(args[0])
	if !ok {
		return usage(didYouMean(args[0], []string{"same", "different", "unsure"}), "no verdict is called %q", text(args[0]))
	}
	before, err := a.load(ctx, &inputOptions{}, false)
	if err != nil {
		return err
	}
	defer before.close()
	j, err := parseJudgement(before.net, args[1:])
	if err != nil {
		return err
	}
	j.Verdict, j.Why, j.By = verdict, o.why, who(o.by)
	if err := before.ws.Close(); err != nil { // it was opened for reading
		return err
	}
	if err := storeJudgement(ctx, a, &j); err != nil || a.json {
		return err
	}
	after, err := a.load(ctx, &inputOptions{}, false)
	if err != nil {
		return err
	}
	defer after.close()
	sayEffect(a.out, before.net, after.net, &j)
	if err := warnOfHub(a.out, before.net, after.net, &j); err != nil {
		return err
	}
	after.sayFindings(a.out)
	return nil
}

// parseJudgement returns the judgement that arguments behind the verdict name: two cases, two values
// of one kind, or a value and two cases.
func parseJudgement(net *linkage.Network, args []string) (linkage.Judgement, error) {
	var j linkage.Judgement
	if len(args) == 3 {
		kind, raw, err := parseValue(net, args[0])
		if err != nil {
			return j, err
		}
		j.Kind, j.Value, args = kind, raw, args[1:]
	} else if a, b := isValue(net, args[0]), isValue(net, args[1]); a && b {
		return parseTwoValues(net, args[0], args[1])
	} else if a != b {
		return j, usage("tflink judge different phone:585-555-0137 A B says it of a value in two cases", "judge: name two cases or two values")
	}
	var names [2]string
	for i, arg := range args {
		at, err := findCase(net, arg)
		if err != nil {
			return j, err
		}
		names[i] = net.Case(at).Name
	}
	if names[0] == names[1] {
		return j, usage("", "judge: name two cases")
	}
	j.A, j.B = names[0], names[1]
	return j, nil
}

// parseTwoValues returns a judgement on two values of one kind.
func parseTwoValues(net *linkage.Network, first, second string) (linkage.Judgement, error) {
	kind, a, err := parseValue(net, first)
	if err != nil {
		return linkage.Judgement{}, err
	}
	other, b, err := parseValue(net, second)
	switch {
	case err != nil:
		return linkage.Judgement{}, err
	case kind != other:
		return linkage.Judgement{}, usage("", "judge: %s and %s are two kinds: name two values of one", kind, other)
	case valueKey(kind, a) == valueKey(kind, b):
		return linkage.Judgement{}, usage("name the value once and two cases behind it to judge it there", "judge: both are one value already")
	}
	return linkage.Judgement{Kind: kind, A: a, B: b}, nil
}

// isValue reports whether an argument is a value, KIND:VALUE, and not the id of a case that looks like one.
func isValue(net *linkage.Network, arg string) bool {
	kind, _, ok := strings.Cut(arg, ":")
	if _, err := parseKind(kind); !ok || err != nil {
		return false
	}
	return len(net.FindCase(arg)) == 0
}

// parseValue reads KIND:VALUE, a value that some case has, and returns the value as it was written.
func parseValue(net *linkage.Network, arg string) (linkage.Kind, string, error) {
	k, err := parseKnown(arg, false)
	if err != nil {
		return "", "", err
	}
	_, raw, _ := strings.Cut(arg, ":")
	if _, ok := net.Entity(k.Kind, k.Key); !ok {
		return "", "", notFound("tflink search finds values", "no case has %s %q", k.Kind, text(raw))
	}
	return k.Kind, raw, nil
}

// valueKey returns the canonical form of a value, and the value where it has none.
func valueKey(kind linkage.Kind, raw string) string {
	v, err := normalize.Normalize(kind, raw, normalize.Context{})
	if err != nil {
		return raw
	}
	return v.Key()
}

// storeJudgement stores a judgement and says so.
func storeJudgement(ctx context.Context, a *app, j *linkage.Judgement) error {
	ws, err := a.open(workspace.Options{})
	if err != nil {
		return err
	}
	defer ws.Close()
	replaced, err := holding(ctx, ws, j)
	if err != nil {
		return a.workspaceError(err)
	}
	number, err := ws.Judge(ctx, *j, time.Now())
	if err != nil {
		return a.workspaceError(err)
	}
	if a.json {
		return a.out.record(judgementRecord(&workspace.Judgement{Number: number, Judgement: *j}))
	}
	a.out.line("stored as %d: %s are judged %s", number, text(j.About()), j.Verdict)
	if replaced != 0 {
		a.out.line("it takes the place of %d", replaced)
	}
	return ws.Close() // for it is read again as it is now
}

// sayEffect says what a judgement changed.
func sayEffect(p *printer, before, after *linkage.Network, j *linkage.Judgement) {
	if j.Kind != "" && j.Value == "" {
		was, is := len(before.ClusterIDs()), len(after.ClusterIDs())
		p.line("links that hold clusters together: %s → %s · clusters: %s → %s",
			thousands(before.NumLinks()), thousands(after.NumLinks()), thousands(was), thousands(is))
		return
	}
	for _, name := range []string{j.A, j.B} {
		was, is := clusterOf(before, name), clusterOf(after, name)
		if was == is {
			is = "as before"
		}
		p.line("%s: %s → %s", text(name), was, is)
	}
	if a, b := clusterOf(after, j.A), clusterOf(after, j.B); j.Value != "" && j.Verdict == linkage.Different && a == b && a != noCluster {
		p.line("they are in one cluster over others: tflink explain%s", quoteAll([]string{j.A, j.B}))
	}
}

// warnOfHub says that two values which were judged the same are, as one, a hub that neither was: links that each
// of them made are damped, which nobody meant.
func warnOfHub(p *printer, before, after *linkage.Network, j *linkage.Judgement) error {
	if j.Kind == "" || j.Value != "" || j.Verdict != linkage.Same {
		return nil
	}
	was, err := hubOf(before, j)
	if err != nil || was != nil {
		return err
	}
	is, err := hubOf(after, j)
	if err != nil || is == nil {
		return err
	}
	value := string(j.Kind) + ":" + j.A
	p.line("warning: %s is now likely a hub (probability %s): %s between its cases lost to that", entityName(is.Entity),
		probability(is.Odds.Probability()), plural(int(min(is.Lost, math.MaxInt)), "link"))
	p.line("  if it is none, write it under not_hubs in register.yaml, or --keep-hub %s behind a command · next: tflink hubs", shellQuote(value))
	return nil
}

// hubOf returns the hub that one of the two values of a judgement is, nil if none is one.
func hubOf(net *linkage.Network, j *linkage.Judgement) (*linkage.Hub, error) {
	hubs := net.Hubs()
	for _, raw := range []string{j.A, j.B} {
		k, err := parseKnown(string(j.Kind)+":"+raw, false)
		if err != nil {
			return nil, err
		}
		e, ok := net.Entity(k.Kind, k.Key)
		if !ok {
			continue
		}
		for i := range hubs {
			if h := &hubs[i]; h.Entity == e.EntityRef {
				return h, nil
			}
		}
	}
	return nil, nil
}

const noCluster = "in no cluster"

// holding returns the number of the last judgement that holds on the subject of j, 0 if none does.
func holding(ctx context.Context, ws *workspace.Workspace, j *linkage.Judgement) (int64, error) {
	all, err := ws.Judgements(ctx)
	if err != nil {
		return 0, err
	}
	var last int64
	for _, k := range all {
		if k.Undone == "" && sameSubject(&k.Judgement, j) {
			last = max(last, k.Number)
		}
	}
	return last, nil
}

// sameSubject reports whether two judgements are about the same cases and values.
func sameSubject(x, y *linkage.Judgement) bool {
	if x.Kind != y.Kind || valueKey(x.Kind, x.Value) != valueKey(y.Kind, y.Value) {
		return false
	}
	side := func(j *linkage.Judgement, name string) string {
		if j.Kind != "" && j.Value == "" {
			return valueKey(j.Kind, name)
		}
		return name
	}
	a, b, c, d := side(x, x.A), side(x, x.B), side(y, y.A), side(y, y.B)
	return a == c && b == d || a == d && b == c
}

// clusterOf says which cluster a case is in, and how large that is.
func clusterOf(net *linkage.Network, name string) string {
	i, err := findCase(net, name)
	if err != nil || !net.InCluster(i) {
		return noCluster
	}
	k, _ := net.Cluster(net.Case(i).Cluster)
	return fmt.Sprintf("%s of %s", newShortIDs(net.ClusterIDs()).of(k.ID), plural(len(k.Cases), "case"))
}

// who returns who decides.
func who(said string) string {
	if said != "" {
		return said
	}
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return os.Getenv("USER")
}

type judgementJSON struct {
	Type    string `json:"type"`
	Number  int64  `json:"number,omitempty"`
	A       string `json:"a"`
	B       string `json:"b"`
	Kind    string `json:"kind,omitempty"`
	Value   string `json:"value,omitempty"`
	Verdict string `json:"verdict"`
	Why     string `json:"why"`
	By      string `json:"by"`
	At      string `json:"at,omitempty"`
	Undone  string `json:"undone,omitempty"`
}

func judgementRecord(j *workspace.Judgement) judgementJSON {
	return judgementJSON{"judgement", j.Number, j.A, j.B, string(j.Kind), j.Value, j.Verdict.String(), j.Why, j.By, j.At, j.Undone}
}

func judgementRecords(all []linkage.Judgement) []judgementJSON {
	out := []judgementJSON{}
	for _, j := range all {
		out = append(out, judgementRecord(&workspace.Judgement{Judgement: j}))
	}
	return out
}

func listJudgements(ctx context.Context, a *app) error {
	ws, err := a.open(workspace.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer ws.Close()
	all, err := ws.Judgements(ctx)
	if err != nil {
		return a.workspaceError(err)
	}
	for i := range all {
		j := &all[i]
		if a.json {
			if err := a.out.record(judgementRecord(j)); err != nil {
				return err
			}
			continue
		}
		line := fmt.Sprintf("%d   %s", j.Number, judgementLine(&j.Judgement))
		if j.Undone != "" {
			line += "   undone " + j.Undone
		}
		a.out.line("%s", line)
	}
	if len(all) == 0 && !a.json {
		a.out.line("nothing is judged")
	}
	return nil
}

// judgementLine returns a judgement for people.
func judgementLine(j *linkage.Judgement) string {
	line := fmt.Sprintf("%s judged %s", text(j.About()), j.Verdict)
	if j.By != "" {
		line += fmt.Sprintf(" by %s", text(j.By))
	}
	if j.At != "" {
		line += fmt.Sprintf(" on %s", text(j.At))
	}
	if j.Why != "" {
		line += fmt.Sprintf(": %s", text(j.Why))
	}
	return line
}

func undoJudgement(ctx context.Context, a *app, number int64) error {
	ws, err := a.open(workspace.Options{})
	if err != nil {
		return err
	}
	defer ws.Close()
	err = ws.Undo(ctx, number, time.Now())
	if errors.Is(err, workspace.ErrUnknownJudgement) {
		return notFound("tflink judge --list shows them", "%w", err)
	}
	if err != nil {
		return a.workspaceError(err)
	}
	all, err := ws.Judgements(ctx)
	if err != nil {
		return a.workspaceError(err)
	}
	for i := range all {
		j := &all[i]
		switch {
		case j.Number != number:
		case a.json:
			return a.out.record(judgementRecord(j))
		default:
			j.At = ""
			a.out.line("undone: %d, %s", number, judgementLine(&j.Judgement))
			before, err := holding(ctx, ws, &j.Judgement)
			if err == nil && before != 0 {
				a.out.line("%d holds again", before)
			}
			return err
		}
	}
	return nil
}

// sayFindings says which judgements name no case or value here, or contradict each other.
func (s *session) sayFindings(p *printer) {
	for _, f := range s.net.Findings() {
		p.line("judgement: %s: %s", judgementLine(&f.Judgement), f.Problem)
	}
}
