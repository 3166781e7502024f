package main

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/tflink/tflink/internal/pairgen"
	"github.com/tflink/tflink/linkage/normalize"
)

// addressesPerGroup makes some 360 made-up addresses a seed.
const addressesPerGroup = 120

// parsedAddresses measures how many addresses are read right in every part.
func parsedAddresses(_ context.Context, data string) (section, error) {
	s := section{
		title: "Addresses: read right in every part",
		about: "Share of addresses of which number, street line, unit, box, route, city, state and ZIP are all right. Case, punctuation, abbreviations of streets and words\n" +
			"for a numbered road apart, which every reading is forgiven alike. usaddress was built on its own labels; those contradict each other in places, and a\n" +
			"word of a town put right (Phila to Philadelphia) counts as wrong here.",
		own:   []string{"addresses", "whole right"},
		peers: []string{"usaddress"},
	}
	own, err := readLabels(filepath.Join(data, "addresses", "usaddress-labeled.xml"))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		s.rows = append(s.rows, row{set: "usaddress's labels", skipped: "the public data is not here"})
	case err != nil:
		return s, err
	default:
		s.rows = append(s.rows, addressRow("usaddress's labels", own))
	}
	groups := map[string][]pairgen.LabelledAddress{}
	for seed := range uint64(3) {
		for _, a := range pairgen.LabelledAddresses(seed+1, addressesPerGroup) {
			groups[a.Group] = append(groups[a.Group], a)
		}
	}
	for _, g := range []string{"elsewhere", "New York", "rural"} {
		s.rows = append(s.rows, addressRow("made up: "+g+", seeds 1 to 3", groups[g]))
	}
	return s, nil
}

func addressRow(name string, labelled []pairgen.LabelledAddress) row {
	right := 0
	var texts []question
	for _, l := range labelled {
		if sameParts(l.Parts, partsOf(l.Text)) {
			right++
		} else if os.Getenv("QUALITY_ERRORS") != "" {
			fmt.Fprintf(os.Stderr, "%s: %q read as %+v\n", name, l.Text, partsOf(l.Text))
		}
		texts = append(texts, question{Text: l.Text})
	}
	out := row{set: name, own: append([]string{fmt.Sprint(len(labelled))}, decimals(share(right, len(labelled)))...), input: jsonLines(texts)}
	out.ask = func(p *python) (map[string]float64, error) {
		answers, err := lines[pairgen.AddressParts](p, "addresses", out.input)
		if err != nil {
			return nil, err
		}
		right := 0
		for i, a := range answers {
			if sameParts(labelled[i].Parts, a) {
				right++
			}
		}
		return map[string]float64{"usaddress": share(right, len(labelled))}, nil
	}
	return out
}

func share(part, all int) float64 { return float64(part) / float64(max(1, all)) }

// partsOf reads an address as tflink does.
func partsOf(text string) pairgen.AddressParts {
	a, _ := normalize.Address(text, normalize.Place{})
	return pairgen.AddressParts{
		Number: a.Number, Street: strings.Join([]string{a.Predirectional, a.Street, a.Suffix, a.Postdirectional}, " "),
		Unit: a.Subaddress + " " + a.Unit, Box: a.Box, Route: a.Route, City: a.City, State: a.State, ZIP: a.ZIP,
	}
}

func sameParts(want, got pairgen.AddressParts) bool {
	return plain(want.Number) == plain(got.Number) && plainStreet(want.Street) == plainStreet(got.Street) && plainUnit(want.Unit) == plainUnit(got.Unit) &&
		plainUnit(want.Box) == plainUnit(got.Box) && plainRoute(want.Route) == plainRoute(got.Route) && plainCity(want.City) == plainCity(got.City) &&
		plainState(want.State) == plainState(got.State) && plainZIP(want.ZIP) == plainZIP(got.ZIP)
}

// fieldsOf returns the words of a part in lower case without punctuation.
func fieldsOf(s string) []string {
	s = strings.ToLower(strings.NewReplacer(".", "", "'", "", "½", " 1/2").Replace(s))
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \n\t,;:()\"#", r) })
}

// plain returns the letters and digits of a part.
func plain(s string) string {
	return strings.ReplaceAll(strings.Join(fieldsOf(s), ""), "-", "")
}

var (
	streetShort = shortForms("st street str|ave avenue av|rd road|dr drive|ln lane|ct court|blvd boulevard|pl place|ter terrace terr|cir circle|pkwy parkway pkway|way wy|sq square|ctr center centre|cv cove|grv grove|holw hollow|pne pine pines|plz plaza|wds woods|wls wells|is island|fwy freeway|park prk|bch beach|hl hill|hls hills|ml mill|crk creek|lk lake|spgs springs|vly valley|vw view|xing crossing|jct junction|cor corner|cors corners|& and|hts heights|trl trail|" +
		"n north no|s south so|e east|w west|ne northeast|nw northwest|se southeast|sw southwest|st saint|mt mount|ft fort|rt route rte rts routes hwy highway hwys hghwy")
	unitWords  = wordSet("apt apartment unit suite ste rm room lot trlr trailer no number box fl floor bldg building spc space level dept po p o pob post office mailbox")
	stateRoad  = regexp.MustCompile(`\b(state|nys|ny|n y) rt|\b(sr|ny|nys|st rt)-? ?(\d)`)
	countyRoad = regexp.MustCompile(`\b(county|co|cty|cnty|c) (rd|rt|r)\b|\bcr\b-?`)
	usRoad     = regexp.MustCompile(`\b(us|u s|united states)-? ?(rt)?-? ?(\d)`)
)

