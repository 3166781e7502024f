package records

import (
	"strings"
	"testing"
)

// tableOf reads a table from text.
func tableOf(t testing.TB, name, text string) *Table {
	t.Helper()
	f, err := NewFile(name, strings.NewReader(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	table, err := f.Next()
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// mapped returns what Infer makes of a table: for each column its field, and
// behind it role and group where there are any.
func mapped(m Mapping) []string {
	var out []string
	for _, c := range m.Columns {
		s := string(c.Field)
		if c.Role != "" {
			s += " role=" + c.Role
		}
		if c.Group != "" && c.Group != c.Role {
			s += " group=" + c.Group
		}
		if c.Platform != "" {
			s += " on=" + c.Platform
		}
		out = append(out, s)
	}
	return out
}

func TestInfer(t *testing.T) {
	tests := []struct {
		name, file, text string
		want             []string
	}{
		{
			name: "plain", file: "wyoming.csv",
			text: `Case No,Date Opened,Offense,Status,Suspect,Suspect DOB,Telephone,License Plate,LP STATE,Establishment,Address,Minors Involved,Victim Name,Narrative
WY-24-1,1/5/2024,Sex Trafficking,Open,Ada Vale,1/2/1980,(585) 555-0142,KAB-1042,NY,Jade Spa,"12 Main St, Warsaw, NY 14569",Y,Eva Roe,"She said that two men drove her to the motel, again."
WY-24-2,1/6/2024,Labor Trafficking,Closed,Bo Reed,3/4/1975,585-555-0143,GHI-2211,NY,Quarry Farm LLC,"9 Elm Ave, Perry, NY 14530",N,Ida Moe,"Workers were seen sleeping in the barn behind the house."
`,
			want: []string{"case_id", "date", "offense", "status", "person role=suspect", "born role=suspect", "phone", "plate", "plate_state",
				"business group=/business", "address", "minors", "person role=victim", "narrative"},
		},
		{
			name: "abbreviated, upper case, tabs", file: "export.tsv",
			text: "INC_NUM\tRPT_DT\tCNTY\tOFF_TYP\tSUBJ_LNAME\tSUBJ_FNAME\tSUBJ_MI\tDOB\tPH_NBR\tVEH_LIC\tVEH_ST\tVEH_YR\tVEH_MAKE\tVEH_MODEL\tVEH_CLR\tSTR_NO\tSTREET\tAPT\tCITY\tST\tZIP\n" +
				"2024001\t20240105\tERIE\tSEX\tVALE\tADA\tB\t19800102\t7165550142\tKAB1042\tNY\t2014\tFORD\tTRANSIT\tWHI\t12\tMAIN ST\t4\tBUFFALO\tNY\t14201\n" +
				"2024002\t20240106\tERIE\tLABOR\tREED\tBO\tC\t19750304\t7165550143\tGHI2211\tPA\t2009\tHONDA\tODYSSEY\tSIL\t9\tELM AVE\t\tAMHERST\tNY\t14226\n" +
				"2024003\t20240107\tERIE\tLABOR\tROE\tIDA\tD\t19750305\t7165550144\tGHI2212\tPA\t2009\tHONDA\tODYSSEY\tSIL\t9\tOAK AVE\t\tAMHERST\tNY\t14226\n",
			want: []string{"case_id", "date", "county", "offense", "last_name role=suspect", "first_name role=suspect", "middle_name role=suspect", "born",
				"phone", "plate", "plate_state", "vehicle_year", "make", "model", "color", "street", "street", "unit", "city", "address_state", "zip"},
		},
		{
			name: "Spanish, semicolons", file: "denuncias.csv",
			text: `Número de expediente;Fecha de apertura;Condado;Tipo de delito;Nombre del sospechoso;Fecha de nacimiento;Teléfono;Correo electrónico;Placa;Empresa;Dirección;Menores involucrados;Teléfono de la víctima;Descripción de los hechos
A-1;2024-01-05;Orleans;Trata laboral;Ada Vale;1980-01-02;585-555-0142;ada@example.com;KAB 1042;Granja Luz LLC;12 Main St, Albion, NY 14411;Sí;585-555-0199;Los trabajadores dormían en el granero, sin agua y sin luz.
A-2;2024-01-06;Orleans;Trata sexual;Bo Reed;1975-03-04;585-555-0143;bo@example.com;GHI 2211;Spa Jade;9 Elm Ave, Medina, NY 14103;No;585-555-0198;La llamante vio a dos hombres con tres mujeres en el motel.
`,
			want: []string{"case_id", "date", "county", "offense", "person role=suspect", "born", "phone", "email", "plate", "business group=/business", "address",
				"minors", "phone role=victim", "narrative"},
		},
		{
			name: "camelCase, pipes", file: "feed.txt",
			text: `complaintNumber|openDate|incidentCounty|crimeType|personOfInterest|contactNumber|vehiclePlate|plateState|vinNumber|employerName|locationAddress|emailAddress|websiteUrl|socialMediaHandle|agencyName|caseStatus|comments
C1|2024-01-05|Yates County|sex|Vale, Ada|585.555.0142|KAB1042|NY|1FTYR10U77PA12345|Jade Spa|12 Main St, Penn Yan, NY 14527|ada@example.com|www.jade.example|@jade_spa|Yates County Sheriff|open|Caller says she saw three women carried from van to van.
C2|2024-01-06|Yates County|labor|Reed, Bo|585.555.0143|GHI2211|NY|2FTYR10U77PA12346|Quarry Farm|9 Elm Ave, Dundee, NY 14837|bo@example.com|http://quarry.example|quarry.farm|Yates County Sheriff|open|Eight men in one trailer behind the packing house, no heat.
`,
			want: []string{"case_id", "date", "county", "offense", "person role=suspect", "phone group=/contact", "plate", "plate_state", "vin",
				"business group=/business", "address group=/location", "email", "url", "handle", "agency", "status", "narrative"},
		},
		{
			name: "first names of suspects in front of an address", file: "x.csv",
			text: `case id,county,suspect,address
A1,Genesee,Xiomara,"8250 Park Rd, Batavia, NY"
A2,Genesee,Maria,"12 Main St, Batavia, NY"
`,
			want: []string{"case_id", "county", "person role=suspect", "address"},
		},
		{
			name: "two suspects, two addresses, two vehicles", file: "x.csv",
			text: `Case #,Suspect 1 First Name,Suspect 1 Last Name,Suspect 1 Phone,Suspect 2 First Name,Suspect 2 Last Name,Suspect 2 Phone,Suspect 2 Phone 2,Home Street,Home City,Home Zip,Work Street,Work City,Work Zip,Plate 1,Plate 1 State,Plate 2,Plate 2 State,Caller Phone
1,Ada,Vale,585-555-0142,Bo,Reed,585-555-0143,585-555-0144,12 Main St,Perry,14530,9 Elm Ave,Warsaw,14569,KAB1042,NY,GHI2211,PA,585-555-0145
2,Ida,Moe,585-555-0146,Al,Roe,585-555-0147,,13 Main St,Perry,14530,10 Elm Ave,Warsaw,14569,KAB1043,NY,,,585-555-0148
`,
			want: []string{"case_id", "first_name role=suspect group=suspect 1", "last_name role=suspect group=suspect 1", "phone role=suspect group=suspect 1",
				"first_name role=suspect group=suspect 2", "last_name role=suspect group=suspect 2", "phone role=suspect group=suspect 2", "phone role=suspect group=suspect 2",
				"street group=/home", "city group=/home", "zip group=/home", "street group=/work", "city group=/work", "zip group=/work",
				"plate group=1", "plate_state group=1", "plate group=2", "plate_state group=2", "phone role=reporter"},
		},
		{
			name: "repeated names", file: "x.csv",
			text: `Case,Name,DOB,Phone,Name,DOB,Phone
1,Ada Vale,1980-01-02,585-555-0142,Bo Reed,1975-03-04,585-555-0143
2,Ida Moe,1981-01-02,585-555-0144,Al Roe,1976-03-04,585-555-0145
3,Ivy Poe,1982-01-02,585-555-0146,Cy Noe,1977-03-04,585-555-0147
`,
			want: []string{"case_id", "person", "born", "phone", "person group=2", "born group=2", "phone group=2"},
		},
		{
			name: "no header", file: "x.csv",
			text: `WY-1,2024-01-05,(585) 555-0142,ada@example.com,1FTYR10U77PA12345,"12 Main St, Perry, NY 14530",The caller saw two men and three women at the back door.
WY-2,2024-01-06,(585) 555-0143,bo@example.com,1FTYR10U77PA12346,"13 Main St, Perry, NY 14530",Neighbors hear shouting at night and see a van come and go.
WY-3,2024-01-07,(585) 555-0144,cy@example.com,1FTYR10U77PA12347,"14 Main St, Perry, NY 14530",Workers without shoes walked along the road to the next farm.
`,
			want: []string{"case_id", "date", "phone", "email", "vin", "address", "narrative"},
		},
		{
			name: "company and address in one", file: "x.csv",
			text: `Notice,Company,Phone,Date of Notice
2024-1,"Quarry Farm LLC 9 Elm Ave Dundee, NY 14837",(585) 555-0142,1/5/2024Amended 2/1/2024
2024-2,"Jade Spa, 12 Main St, Penn Yan, NY 14527",585-555-0143 or 555-0144,1/6/2024
2024-3,"Kestrel Dairy, 14 Main St, Penn Yan, NY 14527",585-555-0145,1/7/2024
`,
			want: []string{"case_id", "business_address group=/business", "phone", "date"},
		},
		{
			name: "persons table", file: "Victims.csv",
			text: `Case ID,Person ID,Role,Full Name,AKA,Age,Minor,Instagram,Cell
1,11,victim,Ada Vale,Star,16,Y,@ada_v,585-555-0142
2,12,witness,Bo Reed,,40,N,@bo.reed,585-555-0143
3,13,victim,Ida Moe,Luz,30,N,@ida_1,585-555-0144
`,
			want: []string{"case_id", "ignore", "role", "person", "alias", "age", "minor_flag", "handle on=instagram", "phone"},
		},
		{
			name: "business address in parts", file: "x.csv",
			text: `Incident ID,Business Name,Business Address,City,State,Zip,Business Phone
1,Jade Spa,12 Main St,Perry,NY,14530,585-555-0142
2,Quarry Farm LLC,9 Elm Ave,Warsaw,NY,14569,585-555-0143
3,Kestrel Dairy,10 Elm Ave,Warsaw,NY,14569,585-555-0144
`,
			want: []string{"case_id", "business group=/business", "street group=/business", "city group=/business", "address_state group=/business", "zip group=/business", "phone group=/business"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := Infer(tableOf(t, tt.file, tt.text))
			got := mapped(m)
			for i := range got {
				if i >= len(tt.want) || got[i] != tt.want[i] {
					t.Errorf("column %d %q: got %q, want %q (%s)", i+1, m.Columns[i].Header, got[i], at(tt.want, i), m.Columns[i].Why)
				}
			}
		})
	}
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return "no such column"
}

// What names say by themselves.
func TestGuessHeader(t *testing.T) {
	tests := map[Field]string{
		FieldCaseID: `Case Number|CASE_NO|Case #|caseId|Incident No.|Incident Number|CR#|CR Number|Case Num|Complaint #|Docket|Docket No|Report Number|File No.|Tip ID|Investigation Number|
			Event #|CAD Number|Número de caso|No. de expediente|Expediente|Folio|Reference Number|Control Number|Case Ref|CaseNumber|CASENO|Case ID|Case File Number|DR Number`,
		FieldCounty:      `County|CNTY|County Name|Condado|Incident County|County of Occurrence|COUNTY_NAME|county_fips`,
		FieldAgency:      `Agency|Reporting Agency|Law Enforcement Agency|Department|Agencia|ORI|Agency Name|AGCY`,
		FieldDate:        `Date|Open Date|Open Dt|Date Opened|Report Date|RPT_DT|Incident Date|Date of Incident|Fecha|Fecha del incidente|Date Received|Rec'd Date|Occurred On|Case Date|Date Reported|incident_datetime|First Seen|Fecha de apertura|Date of Notice|Event Date|Date/Time`,
		FieldDateEnd:     `Close Date|Date Closed|Closed|End Date|Last Seen|Fecha de cierre|Closed Dt`,
		FieldOffense:     `Offense|Offense Type|Crime Type|Case Type|Trafficking Type|Type of Trafficking|Delito|Tipo de delito|Nature of Offense|Charge|Allegation|Sex/Labor|OFF_TYPE|Offence`,
		FieldStatus:      `Status|Case Status|Disposition|Estado del caso|STAT`,
		FieldMinors:      `Minors Involved|Minor Involved?|Minors|Juveniles Involved|Menores involucrados|Any minors?|minors_present`,
		FieldNarrative:   `Narrative|Description|Notes|Comments|Remarks|Summary|Case Notes|Synopsis|Details|Incident Description|Officer Notes|Narrativa|Resumen|Ad Text|Tip Details|Observaciones`,
		FieldPhone:       `Phone|Telephone|PHONE NUM|Phone #|Contact Number|Call Back|Callback|Callback #|Cell|Mobile|Cell Phone|Tel|Tel.|Tel No|PH|Ph #|Teléfono|Telefono|Celular|Número de teléfono|Home Phone|Phone 1|phone_number|Phone(s)|Phone Number(s)|WhatsApp|Business Phone|Contact Phone`,
		FieldEmail:       `Email|E-mail|E_MAIL|Email Address|Correo|Correo electrónico|e-mail address|EMAIL_ADDR`,
		FieldURL:         `URL|Website|Web Site|Web Address|Link|Ad URL|Sitio web|Profile URL|Domain`,
		FieldHandle:      `Handle|Username|User Name|Screen Name|Social Media|Social Media Handle|Online Handle|Instagram|IG Handle|Snapchat|Facebook|Usuario|Redes sociales`,
		FieldPlate:       `Plate|License Plate|Plate Number|Plate #|LP|LP Number|LP #|Tag|Tag Number|Tag No|Lic Plate|License Plate No.|Vehicle Plate|Placa|Matrícula|Veh Lic|Reg. Plate|LIC_PLATE_NUM|Licence Plate|Plate/Tag`,
		FieldPlateState:  `Plate State|LP STATE|Tag State|LP ST|License State|Plate St|Registration State|State of Plate|VEH_ST|Lic State|Reg State`,
		FieldVIN:         `VIN|VIN Number|Vehicle Identification Number|VIN #|Veh VIN`,
		FieldVehicle:     `Vehicle|Vehicle Description|Veh Desc|Make/Model|Vehicle Info|Year/Make/Model|Vehículo`,
		FieldMake:        `Make|Vehicle Make|Veh Make|Marca`,
		FieldModel:       `Model|Vehicle Model|Veh Model|Modelo`,
		FieldColor:       `Color|Colour|Vehicle Color|Veh Color|Clr`,
		FieldVehicleYear: `Vehicle Year|Veh Yr|Model Year`,
		FieldAddress:     `Address|Full Address|Addr|Location Address|Incident Location|Incident Address|Dirección|Domicilio|Home Address|Residence`,
		FieldStreet:      `Street|Street Address|Street Name|Address Line 1|Calle|Street Number`,
		FieldUnit:        `Apt|Unit|Apartment|Suite|Address Line 2|Address 2|Room|Apt #|Room No.`,
		FieldCity:        `City|Town|Municipality|Village|Ciudad|City/Town|City Name`,
		FieldZIP:         `ZIP|Zip Code|Postal Code|ZIPCODE|Código postal|Zip5|Postcode`,
		FieldBusiness:    `Business|Business Name|Company|Company Name|Establishment|Establishment Name|Firm|Employer|Employer Name|Empresa|Negocio|Establecimiento|DBA|Trade Name|Workplace|Motel`,
		FieldPerson:      `Suspect Name|Suspect|Full Name|Person|Subject Name|Defendant|Arrestee|Victim|Victim Name|Sospechoso|Nombre del sospechoso|Perpetrator|Person of Interest|Caller|Witness Name|Registered Owner|Nombre completo|POI|Reporting Party`,
		FieldFirstName:   `First Name|First|FNAME|Given Name|Suspect First Name|Suspect First|SUBJ_FNAME|Primer nombre`,
		FieldLastName:    `Last Name|Last|LNAME|Surname|Family Name|Suspect Last|Apellido|Apellidos|Apellido paterno|SUBJ_LAST_NAME`,
		FieldMiddleName:  `Middle Name|MI|Middle Initial|Middle|Segundo nombre`,
		FieldAlias:       `Alias|AKA|Nickname|Moniker|Also Known As|A.K.A.|Apodo|Aliases`,
		FieldBorn:        `DOB|Date of Birth|Birth Date|D.O.B.|Suspect DOB|Birthday|Fecha de nacimiento|Victim DOB|birthDate`,
		FieldAge:         `Age|Edad|Suspect Age|Approx. Age`,
		FieldRole:        `Role|Person Role|Involvement|Rol|Role in Case`,
		FieldMinorFlag:   `Victim Minor|Victim is a minor`,
		FieldRecordType:  `Record Type|Entity Type|Row Type`,
		FieldIgnore:      `Phone Type|Latitude|Created By|Business Type|Badge|Suspect Race|Suspect Sex|Victim Count|Address Type`,
	}
	for _, f := range Fields {
		for _, name := range strings.Split(tests[f], "|") {
			name = strings.TrimSpace(name)
			if got, strength := guessHeader(name).best(); name != "" && got != f {
				t.Errorf("%q: got %s (%.2f), want %s", name, got, strength, f)
			}
		}
	}
}
