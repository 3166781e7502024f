package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
)

// linesAhead is how many lines are read ahead of the work: enough to keep it
// going, few enough for lines of megabytes.
const linesAhead = 16

// eachLine calls do for every line of standard input, which only \n ends, however
// long. What do prints is written out whenever no further line waits, so that
// another program can ask line by line. It stops at once when ctx ends, also
// while no line comes.
func (a *app) eachLine(ctx context.Context, do func(line string) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	lines := make(chan string, linesAhead)
	var failed error // set before lines is closed
	go func() {
		defer close(lines)
		failed = readLines(a.in, func(line string) bool {
			select {
			case lines <- line:
				return true
			case <-ctx.Done():
				return false
			}
		})
	}()
	for {
		if len(lines) == 0 {
			if err := a.out.flush(); err != nil {
				return err
			}
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case line, ok := <-lines:
			if !ok {
				return failed
			}
			if err := do(line); err != nil {
				return err
			}
		}
	}
}

// readLines calls yield for every line of r until it returns false.
func readLines(r io.Reader, yield func(line string) bool) error {
	in := bufio.NewReaderSize(r, 1<<16)
	var long []byte
	for {
		chunk, err := in.ReadSlice('\n')
		long = append(long, chunk...)
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("standard input: %w", err)
		}
		if err != nil && len(long) == 0 || !yield(string(bytes.TrimSuffix(long, []byte("\n")))) || err != nil {
			return nil
		}
		if cap(long) > lineKept {
			long = nil
		}
		long = long[:0]
	}
}
