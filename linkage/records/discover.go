package records

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// extensions are the ones of files that are read from a folder.
var extensions = map[string]bool{
	".csv": true, ".tsv": true, ".tab": true, ".txt": true, ".psv": true, ".xlsx": true, ".xlsm": true,
	".json": true, ".jsonl": true, ".ndjson": true,
}

// A Skipped is a file or folder that was left out, and why.
type Skipped struct {
	Path, Reason string
}

// Discover returns the files to read: those that are named, whatever their
// extension, and, of the folders that are named, all below them whose extension
// is known. They are sorted and none comes twice. What is left out of a folder
// is named with the reason. It fails if a path does not exist or a folder
// cannot be read.
func Discover(paths []string) (files []string, skipped []Skipped, err error) {
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, nil, err
		}
		if !info.IsDir() {
			files = append(files, filepath.Clean(p))
			continue
		}
		err = filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			reason := skipReason(p, path, d)
			switch {
			case reason != "":
				skipped = append(skipped, Skipped{path, reason})
				if d.IsDir() {
					return fs.SkipDir
				}
			case !d.IsDir():
				files = append(files, path)
			}
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	slices.Sort(files)
	slices.SortFunc(skipped, func(a, b Skipped) int { return strings.Compare(a.Path, b.Path) })
	return slices.Compact(files), slices.Compact(skipped), nil
}

// skipReason returns why an entry of a folder is left out, and "" if it is read.
func skipReason(root, path string, d fs.DirEntry) string {
	name := strings.ToLower(d.Name())
	switch {
	case path == root:
		return ""
	case strings.HasPrefix(name, "."):
		return "hidden"
	case d.IsDir():
		return ""
	case strings.HasPrefix(name, "~$"):
		return "lock file of an open workbook"
	}
	if info, err := os.Stat(path); err != nil {
		return "cannot be read: " + pathless(err)
	} else if info.IsDir() {
		return "link to a folder"
	} else if !info.Mode().IsRegular() {
		return "not a regular file"
	}
	ext := filepath.Ext(stripCompression(name))
	switch {
	case strings.HasPrefix(name, "readme"):
		return "a read-me file"
	case ext == ".xls":
		return "an old Excel file: save it as .xlsx"
	case !extensions[ext]:
		return fmt.Sprintf("extension %q is not one of a table", filepath.Ext(name))
	}
	return ""
}

// pathless returns the reason of an error without the path that it repeats.
func pathless(err error) string {
	if p, ok := err.(*fs.PathError); ok {
		return p.Err.Error()
	}
	return err.Error()
}
