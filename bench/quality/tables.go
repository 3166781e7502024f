package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tflink/tflink/internal/casegen"
	"github.com/tflink/tflink/linkage/eval"
	"github.com/tflink/tflink/linkage/resolve"
)

// A tableSet is a table whose truth is known.
type tableSet struct {
	name string
	kind resolve.Kind
	load func(data string) (*resolve.Table, eval.Assignment, error)
}

var tableSets = []tableSet{
	{"FEBRL 1", resolve.Person, febrl("febrl/dataset1.csv")},
	{"FEBRL 2", resolve.Person, febrl("febrl/dataset2.csv")},
	{"historical figures, a tenth", resolve.Person, splink("splink/historical_sample.csv")},
	{"fake_1000", resolve.Person, splink("splink/fake_1000.csv")},
	{"restaurants", resolve.Business, restaurants},
	{"layoff notices 2017-2018", resolve.Business, notices},
	{"made up: people, seed 3", resolve.Person, generated("people", 3)},
	{"made up: parties, seed 3", resolve.Person, generated("parties", 3)},
	{"made up: sites, seed 3", resolve.Business, generated("sites", 3)},
}

// generatedRows is the size of the tables that are made up.
const generatedRows = 5000

// resolvedTables measures package resolve.
func resolvedTables(ctx context.Context, data string) (section, error) {
	s := section{
		title: "Tables: which rows are the same person or business",
		about: "`tflink resolve`, and Splink and GoldenMatch (F1). Records whose truth is unknown are resolved but not counted. GoldenMatch, which\n" +
			"configures itself, says of some of its configurations that they may be poor, such as that for fake_1000. What is made up comes from\n" +
			"`go run ./bench/generate -profile people|parties|sites -cases 5000 -seed 3`.",
		own:   []string{"records", "true pairs", "P", "R", "F1"},
		peers: []string{"Splink", "GoldenMatch"},
	}
	for _, set := range tableSets {
		r, err := set.measure(ctx, data)
		if err != nil {
			return s, err
		}
		s.rows = append(s.rows, r)
	}
	return s, nil
}

func (t tableSet) measure(ctx context.Context, data string) (row, error) {
	table, truth, err := t.load(data)
	if errors.Is(err, fs.ErrNotExist) {
		return row{set: t.name, skipped: "the public data is not here"}, nil
	}
	if err != nil {
		return row{}, err
	}
	r, err := resolve.Resolve(ctx, table, resolve.Options{Kind: t.kind})
	if err != nil {
		return row{}, err
	}
	found := eval.Assignment{}
	for _, rec := range r.Records {
		found[rec.Name] = rec.Entity
	}
	p := pairsOf(truth, found)
	out := row{set: t.name, input: csvBytes(table.Header, table.Rows)}
	out.own = append([]string{fmt.Sprint(len(r.Records)), fmt.Sprint(p.Truth)}, decimals(p.Precision(), p.Recall(), p.F1())...)
	out.ask = func(p *python) (map[string]float64, error) {
		scores := map[string]float64{}
		for name, peer := range map[string]string{"Splink": "splink", "GoldenMatch": "goldenmatch"} {
			found, err := p.clusters(peer, t.kind.String(), out.input)
			if err != nil {
				return nil, err
			}
			scores[name] = pairsOf(truth, found).F1()
		}
		return scores, nil
	}
	return out, nil
}

// pairsOf compares clusters with the truth on the records whose truth is known.
func pairsOf(truth, found eval.Assignment) eval.Pairs {
	var want, got []string
	for record, w := range truth {
		if f, ok := found[record]; ok {
			want, got = append(want, w), append(got, f)
		}
	}
	return eval.PairsOf(want, got)
}

// without returns the table without a column, and that column.
func without(t *resolve.Table, header string) (*resolve.Table, []string) {
	at := slices.Index(t.Header, header)
	out := &resolve.Table{Header: slices.Delete(slices.Clone(t.Header), at, at+1)}
	var cut []string
	for _, r := range t.Rows {
		cut = append(cut, r[at])
		out.Rows = append(out.Rows, slices.Delete(slices.Clone(r), at, at+1))
	}
	return out, cut
}

func febrl(path string) func(string) (*resolve.Table, eval.Assignment, error) {
	return func(data string) (*resolve.Table, eval.Assignment, error) {
		t, err := resolve.ReadTable(filepath.Join(data, path))
		if err != nil {
			return nil, nil, err
		}
		truth := eval.Assignment{}
		for i, r := range t.Rows { // rec-N-org, rec-N-dup-K, made opaque
			group := strings.Split(r[0], "-")[1]
			r[0] = fmt.Sprintf("R%05d", i)
			truth[r[0]] = group
		}
		return t, truth, nil
	}
}

func splink(path string) func(string) (*resolve.Table, eval.Assignment, error) {
	return func(data string) (*resolve.Table, eval.Assignment, error) {
		t, err := resolve.ReadTable(filepath.Join(data, path))
		if err != nil {
			return nil, nil, err
		}
		out, clusters := without(t, "cluster")
		truth := eval.Assignment{}
		for i, r := range out.Rows { // ids of the historical figures hold their cluster
			r[0] = fmt.Sprintf("R%05d", i)
			truth[r[0]] = clusters[i]
		}
		return out, truth, nil
	}
}

func restaurants(data string) (*resolve.Table, eval.Assignment, error) {
	out, truth := &resolve.Table{}, eval.Assignment{}
	for _, name := range []string{"fodors", "zagats"} {
		t, err := resolve.ReadTable(filepath.Join(data, "restaurants", name+".csv"))
		if err != nil {
			return nil, nil, err
		}
		out.Header = t.Header
		for _, r := range t.Rows {
			r[0] = name + r[0]
			truth[r[0]] = r[0]
			out.Rows = append(out.Rows, r)
		}
	}
	matches, err := resolve.ReadTable(filepath.Join(data, "restaurants", "matches_fodors_zagats.csv"))
	if err != nil {
		return nil, nil, err
	}
	for _, r := range matches.Rows {
		truth["zagats"+r[1]] = "fodors" + r[0]
	}
	return out, truth, nil
}

func notices(data string) (*resolve.Table, eval.Assignment, error) {
	t, err := resolve.ReadTable(filepath.Join(data, "nys-warn", "notices-2017-2018.csv"))
	if err != nil {
		return nil, nil, err
	}
	known, err := resolve.ReadTable(filepath.Join(data, "nys-warn", "truth-2017-2018.csv"))
	if err != nil {
		return nil, nil, err
	}
	truth := eval.Assignment{}
	for _, r := range known.Rows {
		if r[1] != "" {
			truth[r[0]] = r[1]
		}
	}
	return t, truth, nil
}

func generated(profile string, seed uint64) func(string) (*resolve.Table, eval.Assignment, error) {
	return func(string) (*resolve.Table, eval.Assignment, error) {
		made, err := casegen.Table(casegen.Options{Profile: profile, Cases: generatedRows, Seed: seed})
		if err != nil {
			return nil, nil, err
		}
		truth := eval.Assignment{}
		for i, r := range made.Rows {
			truth[r[0]] = fmt.Sprint(made.Truth[i])
		}
		return &resolve.Table{Header: made.Header, Rows: made.Rows}, truth, nil
	}
}
