package casegen

import (
	"testing"

	"github.com/nyaruka/phonenumbers"
)

// TestAreaCodes holds the list to libphonenumber.
func TestAreaCodes(t *testing.T) {
	for _, code := range areaCodes {
		n, err := phonenumbers.Parse("+1"+code+"5550123", "US")
		if err != nil || !phonenumbers.IsValidNumberForRegion(n, "US") {
			t.Errorf("area code %s is not valid in the United States", code)
		}
	}
	if len(areaCodes) != 356 {
		t.Errorf("%d area codes", len(areaCodes))
	}
}

func TestSequenceVisitsAll(t *testing.T) {
	for _, n := range []uint64{1, 2, 10, 97, 35_600} {
		s := newSequence(n, 12345)
		seen := map[uint64]bool{}
		for range n {
			seen[s.next()] = true
		}
		if uint64(len(seen)) != n {
			t.Errorf("%d of %d visited", len(seen), n)
		}
	}
}

func TestSequenceHasAnEnd(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("the third of two was given out")
		}
	}()
	s := newSequence(2, 0)
	s.next()
	s.next()
	s.next()
}

func TestMisspellChangesOneThing(t *testing.T) {
	r := newRand(1, 1)
	v := newValues(newRand(1, 2), 100, true)
	for range 500 {
		for _, value := range []Value{v.phone(), v.plate(), v.business(), v.address(3), v.email(), v.handle()} {
			got := misspell(r, value.Kind, value.Seen)
			if got == value.Seen || len(got) < len(value.Seen)-1 || len(got) > len(value.Seen)+1 {
				t.Fatalf("%s: %q became %q", value.Kind, value.Seen, got)
			}
		}
	}
}
