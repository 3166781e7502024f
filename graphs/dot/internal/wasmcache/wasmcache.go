// Package wasmcache answers: where does go-graphviz keep the machine code that it compiles?
//
// Left alone it keeps it in TEMP/go-graphviz, made by whoever came first: any other user
// of the machine gets a panic before main begins, or runs code that somebody else put there. The
// place is chosen in an init function and cannot be given, but follows
// TMPDIR. So this package points TMPDIR to a folder of the user's own until go-graphviz is
// initialised. It comes first because of the order that the Go specification lays down ("Package
// initialization": sorted by import path among those whose imports are initialised): it needs
// os alone, go-graphviz needs path/filepath, which sorts behind it. A test of package dot keeps watch.
package wasmcache

import (
	"os"
	"runtime"
)

var (
	name     = "TMPDIR"
	previous string
	was      bool
)

func init() {
	if runtime.GOOS == "windows" {
		name = "TMP"
	}
	previous, was = os.LookupEnv(name)
	_ = os.Setenv(name, folderOrNone()) // if it fails, all is as without this package
}

// Restore gives the variable its value back; to be called when go-graphviz is initialised.
func Restore() {
	if was {
		_ = os.Setenv(name, previous)
	} else {
		_ = os.Unsetenv(name)
	}
}

// Folder returns a folder for machine code that is the user's alone; false where there can be none.
func Folder() (string, bool) {
	const separator = string(os.PathSeparator)
	base, err := os.UserCacheDir()
	if err != nil {
		return "", false
	}
	own := base + separator + "tflink"
	if os.MkdirAll(own, 0o700) != nil {
		return "", false
	}
	probe, err := os.CreateTemp(own, "probe")
	if err != nil {
		return "", false
	}
	probe.Close()
	os.Remove(probe.Name())
	return own, true
}

// folderOrNone returns Folder's, or one that does not exist: go-graphviz then compiles anew each
// time, which takes half a second.
func folderOrNone() string {
	if own, ok := Folder(); ok {
		return own
	}
	return none
}

// none is a folder that does not exist and cannot be made by a single Mkdir.
const none = string(os.PathSeparator) + "nonexistent" + string(os.PathSeparator) + "tflink"
