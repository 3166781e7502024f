package workspace

import (
	"encoding/json"
	"reflect"
	"testing"
	"unicode/utf8"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/source"
)

// Whatever stands in a cell comes back byte for byte, as JSON that others read.
func FuzzMentions(f *testing.F) {
	f.Add("phone", "(585) 555-0142", "p1", "a.csv", 0.75, 3, true)
	f.Add("plate", "KAB \"\\\x00\x1f\xff ],[", "],[", "", 0.0, -1, false)
	f.Add("", "", "", "b.csv", 1e-300, 1<<40, true)
	f.Fuzz(func(t *testing.T, kind, raw, subject, file string, confidence float64, line int, minor bool) {
		if confidence != confidence || !utf8.ValidString(file) || line > 1<<50 || line < -1<<50 {
			t.Skip() // checkCase refuses it; the name of a file is written as JSON writes it
		}
		in := source.Position{File: "a.csv", Sheet: "s"}
		want := []linkage.Mention{
			{Kind: linkage.Kind(kind), Raw: raw, Subject: subject, Confidence: confidence, Minor: minor, Source: source.Position{File: file, Sheet: "s", Line: line}},
			{Kind: "plate", Raw: raw + kind, Role: linkage.RoleSuspect, InText: minor, Source: source.Position{File: "a.csv", Sheet: "s", Column: line}},
		}
		text, values, err := appendMentions(nil, nil, in, want)
		if err != nil {
			t.Fatal(err)
		}
		if utf8.ValidString(kind) && utf8.ValidString(raw) && utf8.ValidString(subject) && !json.Valid(text) {
			t.Fatalf("no JSON: %s", text)
		}
		got, err := decodeMentions(string(text), values, in)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%+v, %v\nwant %+v", got, err, want)
		}
	})
}

// What is no list of mentions is told, and is no panic.
func FuzzDecodeMentions(f *testing.F) {
	text, values, _ := appendMentions(nil, nil, source.Position{}, full("a.csv").Mentions)
	f.Add(string(text), values)
	f.Add(`[["phone","","x`, []byte{5})
	f.Add(`[["a","b\u00`, []byte{})
	f.Fuzz(func(t *testing.T, text string, values []byte) {
		_, _ = decodeMentions(text, values, source.Position{})
	})
}
