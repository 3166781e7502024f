package linkage

import "github.com/tflink/tflink/linkage/normalize"

// hotlines are national lines that stand in the files of unrelated cases
// because people are told to call them. They are shown and not linked on. (Numbers as published by the
// operators: humantraffickinghotline.org, ice.gov/tipline, missingkids.org, childhelphotline.org, rainn.org, thehotline.org,
// 1800runaway.org, dol.gov/agencies/whd, fbi.gov.)
var hotlines = map[string]string{
	"+18883737888": "National Human Trafficking Hotline",
	"+18663472423": "DHS tip line",
	"+18008435678": "NCMEC",
	"+18004224453": "Childhelp",
	"+18006564673": "RAINN",
	"+18007997233": "National Domestic Violence Hotline",
	"+18007862929": "National Runaway Safeline",
	"+18664879243": "Wage and Hour Division",
	"+18002255324": "FBI",
}

// typedPlates are typed where a form insists on a plate.
var typedPlates = map[string]bool{"123456": true, "1234567": true, "ABC123": true, "ABC1234": true}

// isNobody reports whether a name is the one that the law gives to people whose name is
// not known: John Doe, Jane Roe, Juan Doe, Baby Doe.
func isNobody(p normalize.PersonName) bool {
	switch p.NameKey() {
	case "doe, john", "doe, jane", "roe, john", "roe, jane", "roe, richard", "doe, juan", "doe, juana", "doe, baby", "doe, unknown", "doe, jon":
		return p.Born == 0
	}
	return false
}
