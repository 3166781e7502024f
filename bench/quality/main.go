// Quality measures how right tflink is on every set whose truth is known, beside its peers, and writes
// the table to bench/quality/README.md.
//
//	go run ./bench/quality          tflink alone; what the peers reached is kept
//	go run ./bench/quality -peers   the peers too
//
// Sets are the public data in ../shared/data, left out with a reason where it is absent, and
// made-up ones, each from its seed. The peers need python3: their pinned versions go into bench/.cache.
// What they reached stands in peers.json with a hash of what they were given: it is shown only while the
// set is still the same, and asked for again only where it is not. It needs to be run from the module's root.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

const (
	resultFile = "bench/quality/README.md"
	peersFile  = "bench/quality/peers.json"
	sharedData = "../shared/data"
)

func main() {
	peers := flag.Bool("peers", false, "run the peers too")
	data := flag.String("data", sharedData, "folder of the public data")
	result := flag.String("o", resultFile, "file to write the table to")
	flag.Parse()
	if err := run(context.Background(), *data, *result, *peers); err != nil {
		fmt.Fprintln(os.Stderr, "quality:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, data, result string, withPeers bool) error {
	sections, err := measure(ctx, data)
	if err != nil {
		return err
	}
	known, err := readKnown(peersFile)
	if err != nil {
		return err
	}
	if withPeers {
		python, err := newPython(filepath.Join("bench", ".cache"))
		if err != nil {
			return err
		}
		if err := known.ask(python, sections, peersFile); err != nil {
			return err
		}
	}
	return os.WriteFile(result, report(sections, known), 0o644)
}

// measure measures tflink on all sets.
func measure(ctx context.Context, data string) ([]section, error) {
	var out []section
	for _, of := range []func(context.Context, string) (section, error){
		resolvedTables, linkedCases, recoveredParameters, phonesInText, parsedAddresses, comparedAddresses, comparedBusinesses,
	} {
		s, err := of(ctx, data)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}
