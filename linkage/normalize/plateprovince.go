package normalize

// plateProvinces are the provinces of Canada whose plates are met in New York, by what they are written as; the rest of tflink
// knows the United States only.
var plateProvinces = map[string]string{
	"ontario": "ON", "ont": "ON", "on": "ON",
	"quebec": "QC", "qubec": "QC", "que": "QC", "qc": "QC", "pq": "QC", // é is no letter of ASCII
}

// PlateState returns the postal code of the state, or of the Canadian province (ON, QC), whose plates text
// names by a code or a name, and "" for any other text.
func PlateState(text string) string {
	if code := StateCode(text); code != "" || len(text) > maxStateText {
		return code
	}
	return plateProvinces[lettersOf(text)]
}

// plateStateName returns the name of what issues plates of a code.
func plateStateName(code string) string {
	switch code {
	case "ON":
		return "Ontario"
	case "QC":
		return "Quebec"
	}
	return StateName(code)
}
