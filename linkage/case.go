// Package linkage answers: here are cases, which mentions are the same entity,
// which cases are linked, by what evidence, how strongly?
package linkage

import (
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/linkage/source"
)

// A Kind names a kind of entity; see the constants of package normalize for
// the built-in ones.
type Kind = normalize.Kind

// A Case is an investigation, incident or tip, or a part of one: parts with the
// same ID are one case where they are of one agency. Without an agency the
// county stands for it, and without that the origin; a part that says less
// belongs to the one case of its id that has its county or its origin.
type Case struct {
	// ID is the case's id as it stands in its file.
	ID string
	// Agency says whose id it is; "" where that is not said.
	Agency string
	// Origin is what the part came from, such as the name of an agency's
	// files; it keeps apart the ids of files that say neither agency nor county.
	Origin string
	// Counties holds the five-digit FIPS codes of the case's counties.
	Counties []string
	// CountyAssumed says that the counties are not the part's own but those of
	// its file, so that a part of the same case elsewhere knows better.
	CountyAssumed bool
	// CountyDoubt says what is uncertain in the counties; "" if nothing is.
	CountyDoubt string
	// From and To are the case's first and last known day.
	From, To normalize.Day
	// Offense is what the case is about.
	Offense Offense
	// Status is the state of the case as its file has it, such as "open".
	Status string
	// MinorsInvolved says that the case has minors in it, not who they are.
	MinorsInvolved bool
	// Narratives are the case's free texts. The linker does not read them; it
	// gets what was found in them as mentions.
	Narratives []Narrative
	// Mentions are the values that the case shares, or may share, with others.
	Mentions []Mention
	// Source is where the case, or this part of it, stands.
	Source source.Position
}

// A Narrative is a free text of a case.
type Narrative struct {
	Text   string
	Source source.Position
}

// A Mention is a value of a kind in a case.
type Mention struct {
	Kind Kind
	// Raw is the value as it stood.
	Raw string
	// Value is the normalised value. Where it is nil the linker normalises Raw.
	Value normalize.Value
	// Role says what the value, or the person it belongs to, is in the case.
	Role Role
	// Subject ties the mentions of one person in one part of a case together:
	// a name, the phone recorded for it, a date of birth. Its text means
	// nothing outside its part. "" is nobody in particular.
	Subject string
	// Minor says that the subject is recorded as a minor. A minor is also one
	// whose Born or Age says under 18 on the case's date.
	Minor bool
	// Born is the subject's date of birth, and Age the age in years at the time of the
	// case (0: unknown).
	Born normalize.Day
	Age  int
	// Date is the day of the sighting; unknown means the case's.
	Date normalize.Day
	// Confidence, in (0, 1], says how sure it is that the text means this
	// value; 0 means 1. Below [MinConfidence] a mention is shown but neither
	// linked on nor counted.
	Confidence float64
	// InText says that the mention was found in a narrative and not in a
	// column of its own.
	InText bool
	// Attributes describe the thing: make, model, color, year of a vehicle.
	Attributes []Attribute
	// Source is where the value stands.
	Source source.Position
}

// An Attribute is a described property of what is mentioned.
type Attribute struct {
	Name, Value string
}

// MinConfidence is the confidence below which a mention is not linked on: more
// likely wrong than right.
const MinConfidence = 0.5

// Offense says what a case is about. The zero value is unknown.
type Offense uint8

// The offenses are bits: a case may be of both.
const (
	SexTrafficking Offense = 1 << iota
	LaborTrafficking
)

// String returns "sex", "labor", "sex+labor" or "unknown".
func (o Offense) String() string {
	switch o & (SexTrafficking | LaborTrafficking) {
	case SexTrafficking:
		return "sex"
	case LaborTrafficking:
		return "labor"
	case SexTrafficking | LaborTrafficking:
		return "sex+labor"
	}
	return "unknown"
}

// A Role says what a person, or a value recorded for a person, is in a case.
type Role uint8

// The roles. RoleVictim is the one that the linker treats apart: see [Mention].
const (
	RoleUnknown       Role = iota
	RoleSuspect            // suspect, subject, arrestee, defendant, recruiter, trafficker
	RoleVictim             // victim, survivor
	RoleWitness            // witness
	RoleReporter           // caller, complainant, reporting party
	RoleAssociate          // associate, relative, driver, owner
	RoleBuyer              // buyer, customer
	RoleProfessional       // officer, attorney, advocate, interpreter
	RoleAdvertisement      // stands in an advertisement
)

var roleNames = [...]string{"", "suspect", "victim", "witness", "reporter", "associate", "buyer", "professional", "advertisement"}

// String returns the role in lower case, and "" for RoleUnknown.
func (r Role) String() string {
	if int(r) < len(roleNames) {
		return roleNames[r]
	}
	return ""
}

// ParseRole returns the role of the given name as String writes it, and
// RoleUnknown for any other text.
func ParseRole(s string) Role {
	s = strings.ToLower(strings.TrimSpace(s))
	for i, n := range roleNames {
		if n == s {
			return Role(i)
		}
	}
	return RoleUnknown
}
