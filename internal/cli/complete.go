package cli

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tflink/tflink/internal/workspace"
	"github.com/tflink/tflink/linkage/normalize"
)

// completed is how many ids a shell is offered.
const completed = 200

// completeClusters returns the ids of the workspace's clusters that begin with a word.
func (a *app) completeClusters(ctx context.Context, word string) []string {
	s, err := a.load(ctx, &inputOptions{}, false)
	if err != nil {
		return nil // without a workspace there is nothing to offer
	}
	defer s.close()
	short := newShortIDs(s.net.ClusterIDs())
	var out []string
	for _, id := range short.resolve(strings.ToUpper(word)) {
		out = append(out, short.of(id))
	}
	return out[:min(len(out), completed)]
}

// completeCases returns the ids of the workspace's cases that begin with a word.
func (a *app) completeCases(ctx context.Context, word string) []string {
	s, err := a.load(ctx, &inputOptions{}, false)
	if err != nil {
		return nil
	}
	defer s.close()
	var out []string
	for i := 0; i < s.net.NumCases() && len(out) < completed; i++ {
		if name := s.net.Case(i).Name; strings.HasPrefix(strings.ToLower(name), strings.ToLower(word)) {
			out = append(out, name)
		}
	}
	return out
}

// completePair completes two case ids.
func (a *app) completePair(c *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
	if len(args) >= 2 {
		return nil, cobra.ShellCompDirectiveDefault
	}
	return a.completeCases(c.Context(), word), cobra.ShellCompDirectiveNoFileComp
}

// completeFiles completes the name of an imported file.
func (a *app) completeFiles(c *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	ws, err := a.open(workspace.Options{ReadOnly: true})
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	defer ws.Close()
	files, err := ws.Files(c.Context())
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var out []string
	for _, f := range files {
		out = append(out, f.Name)
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// completeFlag offers fixed words for a flag that the command has.
func completeFlag(c *cobra.Command, flag string, words ...string) {
	err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(err) // the flag is not there: a mistake in this package
	}
}

// newYork returns the names of the state's counties, whose codes are the odd
// numbers from 36001 to 36123 (FIPS 6-4).
func newYork() []string {
	var out []string
	for code := 36001; code <= 36123; code += 2 {
		out = append(out, normalize.CountyName(strconv.Itoa(code)))
	}
	return out
}
