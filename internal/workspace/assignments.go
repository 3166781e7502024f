package workspace

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// assignmentFolder holds which cases were together in states of the workspace, one file
// a state. All but those of states that cannot be made anew can.
const assignmentFolder = "assignments"

// SaveAssignment keeps which cases were together in a state, and takes those away that nobody can
// ask for any more or that can be made anew: only the state before the last import
// and the newest one are kept for speed.
func (ws *Workspace) SaveAssignment(ctx context.Context, state string, data []byte) error {
	dir := filepath.Join(ws.dir, assignmentFolder)
	err := writeWhole(dir, state, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		return err
	}
	imports, err := ws.Imports(ctx)
	if err != nil {
		return err
	}
	keep := map[string]bool{state: true}
	for i := range imports {
		e, err := ws.BeforeImport(ctx, imports[i].ID)
		if err != nil {
			return err
		}
		if !e.Whole || i == len(imports)-1 {
			keep[e.State] = true
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !keep[e.Name()] {
			_ = os.Remove(filepath.Join(dir, e.Name())) // what cannot be removed does no harm
		}
	}
	return nil
}

// Assignment returns what was kept of a state; nil if nothing was.
func (ws *Workspace) Assignment(state string) ([]byte, error) {
	if state == "" || strings.ContainsAny(state, `/\.`) {
		return nil, nil
	}
	data, err := os.ReadFile(filepath.Join(ws.dir, assignmentFolder, state))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}
