package cli

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/tflink/tflink/internal/workspace"
	"github.com/tflink/tflink/linkage"
)

// sinceLast is what --since takes for the last import.
const sinceLast = "LAST"

// runSince prints what became of the clusters since an import or a date.
func runSince(ctx context.Context, a *app, o *clustersOptions, f *filter) error {
	if len(o.input.files) > 0 {
		return usage("leave out the files: the workspace knows its imports", "--since looks back in the workspace")
	}
	if o.assignments {
		return usage("leave out the one or the other", "--since and --assignments do not go together")
	}
	s, options, err := a.begin(ctx, &o.input, false)
	if err != nil {
		return err
	}
	defer s.close()
	e, err := s.earlier(ctx, o.since)
	if err != nil {
		return a.workspaceError(err)
	}
	all, note, err := a.changesSince(ctx, s, options, &e)
	if err != nil {
		return err
	}
	defer a.keep(ctx, s)
	if err := a.sayAbsent(s); err != nil {
		return err
	}
	changes, left := f.applyToChanges(all)
	shown := changes
	if o.limit > 0 && len(shown) > o.limit {
		shown = shown[:o.limit]
	}
	if note != "" {
		a.err.line("%s", note)
	}
	if a.json {
		for i := range shown {
			if err := a.out.record(changeRecord(&shown[i])); err != nil {
				return err
			}
		}
		a.sayLeftOut(a.err, left, len(changes)-len(shown))
		return nil
	}
	a.out.line("%s: %s", sinceWhat(&e, o.since), sumChanges(changes))
	a.out.line("")
	short := newShortIDs(s.clusterIDs())
	for i := range shown {
		printChange(a.out, s.net, &shown[i], short)
	}
	a.sayLeftOut(a.out, left, len(changes)-len(shown))
	return nil
}

// changesSince links the cases of the workspace, only those near new ones where that is enough, and returns what became
// of the clusters since an earlier state. The note says where the clusters were made in another way.
func (a *app) changesSince(ctx context.Context, s *session, o linkage.Options, e *workspace.Earlier) (changes []linkage.Change, note string, err error) {
	var b *base
	err = a.unlessChanged(ctx, s, func(files []workspace.File) (err error) {
		if b, err = openBase(s, files, o); b != nil {
			s.update, err = b.link(ctx, s.ws, files, nil)
		}
		return err
	})
	if err != nil {
		return nil, "", err
	}
	if s.update == nil {
		if err := a.linkWorkspace(ctx, s, o); err != nil {
			return nil, "", err
		}
	}
	before, note, err := a.assignmentBefore(ctx, s, o, b, e)
	if err != nil {
		return nil, "", err
	}
	if s.update != nil {
		s.net = s.update.Network()
		changes, err = s.update.Since(before)
		if !errors.Is(err, linkage.ErrOutOfReach) {
			return changes, note, err
		}
		s.update = nil
		if err := a.linkWorkspace(ctx, s, o); err != nil {
			return nil, "", err
		}
	}
	return s.net.Since(before), note, nil
}

// assignment returns which cases of the session are together.
func (s *session) assignment() *linkage.Assignment {
	if s.update != nil {
		return s.update.Assignment()
	}
	return s.net.Assignment()
}

// clusterIDs returns the ids of all clusters of the session.
func (s *session) clusterIDs() []string {
	if s.update != nil {
		return s.update.Assignment().ClusterIDs()
	}
	return s.net.ClusterIDs()
}

// earlier returns the state of the workspace that a person means.
func (s *session) earlier(ctx context.Context, since string) (workspace.Earlier, error) {
	if strings.EqualFold(since, sinceLast) {
		e, err := s.ws.BeforeImport(ctx, 0)
		if errors.Is(err, workspace.ErrUnknownImport) {
			return e, notFound("tflink import FILE... begins", "nothing was imported yet")
		}
		return e, err
	}
	if n, err := strconv.ParseInt(since, 10, 64); err == nil && n > 0 && len(since) < len("20240101") {
		e, err := s.ws.BeforeImport(ctx, workspace.ImportID(n))
		if errors.Is(err, workspace.ErrUnknownImport) {
			return e, notFound("tflink imports lists them", "%w", err)
		}
		return e, err
	}
	for _, layout := range []string{time.DateOnly, time.RFC3339, "2006-01-02T15:04", "2006-01-02 15:04"} {
		if t, err := time.ParseInLocation(layout, since, time.Local); err == nil {
			return s.ws.BeforeTime(ctx, t)
		}
	}
	return workspace.Earlier{}, usage("write LAST, the number of an import (tflink imports), or a day as 2024-03-31",
		"--since: %q is no import and no date", text(since))
}

