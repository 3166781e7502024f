package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/extract"
	"github.com/tflink/tflink/linkage/normalize"

	"github.com/tflink/tflink/internal/workspace"
)

// open opens the workspace.
func (a *app) open(o workspace.Options) (*workspace.Workspace, error) {
	ws, err := workspace.Open(a.workspace, o)
	return ws, a.workspaceError(err)
}

// workspaceError gives an error of the workspace its exit status and a hint.
func (a *app) workspaceError(err error) error {
	switch {
	case errors.Is(err, workspace.ErrMissing):
		return notFound("name files or a folder, or make a workspace with: tflink import FILE...", "%w", err)
	case errors.Is(err, workspace.ErrBusy):
		return &statusError{exitBusy, err, ""}
	case errors.Is(err, workspace.ErrUnknownFile):
		return notFound("tflink imports lists the files", "%w", err)
	}
	var ambiguous *workspace.AmbiguousError
	if errors.As(err, &ambiguous) {
		return notFound("", "%w", err)
	}
	return err
}

// openSession opens the workspace for a session and returns what people judged in it.
func (a *app) openSession(ctx context.Context, s *session) ([]linkage.Judgement, error) {
	ws, err := a.open(workspace.Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	s.ws, s.close = ws, func() { ws.Close() }
	stored, err := ws.Judgements(ctx)
	if err != nil {
		s.close()
		return nil, a.workspaceError(err)
	}
	var hold []linkage.Judgement
	for _, j := range stored {
		if j.Undone == "" {
			hold = append(hold, j.Judgement)
		}
	}
	return hold, nil
}

// narratives returns the narratives of a case, with what is known of its
// victims and minors cut out.
func (s *session) narratives(ctx context.Context, i int) ([]string, error) {
	parts, err := s.parts(ctx, s.net.Case(i).ID)
	if err != nil {
		return nil, err
	}
	var own []linkage.Case
	for j := range parts {
		if at, ok := s.net.CaseOf(&parts[j]); ok && at == i {
			own = append(own, parts[j])
		}
	}
	return redacted(own), nil
}

// parts returns all parts of the cases with an id.
func (s *session) parts(ctx context.Context, id string) ([]linkage.Case, error) {
	if s.ws == nil {
		return s.kept[id], nil
	}
	stored, err := s.ws.CaseParts(ctx, id)
	if err != nil {
		return nil, err
	}
	parts := make([]linkage.Case, len(stored))
	for i := range stored {
		parts[i] = stored[i].Case
	}
	return parts, nil
}

// redacted returns the narratives of the parts of one case without the names
// and contacts of its victims and minors.
func redacted(parts []linkage.Case) []string {
	var names []string
	var keys []extract.KindKey
	for _, m := range linkage.Withheld(parts) {
		if m.Kind == normalize.KindPerson {
			names = append(names, m.Raw)
		}
		v := m.Value
		if v == nil {
			v, _ = normalize.Normalize(m.Kind, m.Raw, normalize.Context{})
		}
		if v != nil && v.Key() != "" {
			keys = append(keys, extract.KindKey{Kind: m.Kind, Key: v.Key()})
		}
	}
	var out []string
	for i := range parts {
		for _, n := range parts[i].Narratives {
			out = append(out, strings.TrimSpace(extract.Redact(n.Text, names, keys, extract.Options{})))
		}
	}
	return out
}
