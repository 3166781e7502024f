package cli

import (
	"slices"
	"testing"
)

func TestShortIDs(t *testing.T) {
	s := &shortIDs{sorted: []string{"C-0ABCDEFGHJKMN", "C-1AAAAAAAAAAAA", "C-1AAAAAAB00000", "C-9ZZZZZZZZZZZZ"}}
	for _, c := range []struct{ id, want string }{
		{"C-0ABCDEFGHJKMN", "C-0ABCD"}, // five characters, though one would do
		{"C-1AAAAAAAAAAAA", "C-1AAAAAAA"},
		{"C-1AAAAAAB00000", "C-1AAAAAAB"},
		{"C-9ZZZZZZZZZZZZ", "C-9ZZZZ"},
		{"C-77777777777777", "C-77777"}, // an id of nobody
	} {
		if got := s.of(c.id); got != c.want {
			t.Errorf("of(%s) = %s, want %s", c.id, got, c.want)
		}
	}
	for _, id := range s.sorted {
		if got := s.resolve(s.of(id)); !slices.Equal(got, []string{id}) {
			t.Errorf("resolve(of(%s)) = %q", id, got)
		}
	}
	for _, c := range []struct {
		written string
		want    int
	}{
		{"C-1AAAA", 2},
		{"c-1aaaaaaa", 1}, // small letters
		{"C-IAAAAAAB", 1}, // I for 1
		{"C-OABCD", 1},    // O for 0
		{"C-", 4},
		{"", 4},
		{"C-2", 0},
		{"C-0ABCDEFGHJKMNX", 0}, // longer than any
	} {
		if got := s.resolve(c.written); len(got) != c.want {
			t.Errorf("resolve(%s) = %q, want %d", c.written, got, c.want)
		}
	}
}
