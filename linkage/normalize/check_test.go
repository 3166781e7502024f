package normalize

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// checkValue checks what holds for every value and its error.
func checkValue(t *testing.T, v Value, err error) {
	t.Helper()
	key := v.Key()
	switch {
	case (err != nil) != (key == ""):
		t.Errorf("key %q with error %v", key, err)
	case err != nil && len(v.Issues()) == 0:
		t.Error("an error without an issue")
	case !utf8.ValidString(key) || strings.ContainsFunc(key, unicode.IsControl):
		t.Errorf("key %q is not clean", key)
	}
	for _, part := range v.Parts() {
		if part.Name == "" || part.Value == "" {
			t.Errorf("empty part %v", part)
		}
	}
}
