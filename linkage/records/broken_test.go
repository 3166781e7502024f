package records

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// The good rows of a file that breaks off go in, and the fault is told after them.
func TestBrokenOffGzip(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	fmt.Fprintln(z, "Case No,Phone")
	for i := range 200 {
		fmt.Fprintf(z, "WY-%d,585-555-%04d\n", i, 100+i%100)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := NewFile("cases.csv.gz", strings.NewReader(packed.String()[:packed.Len()-20]), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	table, err := f.Next()
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for {
		var b Batch
		err = table.NextBatch(&b)
		if err != nil {
			break
		}
		rows += len(b.Rows)
	}
	if rows < 50 {
		t.Errorf("%d rows before the fault", rows)
	}
	if errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("the fault is not told: %v", err)
	}
}
