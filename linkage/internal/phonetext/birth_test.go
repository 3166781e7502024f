package phonetext

import "testing"

func TestNumbersBehindADateOfBirth(t *testing.T) {
	for _, text := range []string{
		"DOB 01/02/1990 585-555-0133", "DOB: 1990-01-02, 585-555-0133", "(DOB 01/02/1990) 585-555-0133", "born 1/2/90. 585-555-0133",
	} {
		if hits := Find(text, Running); len(hits) != 1 || hits[0].Digits != "5855550133" {
			t.Errorf("%q: %v", text, hits)
		}
	}
}
