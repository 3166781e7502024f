package cli

import "testing"

func TestDidYouMean(t *testing.T) {
	kinds := []string{"phone", "plate", "person"}
	for _, c := range []struct{ written, want string }{
		{"fone", "did you mean phone?"},
		{"PLATES", "did you mean plate?"},
		{"persn", "did you mean person?"},
		{"car", "one of: phone, plate, person"},
		{"", "one of: phone, plate, person"},
	} {
		if got := didYouMean(c.written, kinds); got != c.want {
			t.Errorf("didYouMean(%s) = %s, want %s", c.written, got, c.want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "abc", 3}, {"kitten", "sitting", 3}, {"ñu", "nu", 1}, {"ab", "ba", 2}} {
		if got, back := distance(c.a, c.b), distance(c.b, c.a); got != c.want || back != got {
			t.Errorf("distance(%s, %s) = %d and back %d, want %d", c.a, c.b, got, back, c.want)
		}
	}
}
