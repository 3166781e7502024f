package cli

import "strings"

// didYouMean returns a hint that names the candidate nearest to what was
// written, "" where none is near.
func didYouMean(written string, candidates []string) string {
	best, least := "", 3 // more than two changes is another word
	for _, c := range candidates {
		if d := distance(strings.ToLower(written), strings.ToLower(c)); d < least {
			best, least = c, d
		}
	}
	if best == "" {
		return "one of: " + strings.Join(candidates, ", ")
	}
	return "did you mean " + best + "?"
}

// distance returns the number of single-character changes between two short
// words (Levenshtein 1966). Cost: O(len(a)·len(b)).
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			change := diagonal
			if x[i] != y[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(y)]
}
