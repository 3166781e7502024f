package cli

import (
	"context"
	"errors"
	"os"

	"github.com/tflink/tflink/internal/workspace"
	"github.com/tflink/tflink/linkage"
)

// snapshotParts is how many parts of cases may be read beside a snapshot before a new one
// is written, or a twentieth of those in it if that is more: reading as many takes
// less time than writing a snapshot of a million does. Tests set it to 0.
var snapshotParts = 20_000

// errChanged says that somebody imported while the workspace was read.
var errChanged = errors.New("the workspace changes while it is read; try again")

// linkerOf returns a linker with the cases of the workspace: those of a snapshot where one is
// good, and those of files that came later.
func (a *app) linkerOf(ctx context.Context, s *session, o linkage.Options) (*linkage.Linker, error) {
	for range 3 {
		l, err := a.tryLinker(ctx, s, o)
		if !errors.Is(err, errChanged) {
			return l, a.workspaceError(err)
		}
	}
	return nil, errChanged
}

func (a *app) tryLinker(ctx context.Context, s *session, o linkage.Options) (*linkage.Linker, error) {
	files, err := s.ws.Files(ctx)
	if err != nil {
		return nil, err
	}
	s.files, s.unread = len(files), 0
	for i := range files {
		s.unread += files[i].Problems
	}
	if s.state, err = s.ws.State(ctx); err != nil {
		return nil, err
	}
	var l *linkage.Linker
	var in map[workspace.FileID]bool
	if o.NoTrace && o.Parameters == nil { // snapshots are of the parameters that ship
		in, err = s.ws.ReadSnapshot(program(), files, func(data []byte) error {
			l, err = linkage.ReadSnapshot(data, o)
			return err
		})
		if err != nil && !errors.Is(err, linkage.ErrSnapshot) {
			return nil, err
		}
	}
	if len(in) == 0 {
		if l, err = linkage.New(o); err != nil {
			return nil, err
		}
	}
	had, more := 0, 0
	for i := range files {
		if in[files[i].ID] {
			had += files[i].Parts
		} else {
			more += files[i].Parts
		}
	}
	if more > 0 {
		rest := workspace.Selection{Files: func(f *workspace.File) bool { return !in[f.ID] }}
		if err := s.ws.Cases(ctx, rest, func(_ workspace.FileID, c linkage.Case) error { return l.Add(c) }); err != nil {
			return nil, err
		}
	}
	if state, err := s.ws.State(ctx); err != nil || state != s.state {
		return nil, errors.Join(err, errChanged)
	}
	if o.NoTrace && o.Parameters == nil && more > max(snapshotParts, had/20) {
		err := s.ws.WriteSnapshot(program(), files, l.WriteSnapshot)
		if err != nil && !errors.Is(err, os.ErrPermission) {
			a.err.line("no snapshot of the cases was kept, the next run reads them again: %s", text(err.Error()))
		}
	}
	return l, nil
}
