package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/user"
	"time"

	"github.com/spf13/cobra"

	"github.com/tflink/tflink/internal/workspace"
	"github.com/tflink/tflink/linkage"
)

type judgeOptions struct {
	why, by string
	list    bool
	undo    int64
}

func newJudgeCommand(a *app) *cobra.Command {
	var o judgeOptions
	c := &cobra.Command{
		Use:   "judge same|different|unsure A B",
		Short: "Decide that two cases belong together, or do not",
		Long: `judge stores what you decide about cases A and B, with who, when and why. It overrides
every score: cases judged the same are in one cluster, cases judged different are
not, even where others connect them; unsure is shown and changes nothing. Of several
judgements on one pair the last that holds counts. Judgements that contradict
each other are reported, not resolved. They name cases, so they outlive new imports.`,
		Example: `  tflink judge different WY-2024-0113 ER-2023-0871 --why 'two farms, one phone shop'
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
	case len(args) != 3:
		return usage("tflink judge different A B --why REASON", "judge: a verdict and two cases are needed")
	}
	verdict, ok := linkage.ParseVerdict(args[0])
	if !ok {
		return usage(didYouMean(args[0], []string{"same", "different", "unsure"}), "no verdict is called %q", text(args[0]))
	}
	s, err := a.load(ctx, &inputOptions{}, false)
	if err != nil {
		return err
	}
	defer s.close()
	var names [2]string
	for i, arg := range args[1:] {
		at, err := findCase(s.net, arg)
		if err != nil {
			return err
		}
		names[i] = s.net.Case(at).Name
	}
	if names[0] == names[1] {
		return usage("", "judge: name two cases")
	}
	if err := s.ws.Close(); err != nil { // it was opened for reading
		return err
	}
	ws, err := a.open(workspace.Options{})
	if err != nil {
		return err
	}
	defer ws.Close()
	j := linkage.Judgement{A: names[0], B: names[1], Verdict: verdict, Why: o.why, By: who(o.by)}
	before, err := holding(ctx, ws, &j)
	if err != nil {
		return a.workspaceError(err)
	}
	number, err := ws.Judge(ctx, j, time.Now())
	if err != nil {
		return a.workspaceError(err)
	}
	if a.json {
		return a.out.record(judgementRecord(&workspace.Judgement{Number: number, Judgement: j}))
	}
	a.out.line("stored as %d: %s and %s are judged %s", number, text(j.A), text(j.B), verdict)
	if before != 0 {
		a.out.line("it takes the place of %d", before)
	}
	if err := ws.Close(); err != nil { // to read it again as it is now
		return err
	}
	after, err := a.load(ctx, &inputOptions{}, false)
	if err != nil {
		return err
	}
	defer after.close()
	for _, name := range names {
		was, is := clusterOf(s.net, name), clusterOf(after.net, name)
		if was == is {
			is = "as before"
		}
		a.out.line("%s: %s → %s", text(name), was, is)
	}
	return nil
}

// holding returns the number of the last judgement that holds on the pair of j, 0 if none does.
func holding(ctx context.Context, ws *workspace.Workspace, j *linkage.Judgement) (int64, error) {
	all, err := ws.Judgements(ctx)
	if err != nil {
		return 0, err
	}
	var last int64
	for _, k := range all {
		if k.Undone == "" && (k.A == j.A && k.B == j.B || k.A == j.B && k.B == j.A) {
			last = max(last, k.Number)
		}
	}
	return last, nil
}

// clusterOf says which cluster a case is in, and how large that is.
func clusterOf(net *linkage.Network, name string) string {
	i, err := findCase(net, name)
	if err != nil || !net.InCluster(i) {
		return "in no cluster"
	}
	k, _ := net.Cluster(net.Case(i).Cluster)
	return fmt.Sprintf("%s of %s", newShortIDs(net).of(k.ID), plural(len(k.Cases), "case"))
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
	Verdict string `json:"verdict"`
	Why     string `json:"why"`
	By      string `json:"by"`
	At      string `json:"at,omitempty"`
	Undone  string `json:"undone,omitempty"`
}

func judgementRecord(j *workspace.Judgement) judgementJSON {
	return judgementJSON{"judgement", j.Number, j.A, j.B, j.Verdict.String(), j.Why, j.By, j.At, j.Undone}
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
	line := fmt.Sprintf("%s and %s judged %s", text(j.A), text(j.B), j.Verdict)
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

// sayFindings says which judgements name no case here, or contradict each other.
func (s *session) sayFindings(p *printer) {
	for _, f := range s.net.Findings() {
		p.line("judgement: %s: %s", judgementLine(&f.Judgement), f.Problem)
	}
}