// assignmentBefore returns which cases were together in an earlier state: kept, or made
// anew, with what is known of hubs today. The note says where the clusters were made in another way.
func (a *app) assignmentBefore(ctx context.Context, s *session, o linkage.Options, b *base, e *workspace.Earlier) (before *linkage.Assignment, note string, err error) {
	maker, err := s.input.maker(s.ws)
	if err != nil {
		return nil, "", err
	}
	before, by := keptAssignment(s.ws, e.State)
	if before != nil && by == maker {
		return before, "", nil
	}
	if e.Whole {
		before, err = a.linkEarlier(ctx, s, o, b, e)
		if err != nil {
			return nil, "", err
		}
		return before, "", nil
	}
	if before != nil {
		return before, "what was there before was linked by another version, or with other known hubs: some changes may come of that", nil
	}
	return nil, "", notFound("clusters that were printed before files were replaced or forgotten can be compared with",
		"rows of that time were replaced or forgotten since, and what they were linked to was not kept")
}

// linkEarlier links the cases of an earlier state.
func (a *app) linkEarlier(ctx context.Context, s *session, o linkage.Options, b *base, e *workspace.Earlier) (*linkage.Assignment, error) {
	if before, err := s.linkFromBase(ctx, b, e); before != nil || err != nil {
		return before, a.workspaceError(err)
	}
	o.Judgements = e.Judged()
	l, err := linkage.New(o)
	if err != nil {
		return nil, err
	}
	err = s.ws.Cases(ctx, e.Selection(), func(_ workspace.FileID, c linkage.Case) error { return l.Add(c) })
	if err != nil {
		return nil, a.workspaceError(err)
	}
	net, err := l.Link(ctx)
	if err != nil {
		return nil, err
	}
	return net.Assignment(), nil
}

// linkFromBase links the cases of an earlier state from a base whose files it had, with the judgements of today; nil where
// it had others.
func (s *session) linkFromBase(ctx context.Context, b *base, e *workspace.Earlier) (*linkage.Assignment, error) {
	if b == nil || !slices.Equal(e.Judged(), s.judged) {
		return nil, nil
	}
	files, err := s.ws.Files(ctx)
	if err != nil {
		return nil, err
	}
	had := e.Selection().Files
	files = slices.DeleteFunc(files, func(f workspace.File) bool { return had != nil && !had(&f) })
	if _, more := partsOf(files, b.in); more == 0 && len(files) == len(b.in) {
		return b.Assignment(), nil
	}
	for id := range b.in {
		if !slices.ContainsFunc(files, func(f workspace.File) bool { return f.ID == id }) {
			return nil, nil
		}
	}
	u, err := b.link(ctx, s.ws, files, had)
	if u == nil {
		return nil, err
	}
	return u.Assignment(), nil
}

// keep keeps which cases are together now, for a later --since, where that is not
// kept yet. It never fails: what it could not keep it says, but for a workspace that this user may not write.
func (a *app) keep(ctx context.Context, s *session) {
	if s.ws == nil || !s.input.isPlain() {
		return
	}
	maker, err := s.input.maker(s.ws)
	if err == nil {
		if kept, by := keptAssignment(s.ws, s.state); kept != nil && by == maker {
			return
		}
		var now string
		if now, err = s.ws.State(ctx); err == nil && now == s.state { // else somebody imported while it was read
			err = keepAssignment(ctx, s.ws, s.state, maker, s.assignment())
		}
	}
	if err != nil && !errors.Is(err, os.ErrPermission) {
		a.err.line("these clusters were not kept for a later --since: %s", text(err.Error()))
	}
}

