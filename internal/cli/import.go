package cli

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/tflink/tflink/internal/workspace"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/intake"
	"github.com/tflink/tflink/linkage/records"
	"github.com/tflink/tflink/linkage/source"
)

type importOptions struct {
	input   inputOptions
	plan    string
	replace string
}

func newImportCommand(a *app) *cobra.Command {
	var o importOptions
	c := &cobra.Command{
		Use:   "import FILE|FOLDER...",
		Short: "Read county files into the workspace",
		Long: `import reads files, and the files in folders, into the workspace, which it makes
on first use. All of it is one transaction: killed at any moment, the workspace stays as it
was. The same content again, under any name, changes nothing; changed content from the
same path takes the place of what was read from it before.

Columns are mapped by themselves; what is uncertain is said. With --plan nothing
is imported: the mapping is printed, and written to a YAML file that --mapping takes back, edited.
--plan takes the name of that file; given a file to read instead, it writes beside where you are, to
NAME.mapping.yaml. It never writes over anything but YAML.`,
		Example: `  tflink import examples/data/
  tflink import --plan plan.yaml examples/data/wyoming.csv
  tflink import --mapping plan.yaml examples/data/wyoming.csv`,
		Args: func(c *cobra.Command, args []string) error {
			if o.plan != "" {
				return nil // --plan FILE alone names what to read
			}
			return cobra.MinimumNArgs(1)(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			o.input.files = args
			if o.plan != "" {
				o.settlePlan()
				return runPlan(a, &o)
			}
			return runImport(c.Context(), a, &o)
		},
	}
	o.input.addFlags(c, "")
	c.Flags().StringVar(&o.plan, "plan", "", "print how columns would be mapped and write it to this YAML `file` (or: of this file); import nothing")
	c.Flags().StringVar(&o.replace, "replace", "", "put the one file given in the place of the imported file of this `name`")
	return c
}

// settlePlan tells the file to read from the one to write: what --plan names is
// written to only if it is YAML or not there yet, and else is one more file to read.
func (o *importOptions) settlePlan() {
	ext := strings.ToLower(filepath.Ext(o.plan))
	if ext == ".yaml" || ext == ".yml" {
		return
	}
	if _, err := os.Stat(o.plan); err != nil && len(o.input.files) > 0 {
		return
	}
	o.input.files = append([]string{o.plan}, o.input.files...)
	name := strings.TrimSuffix(filepath.Base(filepath.Clean(o.plan)), filepath.Ext(o.plan))
	o.plan = name + ".mapping.yaml"
}

// runPlan prints how the columns of the files would be mapped.
func runPlan(a *app, o *importOptions) error {
	files, skipped, err := discover(o.input.files)
	if err != nil {
		return err
	}
	a.saySkipped(skipped)
	var all []records.Mapping
	for _, file := range files {
		m, err := intake.Mappings(file)
		if err != nil {
			a.err.line("skipped %s", text(err.Error()))
			continue
		}
		all = append(all, m...)
	}
	if len(all) == 0 {
		return notFound("", "no table to map in what was given")
	}
	if a.json {
		err = a.recordPlan(all)
	} else {
		err = records.WritePlan(a.out.w, all)
	}
	if err != nil {
		return err
	}
	f, err := os.Create(o.plan)
	if err != nil {
		return err
	}
	if err := errors.Join(records.WriteMappings(f, all), f.Close()); err != nil {
		return err
	}
	if a.json {
		return nil
	}
	a.out.line("")
	a.out.line("written to %s · next: edit it, then tflink import --mapping %s%s", text(o.plan), shellQuote(o.plan), quoteAll(o.input.files))
	return nil
}

func runImport(ctx context.Context, a *app, o *importOptions) error {
	opt, err := o.input.intake(a)
	if err != nil {
		return err
	}
	files, skipped, err := discover(o.input.files)
	if err != nil {
		return err
	}
	a.saySkipped(skipped)
	if len(files) == 0 {
		return noFiles()
	}
	if o.replace != "" && len(files) != 1 {
		return usage("", "--replace takes one file, and %d were given", len(files))
	}
	ws, err := a.open(workspace.Options{Create: true})
	if err != nil {
		return err
	}
	defer ws.Close()
	imp, err := ws.BeginImport(ctx, time.Now())
	if err != nil {
		return a.workspaceError(err)
	}
	defer imp.Rollback() // after a commit it does nothing
	todo, err := a.describe(files, o)
	if err != nil {
		return err
	}
	out, err := imp.TakesOut(todo)
	if err != nil {
		return a.workspaceError(err)
	}
	if out {
		if err := a.keepBefore(ctx); err != nil {
			return err
		}
	}
	changed := false
	for _, info := range todo {
		d, err := a.importFile(ctx, imp, info, o, opt)
		if err != nil {
			return a.workspaceError(err)
		}
		changed = changed || d.Outcome != workspace.Unchanged
	}
	a.progressDone()
	if len(todo) == 0 {
		return fmt.Errorf("none of %s could be read; the workspace is as it was", plural(len(files), "file"))
	}
	if err := imp.Commit(); err != nil {
		return a.workspaceError(err)
	}
	switch {
	case a.json:
	case changed:
		a.out.line("next: tflink clusters · tflink clusters --since LAST")
	default:
		a.out.line("nothing changed: all of it was imported before")
	}
	return nil
}

// describe returns what the workspace needs to know of the files, without those, which it
// names, that cannot be read.
func (a *app) describe(files []string, o *importOptions) ([]workspace.FileInfo, error) {
	settings, err := o.input.settings()
	if err != nil {
		return nil, err
	}
	var infos []workspace.FileInfo
	for _, file := range files {
		info, err := fileInfo(file)
		if err == nil {
			err = readable(file)
		}
		if err != nil {
			a.err.line("skipped %s", text(err.Error()))
			continue
		}
		info.Replace, info.Settings = o.replace, settings
		infos = append(infos, info)
	}
	return infos, nil
}

type importJSON struct {
	Type      string   `json:"type"`
	File      string   `json:"file"`
	Outcome   string   `json:"outcome"`
	Rows      int      `json:"rows"`
	Unread    int      `json:"unread"`
	Uncertain []string `json:"uncertain_columns"`
}

// importFile reads one file into the workspace and says what came of it.
func (a *app) importFile(ctx context.Context, imp *workspace.Import, info workspace.FileInfo, o *importOptions, opt intake.Options) (workspace.Decision, error) {
	file := info.Name
	d, err := imp.File(info)
	if err != nil {
		return d, err
	}
	r := &intake.Report{File: file}
	if d.Read {
		opt.Problem = func(p *source.Problem) error { return imp.AddProblem(d.ID, p) }
		r, err = intake.Read(ctx, file, opt, func(c linkage.Case) error { return imp.AddCase(d.ID, c) })
		if err != nil {
			return d, err
		}
		a.sayUnmapped(&o.input, r)
		if err := a.storeReport(imp, d.ID, r); err != nil {
			return d, err
		}
		if err := a.sayTwin(imp, d.ID, r); err != nil {
			return d, err
		}
	}
	return d, a.sayImported(file, &d, r)
}

// storeReport stores what could not be read and how columns were mapped.
func (a *app) storeReport(imp *workspace.Import, id workspace.FileID, r *intake.Report) error {
	for _, p := range r.RowProblems {
		if err := imp.AddProblem(id, p); err != nil {
			return err
		}
	}
	var maps []records.Mapping
	for _, t := range r.Tables {
		maps = append(maps, t.Mapping)
	}
	var b strings.Builder
	if err := records.WriteMappings(&b, maps); err != nil {
		return err
	}
	return imp.SetMapping(id, b.String())
}

// sayImported prints what came of importing a file.
func (a *app) sayImported(file string, d *workspace.Decision, r *intake.Report) error {
	j := importJSON{Type: "import", File: file, Outcome: d.Outcome.String(), Rows: r.Rows, Unread: r.Unread(), Uncertain: []string{}}
	var doubts []string
	for _, t := range r.Tables {
		for _, c := range t.Mapping.Uncertain() {
			j.Uncertain = append(j.Uncertain, c.Header)
			doubts = append(doubts, fmt.Sprintf("column %d %q read as %s: %s", c.Index+1, text(c.Header), c.Field, text(c.Why)))
		}
	}
	if a.json {
		return a.out.record(j)
	}
	p := a.out
	line := fmt.Sprintf("%s %s", d.Outcome, text(file))
	switch {
	case d.Same != nil:
		line += fmt.Sprintf(": its content is there already as %s", text(d.Same.Name))
	case d.Read:
		line += fmt.Sprintf(": %s", plural(r.Rows, "row"))
		if n := r.Unread(); n > 0 {
			line += fmt.Sprintf(", %s could not be read", plural(n, "value"))
		}
	}
	p.line("%s", line)
	said := map[string]bool{}
	for _, t := range r.Tables {
		var facts []string
		if len(t.Counties) > 0 {
			facts = append(facts, "rows without a county are put into "+countyList(t.Counties, 3))
		}
		if strings.HasPrefix(t.StateWhy, "assumed") {
			facts = append(facts, "the state is taken to be "+t.State)
		}
		if line := strings.Join(facts, "; "); line != "" && !said[line] {
			said[line] = true
			p.line("    %s", line)
		}
	}
	sayLacks(p, r)
	for _, d := range doubts {
		p.line("    uncertain: %s", d)
	}
	return nil
}

// sayTwin warns when a file looks like a newer copy of one that is there under
// another name: the same columns and most of its cases. Tables that go together
// share cases too, but not columns.
func (a *app) sayTwin(imp *workspace.Import, id workspace.FileID, r *intake.Report) error {
	t, err := imp.Twin(id)
	if err != nil || t.Shared*2 <= t.Cases {
		return err
	}
	old, err := records.ReadMappings(t.Name, strings.NewReader(t.Mapping))
	if err != nil || !sameColumns(old, r.Tables) {
		return nil // not to be compared: nothing to warn of
	}
	a.err.line("%d of the %s of %s are already in %s: a newer copy? then use --replace %s",
		t.Shared, plural(t.Cases, "case id"), text(r.File), text(t.Name), shellQuote(t.Name))
	return nil
}

// sameColumns reports whether tables have the headers that mappings name.
func sameColumns(old []records.Mapping, tables []intake.TableReport) bool {
	var a, b []string
	for _, m := range old {
		for _, c := range m.Columns {
			a = append(a, c.Header)
		}
	}
	for _, t := range tables {
		for _, c := range t.Mapping.Columns {
			b = append(b, c.Header)
		}
	}
	return slices.Equal(a, b)
}

// sayLacks says when no row of a file has a county, or anything that links.
func sayLacks(p *printer, r *intake.Report) {
	nowhere, mentions := 0, 0
	for _, t := range r.Tables {
		nowhere += t.NoCounty
		mentions += t.Mentions
	}
	if r.Rows == 0 {
		return
	}
	if nowhere >= r.Rows {
		p.line("    %s without a county: say --county", plural(nowhere, "row"))
	}
	if mentions == 0 {
		p.line("    nothing in it can link: no phone, plate, address or name was found (tflink import --plan)")
	}
}

// settings names what the user said about reading the files.
func (o *inputOptions) settings() (string, error) {
	var b strings.Builder
	for _, s := range [][2]string{{"county", o.county}, {"state", o.state}} {
		if s[1] != "" {
			fmt.Fprintf(&b, "%s=%q ", s[0], s[1])
		}
	}
	if o.mapping != "" {
		sum, _, err := hashFile(o.mapping)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "mapping=%s", sum)
	}
	return b.String(), nil
}

