package index

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// An index's folder has one folder in it: that of the current index, whose
// name is derived from the state of the workspace. A new one is made
// under another name and appears whole, by one rename; so a process that is
// killed leaves at worst a folder that nobody looks at, until the next build.

const (
	// generation begins the names of finished indexes. Its number is that of
	// the layout: of the fields and of how words are folded.
	generation = "v3-"
	// staging begins the names of those being made.
	staging = ".making-"
	// manifest lists the files of a finished index.
	manifest = "files.json"
)

// Case files are for their owner only.
const (
	folderMode fs.FileMode = 0o700
	fileMode   fs.FileMode = 0o600
)

// current returns where the index for the fingerprint lies.
func current(dir, fingerprint string) string {
	sum := sha256.Sum256([]byte(fingerprint))
	return filepath.Join(dir, fmt.Sprintf("%s%x", generation, sum[:16]))
}

// generations returns the names of the finished indexes in dir, of any layout.
func generations(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), staging) {
			names = append(names, e.Name())
		}
	}
	return names, nil
}

// stage makes a folder to build an index in.
func stage(dir string) (string, error) {
	if err := os.MkdirAll(dir, folderMode); err != nil {
		return "", err
	}
	return os.MkdirTemp(dir, staging) // has mode 0700
}

// finish closes the files of a staged index to others, lists them, and puts it
// into its place; all others go.
func finish(staged, target string) error {
	files, err := listFiles(staged)
	if err != nil {
		return err
	}
	list, err := json.Marshal(files)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(staged, manifest), list, fileMode); err != nil {
		return err
	}
	if err := closeToOthers(staged); err != nil {
		return err
	}
	if err := os.RemoveAll(target); err != nil { // a broken one of the same state
		return err
	}
	if err := os.Rename(staged, target); err != nil {
		return err
	}
	removeOthers(target)
	return nil
}

// removeOthers removes what else is in the target's folder: older indexes, and
// what killed processes left. What cannot be removed does no harm.
func removeOthers(target string) {
	dir := filepath.Dir(target)
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if e.Name() != filepath.Base(target) {
			_ = os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
}

func closeToOthers(dir string) error {
	return filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			return os.Chmod(path, folderMode)
		}
		return os.Chmod(path, fileMode)
	})
}

// A listedFile is a file of a finished index.
type listedFile struct {
	Path string // below the index, with slashes
	Size int64
}

func listFiles(dir string) ([]listedFile, error) {
	var files []listedFile
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		below, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		files = append(files, listedFile{filepath.ToSlash(below), info.Size()})
		return nil
	})
	return files, err
}

// checkFiles reports whether the index has the files that its manifest lists,
// with their sizes: bleve maps them into memory without looking.
func checkFiles(dir string) error {
	list, err := os.ReadFile(filepath.Join(dir, manifest))
	if err != nil {
		return err
	}
	var want []listedFile
	if err := json.NewDecoder(bytes.NewReader(list)).Decode(&want); err != nil {
		return errors.New("its list of files cannot be read")
	}
	for _, f := range want {
		info, err := os.Stat(filepath.Join(dir, filepath.FromSlash(f.Path)))
		if err != nil {
			return err
		}
		if info.Size() != f.Size {
			return fmt.Errorf("file %s has another size", f.Path)
		}
	}
	return nil
}
