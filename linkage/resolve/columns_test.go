package resolve

import "testing"

func TestMeaningOf(t *testing.T) {
	for _, tt := range []struct {
		header string
		want   meaning
	}{
		{"given_name", meansGiven}, {"First Name", meansGiven}, {"PRIMARY_NAME_FIRST", meansGiven},
		{"surname", meansSurname}, {"LastName", meansSurname}, {"NAME_LAST", meansSurname}, {"Apellido", meansSurname},
		{"full_name", meansFullName}, {"name", meansFullName}, {"Suspect", meansFullName},
		{"first_and_surname", meansNothing}, {"cluster", meansNothing},
		{"dob", meansBorn}, {"DATE_OF_BIRTH", meansBorn}, {"birth_place", meansText},
		{"phone", meansPhone}, {"Contact Number", meansPhone}, {"PHONE_TYPE", meansNothing},
		{"Email Address", meansEmail}, {"addr", meansAddress}, {"ADDR_FULL", meansAddress}, {"address_1", meansStreet},
		{"street_number", meansNumber}, {"address_2", meansText}, {"suburb", meansTown}, {"ADDR_CITY", meansTown},
		{"postcode_fake", meansPostcode}, {"ADDR_POSTAL_CODE", meansPostcode}, {"Zip Code", meansPostcode},
		{"state", meansState}, {"ADDR_COUNTRY", meansCounty}, {"County", meansCounty},
		{"soc_sec_id", meansIdentifier}, {"SSN_NUMBER", meansIdentifier}, {"PASSPORT_NUMBER", meansIdentifier},
		{"DRIVERS_LICENSE_NUMBER", meansIdentifier}, {"DRIVERS_LICENSE_STATE", meansIssuer}, {"PASSPORT_COUNTRY", meansIssuer},
		{"Company", meansBusiness}, {"Site name", meansBusiness}, {"Business Type", meansText}, {"RECORD_TYPE", meansType},
		{"PARTY_CLASS", meansType}, {"LINKEDIN", meansHandle}, {"WEBSITE_ADDRESS", meansHandle}, {"Licensee", meansFullName},
		{"Role", meansRole}, {"Date of Notice", meansNothing}, {"occupation", meansText},
		{"Victim Name", meansVictim}, {"Victim Phone", meansVictim}, {"Minors Involved", meansVictim},
	} {
		if got, _ := meaningOf(tt.header); got != tt.want {
			t.Errorf("%q means %d (%s), want %d (%s)", tt.header, got, meaningNames[got], tt.want, meaningNames[tt.want])
		}
	}
}

func TestIDColumn(t *testing.T) {
	for _, header := range []string{"Id", "rec_id", "unique_id", "RECORD_ID", "Notice"} {
		table := &Table{Header: []string{"name", header}, Rows: [][]string{{"a", "1"}, {"b", "2"}}}
		if at, err := table.idColumn(""); at != 1 || err != nil {
			t.Errorf("%s: column %d, %v", header, at, err)
		}
	}
	for _, header := range []string{"PARTY_ID", "rowid", "Facility Number", "client no"} {
		table := &Table{Header: []string{"name", header}, Rows: [][]string{{"a", "1"}, {"b", "2"}}}
		if at, err := table.idColumn(""); at != 1 || err != nil {
			t.Errorf("%s: column %d, %v", header, at, err)
		}
	}
	table := &Table{Header: []string{"name", "id"}, Rows: [][]string{{"a", "1"}, {"b", "1"}}}
	if at, _ := table.idColumn(""); at != -1 {
		t.Errorf("a column with one value twice names the rows: %d", at)
	}
}
