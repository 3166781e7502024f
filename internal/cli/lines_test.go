package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

func TestReadLines(t *testing.T) {
	long := strings.Repeat("x", 200_000)
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"", nil},
		{"\n", []string{""}},
		{"a\nb", []string{"a", "b"}},
		{"a\r\n\x00\n\n", []string{"a\r", "\x00", ""}},
		{long + "\n" + long, []string{long, long}},
		{"\u2028\u0085\v\f", []string{"\u2028\u0085\v\f"}}, // only \n ends a line
	} {
		var got []string
		if err := readLines(strings.NewReader(c.in), func(line string) bool { got = append(got, line); return true }); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%.20q: %d lines, want %d", c.in, len(got), len(c.want))
		}
	}
}

// TestEachLineStops: an interrupt ends a command that waits for a line that never comes.
func TestEachLineStops(t *testing.T) {
	in, hold := io.Pipe()
	defer hold.Close()
	ctx, cancel := context.WithCancel(context.Background())
	a := &app{in: in, out: newPrinter(&bytes.Buffer{})}
	go hold.Write([]byte("one\n"))
	var got []string
	err := a.eachLine(ctx, func(line string) error {
		got = append(got, line)
		cancel()
		return nil
	})
	if !errors.Is(err, context.Canceled) || !slices.Equal(got, []string{"one"}) {
		t.Errorf("%v after %q", err, got)
	}
}

// TestEachLineAnswers: every answer is written before the next line is waited for.
func TestEachLineAnswers(t *testing.T) {
	in, ask := io.Pipe()
	hear, out := io.Pipe()
	a := &app{in: in, out: newPrinter(out)}
	done := make(chan error, 1)
	go func() {
		done <- a.eachLine(context.Background(), func(line string) error { a.out.line("%s", text(line)); return nil })
		out.Close()
	}()
	answer := make([]byte, 2)
	for _, q := range []string{"a\n", "b\n"} {
		if _, err := io.WriteString(ask, q); err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadFull(hear, answer); err != nil || string(answer) != q {
			t.Fatalf("answer %q, %v", answer, err)
		}
	}
	ask.Close()
	if err := <-done; err != nil {
		t.Error(err)
	}
}
