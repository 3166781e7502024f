package records

import "testing"

// Accents in Windows-1252, in however many cells of a row, hide no delimiter.
func TestDialectOfAccents(t *testing.T) {
	const head = "N\xfamero;Tel\xe9fono;Descripci\xf3n\n1;585-555-0142;due\xf1o se\xf1alado\n2;585-555-0143;ni\xf1era\n"
	if d := detectDialect("denuncias.csv", []byte(head)); d.comma != ';' || d.width != 3 {
		t.Errorf("delimiter %q, %d cells", d.comma, d.width)
	}
}
