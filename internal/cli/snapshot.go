package cli

import (
	"context"
	"errors"
	"io"
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

// unlessChanged has read read the workspace, and again where somebody imported meanwhile.
func (a *app) unlessChanged(ctx context.Context, s *session, read func(files []workspace.File) error) error {
	for range 3 {
		files, err := s.ws.Files(ctx)
		if err != nil {
			return a.workspaceError(err)
		}
		s.files, s.unread = len(files), 0
		for i := range files {
			s.unread += files[i].Problems
		}
		if s.state, err = s.ws.State(ctx); err != nil {
			return a.workspaceError(err)
		}
		if err := read(files); err != nil {
			return a.workspaceError(err)
		}
		if state, err := s.ws.State(ctx); err != nil || state == s.state {
			return a.workspaceError(err)
		}
	}
	return errChanged
}

// snapshots reports whether there are snapshots for the options: they are of the parameters that ship.
func snapshots(o *linkage.Options) bool { return o.NoTrace && o.Parameters == nil }

// linkWorkspace links all cases of the workspace: those of a snapshot where one is good, and those of files that came later.
func (a *app) linkWorkspace(ctx context.Context, s *session, o linkage.Options) error {
	var l *linkage.Linker
	var files []workspace.File
	var had, more int
	err := a.unlessChanged(ctx, s, func(all []workspace.File) (err error) {
		files, l = all, nil
		var in map[workspace.FileID]bool
		if snapshots(&o) {
			in, err = s.ws.ReadSnapshot(program(), files, func(data []byte) error {
				l, err = linkage.ReadSnapshot(data, o)
				return err
			})
			if err != nil && !errors.Is(err, linkage.ErrSnapshot) {
				return err
			}
		}
		if len(in) == 0 {
			if l, err = linkage.New(o); err != nil {
				return err
			}
		}
		had, more = partsOf(files, in)
		return addRest(ctx, s.ws, l, in, nil, more)
	})
	if err != nil {
		return err
	}
	if s.net, err = l.Link(ctx); err != nil {
		return err
	}
	plain := s.input.isPlain()
	if snapshots(&o) && (more > max(snapshotParts, had/20) || plain && had > 0 && !l.IsLinked()) {
		err := s.ws.WriteSnapshot(program(), files, func(w io.Writer) error {
			if err := l.WriteSnapshot(w); err != nil || !plain {
				return err
			}
			return l.WriteLinked(w, s.net)
		})
		if err != nil && !errors.Is(err, os.ErrPermission) {
			a.err.line("no snapshot of the cases was kept, the next run reads them again: %s", text(err.Error()))
		}
	}
	return nil
}

// isPlain reports whether what clusters depend on beside cases and judgements is what it is in all runs on the workspace.
func (o *inputOptions) isPlain() bool {
	return len(o.hubs)+len(o.keepHubs) == 0 && o.register+o.parameters == ""
}

// partsOf counts the parts of cases in some of the files, and in the others.
func partsOf(files []workspace.File, in map[workspace.FileID]bool) (had, more int) {
	for i := range files {
		if in[files[i].ID] {
			had += files[i].Parts
		} else {
			more += files[i].Parts
		}
	}
	return had, more
}

// addRest adds the cases of files that are not in a snapshot, of those that only lets through, to a linker.
func addRest(ctx context.Context, ws *workspace.Workspace, l *linkage.Linker, in map[workspace.FileID]bool, only func(*workspace.File) bool, more int) error {
	if more == 0 {
		return nil
	}
	rest := workspace.Selection{Files: func(f *workspace.File) bool { return !in[f.ID] && (only == nil || only(f)) }}
	return ws.Cases(ctx, rest, func(_ workspace.FileID, c linkage.Case) error { return l.Add(c) })
}

// base is what a full link of the workspace's first files left.
type base struct {
	*linkage.Base
	in map[workspace.FileID]bool // files
}

// openBase returns the base of the workspace for some options; nil where there is none that is good.
func openBase(s *session, files []workspace.File, o linkage.Options) (*base, error) {
	if !snapshots(&o) || !s.input.isPlain() {
		return nil, nil
	}
	b := new(base)
	var err error
	b.in, err = s.ws.ReadSnapshot(program(), files, func(data []byte) error {
		b.Base, err = linkage.OpenBase(data, o)
		return err
	})
	if err != nil && !errors.Is(err, linkage.ErrSnapshot) {
		return nil, err
	}
	if b.Base == nil {
		return nil, nil
	}
	return b, nil
}

// link links the cases of files that are not in the base, of those that only lets through, with those of the base; nil
// where that is not to be had for less than linking all.
func (b *base) link(ctx context.Context, ws *workspace.Workspace, files []workspace.File, only func(*workspace.File) bool) (*linkage.Update, error) {
	had, more := partsOf(files, b.in)
	if more > max(snapshotParts, had/20) {
		return nil, nil
	}
	l, err := b.NewLinker()
	if err != nil {
		return nil, err
	}
	if err := addRest(ctx, ws, l, b.in, only, more); err != nil {
		return nil, err
	}
	u, err := b.Link(ctx, l)
	if errors.Is(err, linkage.ErrOutOfReach) {
		return nil, nil
	}
	return u, err
}
