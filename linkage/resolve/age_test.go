package resolve

import "testing"

func TestAgeLevels(t *testing.T) {
	n := 2
	c := &ageComparer{interner: newInterner(), records: &n}
	for _, tt := range []struct {
		a, b string
		want uint8
	}{{"34", "34", 1}, {"34", "36", 2}, {"34", "51", 3}} {
		var a, b [1]cell
		c.cellsOf(c.add(tt.a, 0), a[:])
		c.cellsOf(c.add(tt.b, 1), b[:])
		var out [1]outcome
		c.compare(a[:], b[:], out[:])
		if out[0].level != tt.want {
			t.Errorf("%s and %s: level %d, want %d", tt.a, tt.b, out[0].level, tt.want)
		}
	}
	for _, raw := range []string{"", "adult", "0", "-3", "1978"} {
		if v := c.add(raw, 0); v >= 0 {
			t.Errorf("%q is an age", raw)
		}
	}
}
