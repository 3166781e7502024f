package records

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/tflink/tflink/linkage/source"
)

// mappingVersion is the version of the YAML form. A reader refuses others.
const mappingVersion = 1

// yamlFile, yamlTable and yamlColumn are the YAML form of mappings.
type yamlFile struct {
	Version int         `yaml:"version"`
	Tables  []yamlTable `yaml:"tables"`
}

type yamlTable struct {
	File    string       `yaml:"file"`
	Sheet   string       `yaml:"sheet,omitempty"`
	Role    string       `yaml:"role,omitempty"`
	County  string       `yaml:"county,omitempty"`
	Agency  string       `yaml:"agency,omitempty"`
	State   string       `yaml:"state,omitempty"`
	Columns []yamlColumn `yaml:"columns"`
}

type yamlColumn struct {
	Column   int    `yaml:"column"`
	Header   string `yaml:"header,omitempty"`
	Field    Field  `yaml:"field"`
	Role     string `yaml:"role,omitempty"`
	Group    string `yaml:"group,omitempty"`
	Platform string `yaml:"platform,omitempty"`
	line     int
}

// yamlHead explains the file to the person who edits it.
const yamlHead = `# What the columns of these files hold. Edit it and give it back with --mapping.
# A column is found by its header and, where that is missing or comes twice, by its number.
# file: a name or a pattern such as "wyoming-*.csv". Optional for a table: role, county, agency, state.
# Optional for a column: role (suspect, victim, witness, reporter, associate, buyer, professional,
# advertisement), group (columns of one person, place or vehicle have the same), platform (of a handle).
# field: one of
`

// WriteMappings writes mappings as YAML, with what is uncertain, the confidence and
// some values as comments. [ReadMappings] reads it.
func WriteMappings(w io.Writer, mappings []Mapping) error {
	var head strings.Builder
	head.WriteString(yamlHead)
	for i := 0; i < len(Fields); i += 10 {
		head.WriteString("#  ")
		for _, f := range Fields[i:min(i+10, len(Fields))] {
			head.WriteString(" " + string(f))
		}
		head.WriteString("\n")
	}
	file := yamlFile{Version: mappingVersion}
	for _, m := range mappings {
		t := yamlTable{File: m.File, Sheet: m.Sheet, Role: m.Role, County: m.County, Agency: m.Agency, State: m.State}
		for _, c := range m.Columns {
			t.Columns = append(t.Columns, yamlColumn{Column: c.Index + 1, Header: c.Header, Field: c.Field, Role: c.Role, Group: c.Group, Platform: c.Platform})
		}
		file.Tables = append(file.Tables, t)
	}
	var doc yaml.Node
	if err := doc.Encode(file); err != nil {
		return err
	}
	addComments(&doc, mappings)
	var body bytes.Buffer
	e := yaml.NewEncoder(&body)
	e.SetIndent(2)
	if err := e.Encode(&doc); err != nil {
		return err
	}
	_, err := io.WriteString(w, head.String()+body.String())
	return err
}

// addComments writes above every column why it was mapped so.
func addComments(doc *yaml.Node, mappings []Mapping) {
	tables := child(doc, "tables")
	for i, m := range mappings {
		columns := child(tables.Content[i], "columns")
		for k, c := range m.Columns {
			node := columns.Content[k]
			node.HeadComment = comment(c)
		}
	}
}

// comment says in a line why a column was mapped as it was.
func comment(c Column) string {
	var b strings.Builder
	if c.Uncertain {
		b.WriteString("UNCERTAIN: ")
	}
	b.WriteString(c.Why)
	if c.Confidence > 0 {
		fmt.Fprintf(&b, " (%.2f)", c.Confidence)
	}
	for i, s := range c.Samples {
		sep := "; "
		if i == 0 {
			sep = ": "
		}
		b.WriteString(sep + printable(s, 40))
	}
	return b.String()
}

// child returns the value of a key of a YAML mapping.
func child(n *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return &yaml.Node{}
}

