package machine

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

const pair = `graph g { n0 -- n1; }`

// tangle is a graph that keeps dot busy for minutes.
func tangle() []byte {
	var b strings.Builder
	b.WriteString("graph g { nslimit=1e9; mclimit=1e9;\n")
	for i := range 400 {
		for k := range 12 {
			fmt.Fprintf(&b, "n%d -- n%d;\n", i, (i*7+k*k*31+1)%400)
		}
	}
	b.WriteString("}")
	return []byte(b.String())
}

func TestLayout(t *testing.T) {
	for _, engine := range []string{"dot", "neato", "twopi", "fdp", "sfdp", "circo"} {
		want, err := Layout(t.Context(), engine, []byte(pair))
		if err != nil || strings.Count(want, "\nnode ") != 2 || !strings.HasSuffix(want, "stop\n") {
			t.Errorf("%s: %q, %v", engine, want, err)
		}
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				if got, err := Layout(context.Background(), engine, []byte(pair)); got != want || err != nil {
					t.Errorf("%s: another answer: %q, %v", engine, got, err)
				}
			})
		}
		all.Wait()
	}
}

func TestLayoutFails(t *testing.T) {
	for name, source := range map[string]string{"dot": "graph {", "no-such-engine": pair} {
		if got, err := Layout(t.Context(), name, []byte(source)); err == nil {
			t.Errorf("%s of %q: %q", name, source, got)
		}
	}
	if _, err := Layout(t.Context(), "dot", []byte(pair)); err != nil {
		t.Errorf("after a failure: %v", err)
	}
}

// A layout that runs away is stopped, and the next one runs as if nothing had been.
func TestLayoutIsStopped(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	if _, err := Layout(ctx, "dot", tangle()); !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("err = %v", err)
	}
	if _, err := Layout(t.Context(), "dot", []byte(pair)); err != nil {
		t.Errorf("after a stop: %v", err)
	}
}

// What a layout takes is given back when it ends.
func TestLayoutLeavesNothing(t *testing.T) {
	heap := func() uint64 {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	layOut := func(times int) {
		for range times {
			if _, err := Layout(t.Context(), "neato", []byte(pair)); err != nil {
				t.Fatal(err)
			}
		}
	}
	layOut(3)
	before := heap()
	layOut(100)
	const most = 256 << 10 // bytes; an instance of go-graphviz keeps 60 kB a map
	if after := heap(); after > before+most {
		t.Errorf("100 layouts left %d kB", (after-before)>>10)
	}
}

func BenchmarkLayout(b *testing.B) {
	for b.Loop() {
		if _, err := Layout(b.Context(), "neato", []byte(pair)); err != nil {
			b.Fatal(err)
		}
	}
}
