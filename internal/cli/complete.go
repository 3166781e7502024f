package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"
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
	short := newShortIDs(s.net)
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
