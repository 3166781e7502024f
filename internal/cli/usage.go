package cli

import (
	"strings"

	"github.com/spf13/cobra"
)

// flagError says what is wrong with a flag, or that there is no such command,
// which is why the flag isn't known.
func flagError(c *cobra.Command, err error) error {
	if words := c.Flags().Args(); !c.HasParent() && len(words) > 0 {
		return unknownCommand(c, words)
	}
	if c.Name() == "search" && strings.HasPrefix(err.Error(), "unknown shorthand flag") {
		return usage("to leave a word out, put it behind --: tflink search -- -motel", "%w", err)
	}
	return usage("see '"+c.CommandPath()+" --help'", "%w", err)
}

// unknownCommand is the root's check of its arguments: it has none of its own,
// so what stands there should have been a command.
func unknownCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return usage(didYouMean(args[0], names), "no command is called %q", text(args[0]))
}

// checkedArgs returns check with its errors as errors about the command line.
func checkedArgs(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if err := check(c, args); err != nil {
			return usage("usage: "+c.UseLine(), "%s: %w", c.Name(), err)
		}
		return nil
	}
}
