package cli

import (
	"runtime/debug"

	"github.com/tflink/tflink/linkage"
)

// version returns which tflink this is and with which parameters it weighs: two
// that print the same give the same answers.
func version() string {
	build := "(unknown)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		build = info.Main.Version
	}
	return build + ", parameters " + linkage.DefaultParameters().Version
}
