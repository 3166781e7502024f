package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tflink/tflink/internal/register"
	"github.com/tflink/tflink/internal/workspace"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// registerFile is the register's name in a workspace's folder.
const registerFile = "register.yaml"

// known returns what people know of hubs: the lines that ship, the workspace's
// register, the one that the user names, and the values on the command line; later ones count.
func (o *inputOptions) known(ws *workspace.Workspace) ([]linkage.Known, error) {
	all, err := register.Shipped()
	if err != nil {
		return nil, err
	}
	var files []string
	if ws != nil {
		own := filepath.Join(ws.Dir(), registerFile)
		if _, err := os.Stat(own); !errors.Is(err, fs.ErrNotExist) {
			files = append(files, own)
		}
	}
	if o.register != "" {
		files = append(files, o.register)
	}
	for _, file := range files {
		more, err := readRegister(file)
		if err != nil {
			return nil, &statusError{exitUsage, err, "docs/guide/hubs.md shows what a register looks like"}
		}
		all = append(all, more...)
	}
	for _, list := range []struct {
		values []string
		hub    bool
	}{{o.hubs, true}, {o.keepHubs, false}} {
		for _, arg := range list.values {
			k, err := parseKnown(arg, list.hub)
			if err != nil {
				return nil, err
			}
			all = append(all, k)
		}
	}
	return all, nil
}

func readRegister(file string) ([]linkage.Known, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return register.Read(file, f)
}

// sayAbsent names the values on the command line that no case has.
func (a *app) sayAbsent(s *session) error {
	for _, arg := range slices.Concat(s.input.hubs, s.input.keepHubs) {
		k, err := parseKnown(arg, true)
		if err != nil {
			return err
		}
		if _, ok := s.net.Entity(k.Kind, k.Key); !ok {
			_, raw, _ := strings.Cut(arg, ":")
			a.err.line("no case has %s %s", k.Kind, text(raw))
		}
	}
	return nil
}

// parseKnown reads KIND:VALUE.
func parseKnown(arg string, hub bool) (linkage.Known, error) {
	kind, raw, ok := strings.Cut(arg, ":")
	if !ok {
		return linkage.Known{}, usage("write it as phone:585-555-0142", "%q names no kind", text(arg))
	}
	k, err := parseKind(kind)
	if err != nil {
		return linkage.Known{}, err
	}
	v, err := normalize.Normalize(k, raw, normalize.Context{})
	if err != nil {
		return linkage.Known{}, usage("", "%w", err)
	}
	return linkage.Known{Kind: k, Key: v.Key(), Hub: hub, Note: "on the command line"}, nil
}
