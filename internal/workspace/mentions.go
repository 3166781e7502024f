package workspace

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"strconv"
	"strings"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/linkage/source"
)

// more is what few mentions have, as a JSON object behind the rest.
type more struct {
	Minor      bool          `json:"minor,omitempty"`
	Born       normalize.Day `json:"born,omitzero"`
	Age        int           `json:"age,omitempty"`
	Date       normalize.Day `json:"date,omitzero"`
	Attributes [][2]string   `json:"attributes,omitempty"` // name, value
	Source     *string       `json:"source,omitempty"`     // file, where it is not the part's
	Sheet      *string       `json:"sheet,omitempty"`      // where it is not the part's
}

// errMentions says that a part's mentions are not as appendMentions wrote them.
var errMentions = errors.New("workspace: the mentions of a case cannot be read")

// appendMentions appends the mentions of a part that stands at in, as JSON, and
// their normalised values. Text that is not UTF-8 stays as it is, byte for byte.
func appendMentions(text, values []byte, in source.Position, mentions []linkage.Mention) (_, _ []byte, err error) {
	if len(mentions) == 0 {
		return text, values, nil
	}
	for i := range mentions {
		m := &mentions[i]
		key, value := "", []byte(nil)
		if m.Value != nil {
			key = m.Value.Key()
			if value, err = normalize.Encode(m.Value); err != nil {
				value = nil // a kind of the caller's own: normalised again when it is read
			}
		}
		values = binary.AppendUvarint(values, uint64(len(value)))
		values = append(values, value...)
		if i == 0 {
			text = append(text, '[')
		} else {
			text = append(text, ',')
		}
		text = append(text, '[')
		for _, s := range [...]string{string(m.Kind), key, m.Raw, m.Role.String(), m.Subject} {
			text = append(appendQuoted(text, s), ',')
		}
		text = append(strconv.AppendInt(text, flag(m.InText), 10), ',')
		text = append(strconv.AppendFloat(text, m.Confidence, 'g', -1, 64), ',')
		text = append(strconv.AppendInt(text, int64(m.Source.Line), 10), ',')
		text = strconv.AppendInt(text, int64(m.Source.Column), 10)
		if text, err = appendMore(text, in, m); err != nil {
			return nil, nil, err
		}
		text = append(text, ']')
	}
	return append(text, ']'), values, nil
}

// appendMore appends what few mentions have, nothing for the others.
func appendMore(text []byte, in source.Position, m *linkage.Mention) ([]byte, error) {
	if !m.Minor && m.Born == 0 && m.Age == 0 && m.Date == 0 && len(m.Attributes) == 0 &&
		m.Source.File == in.File && m.Source.Sheet == in.Sheet {
		return text, nil
	}
	x := more{Minor: m.Minor, Born: m.Born, Age: m.Age, Date: m.Date}
	for _, a := range m.Attributes {
		x.Attributes = append(x.Attributes, [2]string{a.Name, a.Value})
	}
	if m.Source.File != in.File {
		x.Source = &m.Source.File
	}
	if m.Source.Sheet != in.Sheet {
		x.Sheet = &m.Source.Sheet
	}
	object, err := json.Marshal(x)
	return append(append(text, ','), object...), err
}

// apply sets what the JSON tells of m.
func (x *more) apply(m *linkage.Mention) {
	m.Minor, m.Born, m.Age, m.Date = x.Minor, x.Born, x.Age, x.Date
	for _, a := range x.Attributes {
		m.Attributes = append(m.Attributes, linkage.Attribute{Name: a[0], Value: a[1]})
	}
	if x.Source != nil {
		m.Source.File = *x.Source
	}
	if x.Sheet != nil {
		m.Source.Sheet = *x.Sheet
	}
}

