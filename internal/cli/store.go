package cli

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"github.com/tflink/tflink/internal/workspace"
	"github.com/tflink/tflink/linkage/intake"
	"github.com/tflink/tflink/linkage/source"
)

func newStatusCommand(a *app) *cobra.Command {
	var o inputOptions
	c := &cobra.Command{
		Use:   "status [FILE|FOLDER]...",
		Short: "Say what was read, what could not be, and what came of it",
		Long: `status counts what is in the workspace, or in the given files: files, cases,
mentions, entities, links and clusters, and prints the values that could not be
read, with file, line and column.`,
		Example: `  tflink status examples/data/
  tflink status --json`,
		RunE: func(c *cobra.Command, args []string) error {
			o.files = args
			return runStatus(c.Context(), a, &o)
		},
	}
	o.addFlags(c, "file-")
	o.addHubFlags(c)
	return c
}

type statusJSON struct {
	Type     string `json:"type"`
	Files    int    `json:"files"`
	Cases    int    `json:"cases"`
	Mentions int    `json:"mentions"`
	Entities int    `json:"entities"`
	Links    int    `json:"links"`
	Clusters int    `json:"clusters"`
	Spanning int    `json:"clusters_spanning_counties"`
	Hubs     int    `json:"hubs"`
	Unread   int    `json:"values_unread"`
	Withheld int    `json:"victims_and_minors_withheld"`
	Contacts int    `json:"contacts_withheld"`
	Version  string `json:"parameters"`
}

// problemsShown is how many unreadable values status prints; the rest are counted.
const problemsShown = 50

func runStatus(ctx context.Context, a *app, o *inputOptions) error {
	s, err := a.load(ctx, o, false)
	if err != nil {
		return err
	}
	defer s.close()
	n := s.net
	hidden := n.Suppressed()
	j := statusJSON{
		Type: "status", Files: s.files, Cases: n.NumCases(), Mentions: n.NumMentions(), Entities: n.NumEntities(), Links: n.NumLinks(),
		Clusters: n.NumClusters(1), Spanning: n.NumClusters(2), Hubs: len(n.Hubs()), Unread: s.unread,
		Withheld: hidden.People, Contacts: hidden.Contacts, Version: n.Parameters(),
	}
	if a.json {
		return a.out.record(j)
	}
	p := a.out
	p.line("%s from %s", plural(j.Cases, "case"), plural(j.Files, "file"))
	p.line("%s of %s", plural(j.Mentions, "mention"), plural(j.Entities, "entity"))
	p.line("%s make %s, of which %d span two or more counties", plural(j.Links, "link"), plural(j.Clusters, "cluster"), j.Spanning)
	p.line("%s damped", plural(j.Hubs, "hub"))
	p.line("left out: %s of victims and minors, and %s of theirs", plural(j.Withheld, "record"), plural(j.Contacts, "contact detail"))
	p.line("weighed with parameters %s", j.Version)
	p.line("")
	return a.printProblems(ctx, s)
}

// printProblems prints what could not be read.
func (a *app) printProblems(ctx context.Context, s *session) error {
	var problems []*source.Problem
	for _, r := range s.reports {
		problems = append(append(problems, r.RowProblems...), r.Problems...)
	}
	if s.ws != nil {
		var err error
		if problems, _, err = s.ws.Problems(ctx, problemsShown); err != nil {
			return a.workspaceError(err)
		}
	}
	p := a.out
	if s.unread == 0 {
		p.line("every value could be read")
		return nil
	}
	p.line("%s could not be read:", plural(s.unread, "value"))
	printCounts(p, s.reports)
	for _, one := range problems[:min(problemsShown, len(problems))] {
		p.line("  %s", text(one.Error()))
		if one.Raw != "" {
			p.line("      “%s”", short(one.Raw, 80))
		}
		if one.Hint != "" {
			p.line("      hint: %s", text(one.Hint))
		}
	}
	if more := s.unread - min(problemsShown, len(problems)); more > 0 {
		p.line("  and %s", plural(more, "other"))
	}
	return nil
}

func printCounts(p *printer, reports []*intake.Report) {
	for _, r := range reports {
		for _, c := range r.Counts {
			p.line("  %s: %d %s", text(r.File), c.N, text(c.Field))
		}
	}
}

func newImportsCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "imports",
		Short: "List the files in the workspace and when each came",
		Long: `imports lists the files in the workspace: the number of the import in which each came, which
tflink clusters --since takes, its name, when it came and what is in it. What was forgotten is
numbered too.`,
		Example: `  tflink imports`,
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return runImports(c.Context(), a) },
	}
}

type fileJSON struct {
	Type     string `json:"type"`
	Name     string `json:"name"`
	Path     string `json:"path"`
	SHA256   string `json:"sha256"`
	Imported string `json:"imported"`
	Cases    int    `json:"cases"`
	Mentions int    `json:"mentions"`
	Problems int    `json:"problems"`
	Import   int64  `json:"import"`
}

func runImports(ctx context.Context, a *app) error {
	ws, err := a.open(workspace.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer ws.Close()
	files, err := ws.Files(ctx)
	if err != nil {
		return a.workspaceError(err)
	}
	for _, f := range files {
		if a.json {
			if err := a.out.record(fileJSON{"file", f.Name, f.Path, f.SHA256, f.Imported, f.Cases, f.Mentions, f.Problems, int64(f.Import)}); err != nil {
				return err
			}
			continue
		}
		a.out.line("%d   %s   %s   %s, %s, %s", f.Import, text(f.Name), f.Imported, plural(f.Cases, "case"), plural(f.Mentions, "mention"), plural(f.Problems, "problem"))
	}
	if a.json {
		return nil
	}
	imports, err := ws.Imports(ctx)
	if err != nil {
		return a.workspaceError(err)
	}
	for _, r := range imports {
		if r.Forget {
			a.out.line("%d   a file was forgotten   %s", r.ID, r.At)
		}
	}
	if len(files) == 0 {
		a.out.line("the workspace is empty")
	}
	return nil
}

func newForgetCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "forget FILE",
		Short: "Take a file and all its rows out of the workspace",
		Long: `forget takes out what was read from a file: its rows, mentions and problems. The
file itself is left as it is. It is named as tflink imports shows it, or by its path.`,
		Example:           `  tflink forget examples/data/wyoming.csv`,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: a.completeFiles,
		RunE:              func(c *cobra.Command, args []string) error { return runForget(c.Context(), a, args[0]) },
	}
}

func runForget(ctx context.Context, a *app, name string) error {
	ws, err := a.open(workspace.Options{})
	if err != nil {
		return err
	}
	defer ws.Close()
	if _, err := ws.FindFile(ctx, name); err != nil {
		return a.workspaceError(err)
	}
	if err := a.keepBefore(ctx); err != nil {
		return err
	}
	f, err := ws.Forget(ctx, name, time.Now())
	if err != nil {
		return a.workspaceError(err)
	}
	if a.json {
		return a.out.record(fileJSON{"forgotten", f.Name, f.Path, f.SHA256, f.Imported, f.Cases, f.Mentions, f.Problems, int64(f.Import)})
	}
	a.out.line("forgotten: %s with %s", text(f.Name), plural(f.Cases, "case"))
	return nil
}
