package cli

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tflink/tflink/internal/workspace"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/intake"
	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/linkage/records"
)

// inputOptions say where the cases come from: files, or the workspace.
type inputOptions struct {
	files   []string
	county  string
	state   string
	mapping string
	knownOptions
}

// knownOptions say which values people know to be hubs, or not to be, and with what else to weigh.
type knownOptions struct {
	parameters string
	register   string
	hubs       []string
	keepHubs   []string
}

// addHubFlags adds the flags that say what is known of hubs, and with which parameters to weigh.
func (o *knownOptions) addHubFlags(c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&o.parameters, "parameters", "", "weigh with the parameters of this `file`, which tflink learn wrote")
	f.StringVar(&o.register, "register", "", "read hotlines, motels and the like from this YAML `file`, besides the workspace's register.yaml")
	f.StringArrayVar(&o.hubs, "hub", nil, "take `KIND:VALUE` for a hub, which links only with a second fact; may be repeated")
	f.StringArrayVar(&o.keepHubs, "keep-hub", nil, "take `KIND:VALUE` for no hub, whatever it looks like; may be repeated")
}

// addFlags adds the flags that say how files are read. Where a command also
// filters by county, prefix keeps the two apart.
func (o *inputOptions) addFlags(c *cobra.Command, prefix string) {
	f := c.Flags()
	f.StringVar(&o.county, prefix+"county", "", "the `county` of files that do not say one, such as 'Wyoming, NY'")
	f.StringVar(&o.state, prefix+"state", "", "the `state` that counties and addresses are in where files do not say")
	f.StringVar(&o.mapping, "mapping", "", "read what columns mean from this YAML `file` (see tflink import --plan)")
}

// intake returns the options for reading files.
func (o *inputOptions) intake(a *app) (intake.Options, error) {
	opt := intake.Options{County: o.county, State: strings.ToUpper(o.state), Progress: a.progress()}
	if o.mapping != "" {
		m, err := readMappings(o.mapping)
		if err != nil {
			return opt, &statusError{exitUsage, err, "tflink import --plan FILE writes a mapping to start from"}
		}
		opt.Mappings = m
	}
	return opt, nil
}

// session is a network with where it came from.
type session struct {
	net     *linkage.Network
	update  *linkage.Update // what cases more made of a base; net is then that of their neighbourhood
	input   *inputOptions
	files   int
	unread  int
	reports []*intake.Report
	judged  []linkage.Judgement       // those that hold
	ws      *workspace.Workspace      // nil where files were given
	state   string                    // of the workspace
	kept    map[string][]linkage.Case // parts by case id, where files were given and traced
	close   func()
}

// load links the cases of the given files, or of the workspace where none are given.
// With trace it also keeps where every value stood.
func (a *app) load(ctx context.Context, o *inputOptions, trace bool) (*session, error) {
	s, options, err := a.begin(ctx, o, trace)
	if err != nil {
		return nil, err
	}
	if s.ws != nil {
		err = a.linkWorkspace(ctx, s, options)
	} else {
		var l *linkage.Linker
		if l, err = linkage.New(options); err == nil {
			err = a.readFiles(ctx, o, s, s.fileReader(l, trace))
		}
		if err == nil {
			s.net, err = l.Link(ctx)
		}
	}
	if err != nil {
		s.close()
		return nil, err
	}
	return s, a.sayAbsent(s)
}

// begin returns a session in which nothing is linked yet, and the options to link with.
func (a *app) begin(ctx context.Context, o *inputOptions, trace bool) (*session, linkage.Options, error) {
	s := &session{input: o, close: func() {}}
	options := linkage.Options{NoTrace: !trace}
	var err error
	if len(o.files) == 0 {
		if options.Judgements, err = a.openSession(ctx, s); err != nil {
			return nil, options, err
		}
		s.judged = options.Judgements
	}
	if options.Known, err = o.known(s.ws); err == nil {
		options.Parameters, err = readParameters(o.parameters)
	}
	if err != nil {
		s.close()
		return nil, options, err
	}
	return s, options, nil
}

// readFiles reads the files, and the files in folders, and hands their cases on.
// A file that cannot be read is named and passed over; it fails where none can.
func (a *app) readFiles(ctx context.Context, o *inputOptions, s *session, read fileReader) error {
	opt, err := o.intake(a)
	if err != nil {
		return err
	}
	files, skipped, err := discover(o.files)
	if err != nil {
		return err
	}
	a.saySkipped(skipped)
	var failed []error
	for _, file := range files {
		r, err := read(ctx, file, opt)
		if err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			failed = append(failed, err)
			a.err.line("skipped %s", text(err.Error()))
			continue
		}
		s.files++
		s.unread += r.Unread()
		s.reports = append(s.reports, r)
		a.sayUnmapped(o, r)
	}
	a.progressDone()
	if s.files == 0 {
		if len(failed) > 0 {
			return fmt.Errorf("none of %s could be read", plural(len(failed), "file"))
		}
		return noFiles()
	}
	return nil
}