// appendQuoted appends a JSON string. Bytes that are not UTF-8 stay as they are.
func appendQuoted(text []byte, s string) []byte {
	const hex = "0123456789abcdef"
	text = append(text, '"')
	start := 0
	for i := range len(s) {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		text = append(text, s[start:i]...)
		if c < ' ' {
			text = append(text, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		} else {
			text = append(text, '\\', c)
		}
		start = i + 1
	}
	return append(append(text, s[start:]...), '"')
}

// decodeMentions returns the mentions of a part that stands at in. A value that
// another version of normalize wrote stays nil, which has the linker normalise
// the raw text. The mentions keep parts of text.
func decodeMentions(text string, values []byte, in source.Position) ([]linkage.Mention, error) {
	if text == "" {
		return nil, nil
	}
	r := reader{rest: text}
	mentions := make([]linkage.Mention, 0, 1+strings.Count(text, "],["))
	for r.take('['); ; r.take(',') {
		m, err := r.mention(in)
		if err != nil {
			return nil, err
		}
		var value []byte
		if value, values = nextValue(values); len(value) > 0 {
			if v, err := normalize.Decode(m.Kind, value); err == nil {
				m.Value = v
			}
		}
		if mentions = append(mentions, m); r.end() {
			return mentions, nil
		}
	}
}

// nextValue cuts the first value off, none where there is none.
func nextValue(values []byte) (value, rest []byte) {
	n, k := binary.Uvarint(values)
	if k <= 0 || n > uint64(len(values)-k) {
		return nil, nil
	}
	return values[k : k+int(n)], values[k+int(n):]
}

// A reader reads the JSON that SQLite's functions or appendMentions wrote, from the front.
type reader struct {
	rest string
	bad  bool
}

// take takes a character that must be there.
func (r *reader) take(c byte) {
	if r.rest == "" || r.rest[0] != c {
		r.bad, r.rest = true, ""
		return
	}
	r.rest = r.rest[1:]
}

// end reports whether nothing but the end of the list is left.
func (r *reader) end() bool { return r.rest == "]" }

func (r *reader) mention(in source.Position) (linkage.Mention, error) {
	var m linkage.Mention
	r.take('[')
	m.Kind = kindNamed(r.text())
	r.take(',')
	_ = r.text() // the key is in the value
	r.take(',')
	m.Raw = r.text()
	r.take(',')
	m.Role = linkage.ParseRole(r.text())
	r.take(',')
	m.Subject = r.text()
	r.take(',')
	m.InText = r.number() != 0
	r.take(',')
	m.Confidence = r.number()
	r.take(',')
	m.Source.File, m.Source.Sheet = in.File, in.Sheet
	m.Source.Line = int(r.number())
	r.take(',')
	m.Source.Column = int(r.number())
	if strings.HasPrefix(r.rest, ",") {
		r.more(&m)
	}
	r.take(']')
	if r.bad {
		return m, errMentions
	}
	return m, nil
}

// kindNamed returns a kind without keeping the text, where it is a built-in one.
func kindNamed(name string) linkage.Kind {
	for _, k := range normalize.Kinds {
		if string(k) == name {
			return k
		}
	}
	return linkage.Kind(strings.Clone(name))
}

// text takes a string.
func (r *reader) text() string {
	r.take('"')
	for i := 0; i < len(r.rest); i++ {
		switch r.rest[i] {
		case '"':
			s := r.rest[:i]
			r.rest = r.rest[i+1:]
			return s
		case '\\':
			return r.escaped(i)
		}
	}
	r.bad, r.rest = true, ""
	return ""
}

// escaped takes the string whose first escape is at i.
func (r *reader) escaped(i int) string {
	text := []byte(r.rest[:i])
	for ; i < len(r.rest); i++ {
		c := r.rest[i]
		switch {
		case c == '"':
			r.rest = r.rest[i+1:]
			return string(text)
		case c != '\\':
			text = append(text, c)
			continue
		}
		i++
		if i == len(r.rest) {
			break
		}
		if plain := strings.IndexByte(`"\/bfnrt`, r.rest[i]); plain >= 0 {
			text = append(text, "\"\\/\b\f\n\r\t"[plain])
			continue
		}
		const digits = 4
		if r.rest[i] != 'u' || i+digits >= len(r.rest) {
			break
		}
		code, err := strconv.ParseUint(r.rest[i+1:i+1+digits], 16, 16)
		if err != nil {
			break
		}
		text = append(text, string(rune(code))...) // control characters only: the rest is not escaped
		i += digits
	}
	r.bad, r.rest = true, ""
	return ""
}

// number takes a number.
func (r *reader) number() float64 {
	end := strings.IndexAny(r.rest, ",]")
	if end < 0 {
		r.bad, r.rest = true, ""
		return 0
	}
	word := r.rest[:end]
	r.rest = r.rest[end:]
	if len(word) == 1 && '0' <= word[0] && word[0] <= '9' {
		return float64(word[0] - '0')
	}
	n, err := strconv.ParseFloat(word, 64)
	r.bad = r.bad || err != nil
	return n
}

// more takes the object behind a mention's values.
func (r *reader) more(m *linkage.Mention) {
	r.take(',')
	d := json.NewDecoder(strings.NewReader(r.rest))
	var x more
	if err := d.Decode(&x); err != nil {
		r.bad, r.rest = true, ""
		return
	}
	r.rest = r.rest[d.InputOffset():]
	x.apply(m)
}
