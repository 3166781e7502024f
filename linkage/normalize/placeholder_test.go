package normalize

import "testing"

func TestPlaceholdersAreNothing(t *testing.T) {
	for kind, texts := range map[Kind][]string{
		KindPhone:    {"000-000-0000", "111-111-1111", "123-456-7890", "(315) 555-1212", "716-000-0000", "716-999-9999", "800-555-1212"},
		KindEmail:    {"none@none.com", "test@test.com", "noemail@gmail.com", "no-email@county.gov", "unknown@unknown.com", "na@na.com", "abc@abc.com", "no@email.com"},
		KindHandle:   {"@unknown", "N/A", "none", "instagram", "IG: none"},
		KindBusiness: {"self employed", "Self-Employed", "UNEMPLOYED", "private residence", "Unknown Farm", "Unknown business", "N/A", "homeless", "not employed", "gas station", "Hispanic male"},
		KindPerson:   {"Unknown male", "Hispanic male", "UNKNOWN, UNKNOWN", "white female driver", "Suspect 1", "unidentified"},
		KindPlate:    {"NY", "NY UNKNOWN", "TMP", "no plate", "TEMP TAG", "NONE"},
	} {
		for _, text := range texts {
			if key, err := keyOf(kind, text); err == nil || key != "" {
				t.Errorf("%s %q: key %q, error %v; it stands for nothing", kind, text, key, err)
			}
		}
	}
}

func TestPlaceholdersTakeNothingElse(t *testing.T) {
	for kind, texts := range map[Kind][]string{
		KindPhone:    {"585-555-0142", "716-222-2222", "716-777-7777", "212-555-1213"},
		KindEmail:    {"nonesuch@none.com", "test@county.gov", "x@example.com", "anna@gmail.com"},
		KindHandle:   {"@unknown_22", "@nonella", "IG: goldie_22"},
		KindBusiness: {"Residence Inn", "Student Loan Center", "Private Home Care LLC", "House of Nails", "Unknown Pleasures Spa"},
		KindPerson:   {"Male, Pedro", "John Black", "Maria White", "Juan Hombre", "Jane Driver"},
		KindPlate:    {"NY TMP1234", "KAB1042"},
	} {
		for _, text := range texts {
			if key, err := keyOf(kind, text); err != nil || key == "" {
				t.Errorf("%s %q: key %q, error %v", kind, text, key, err)
			}
		}
	}
}

func keyOf(kind Kind, text string) (string, error) {
	var v Value
	var err error
	switch kind {
	case KindPhone:
		v, err = Phone(text, "")
	case KindEmail:
		v, err = Email(text)
	case KindHandle:
		v, err = Handle(text, "")
	case KindBusiness:
		v, err = Business(text)
	case KindPerson:
		v, err = Person(text)
	case KindPlate:
		v, err = Plate(text, "")
	}
	return v.Key(), err
}