// shortForms maps the words of each group to the first.
func shortForms(groups string) map[string]string {
	out := map[string]string{}
	for g := range strings.SplitSeq(groups, "|") {
		words := strings.Fields(g)
		for _, w := range words {
			out[w] = words[0]
		}
	}
	return out
}

func wordSet(list string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		out[w] = true
	}
	return out
}

func plainStreet(s string) string {
	words := slices.DeleteFunc(fieldsOf(s), func(w string) bool { return w == "no" })
	for i, w := range words {
		if short := streetShort[w]; short != "" {
			words[i] = short
		}
	}
	line := strings.Join(words, " ")
	line = stateRoad.ReplaceAllString(line, "rt $3")
	line = countyRoad.ReplaceAllString(line, "cr ")
	line = usRoad.ReplaceAllString(line, "rt $3")
	return strings.NewReplacer(" ", "", "-", "").Replace(line)
}

func plainUnit(s string) string {
	var kept []string
	for _, w := range fieldsOf(s) {
		if !unitWords[w] {
			kept = append(kept, w)
		}
	}
	slices.Sort(kept)
	return strings.ReplaceAll(strings.Join(kept, ""), "-", "")
}

func plainRoute(s string) string {
	return strings.NewReplacer("ruralroute", "rr", "rfd", "rr", "rd", "rr", "hcr", "hc").Replace(plain(s))
}

func plainCity(s string) string {
	words := fieldsOf(s)
	for i, w := range words {
		if short := streetShort[w]; short == "st" || short == "mt" || short == "ft" || len(short) <= 2 && short != "" {
			words[i] = short
		}
	}
	return strings.ReplaceAll(strings.Join(words, ""), "-", "")
}

func plainState(s string) string {
	words := fieldsOf(s)
	if joined := strings.Join(words, " "); len(joined) > 2 {
		if code := normalize.StateCode(joined); code != "" {
			return strings.ToLower(code)
		}
	}
	return strings.Join(words, "")
}

func plainZIP(s string) string {
	s = plain(s)
	if len(s) == 4 {
		s = "0" + s // which a spreadsheet dropped
	}
	return s[:min(5, len(s))]
}

// labelParts says what part a token of usaddress's labels belongs to.
var labelParts = map[string]func(*pairgen.AddressParts) *string{}

func init() {
	add := func(to func(*pairgen.AddressParts) *string, labels string) {
		for l := range strings.FieldsSeq(labels) {
			labelParts[l] = to
		}
	}
	add(func(p *pairgen.AddressParts) *string { return &p.Number }, "AddressNumberPrefix AddressNumber AddressNumberSuffix")
	add(func(p *pairgen.AddressParts) *string { return &p.Street }, "StreetNamePreModifier StreetNamePreDirectional StreetNamePreType StreetName StreetNamePostType StreetNamePostDirectional StreetNamePostModifier")
	add(func(p *pairgen.AddressParts) *string { return &p.Unit }, "OccupancyIdentifier SubaddressIdentifier")
	add(func(p *pairgen.AddressParts) *string { return &p.Box }, "USPSBoxID")
	add(func(p *pairgen.AddressParts) *string { return &p.Route }, "USPSBoxGroupType USPSBoxGroupID")
	add(func(p *pairgen.AddressParts) *string { return &p.City }, "PlaceName")
	add(func(p *pairgen.AddressParts) *string { return &p.State }, "StateName")
	add(func(p *pairgen.AddressParts) *string { return &p.ZIP }, "ZipCode")
}

// readLabels reads addresses with a label for each token.
func readLabels(path string) ([]pairgen.LabelledAddress, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []pairgen.LabelledAddress
	var text strings.Builder
	var parts pairgen.AddressParts
	label := ""
	for d := xml.NewDecoder(f); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		switch e := token.(type) {
		case xml.StartElement:
			if label = e.Name.Local; label == "AddressString" {
				text.Reset()
				parts = pairgen.AddressParts{}
			}
		case xml.CharData:
			text.Write(e)
			if part := labelParts[label]; part != nil {
				to := part(&parts)
				*to = strings.TrimSpace(*to + " " + string(e))
			}
		case xml.EndElement:
			if e.Name.Local == "AddressString" {
				out = append(out, pairgen.LabelledAddress{Group: "labels", Text: text.String(), Parts: parts})
			}
			label = ""
		}
	}
}