// fileInfo returns what the workspace needs to know of a file.
func fileInfo(file string) (workspace.FileInfo, error) {
	path, err := filepath.Abs(file)
	if err != nil {
		return workspace.FileInfo{}, err
	}
	sum, size, err := hashFile(file)
	return workspace.FileInfo{Path: path, Name: file, SHA256: sum, Size: size}, err
}

// readable reports why a file cannot be read, before anything is done for it.
func readable(file string) error {
	f, err := records.Open(file, records.Options{})
	if err != nil {
		return err
	}
	return f.Close()
}

// hashFile returns a file's SHA-256 and size.
func hashFile(file string) (sum string, size int64, err error) {
	f, err := os.Open(file)
	if err != nil {
		return "", 0, err
	}
	defer f.Close()
	h := sha256.New()
	size, err = io.Copy(h, f)
	return fmt.Sprintf("%x", h.Sum(nil)), size, err
}

// discover finds the files in what the user named.
func discover(named []string) ([]string, []records.Skipped, error) {
	files, skipped, err := records.Discover(named)
	var missing *fs.PathError
	if errors.As(err, &missing) && errors.Is(err, fs.ErrNotExist) {
		err = notFound("", "no file or folder is called %s", text(missing.Path))
	}
	return files, skipped, err
}

func (a *app) saySkipped(skipped []records.Skipped) {
	for _, s := range skipped {
		a.err.line("skipped %s: %s", text(s.Path), text(s.Reason))
	}
	a.err.flush() // before the results, also where both outputs are one
}

func noFiles() error {
	return notFound("it reads .csv .tsv .psv .txt .xlsx .json .jsonl, also as .gz or .zst", "no file to read in what was given")
}

func quoteAll(words []string) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(" " + shellQuote(w))
	}
	return b.String()
}
