// Ownkind answers: how do I link on something that tflink does not know, such as
// the number of a passport?
//
// A kind is a way to read a raw value and a word for explanations. It takes part in
// links, hubs, explanations and graphs like the kinds that are built in.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"strings"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// Passport is the kind's name, as mentions use it.
const Passport linkage.Kind = "passport"

// A passport is a number with the three letters of the state that issued it.
type passport struct{ issuer, number string }

func (p passport) Kind() linkage.Kind { return Passport }

// Key returns what two mentions of one passport have in common.
func (p passport) Key() string {
	if p.number == "" {
		return ""
	}
	return p.issuer + " " + p.number
}

func (p passport) Display() string { return p.issuer + " passport " + p.number }

func (p passport) Parts() []normalize.Part {
	return []normalize.Part{{Name: "issuer", Value: p.issuer}, {Name: "number", Value: p.number}}
}

func (p passport) Issues() []string { return nil }
func (p passport) Notes() []string  { return nil }

// readPassport reads "MEX G12345678" in any spelling of it.
func readPassport(raw string) (normalize.Value, error) {
	text := strings.ToUpper(strings.Map(func(r rune) rune {
		if strings.ContainsRune(" -.#/:", r) {
			return -1
		}
		return r
	}, raw))
	if len(text) < 9 || len(text) > 12 {
		return passport{}, errors.New("passport: expected the issuer's three letters and a number")
	}
	return passport{issuer: text[:3], number: text[3:]}, nil
}

func main() {
	l, err := linkage.New(linkage.Options{Kinds: []linkage.KindSpec{{
		Kind:      Passport,
		Noun:      "passport",
		Normalize: readPassport,
		// One of some hundred million passports in use: sharing one by chance is hardly possible.
		Parameters: linkage.KindParameters{M: 0.3, U: 1e-8, Most: 22 * linkage.Bit, HubAtTwo: -9 * linkage.Bit, HubDoubling: linkage.Bit},
	}}})
	if err != nil {
		log.Fatal(err)
	}
	for id, raw := range map[string]string{"WY-1": "MEX G12345678", "ER-7": "mex-g 1234 5678", "MO-3": "GTM 123456789"} {
		c := linkage.Case{ID: id, From: normalize.DayOf(2024, 5, 1), Mentions: []linkage.Mention{{Kind: Passport, Raw: raw}}}
		if err := l.Add(c); err != nil {
			log.Fatal(err)
		}
	}
	n, err := l.Link(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	for _, k := range n.Clusters(1) {
		fmt.Println(k.Cases, "share", k.Shared[0].Entity.Display)
		g, err := n.Graph(k)
		if err != nil {
			log.Fatal(err)
		}
		for v := range int32(g.Len()) {
			fmt.Printf("  %s %q\n", g.At(v).Kind, g.At(v).Text())
		}
	}
	x, err := n.Explain(n.FindCase("WY-1")[0], n.FindCase("ER-7")[0])
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("because:", x.Direct.Evidence[0].Reasons[0].Text)
}
