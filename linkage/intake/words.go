package intake

import (
	"slices"
	"strings"

	"github.com/tflink/tflink/linkage"
)

// parseOffense returns what a cell says that a case is about; texts that name neither are unknown.
func parseOffense(s string) linkage.Offense {
	s = strings.ToLower(s)
	var o linkage.Offense
	if containsAny(s, "sex", "prostitut", "csec", "escort", "massage", "230.3", "brothel", "pimp", "explotación s", "explotacion s", "pornograph") {
		o |= linkage.SexTrafficking
	}
	if containsAny(s, "labor", "labour", "forced work", "servitude", "wage", "peonage", "135.35", "135.37", "trabajo", "involuntary serv") {
		o |= linkage.LaborTrafficking
	}
	if o == 0 && (s == "both" || s == "ambos" || strings.HasPrefix(s, "both ") || s == "s/l" || s == "l/s") {
		o = linkage.SexTrafficking | linkage.LaborTrafficking
	}
	if o == 0 {
		switch strings.Trim(s, " .") {
		case "st", "s":
			o = linkage.SexTrafficking
		case "lt", "l":
			o = linkage.LaborTrafficking
		}
	}
	return o
}

// parseYes reports whether a cell says yes, or a number above zero.
func parseYes(s string) bool {
	s = strings.ToLower(strings.TrimSpace(s))
	switch s {
	case "", "0", "n", "f", "false", "unk", "unknown", "ninguno":
		return false
	}
	if strings.HasPrefix(s, "no") { // no, none, not known, no minors, not a juvenile
		return false
	}
	if s[0] >= '1' && s[0] <= '9' {
		return true
	}
	return strings.HasPrefix(s, "y") || strings.HasPrefix(s, "s") && len(s) <= 3 || s == "t" || s == "true" || s == "x" ||
		containsAny(s, "minor", "juvenile", "child", "menor")
}

// roleWords are the words that say what somebody is in a case; the first that stands in a text decides,
// so that what protects a person comes first.
var roleWords = []struct {
	word string
	role linkage.Role
}{
	{"victim", linkage.RoleVictim}, {"survivor", linkage.RoleVictim}, {"víctima", linkage.RoleVictim}, {"victima", linkage.RoleVictim},
	{"vic", linkage.RoleVictim}, {"vict", linkage.RoleVictim}, {"trafficked", linkage.RoleVictim}, {"pv", linkage.RoleVictim}, {"cw", linkage.RoleVictim},
	{"complaining", linkage.RoleVictim}, {"aggrieved", linkage.RoleVictim}, {"agraviad", linkage.RoleVictim}, {"ofendid", linkage.RoleVictim},
	{"afectad", linkage.RoleVictim}, {"damnificad", linkage.RoleVictim}, {"exploited", linkage.RoleVictim}, {"complainant/v", linkage.RoleVictim}, {"sobreviviente", linkage.RoleVictim}, {"injured party", linkage.RoleVictim},
	{"suspect", linkage.RoleSuspect}, {"sospechos", linkage.RoleSuspect}, {"subject", linkage.RoleSuspect}, {"arrest", linkage.RoleSuspect},
	{"defendant", linkage.RoleSuspect}, {"acusado", linkage.RoleSuspect}, {"offender", linkage.RoleSuspect}, {"perp", linkage.RoleSuspect},
	{"recruiter", linkage.RoleSuspect}, {"trafficker", linkage.RoleSuspect}, {"target", linkage.RoleSuspect}, {"poi", linkage.RoleSuspect},
	{"person of interest", linkage.RoleSuspect}, {"susp", linkage.RoleSuspect}, {"pimp", linkage.RoleSuspect}, {"crew leader", linkage.RoleSuspect},
	{"witness", linkage.RoleWitness}, {"testigo", linkage.RoleWitness}, {"wit", linkage.RoleWitness},
	{"caller", linkage.RoleReporter}, {"report", linkage.RoleReporter}, {"complain", linkage.RoleReporter}, {"tipster", linkage.RoleReporter},
	{"denunciante", linkage.RoleReporter}, {"rp", linkage.RoleReporter},
	{"buyer", linkage.RoleBuyer}, {"john", linkage.RoleBuyer}, {"customer", linkage.RoleBuyer}, {"client", linkage.RoleBuyer}, {"cliente", linkage.RoleBuyer},
	{"officer", linkage.RoleProfessional}, {"detective", linkage.RoleProfessional}, {"attorney", linkage.RoleProfessional},
	{"advocate", linkage.RoleProfessional}, {"interpreter", linkage.RoleProfessional}, {"investigator", linkage.RoleProfessional},
	{"associate", linkage.RoleAssociate}, {"relative", linkage.RoleAssociate}, {"driver", linkage.RoleAssociate}, {"owner", linkage.RoleAssociate},
	{"employer", linkage.RoleAssociate}, {"asociado", linkage.RoleAssociate}, {"conductor", linkage.RoleAssociate},
	{"ad", linkage.RoleAdvertisement}, {"advert", linkage.RoleAdvertisement}, {"anuncio", linkage.RoleAdvertisement},
}

// parseRole returns the role that a cell says. Short words must stand alone.
func parseRole(s string) linkage.Role {
	s = strings.ToLower(strings.TrimSpace(s))
	if s == "v" {
		return linkage.RoleVictim
	}
	if s == "s" {
		return linkage.RoleSuspect
	}
	if s == "w" {
		return linkage.RoleWitness
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return r < 'a' || r > 'z' && r < 0x80 })
	if slices.Contains(words, "v") || s == "c/w" { // "CW/V", "V#1"; in New York the complaining witness is the victim
		return linkage.RoleVictim
	}
	for _, w := range roleWords {
		if len(w.word) > 4 && strings.Contains(s, w.word) {
			return w.role
		}
		for _, have := range words {
			if have == w.word || len(w.word) > 3 && strings.HasPrefix(have, w.word) {
				return w.role
			}
		}
	}
	return linkage.RoleUnknown
}

// saysMinor reports whether a role says that its person is a minor. Whoever is
// called one is protected, whatever else the role says.
func saysMinor(role string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(role), func(r rune) bool { return r < 'a' || r > 'z' && r < 0x80 }), func(w string) bool {
		switch w {
		case "minor", "minors", "juvenile", "juv", "child", "children", "kid", "youth", "teen", "teenager", "underage", "menor", "niño", "niña", "nino", "nina":
			return true
		}
		return false
	})
}

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
