// Package cli holds the tflink command: one file a verb.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// Exit statuses. They are documented in docs/contract.md and in the help.
const (
	exitOK          = 0
	exitFailed      = 1   // the work could not be done
	exitUsage       = 2   // the command line was not understood
	exitNotFound    = 3   // a case, cluster, value or file that was named does not exist
	exitBusy        = 4   // another tflink is writing to the workspace
	exitInterrupted = 130 // stopped by SIGINT
)

// A statusError is an error with the exit status that it ends the command with.
type statusError struct {
	status int
	err    error
	hint   string
}

func (e *statusError) Error() string { return e.err.Error() }
func (e *statusError) Unwrap() error { return e.err }

// usage returns an error about the command line, with a hint.
func usage(hint, format string, args ...any) error {
	return &statusError{exitUsage, fmt.Errorf(format, args...), hint}
}

// notFound returns an error about something named that does not exist, with a hint.
func notFound(hint, format string, args ...any) error {
	return &statusError{exitNotFound, fmt.Errorf(format, args...), hint}
}

// app is what every command shares.
type app struct {
	in        io.Reader
	out       *printer
	err       *printer
	workspace string
	json      bool
	shown     bool // a line of progress stands on the terminal
}

// gcPercent is how much the heap may grow, in percent, before garbage is collected. What a linker keeps has few pointers and only
// grows, so that collecting seldom costs little memory: at a million cases a sixth less time than 100, below 1 GB (docs/decisions/0012-columns.md).
const gcPercent = 200

// Main runs tflink with the arguments of the process and returns its exit status.
func Main() int {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return Run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
}

// Run runs tflink with the given arguments and streams and returns its exit status.
func Run(ctx context.Context, args []string, in io.Reader, out, errOut io.Writer) int {
	a := &app{in: in, out: newPrinter(out), err: newPrinter(errOut)}
	root := newRootCommand(a)
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errOut)
	err := root.ExecuteContext(ctx)
	if flushErr := a.out.flush(); err == nil && flushErr != nil {
		err = flushErr
	}
	return a.finish(ctx, err)
}

// finish says what went wrong and returns the exit status.
func (a *app) finish(ctx context.Context, err error) int {
	defer a.err.flush()
	switch {
	case err == nil:
		return exitOK
	case isBrokenPipe(err):
		return exitOK // the reader has seen enough
	case ctx.Err() != nil:
		a.err.line("tflink: stopped; nothing that was stored is lost")
		return exitInterrupted
	}
	a.err.line("tflink: %s", text(err.Error()))
	var s *statusError
	if !errors.As(err, &s) {
		return exitFailed
	}
	for hint := range strings.Lines(s.hint) {
		a.err.line("hint: %s", text(strings.TrimRight(hint, "\n")))
	}
	return s.status
}

func newRootCommand(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:   "tflink",
		Short: "Link the cases of many counties and explain every link",
		Long: `tflink links the human-trafficking cases of many counties through the phones,
addresses, vehicles, businesses, e-mails, handles and people that they share. It finds
the clusters that span counties and says why, how surely, and what speaks
against it. It needs no network and leaves your files as they are.

Exit status: 0 done; 1 failed; 2 the command line was not understood; 3 what was
named does not exist; 4 the workspace is in use; 130 interrupted.`,
		Example: `  tflink clusters examples/data/
  tflink import examples/data/
  tflink show case WY-2024-0113`,
		Version:       version(),
		Args:          unknownCommand,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetVersionTemplate("tflink {{.Version}}\n")
	root.PersistentFlags().StringVar(&a.workspace, "workspace", ".tflink", "the `folder` of the workspace")
	root.PersistentFlags().BoolVar(&a.json, "json", false, "write one JSON record a line")
	root.SetFlagErrorFunc(flagError)
	root.AddGroup(
		&cobra.Group{ID: "cases", Title: "Work with cases:"},
		&cobra.Group{ID: "store", Title: "Keep a workspace:"},
		&cobra.Group{ID: "values", Title: "Look at single values:"},
	)
	add := func(group string, commands ...*cobra.Command) {
		for _, c := range commands {
			c.GroupID = group
			if c.Args != nil {
				c.Args = checkedArgs(c.Args)
			}
			root.AddCommand(c)
		}
	}
	add("cases", newClustersCommand(a), newShowCommand(a), newExplainCommand(a), newWhyNotCommand(a),
		newHubsCommand(a), newSearchCommand(a), newMapCommand(a), newReportCommand(a), newExportCommand(a), newEvalCommand(a), newLearnCommand(a))
	add("store", newImportCommand(a), newStatusCommand(a), newImportsCommand(a), newForgetCommand(a), newJudgeCommand(a))
	add("values", newNormalizeCommand(a), newExtractCommand(a), newCompareCommand(a), newResolveCommand(a))
	return root
}
