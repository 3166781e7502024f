package casegen

import (
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// Sentences without a value: what a report says beside the point, with amounts,
// times and other numbers that are no phones.
var (
	openings = []string{
		"Anonymous caller reports", "Deputy dispatched after a complaint;", "Walk-in at the desk states", "Referral from a clinic:",
		"Follow-up to an earlier tip.", "Traffic stop at 2:45 am.", "School nurse reports a concern.", "Inspector on a routine visit notes",
	}
	matters = []string{
		"several young women living above the premises.", "workers who are not allowed to leave the housing.",
		"men coming and going between 9:30 pm and 4 am.", "wages held back for 6 weeks.", "an ad with prices of $120 and $200.",
		"passports kept by the manager.", "a debt of $4,500 that nobody can explain.", "two girls who looked frightened.",
		"12 people in a trailer without heat.", "someone being driven to a different place every night.",
	}
	closings = []string{
		"No further action taken.", "Forwarded to the detective bureau on 3/14.", "Caller will ring back.", "See report 2021-4471.",
		"Interpreter requested.", "Unit 14 clear at 22:10.", "", "", "",
	}
	phoneSentences = []string{
		"Number given was %.", "The contact is % per the ad.", "They were told to text %.", "Calls went out to %.", "Phone % came up again.",
	}
	plateSentences = []string{
		"@ seen, plate %.", "Left in a @ with plate %.", "License plate % on a @.", "The @ had plate %.", "Driver of the @ (plate %) waited outside.",
	}
	phoneTextForms = []int{0, 1, 2, 3, 5, 7}
)

// narrative tells the case, with the values that stand in it alone.
func (w *row) narrative() string {
	parts := []string{pick(w.r, openings), pick(w.r, matters)}
	for _, v := range w.Values {
		if v.InText {
			parts = append(parts, w.sentence(v))
		}
	}
	for i, v := range w.all(normalize.KindAddress) {
		if i > 0 { // the columns hold one
			parts = append(parts, "Also seen at "+addressLine(v.Seen, 1)+".")
		}
	}
	if s := pick(w.r, closings); s != "" {
		parts = append(parts, s)
	}
	return strings.Join(parts, " ")
}

// sentence says one phone or plate in words.
func (w *row) sentence(v Value) string {
	if v.Kind == normalize.KindPhone {
		return strings.Replace(pick(w.r, phoneSentences), "%", phoneForm(pick(w.r, phoneTextForms))(v.Seen), 1)
	}
	state, number, _ := strings.Cut(v.Seen, " ")
	number = plateForms[w.r.IntN(3)](number)
	if state != "NY" || w.r.IntN(2) == 0 { // a New York report often leaves its own state unsaid
		number = state + " " + number
	}
	s := strings.Replace(pick(w.r, plateSentences), "%", number, 1)
	return strings.Replace(s, "@", pick(w.r, vehicles), 1)
}
