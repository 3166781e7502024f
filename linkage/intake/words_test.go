package intake

import (
	"testing"

	"github.com/tflink/tflink/linkage"
)

func TestRolesOfTheProtected(t *testing.T) {
	for _, s := range []string{
		"VIC", "survivor", "CW/V", "V#1", "V1", "Potential Vict.", "Trafficked person", "PV", "C/W", "CW", "Complaining Witness", "víctima", "Víctima 2",
		"Victim/Witness", "agraviada", "alleged victim", "suspected victim", "V",
	} {
		if r := parseRole(s); r != linkage.RoleVictim {
			t.Errorf("%q is read as %v, not a victim", s, r)
		}
	}
	for _, s := range []string{"menor", "child", "Juvenile", "niña", "minor suspect", "Juv. Witness"} {
		if !saysMinor(s) {
			t.Errorf("%q is not read as a minor", s)
		}
	}
	for _, s := range []string{"suspect", "witness", "S1", "owner", "Driver", "advisor", "service provider"} {
		if parseRole(s) == linkage.RoleVictim || saysMinor(s) {
			t.Errorf("%q is read as somebody protected", s)
		}
	}
}