// keepBefore keeps which cases are together before rows are taken out of the workspace, so
// that --since can compare with them.
func (a *app) keepBefore(ctx context.Context) error {
	ws, err := a.open(workspace.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer ws.Close()
	o := &inputOptions{}
	state, err := ws.State(ctx)
	if err != nil {
		return a.workspaceError(err)
	}
	maker, err := o.maker(ws)
	if err != nil {
		return err
	}
	if kept, by := keptAssignment(ws, state); kept != nil && by == maker {
		return nil
	}
	s, err := a.load(ctx, o, false)
	if err != nil {
		return err
	}
	defer s.close()
	a.keep(ctx, s)
	return nil
}

// makerSize is the number of bytes that say who made an assignment: a multiple of eight, so that what
// follows can be used where it lies.
const makerSize = 64

// maker returns what clusters depend on beside cases and judgements: the program, its
// parameters and what is known of hubs.
func (o *inputOptions) maker(ws *workspace.Workspace) (string, error) {
	known, err := o.known(ws)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	params, err := readParameters(o.parameters)
	if err != nil {
		return "", err
	}
	if params == nil {
		params = linkage.DefaultParameters()
	}
	fmt.Fprintf(h, "%s %#v\n", program(), *params)
	for _, k := range known {
		fmt.Fprintf(h, "%q %q %v\n", k.Kind, k.Key, k.Hub)
	}
	return fmt.Sprintf("%-*x\n", makerSize-1, h.Sum(nil)[:24]), nil
}

// program returns what tells this build from others: the size and time of its file.
func program() string {
	path, err := os.Executable()
	if err != nil {
		return version()
	}
	info, err := os.Stat(path)
	if err != nil {
		return version()
	}
	return fmt.Sprint(version(), info.Size(), info.ModTime().UnixNano())
}

// keptAssignment returns what the workspace kept of a state, and who made it; nil where there is nothing
// that can be read.
func keptAssignment(ws *workspace.Workspace, state string) (*linkage.Assignment, string) {
	data, err := ws.Assignment(state)
	if err != nil {
		return nil, ""
	}
	end := bytes.IndexByte(data, '\n') + 1
	a := new(linkage.Assignment)
	if a.UnmarshalBinary(data[end:]) != nil {
		return nil, ""
	}
	return a, string(data[:end])
}

func keepAssignment(ctx context.Context, ws *workspace.Workspace, state, maker string, a *linkage.Assignment) error {
	data, err := a.MarshalBinary()
	if err != nil {
		return err
	}
	return ws.SaveAssignment(ctx, state, append([]byte(maker), data...))
}

// applyToChanges returns the changes that pass the filter. A cluster that spans fewer counties
// than are asked for counts if it spanned as many before; one that vanished by its counties alone.
func (f *filter) applyToChanges(all []linkage.Change) (kept []linkage.Change, left map[string]int) {
	left = map[string]int{}
	for i := range all {
		c := &all[i]
		span := len(c.Cluster.Counties)
		var counties []string
		for _, b := range c.Before {
			span = max(span, len(b.Counties))
			counties = append(counties, b.Counties...)
		}
		if f.span > 1 && span < f.span {
			continue
		}
		why := ""
		if c.Kind != linkage.ChangeVanished {
			why = f.against(&c.Cluster)
		} else if len(f.codes) > 0 && !slices.ContainsFunc(f.codes, func(code string) bool { return slices.Contains(counties, code) }) {
			why = "--county"
		}
		if why != "" {
			left[why]++
			continue
		}
		kept = append(kept, *c)
	}
	return kept, left
}

type changeJSON struct {
	Type    string       `json:"type"`
	Changes []string     `json:"changes"`
	Cluster *clusterJSON `json:"cluster,omitempty"`
	Before  []formerJSON `json:"before"`
	To      []string     `json:"to"`
	Joined  []string     `json:"joined"`
	Left    []string     `json:"left"`
	Gone    int          `json:"gone"`
}

type formerJSON struct {
	ID       string   `json:"id"`
	Size     int      `json:"size"`
	Kept     int      `json:"kept"`
	Counties []string `json:"counties"`
}

func changeRecord(c *linkage.Change) changeJSON {
	r := changeJSON{
		Type: "change", Changes: c.Kind.Names(), Before: []formerJSON{}, To: notNil(c.To), Joined: notNil(c.Joined), Left: notNil(c.Left), Gone: c.Gone,
	}
	if c.Kind != linkage.ChangeVanished {
		k := clusterRecord(&c.Cluster)
		r.Cluster = &k
	}
	for _, b := range c.Before {
		r.Before = append(r.Before, formerJSON{b.ID, b.Cases, b.Kept, notNil(b.Counties)})
	}
	return r
}

// sinceWhat says since when, in the words of the user's question.
func sinceWhat(e *workspace.Earlier, since string) string {
	switch {
	case e.Import == nil:
		return fmt.Sprintf("since %s, after which nothing was imported", text(since))
	case e.Import.Forget:
		return fmt.Sprintf("since %s: from %d on, when a file was forgotten (%s)", text(since), e.Import.ID, e.Import.At)
	}
	return fmt.Sprintf("since %s: from import %d on, of %s (%s)", text(since), e.Import.ID, plural(e.Import.Files, "file"), e.Import.At)
}

// sumChanges counts the changes by kind; one cluster may count twice.
func sumChanges(changes []linkage.Change) string {
	if len(changes) == 0 {
		return "no cluster changed"
	}
	counts := map[string]int{}
	for i := range changes {
		for _, name := range changes[i].Kind.Names() {
			counts[name]++
		}
	}
	var parts []string
	for kind := linkage.ChangeNew; kind <= linkage.ChangeVanished; kind <<= 1 {
		name := kind.Names()[0]
		if n := counts[name]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s %s", thousands(n), name))
		}
	}
	return fmt.Sprintf("%s changed (%s)", plural(len(changes), "cluster"), strings.Join(parts, ", "))
}

