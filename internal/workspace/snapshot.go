package workspace

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// snapshotFile holds what was made of the cases of some files, so that it need not be made
// again. It can be deleted at any time.
const snapshotFile = "snapshot"

// snapshotHeader is the first line of a snapshot, JSON.
type snapshotHeader struct {
	Maker string            `json:"maker"`
	Files map[FileID]string `json:"files"` // hash of what was read
}

// WriteSnapshot keeps what write writes of the given files, in the place of what was kept
// before. A process that is killed meanwhile leaves the old one. Maker says by whom it is, for
// [Workspace.ReadSnapshot].
func (ws *Workspace) WriteSnapshot(maker string, files []File, write func(io.Writer) error) error {
	h := snapshotHeader{maker, map[FileID]string{}}
	for i := range files {
		h.Files[files[i].ID] = files[i].rows
	}
	header, err := json.Marshal(h)
	if err != nil {
		return err
	}
	pad := bytes.Repeat([]byte{' '}, -(len(header)+1)&(snapshotAlign-1))
	return writeWhole(ws.dir, snapshotFile, func(w io.Writer) error {
		if _, err := w.Write(slices.Concat(header, pad, []byte{'\n'})); err != nil {
			return err
		}
		return write(w)
	})
}

// snapshotAlign is the number of bytes of which the length of a header is a multiple, so that what follows can be used
// where it lies.
const snapshotAlign = 64

// ReadSnapshot has read read what was kept of some of the given files by the
// maker, and returns which of the files these are. It returns none where nothing was kept, or
// what was kept is by another maker or tells of files that are not among those given,
// as they are; read's error it returns. read may keep the data, and write into it.
func (ws *Workspace) ReadSnapshot(maker string, files []File, read func(data []byte) error) (map[FileID]bool, error) {
	f, err := os.Open(filepath.Join(ws.dir, snapshotFile))
	if err != nil {
		return nil, nil
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.Size() == 0 {
		return nil, nil
	}
	data, err := readMapped(f, info.Size())
	if err != nil {
		return nil, nil
	}
	line, rest, _ := bytes.Cut(data, []byte{'\n'})
	var h snapshotHeader
	if json.Unmarshal(line, &h) != nil || h.Maker != maker {
		return nil, nil
	}
	in := map[FileID]bool{}
	for i := range files {
		if rows, ok := h.Files[files[i].ID]; ok && rows == files[i].rows {
			in[files[i].ID] = true
		}
	}
	if len(in) == 0 || len(in) != len(h.Files) {
		return nil, nil
	}
	if err := read(rest); err != nil {
		return nil, err
	}
	return in, nil
}

// dropDerived takes away what was made of the cases, after some were taken out: it still
// holds them. What cannot be removed is made anew before it is used.
func dropDerived(dir string) {
	_ = os.Remove(filepath.Join(dir, snapshotFile))
	_ = os.RemoveAll(filepath.Join(dir, IndexFolder))
}

// writeWhole writes a file of a folder and puts it into its place when it is whole. What a
// killed process leaves, or two that write at once make of it, the next one writes over, or its reader
// finds damaged by its checksum.
func writeWhole(dir, name string, write func(io.Writer) error) error {
	if err := os.MkdirAll(dir, folderMode); err != nil {
		return err
	}
	making := filepath.Join(dir, name+".making")
	f, err := os.OpenFile(making, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, fileMode)
	if err != nil {
		return err
	}
	err = errors.Join(write(f), f.Close())
	if err == nil {
		err = os.Rename(making, filepath.Join(dir, name))
	}
	if err != nil {
		_ = os.Remove(making)
	}
	return err
}
