// Package register answers: which numbers, places and accounts are known to
// be used by people who have nothing to do with each other?
//
// A register is a YAML file that analysts keep: hotlines, sheriff and
// social-service lines, hospitals, shelters, courts, truck stops, motels. What is in it
// links two cases only together with a second fact. A list of national hotlines ships.
package register

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"io"

	"go.yaml.in/yaml/v3"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// shipped is the register of national and New York State lines.
//
//go:embed national.yaml
var shipped []byte

// Shipped returns the national hotlines, and New York State's.
func Shipped() ([]linkage.Known, error) { return Read("national.yaml", bytes.NewReader(shipped)) }

// file is a register as it is written.
type file struct {
	Hubs    []entry `yaml:"hubs"`
	NotHubs []entry `yaml:"not_hubs"`
}

// entry is one value with what it is. Exactly one kind has a value.
type entry struct {
	Phone    string `yaml:"phone"`
	Address  string `yaml:"address"`
	Business string `yaml:"business"`
	Email    string `yaml:"email"`
	Handle   string `yaml:"handle"`
	URL      string `yaml:"url"`
	Plate    string `yaml:"plate"`
	State    string `yaml:"state"` // of an address or a plate
	Note     string `yaml:"note"`

	line int
}

// UnmarshalYAML keeps the line that the entry stands on. A misspelt key is an error.
func (e *entry) UnmarshalYAML(n *yaml.Node) error {
	type plain entry
	known := map[string]bool{"phone": true, "address": true, "business": true, "email": true, "handle": true, "url": true, "plate": true, "state": true, "note": true}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if k := n.Content[i]; !known[k.Value] {
			return fmt.Errorf("line %d: no key %q; known are phone, address, business, email, handle, url, plate, state and note", k.Line, k.Value)
		}
	}
	if err := n.Decode((*plain)(e)); err != nil {
		return err
	}
	e.line = n.Line
	return nil
}

// Read reads a register. It fails with all faults at once, each with the
// file's name and the line, and reads nothing then.
func Read(name string, r io.Reader) ([]linkage.Known, error) {
	var f file
	d := yaml.NewDecoder(r)
	d.KnownFields(true)
	if err := d.Decode(&f); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var known []linkage.Known
	var faults []error
	add := func(list []entry, hub bool) {
		for i := range list {
			k, err := list[i].known(hub)
			if err != nil {
				faults = append(faults, fmt.Errorf("%s:%d: %w", name, list[i].line, err))
				continue
			}
			known = append(known, k)
		}
	}
	add(f.Hubs, true)
	add(f.NotHubs, false)
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return known, nil
}

// known returns what an entry says.
func (e *entry) known(hub bool) (linkage.Known, error) {
	values := map[normalize.Kind]string{
		normalize.KindPhone: e.Phone, normalize.KindAddress: e.Address, normalize.KindBusiness: e.Business,
		normalize.KindEmail: e.Email, normalize.KindHandle: e.Handle, normalize.KindURL: e.URL, normalize.KindPlate: e.Plate,
	}
	var k linkage.Known
	for kind, raw := range values {
		if raw == "" {
			continue
		}
		if k.Key != "" {
			return k, errors.New("an entry has one value: a phone, an address, …")
		}
		v, err := normalize.Normalize(kind, raw, normalize.Context{State: e.State})
		if err != nil {
			return k, err
		}
		k = linkage.Known{Kind: kind, Key: v.Key(), Hub: hub, Note: e.Note}
	}
	if k.Key == "" {
		return k, errors.New("an entry needs a value: a phone, an address, …")
	}
	return k, nil
}