// ReadMappings reads mappings from YAML as [WriteMappings] writes it. name is
// what the file is called in errors, which are [source.Problem] with the line
// of what is wrong; all that is wrong is reported together.
func ReadMappings(name string, r io.Reader) ([]Mapping, error) {
	d := yaml.NewDecoder(r)
	d.KnownFields(true)
	var file yamlFile
	if err := d.Decode(&file); errors.Is(err, io.EOF) {
		return nil, mappingError(name, 0, "the file is empty", "")
	} else if err != nil {
		return nil, yamlErrors(name, err)
	}
	var extra yamlFile
	if err := d.Decode(&extra); !errors.Is(err, io.EOF) {
		return nil, mappingError(name, 0, "expected one document", "take out the line ---")
	}
	if file.Version != mappingVersion {
		return nil, mappingError(name, 0, fmt.Sprintf("expected version: %d", mappingVersion), "write the mapping anew with tflink import --plan")
	}
	var mappings []Mapping
	var errs []error
	for _, t := range file.Tables {
		m, bad := t.mapping(name)
		errs = append(errs, bad...)
		mappings = append(mappings, m)
	}
	return mappings, errors.Join(errs...)
}

// UnmarshalYAML reads a column and notes its line. Decoding a node forgets that
// unknown keys are an error, so they are checked here.
func (c *yamlColumn) UnmarshalYAML(n *yaml.Node) error {
	type plain yamlColumn
	known := []string{"column", "header", "field", "role", "group", "platform"}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if key := n.Content[i]; n.Kind == yaml.MappingNode && !slices.Contains(known, key.Value) {
			return fmt.Errorf("line %d: field %s not found in a column", key.Line, key.Value)
		}
	}
	if err := n.Decode((*plain)(c)); err != nil {
		return err
	}
	c.line = n.Line
	return nil
}

// mapping checks a table: that it names a file, that its fields and roles exist,
// and that every column has a header or a number.
func (t *yamlTable) mapping(name string) (m Mapping, errs []error) {
	m = Mapping{File: t.File, Sheet: t.Sheet, Role: t.Role, County: t.County, Agency: t.Agency, State: t.State}
	line := 0
	if len(t.Columns) > 0 {
		line = t.Columns[0].line
	}
	if _, err := path.Match(t.File, ""); t.File == "" || err != nil {
		errs = append(errs, mappingError(name, line, "expected file: a name or a pattern", "for example file: wyoming.csv"))
	}
	if t.Role != "" && !knownRole(t.Role) {
		errs = append(errs, mappingError(name, line, "the table's role is unknown", roleHint()))
	}
	for _, c := range t.Columns {
		switch {
		case !c.Field.Valid():
			errs = append(errs, mappingError(name, c.line, fmt.Sprintf("no field is called %q: %s", c.Field, nearestField(c.Field)), nearestField(c.Field)))
		case c.Role != "" && !knownRole(c.Role):
			errs = append(errs, mappingError(name, c.line, "the role is unknown", roleHint()))
		case c.Column < 0 || c.Column == 0 && c.Header == "":
			errs = append(errs, mappingError(name, c.line, "expected header: or column: (from 1)", ""))
		}
		m.Columns = append(m.Columns, Column{Index: c.Column - 1, Header: c.Header, Field: c.Field, Role: c.Role, Group: c.Group,
			Platform: c.Platform, Confidence: 1, Why: "as the mapping says"})
	}
	return m, errs
}

func mappingError(name string, line int, what, hint string) error {
	return &source.Problem{Position: source.Position{File: name, Line: line}, Field: "mapping", Hint: hint, Err: errors.New(what)}
}

var yamlLine = regexp.MustCompile(`^(?:yaml: )?(?:unmarshal errors:\s*)?line (\d+): (.*)$`)