// printChange prints for people what became of one cluster.
func printChange(p *printer, net *linkage.Network, c *linkage.Change, short *shortIDs) {
	names := strings.Join(c.Kind.Names(), ", ")
	if c.Kind == linkage.ChangeVanished {
		b := &c.Before[0]
		p.line("%s   %s   %s   %s", names, text(b.ID), countyList(b.Counties, 4), plural(b.Cases, "case"))
	} else {
		p.line("%s", names)
	}
	var facts []string
	if c.Kind&(linkage.ChangeMerged|linkage.ChangeSplit|linkage.ChangeRenamed) != 0 {
		for _, b := range c.Before {
			facts = append(facts, fmt.Sprintf("%s of the %s of %s", thousands(b.Kept), plural(b.Cases, "case"), text(b.ID)))
		}
	}
	for _, list := range []struct {
		what  string
		cases []string
	}{{"joined by", c.Joined}, {"now alone:", c.Left}} {
		if len(list.cases) > 0 {
			facts = append(facts, list.what+" "+caseList(list.cases))
		}
	}
	if c.Gone > 0 {
		facts = append(facts, plural(c.Gone, "case")+" no longer there")
	}
	if len(c.To) > 0 {
		var ids []string
		for _, id := range c.To {
			ids = append(ids, short.of(id))
		}
		facts = append(facts, "others are in "+strings.Join(ids[:min(4, len(ids))], ", "))
	}
	if len(facts) > 0 {
		p.wrap("    ", facts, " · ")
	}
	if c.Kind == linkage.ChangeVanished {
		p.line("")
		return
	}
	printCluster(p, net, &c.Cluster, short)
}

// caseList returns the first names of cases, and how many more there are.
func caseList(names []string) string {
	const few = 4
	var out []string
	for _, name := range names[:min(few, len(names))] {
		out = append(out, text(name).String())
	}
	line := strings.Join(out, ", ")
	if more := len(names) - few; more > 0 {
		line += fmt.Sprintf(" and %s more", thousands(more))
	}
	return line
}
