package intake

import (
	"testing"

	"github.com/tflink/tflink/linkage"
)

func TestParseRole(t *testing.T) {
	for text, want := range map[string]linkage.Role{
		"Victim": linkage.RoleVictim, "V": linkage.RoleVictim, "vic 2": linkage.RoleVictim, "VÍCTIMA": linkage.RoleVictim,
		"victim / witness": linkage.RoleVictim, "suspect, also a victim": linkage.RoleVictim,
		"Suspect": linkage.RoleSuspect, "SUSP #1": linkage.RoleSuspect, "arrestee": linkage.RoleSuspect, "Sospechoso": linkage.RoleSuspect,
		"Person of interest": linkage.RoleSuspect, "w": linkage.RoleWitness, "Witness (child)": linkage.RoleWitness,
		"RP": linkage.RoleReporter, "reporting party": linkage.RoleReporter, "complainant": linkage.RoleReporter,
		"buyer": linkage.RoleBuyer, "Det.": linkage.RoleUnknown, "Detective": linkage.RoleProfessional, "advocate": linkage.RoleProfessional,
		"ad": linkage.RoleAdvertisement, "registered owner": linkage.RoleAssociate, "": linkage.RoleUnknown, "\xff": linkage.RoleUnknown,
	} {
		if got := parseRole(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestParseOffense(t *testing.T) {
	both := linkage.SexTrafficking | linkage.LaborTrafficking
	for text, want := range map[string]linkage.Offense{
		"Sex Trafficking": linkage.SexTrafficking, "PL 230.34": linkage.SexTrafficking, "promoting prostitution": linkage.SexTrafficking, "ST": linkage.SexTrafficking,
		"labor trafficking": linkage.LaborTrafficking, "forced labour": linkage.LaborTrafficking, "PL 135.35": linkage.LaborTrafficking,
		"both": both, "sex & labor": both, "ambos": both, "S/L": both, "larceny": 0, "": 0,
	} {
		if got := parseOffense(text); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}

func TestParseYes(t *testing.T) {
	for text, want := range map[string]bool{
		"Y": true, "yes": true, "Sí": true, "1": true, "2 minors": true, "true": true, "X": true, "juvenile": true,
		"": false, "N": false, "No": false, "0": false, "false": false, "unknown": false, "none": false, "no minors": false, "Not a juvenile": false, "not known": false,
	} {
		if got := parseYes(text); got != want {
			t.Errorf("%q is %t", text, got)
		}
	}
}

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
