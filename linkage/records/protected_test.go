package records

import "testing"

func TestNamesOfColumnsOfTheProtected(t *testing.T) {
	for _, name := range []string{
		"Victim Name", "V1 Phone", "PV Name", "PV Cell", "Child Name", "ChildPhone", "Menor Nombre", "Nombre del menor", "Name of Minor", "Juv DOB", "Juvenile Address",
		"Complaining Witness", "CW Phone", "Vctm Email", "Runaway Name", "Missing Person", "SURVIVOR_CELL", "Teléfono de la víctima", "Nombre de la agraviada",
	} {
		if g := guessHeader(name); g.role != "victim" {
			t.Errorf("%q: role %q, not victim", name, g.role)
		}
	}
	for _, name := range []string{"Minors Involved", "Child Involved", "Juvenile Count", "Any minors?", "Witness Phone", "Suspect Name", "Missing Since"} {
		if g := guessHeader(name); g.role == "victim" {
			t.Errorf("%q: role victim", name)
		}
	}
}
