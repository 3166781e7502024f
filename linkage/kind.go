package linkage

import (
	"errors"
	"fmt"
	"slices"

	"github.com/tflink/tflink/linkage/compare"
	"github.com/tflink/tflink/linkage/normalize"
)

// A KindSpec defines a kind of entity: how a raw value of it is read and how
// much it says when two cases share one. The built-in kinds are defined the
// same way; see [Options.Kinds] for kinds of your own.
type KindSpec struct {
	// Kind is the name that mentions use, such as "passport".
	Kind Kind
	// Noun is what explanations call it; "" means the kind's name.
	Noun string
	// Normalize reads a raw value. It must be pure and safe for concurrent use.
	Normalize func(raw string) (normalize.Value, error)
	// U returns the chance that an unrelated mention of this kind has this
	// very value. nil, or a result outside (0, 1], means the parameters' U.
	U func(normalize.Value) float64
	// Parameters, where M is not zero, take the place of those in the table.
	Parameters KindParameters
}

// Validate reports all faults at once.
func (s *KindSpec) Validate() error {
	var faults []error
	if s.Kind == "" {
		faults = append(faults, errors.New("kind: a kind needs a name"))
	}
	if s.Normalize == nil {
		faults = append(faults, fmt.Errorf("kind %q: Normalize is missing", s.Kind))
	}
	if s.Parameters.M != 0 {
		if err := s.Parameters.Validate(); err != nil {
			faults = append(faults, fmt.Errorf("kind %q: %w", s.Kind, err))
		}
	}
	return errors.Join(faults...)
}

// builtinKinds returns the kinds that cases share values of, in the order in
// which they are presented.
func builtinKinds() []KindSpec {
	var specs []KindSpec
	for _, k := range normalize.Kinds {
		if k == normalize.KindCounty {
			continue // a county is where a case is, not what it shares
		}
		noun := string(k)
		switch k {
		case normalize.KindVIN:
			noun = "VIN"
		case normalize.KindURL:
			noun = "link"
		case normalize.KindEmail:
			noun = "e-mail"
		}
		specs = append(specs, KindSpec{
			Kind:      k,
			Noun:      noun,
			Normalize: func(raw string) (normalize.Value, error) { return normalize.Normalize(k, raw, normalize.Context{}) },
			U:         compare.U,
		})
	}
	return specs
}

// kindState is a kind as the linker works with it.
type kindState struct {
	KindSpec
	KindParameters
	order int                // of presentation
	own   bool               // defined by the options
	words map[string]float64 // how rare words are in names of firms, where that was learned
}

// kindTable resolves the built-in kinds and those of the options; a kind of
// the same name takes the built-in one's place.
func kindTable(p *Parameters, own []KindSpec) ([]kindState, error) {
	specs := builtinKinds()
	var faults []error
	for _, s := range own {
		if err := s.Validate(); err != nil {
			faults = append(faults, err)
			continue
		}
		replaced := false
		for i := range specs {
			if specs[i].Kind == s.Kind {
				specs[i], replaced = s, true
			}
		}
		if !replaced {
			specs = append(specs, s)
		}
	}
	if len(specs) > int(noKind) {
		faults = append(faults, fmt.Errorf("options: %d kinds; there can be %d, the built-in ones counted", len(specs), noKind))
		return nil, errors.Join(faults...)
	}
	table := make([]kindState, len(specs))
	for i, s := range specs {
		if s.Noun == "" {
			s.Noun = string(s.Kind)
		}
		kp := p.kind(s.Kind)
		if s.Parameters.M != 0 {
			kp = s.Parameters
		}
		isOwn := slices.ContainsFunc(own, func(o KindSpec) bool { return o.Kind == s.Kind })
		table[i] = kindState{KindSpec: s, KindParameters: kp, order: i, own: isOwn, words: p.TradeWords}
	}
	return table, errors.Join(faults...)
}
