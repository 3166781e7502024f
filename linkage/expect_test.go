package linkage

import "testing"

// TestReserveKeeps holds reserve to what is promised of it: the same elements, room, and no move where there is room already.
func TestReserveKeeps(t *testing.T) {
	s := reserve([]int{1, 2, 3}, 100)
	if len(s) != 3 || s[0] != 1 || s[2] != 3 || cap(s) < 103 {
		t.Fatalf("%v with room for %d", s, cap(s))
	}
	if again := reserve(s, 100); &again[0] != &s[0] {
		t.Error("moved though there was room")
	}
}

// TestExpectChangesNothing adds the same cases with and without room made for them.
func TestExpectChangesNothing(t *testing.T) {
	link := func(times float64) []string {
		l, err := New(Options{NoTrace: true})
		if err != nil {
			t.Fatal(err)
		}
		b := l.NewBatch()
		for _, id := range []string{"A-1", "A-2", "A-3"} {
			b.Reset()
			if err := b.Add(&Case{ID: id, Counties: []string{"36121"}, Mentions: []Mention{{Kind: "phone", Raw: "585-555-0142"}}}); err != nil {
				t.Fatal(err)
			}
			l.AddBatch(b)
			l.Expect(b, times)
		}
		n, err := l.Link(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		n.EachAssignment(1, func(name, cluster string) bool { out = append(out, name+" "+cluster); return true })
		return out
	}
	want := link(0)
	for _, times := range []float64{-1, 0.3, 5, 1e4} {
		if got := link(times); len(got) != len(want) || got[0] != want[0] || got[2] != want[2] {
			t.Errorf("%v times expected: %v, want %v", times, got, want)
		}
	}
}
