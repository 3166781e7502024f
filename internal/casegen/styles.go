package casegen

import (
	"time"

	"github.com/tflink/tflink/linkage/normalize"
)

// styles are the ways in which the counties keep their cases. County i uses
// Params.Styles[i mod len].
var styles = []style{
	{ // 0: a records system's export, county in the file name only
		ext: "csv", comma: ',',
		file: func(county string) string { return slug(county) + "-county-cases.csv" },
		columns: []column{
			{"Case Number", id}, {"Incident Date", date("01/02/2006")},
			{"Offense", offense("Sex Trafficking", "Labor Trafficking")}, {"Suspect", suspect(1)},
			{"Phone", list(normalize.KindPhone, "; ", phone(1))}, {"Plate", list(normalize.KindPlate, "; ", plate(1, true))},
			{"Business", list(normalize.KindBusiness, "; ", business(false))},
			{"Address", one(normalize.KindAddress, 0, wholeAddress(0))},
			{"Email", list(normalize.KindEmail, "; ", verbatim)},
			{"Social Media", list(normalize.KindHandle, "; ", handleForm)}, {"Narrative", narrative},
		},
	},
	{ // 1: a mainframe's upper case, everything in parts
		ext: "tsv", comma: '\t',
		file: func(county string) string { return "extract_" + slug(county) + ".tsv" },
		columns: []column{
			{"CASE_NO", id}, {"RPT_DT", date(time.DateOnly)}, {"CNTY", upperCounty}, {"CRIME_TYPE", offense("SEX TRAFF", "LABOR TRAFF")},
			{"SUBJ_LAST_NAME", suspect(3)}, {"SUBJ_FIRST_NAME", suspect(2)},
			{"PHONE1", one(normalize.KindPhone, 0, phone(4))}, {"PHONE2", one(normalize.KindPhone, 1, phone(4))},
			{"PHONE3", one(normalize.KindPhone, 2, phone(4))}, {"PHONE4", one(normalize.KindPhone, 3, phone(4))},
			{"LP", one(normalize.KindPlate, 0, plate(0, false))}, {"LP STATE", one(normalize.KindPlate, 0, plateState)},
			{"LP2", one(normalize.KindPlate, 1, plate(0, false))}, {"LP2 STATE", one(normalize.KindPlate, 1, plateState)},
			{"LP3", one(normalize.KindPlate, 2, plate(0, false))}, {"LP3 STATE", one(normalize.KindPlate, 2, plateState)},
			{"ESTABLISHMENT", one(normalize.KindBusiness, 0, business(true))},
			{"ESTABLISHMENT 2", one(normalize.KindBusiness, 1, business(true))},
			{"STREET", one(normalize.KindAddress, 0, streetLine(1, true))}, {"CITY", one(normalize.KindAddress, 0, addressPart(3))},
			{"STATE", addressState}, {"ZIP", one(normalize.KindAddress, 0, addressPart(4))},
			{"E_MAIL", list(normalize.KindEmail, " ", verbatim)}, {"SCREEN_NAME", list(normalize.KindHandle, " / ", handleForm)},
			{"REMARKS", narrative},
		},
	},
	{ // 2: a spreadsheet kept by hand, saved with semicolons
		ext: "csv", comma: ';',
		file: func(county string) string { return county + " County tip log.csv" },
		columns: []column{
			{"Incident #", id}, {"Open Dt", date("Jan 2, 2006")}, {"Type", offense("sex trafficking", "labor trafficking")},
			{"Person of Interest", suspect(0)}, {"Telephone", list(normalize.KindPhone, " or ", phone(2))},
			{"Plate #", list(normalize.KindPlate, ", ", plate(2, true))},
			{"Company", list(normalize.KindBusiness, " / ", business(false))},
			{"Location", one(normalize.KindAddress, 0, wholeAddress(2))},
			{"Contact Email", list(normalize.KindEmail, ", ", verbatim)},
			{"Online Handle", list(normalize.KindHandle, ", ", handleForm)}, {"Details", narrative},
		},
	},
	{ // 3: a vendor's pipe-separated feed
		ext: "txt", comma: '|',
		file: func(county string) string { return slug(county) + ".txt" },
		columns: []column{
			{"ID", id}, {"County", countyName}, {"Date Opened", date("02-Jan-2006")}, {"Category", offense("Sex", "Labor")},
			{"Contact Number", list(normalize.KindPhone, ", ", phone(3))}, {"Tag No", list(normalize.KindPlate, ", ", plate(0, true))},
			{"Business Name", list(normalize.KindBusiness, ", ", business(false))},
			{"Street Address", one(normalize.KindAddress, 0, streetLine(0, false))}, {"Town", one(normalize.KindAddress, 0, addressPart(3))},
			{"Zip Code", one(normalize.KindAddress, 0, addressPart(4))}, {"E-Mail Address", list(normalize.KindEmail, "; ", verbatim)},
			{"Username", list(normalize.KindHandle, "; ", handleForm)}, {"Suspect Name", suspect(0)}, {"Comments", narrative},
		},
	},
	{ // 4: JSON lines from a tip line's web form
		ext:  "jsonl",
		file: func(county string) string { return "tips-" + slug(county) + ".jsonl" },
		columns: []column{
			{"tip_id", id}, {"received", date("2006-01-02T15:04:05Z")}, {"county", countyName}, {"category", offense("sex_trafficking", "labor_trafficking")},
			{"phone_numbers", list(normalize.KindPhone, ", ", phone(0))}, {"vehicle_plate", list(normalize.KindPlate, ", ", plate(1, true))},
			{"business_name", list(normalize.KindBusiness, ", ", business(false))},
			{"address", one(normalize.KindAddress, 0, wholeAddress(1))}, {"email", list(normalize.KindEmail, ", ", verbatim)},
			{"handle", list(normalize.KindHandle, ", ", handleForm)}, {"suspect_name", suspect(0)}, {"description", narrative},
		},
	},
	{ // 5: a JSON array
		ext:  "json",
		file: func(county string) string { return slug(county) + "-incidents.json" },
		columns: []column{
			{"incidentNumber", id}, {"incidentDate", date(time.DateOnly)}, {"incidentCounty", countyName}, {"offenseType", offense("Sex trafficking", "Labor trafficking")},
			{"contactPhone", list(normalize.KindPhone, "; ", phone(6))}, {"licensePlate", list(normalize.KindPlate, "; ", plate(0, true))},
			{"employer", list(normalize.KindBusiness, "; ", business(false))}, {"locationAddress", one(normalize.KindAddress, 0, wholeAddress(0))},
			{"emailAddress", list(normalize.KindEmail, "; ", verbatim)}, {"socialMediaHandle", list(normalize.KindHandle, "; ", handleForm)},
			{"suspectName", suspect(1)}, {"incidentNarrative", narrative},
		},
	},
	{ // 6: a workbook with a title above the header
		ext: "xlsx", title: []string{"Human Trafficking Case Register", ""},
		file: func(county string) string { return county + " register.xlsx" },
		columns: []column{
			{"File No.", id}, {"Date of Report", date("1/2/2006")}, {"Charge", offense("Sex Trafficking PL 230.34", "Labor Trafficking PL 135.35")},
			{"Subject", suspect(0)}, {"Cell Phone", list(normalize.KindPhone, "\n", phone(7))},
			{"License Plate", list(normalize.KindPlate, "\n", plate(1, true))}, {"Firm", list(normalize.KindBusiness, "\n", business(false))},
			{"Premises", one(normalize.KindAddress, 0, wholeAddress(1))}, {"Email", list(normalize.KindEmail, "\n", verbatim)},
			{"Social Media Account", list(normalize.KindHandle, "\n", handleForm)}, {"Synopsis", narrative},
		},
	},
	{ // 7: a compressed export with title rows and the plate's state unsaid
		ext: "csv.gz", comma: ',', title: []string{"OFFICE OF THE SHERIFF", "Investigations export, all offenses"},
		file: func(county string) string { return "sheriff_" + slug(county) + ".csv.gz" },
		columns: []column{
			{"Docket", id}, {"Opened", date("2 January 2006")}, {"State", fixed("NY")}, {"County", upperCounty}, {"Offense Type", offense("SEX", "LABOR")},
			{"Suspect", suspect(1)}, {"Tel.", list(normalize.KindPhone, " & ", phone(5))}, {"License Plate", list(normalize.KindPlate, " & ", plate(3, true))},
			{"Employer", list(normalize.KindBusiness, " & ", business(true))}, {"Addr", one(normalize.KindAddress, 0, wholeAddress(1))},
			{"Mail", list(normalize.KindEmail, " & ", verbatim)}, {"IG / FB / Snap", list(normalize.KindHandle, " & ", handleForm)},
			{"Officer Notes", narrative},
		},
	},
}
