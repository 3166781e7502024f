// Sampledata writes the made-up county files of examples/data and the truth
// about them, examples/truth/truth.csv.
//
//	go run ./bench/sampledata -o examples
//
// Nobody in them is real: phones are 555-0100 to 555-0199, e-mails are at
// example.com, .org and .net, and people, firms and plates are invented. The
// same program gives the same bytes; a test holds the committed files to it.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

//go:generate go run . -o ../../examples

func main() {
	dir := flag.String("o", "examples", "folder that has data and truth")
	flag.Parse()
	if err := run(*dir); err != nil {
		fmt.Fprintln(os.Stderr, "sampledata:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	files, err := build()
	if err != nil {
		return err
	}
	for _, f := range files {
		path := filepath.Join(dir, f.path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, f.bytes, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// A file is one file to write, by its path under examples.
type file struct {
	path  string
	bytes []byte
}

// build makes all files.
func build() ([]file, error) {
	cases := newWorld().cases()
	files := []file{{"truth/truth.csv", truth(cases)}}
	for _, a := range agencies {
		var own []*incident
		for _, c := range cases {
			if c.agency == a.name {
				own = append(own, c)
			}
		}
		text, err := a.write(own)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a.path, err)
		}
		files = append(files, file{"data/" + a.path, text})
	}
	return files, nil
}
