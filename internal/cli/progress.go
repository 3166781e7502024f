package cli

import (
	"fmt"
	"time"
)

// progressEvery is how often the line on the terminal changes: often enough to
// be seen moving, seldom enough to cost nothing.
const progressEvery = 200 * time.Millisecond

// progress returns what shows how far reading is, nil where nobody watches.
func (a *app) progress() func(file string, rows int) {
	if !a.err.terminal() {
		return nil
	}
	var last time.Time
	return func(file string, rows int) {
		if now := time.Now(); now.Sub(last) >= progressEvery {
			last = now
			line := short(fmt.Sprintf("reading %s: %s", file, plural(rows, "row")), max(a.err.width-1, 20))
			fmt.Fprintf(a.err.w, "\r\x1b[K%s", line)
			a.err.flush()
			a.shown = true
		}
	}
}

// progressDone takes the line away.
func (a *app) progressDone() {
	if a.shown {
		fmt.Fprint(a.err.w, "\r\x1b[K")
		a.err.flush()
		a.shown = false
	}
}
