package resolve

import "testing"

func TestBornLevels(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want uint8
	}{
		{"1978-12-11", "12/11/1978", 1},
		{"1978-12-11", "19781112", 2}, // day and month exchanged
		{"1978-12-11", "1973-12-11", 2},
		{"1715-03-54", "1715-03-04", 2}, // no such day, and still a digit apart
		{"1978-01-01", "1978-12-11", 3},
		{"1978", "1978-12-11", 3},
		{"1978-12-11", "1978-12-28", 4},
		{"1978-12-28", "1979-01-05", 4},
		{"1978-12-11", "1978-05-30", 5},
		{"1978-12-11", "2001-05-30", 6},
	} {
		n := 2
		c := &bornComparer{interner: newInterner(), records: &n}
		var a, b [1]cell
		c.cellsOf(c.add(tt.a, 0), a[:])
		c.cellsOf(c.add(tt.b, 1), b[:])
		var x, y [1]outcome
		c.compare(a[:], b[:], x[:])
		c.compare(b[:], a[:], y[:])
		if x[0].level != tt.want || y[0] != x[0] {
			t.Errorf("%s and %s: level %d, the other way %d, want %d", tt.a, tt.b, x[0].level, y[0].level, tt.want)
		}
	}
}
