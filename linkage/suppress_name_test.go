package linkage

import "testing"

func TestPartsOfAVictimsNameAreHers(t *testing.T) {
	names := map[string]bool{"roe": true, "jane": true, "marie": true}
	for key, want := range map[string]bool{"roe": true, "roe, jane": true, "jane": true, "roe, j": true, "roe, bob": false, "j": false, "": false} {
		if got := saysOnly(key, names); got != want {
			t.Errorf("saysOnly(%q) = %v", key, got)
		}
	}
}
