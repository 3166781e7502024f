package linkage_test

import (
	"testing"

	"github.com/tflink/tflink/linkage"
)

func TestOffenseString(t *testing.T) {
	for o, want := range map[linkage.Offense]string{
		0: "unknown", linkage.SexTrafficking: "sex", linkage.LaborTrafficking: "labor", linkage.SexTrafficking | linkage.LaborTrafficking: "sex+labor",
	} {
		if got := o.String(); got != want {
			t.Errorf("%d is %q, want %q", o, got, want)
		}
	}
}

// Every role is read back from its name.
func TestRolesReadBack(t *testing.T) {
	for r := linkage.RoleUnknown; r <= linkage.RoleAdvertisement; r++ {
		if got := linkage.ParseRole(" " + r.String() + " "); got != r {
			t.Errorf("%q is read as %q", r, got)
		}
	}
	if linkage.ParseRole("bystander") != linkage.RoleUnknown || linkage.Role(200).String() != "" {
		t.Error("a role that there is not")
	}
}