// A fileReader reads the cases of a file.
type fileReader func(ctx context.Context, file string, o intake.Options) (*intake.Report, error)

// fileReader returns what reads a file into the linker. With keep it also keeps the parts that
// have a narrative, or withheld mentions that may have to be cut from one, where they are asked for later.
func (s *session) fileReader(l *linkage.Linker, keep bool) fileReader {
	if !keep {
		return func(ctx context.Context, file string, o intake.Options) (*intake.Report, error) {
			return intake.Link(ctx, file, o, l)
		}
	}
	s.kept = map[string][]linkage.Case{}
	return func(ctx context.Context, file string, o intake.Options) (*intake.Report, error) {
		return intake.Read(ctx, file, o, func(c linkage.Case) error {
			s.kept[c.ID] = append(s.kept[c.ID], c)
			return l.Add(c)
		})
	}
}

// readMappings reads a file of mappings.
func readMappings(file string) ([]records.Mapping, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return records.ReadMappings(file, f)
}

// sayUnmapped says when the mapping that is given names no table of a file.
func (a *app) sayUnmapped(o *inputOptions, r *intake.Report) {
	if o.mapping == "" || slices.ContainsFunc(r.Tables, func(t intake.TableReport) bool { return t.Mapped }) {
		return
	}
	a.err.line("%s names no table of %s: it was mapped by itself", text(o.mapping), text(r.File))
}

// days returns the first and last known day of all cases.
func (s *session) days() (from, to normalize.Day) {
	for i := range s.net.NumCases() {
		c := s.net.Case(i)
		if c.From != 0 && (from == 0 || c.From < from) {
			from = c.From
		}
		to = max(to, c.To)
	}
	return from, to
}

// header prints the line that says what the clusters are made of.
func (s *session) header(p *printer) {
	n := s.net
	counties := map[string]bool{}
	for i := range n.NumCases() {
		for _, c := range n.Case(i).Counties {
			counties[c] = true
		}
	}
	parts := []string{fmt.Sprintf("%s of %s from %s", plural(n.NumCases(), "case"), plural(len(counties), "county"), plural(s.files, "file"))}
	if s.unread > 0 {
		parts = append(parts, fmt.Sprintf("%s could not be read (%s)", plural(s.unread, "value"), s.where("status")))
	}
	if hubs := n.Hubs(); len(hubs) > 0 {
		lost := int64(0)
		for _, h := range hubs {
			lost += h.Lost
		}
		parts = append(parts, fmt.Sprintf("%s damped, %s lost to them (%s)", plural(len(hubs), "hub"), plural(int(lost), "link"), s.where("hubs")))
	}
	if v := n.Suppressed(); v.People+v.Contacts > 0 {
		parts = append(parts, fmt.Sprintf("%s of victims and minors left out, and %s of theirs", plural(v.People, "record"), plural(v.Contacts, "contact detail")))
	}
	if k := n.Skipped(); k > 0 {
		parts = append(parts, fmt.Sprintf("%s of weak values not looked at", plural(k, "combination")))
	}
	p.wrap("", parts, " · ")
	s.sayFindings(p)
}

// again returns the files of the session, and the flags that change what comes
// of them, as the end of a command line, so that what is suggested next works on
// the same input.
func (s *session) again() string {
	o := s.input
	words := slices.Clone(o.files)
	flag := func(name string, values ...string) {
		for _, v := range values {
			if v != "" {
				words = append(words, "--"+name, v)
			}
		}
	}
	if len(o.files) > 0 { // a workspace remembers how its files were read
		flag("file-county", o.county)
		flag("file-state", o.state)
		flag("mapping", o.mapping)
	}
	flag("parameters", o.parameters)
	flag("register", o.register)
	flag("hub", o.hubs...)
	flag("keep-hub", o.keepHubs...)
	return quoteAll(words)
}

// where returns the command that says more, on the same input.
func (s *session) where(verb string) string {
	return "tflink " + verb + s.again()
}

// shellQuote returns a word as a shell takes it.
func shellQuote(s string) string {
	safe := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_./,:=@%+", r)
	}
	if s != "" && strings.IndexFunc(s, func(r rune) bool { return !safe(r) }) < 0 {
		return s
	}
	return "'" + strings.ReplaceAll(text(s).String(), "'", `'\''`) + "'"
}