// yamlErrors turns the errors of the YAML reader into problems with a line.
func yamlErrors(name string, err error) error {
	messages := []string{err.Error()}
	var list *yaml.TypeError
	if errors.As(err, &list) {
		messages = list.Errors
	}
	var errs []error
	for _, text := range messages {
		line := 0
		if m := yamlLine.FindStringSubmatch(text); m != nil {
			line, _ = strconv.Atoi(m[1])
			text = m[2]
		}
		errs = append(errs, mappingError(name, line, strings.TrimPrefix(text, "yaml: "), "the file is YAML: compare it with a fresh one from tflink import --plan"))
	}
	return errors.Join(errs...)
}

// knownRole reports whether a role is one that linkage.Role writes.
func knownRole(role string) bool { return slices.Contains(roleNames(), role) }

func roleNames() []string {
	var names []string
	for _, r := range roles {
		names = append(names, r)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func roleHint() string { return "one of " + strings.Join(roleNames(), ", ") }

// nearestField suggests the field that is spelt most like f.
func nearestField(f Field) string {
	best, bestShared := Fields[0], -1
	for _, have := range Fields {
		if n := sharedPairs(string(f), string(have)); n > bestShared {
			best, bestShared = have, n
		}
	}
	if bestShared <= 0 {
		return "see the list at the top of a fresh mapping"
	}
	return fmt.Sprintf("did you mean %s?", best)
}

// sharedPairs counts the pairs of neighbouring letters that two words share, less those they don't.
func sharedPairs(a, b string) int {
	n := 0
	for i := 0; i+2 <= len(a); i++ {
		if strings.Contains(b, a[i:i+2]) {
			n += 3
		}
	}
	return n - len(b)
}

// Match returns the mapping in the list that is for a table: the first whose
// file is the table's name or base name, or a pattern that matches it, and
// whose sheet is the same. It returns false if there is none, and an error if there is one that
// names columns that the table does not have.
func Match(mappings []Mapping, t *Table) (Mapping, bool, error) {
	for i := range mappings {
		m := &mappings[i]
		if m.Sheet != t.Sheet || !matchesFile(m.File, t.File) {
			continue
		}
		fitted, err := m.fit(t)
		return fitted, err == nil, err
	}
	return Mapping{}, false, nil
}

func matchesFile(pattern, name string) bool {
	pattern, name = filepath.ToSlash(pattern), filepath.ToSlash(name)
	if pattern == name || pattern == path.Base(name) {
		return true
	}
	whole, _ := path.Match(pattern, name)
	base, _ := path.Match(pattern, path.Base(name))
	return whole || base
}

// fit finds the table's columns for those of the mapping. Columns that the
// mapping does not name are ignored.
func (m *Mapping) fit(t *Table) (Mapping, error) {
	out := *m
	out.File = t.File
	out.Columns = make([]Column, len(t.Header))
	for i, h := range t.Header {
		out.Columns[i] = Column{Index: i, Header: h, Field: FieldIgnore, Confidence: 1, Why: "the mapping does not name it"}
	}
	var errs []error
	for _, c := range m.Columns {
		i := columnFor(c, t.Header)
		if i < 0 {
			errs = append(errs, &source.Problem{
				Position: source.Position{File: t.File, Sheet: t.Sheet, Line: t.HeaderLine},
				Field:    "mapping",
				Raw:      c.Header,
				Hint:     "write the mapping anew with tflink import --plan",
				Err:      fmt.Errorf("no column %q, which the mapping names", printable(c.Header, 60)),
			})
			continue
		}
		c.Index, c.Header = i, t.Header[i]
		out.Columns[i] = c
	}
	return out, errors.Join(errs...)
}

// columnFor returns the column of a table that a mapping means: the one of its
// number if its header is the same, else the first with the header. Without a
// header the number decides.
func columnFor(c Column, header []string) int {
	at := func(i int) bool { return i >= 0 && i < len(header) && (c.Header == "" || header[i] == c.Header) }
	if at(c.Index) {
		return c.Index
	}
	if c.Header != "" {
		return slices.Index(header, c.Header)
	}
	return -1
}
