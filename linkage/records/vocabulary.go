package records

import "strings"

// The words that counties name their columns with, English and Spanish,
// collected from what case management systems, police reports and public tables
// call things. Words are lower case without accents; see [headerWords].

// stopWords say nothing about a column.
var stopWords = wordSet(`of the a an de del la el los las lo y e o u and or in on at for to su por con en if any is was
	please yn enter mo dd yyyy mm yy`)

// abbreviations and synonyms, each with the word (or words) that the phrases below use.
var abbreviations = wordMap(`
	number: n no nos num nums nbr nr numb numero numeros nro # numbers nmbr
	id: ident identifier identificador identificacion ids
	phone: telephone tel telefono telefonos ph phn fone phones telephones celular movil cell mobile cellphone
	phone: cellular teléfono landline cel fono telf tlf telno phoneno phonenum phonenumber
	address: addr adr address addresses direccion direcciones domicilio addrs adress
	street: str calle
	avenue: ave av
	city: ciudad town municipality muni municipio localidad village cty hamlet
	zip: zipcode postcode postalcode zip5 cp
	postal: postcode
	county: cnty condado counties
	state: estado edo provincia province
	name: nm nombre names nombres nam
	first: fst frst given forename
	last: lst surname apellido apellidos family
	middle: mid mi mddl segundo
	born: birth birthday birthdate dob nacimiento nac bday bdate birthdt
	date: dt fecha dte dates fch
	time: tm hora
	open: opened apertura opn
	closed: close cierre closing
	report: reported rpt reporte rept informe rptg reptg rprtg
	received: recd rcvd recibido recibida
	incident: inc incidente incid incdnt
	complaint: cmplnt queja denuncia compl complnt
	case: caso cse cases expediente
	reference: ref refno referencia
	license: lic licence licencia lcns
	plate: plates placa placas matricula patente plt platenumber
	lp: lpn lpr
	vehicle: veh vehicles vehiculo automobile auto car vhcl coche
	registration: reg regis
	make: marca mk
	model: modelo mdl
	color: colour colr clr col
	year: yr ano
	website: site web webpage homepage sitio pagina
	url: link urls links enlace weblink hyperlink
	email: mail correo emails emailaddress eml
	handle: username usuario screenname handles usr
	business: bus biz establishment estab establecimiento firm company empresa negocio employer
	business: companies comercio employers empleador cia organization organisation org compania businessname
	narrative: narr narrativa relato
	description: desc descr descripcion descrip
	notes: note nota notas
	comments: comment comentario comentarios cmts remarks remark observaciones
	summary: synopsis resumen sinopsis
	details: detail detalles detalle
	offense: off offence delito ofensa offenses charge charges cargo
	type: typ tipo kind
	category: cat categoria class clase
	status: estatus stts stat situacion
	agency: agencia department dept departamento precinct agcy
	minors: minor juvenile juveniles menores menor underage juv
	suspect: susp suspects sospechoso sospechosa suspected subj subject arrestee defendant deft offender
	suspect: perp perpetrator recruiter trafficker accused acusado imputado poi target detenido tratante reclutador
	suspect: suspectname sus sospechosos
	victim: vict vic victims victima survivor survivors victimas vctm vctms pv cw runaway sobreviviente agraviado agraviada ofendido ofendida
	witness: witnesses wit testigo wtns
	reporter: caller complainant rp informant denunciante tipster llamante
	associate: associates asociado relative spouse passenger roommate guardian
	owner: propietario dueno
	driver: conductor
	buyer: customer comprador john
	officer: detective det investigator deputy trooper oficial ofc attorney advocate interpreter inspector prosecutor
	officer: investigador supervisor
	advertisement: ad ads advert anuncio posting
	age: edad
	alias: aka aliases alia apodo moniker nickname nicknames aliasname
	unit: apt apartment suite ste apto
	role: rol
	dba: doingbusinessas
	platform: plataforma
	complete: completo completa
	year born: yob
	information: info
	code: cd
	officer: assigned asignado
	home: residence residential casa hogar res
	work: trabajo job employment
	mailing: correspondence
`)

// roles are the words that say whose value it is, with the role they mean as
// linkage.Role writes it.
var roles = map[string]string{
	"suspect": "suspect", "victim": "victim", "witness": "witness", "reporter": "reporter",
	"associate": "associate", "owner": "associate", "driver": "associate", "buyer": "buyer",
	"officer": "professional", "advertisement": "advertisement",
}

// blocks are the words that say which of several places or firms a column is
// about, and do not change what it holds.
var blocks = wordSet(`home work mailing incident contact agent business emergency location scene previous former current
	alternate employer`)

// fillers are words that may stand before or behind a field and change nothing.
var fillers = wordSet(`primary secondary main other alternate alt known complete full original raw listed person
	individual dmv info information value text field data record recorded involved used associated related text
	telefonico electronico vehicle registered physical legal ind indicator flag`)

// heads are words that, at the end of a name, say that the column holds
// something about the thing and not the thing: "phone type", "victim count".
var heads = wordSet(`type count total qty quantity amount cost fee rating score rank carrier verified source confidence
	category length lat latitude lon lng longitude gold hash checksum expiration expires expiry expiration weight height gender sex race
	ethnicity occupation title position rank`)

// phrases are what columns are called. A '?' marks a name so general that the
// values must agree.
var phrases = phraseTable(map[Field]string{

	FieldCaseID: `case number, file?, our file?, our case number, agency case number, agency case id, local case number, local case id, sheriff case number, police case number, department case number, case id, case, case reference, case reference number, incident number, incident id, report number, report id,
		complaint number, complaint id, complaint?, incident?, docket, docket number, docket id, cr, cr number, cr id, file number, file id, tip number, tip id, tip?, event number, event id,
		call number, cad number, cad id, cad, reference number, reference id, reference?, folio, folio number, dr number, investigation number, investigation id, matter number, matter id,
		notice number, notice id, notice?, id?, number?, case key, casenumber, caseid, caseno, casenum, record id?, record number?, rec id?, unique id?, control number, blotter number, ticket number?, intake number,
		intake id, referral number, referral id, key?, entry number?, entry id?, investigation?, tracking number?, case file, case file number, occurrence number, occurrence?, ccn, ucr number?, ori case number, internal id?, number case, number report, number incident,
		warrant number?, license number?, permit number?, lead number, lead id, serial number?, recid?, row id?, objectid?, case control number, investigative number`,
	FieldAgency: `agency, agency name, agency id, reporting agency, originating agency, law enforcement agency, lea, police agency, ori, jurisdiction?, office?, bureau?, division?, lead agency, agency code, submitting agency, report agency,
		source agency, police agency?, unit assigned?, task force?, agency reporting`,
	FieldCounty: `county, county occurred, county offense, county crime, county event, county report, county origin, county venue, county location, venue county, occurred county, offense county, residence county, co, co code, county name, county code, county fips, fips, fips code, parish, borough, county incident, incident county, county code fips, county residence, county occurrence, county / borough`,
	FieldState:  `state?`,
	FieldDate: `date, open date, date open, open, report date, date report, incident date, date incident, received date, date received, received, date notice, notice date, case date, date case,
		start date, date start, created, created date, date created, offense date, date offense, event date, date event, occurred, occurred date, date occurred, occurrence date, date occurrence, first seen, tip date, date tip, intake date, date intake,
		complaint date, date complaint, date time, datetime, incident date time, report?, from date, date from, date open case, open date time, call date, date call, entry date?, date entry?, entered?, filed, filed date, date filed, date first seen, date seen, sighting date, seen?, date contact, when?, timestamp,
		date first, initiated, date initiated, assigned date?, date assigned?, begin date, date begin, arrest date, date arrest, inicio, date inicio, last event date?, event?, day?, time?, logged, date logged, occ date, date occ, opening date, case open date, date opening, case opening date, date open?, case open, post date, date post, posted, date posted, ad date, advertisement date, date advertisement, received on`,
	FieldDateEnd: `closed date, date closed, closed, end date, date end, last seen, to date, through, thru, date last seen, case closed date, ended, completed date, date completed, resolved, date resolved, fin, date fin, date termination, disposition date, date disposition, case closed, clearance date`,
	FieldOffense: `offense, offense type, type offense, crime, crime type, type crime, case type, type case, trafficking type, type trafficking, sex / labor, nature, nature offense, nature complaint, violation, allegation, alleged offense, offense category, offense code, offense description, incident type,
		type incident, complaint type, type trata, trata, delito, investigation type, exploitation type, exploitation, type exploitation, form trafficking, trafficking, trafficking form, primary offense, charge description, case category, category case, type?, category?, sector?, program?, venue?, motivo?, matter type, crime category, trafficking category, offense class, sex labor, labor sex, ht type`,
	FieldStatus: `status, case status, disposition, case disposition, state case, status case, outcome, resolution, stage?, active?, closed status, current status, investigation status`,
	FieldMinors: `minors involved, minors, minors present, any minors, minors yn, minors flag, minors indicator, involves minors, child involved, children involved, child victim, involved minors, minors y/n, children?, child?, under 18, minors case, victim minors, minors victim, ninos, number minors, minors count, menores involucrados, involucrados minors, minors identified`,
	FieldNarrative: `narrative, report text, incident text, case text, narrative text, tip text, complaint text, facts case, comments notes, notes comments, description, notes, comments, summary, details, case notes, case narrative, case summary, incident description, incident details, report narrative, facts, statement, synopsis case, text, free text, body, ad text, advertisement text, post text, message, remarks, officer notes, case description, case details,
		allegations, circumstances, background, content, what happened, story, hechos, description hechos, relato hechos, tip text, tip details, information, narrative text, notes comments, additional information, additional notes, additional details, content post, description incident, incident summary, incident narrative, brief, account`,
	FieldRole: `role, person role, involvement, role person, person type?, type person?, relationship?, relation?, capacity?, involvement type, type involvement, role case, party type, party role, role type, type role, association?, name type?, subject type?, suspect type?, classification?, papel, calidad, role involved, contact type?, party?`,
	FieldPhone: `phone, phone number, number phone, contact number, call back, callback, callback number, call back number, contact phone, contact phone number, phone numbers, phone contact, telephone number, contact no, home phone, work phone, business phone, day phone, evening phone, phone cell, phone home, phone work,
		number contact, whatsapp, whatsapp number, msisdn, fax?, fax number?, phone fax?, contact?, caller number, phone line, number contacto, contacto?, call number back, burner, burner phone, hotline, phone 10, phone ext, text number, number called, number llamada, digits?, dialed number, sms, text phone, area code phone`,
	FieldEmail:    `email, email address, address email, electronic mail, emails, email id, contact email, email contact, correo electronico, direccion correo, address correo`,
	FieldURL:      `url, website, website address, web address, website url, url website, address website, url address, domain, ad url, advertisement url, webpage, listing url, posting url, social url, profile url, profile link, source url, ad link, advertisement?, web page, internet address, site url, domain name, facebook url, online ad, uri, href`,
	FieldHandle:   `handle, user name, screen name, social media, social media handle, social handle, social media account, social media username, online handle, account name?, account?, profile?, profile name, online name, user handle, social media user, social, social media id, user id?, online id, online username, handle online, online account, social account, user?, redes sociales, media handle, cuenta?, login?, user account`,
	FieldPlatform: `platform, social media platform, social platform, app, application, network?, social network, red social, service?, website name, site name, media platform, app name, online platform, social media type, social media site, handle platform, platform name`,
	FieldPlate: `plate, plate state?, tag state?, lp state?, license plate state?, plate number, license plate, license plate number, lp, lp number, tag, tag number, license tag, registration plate, lic plate, plate id, number plate, registration number?, registration?, license?, plate tag, plate no, plate license, license number plate,
		vehicle plate, vehicle license, vehicle license number, vehicle tag, vehicle registration, vehicle registration number, plate / tag, plate full, vehicle license plate, tags?, lp tag, license plate tag, plate text, plate read, placa vehicle, plate vehicle, number registration vehicle, plate characters`,
	FieldPlateState:  `plate state, registered state, registration state, lp state, tag state, license state, registration state, state plate, plate st, license plate state, vehicle state, state license, state registration, plate issuing state, state issue, issuing state, lp st, tag st, license st, registration st, vehicle license state, vehicle plate state, vehicle registration state, placa state, plate jurisdiction, vehicle st, plate issue state, state lp, state tag, license plate st, state vehicle, lic st, plate state issue, st plate, st lp`,
	FieldVIN:         `vin, vin number, vehicle identification number, vehicle identification, vehicle id number, vehicle id, vehicle vin, vehicle vin number, chassis, chassis number, vehicle serial number, number serie, serie?, id vehicle, niv`,
	FieldVehicle:     `vehicle, vehicle description, description vehicle, make model, vehicle make model, year make model, vehicle year make model, vehicle details, vehicle info, vehicle information, vehicle type?, body style?, body?, color make model, make / model, ymm, vehicle desc, vehicle used, make model color, make model year, vehicle style?, vehicle color make model, vehicle notes, vehicle involved`,
	FieldMake:        `make, vehicle make, make vehicle, brand?, manufacturer?, vehicle manufacturer`,
	FieldModel:       `model, vehicle model, model vehicle, model name`,
	FieldColor:       `color, vehicle color, color vehicle, vehicle color primary`,
	FieldVehicleYear: `vehicle year, model year, year model, year vehicle, make year, year make, year manufacture, year?, vehicle model year`,
	FieldAddress: `address, full address, location address, address full, street address?, address 1?, address line 1?, mailing address, physical address, home address, work address, business address, incident address, incident location, location incident, location?, place?, scene, premises?, premise?, premises address, where?, whereabouts?, address incident, address location, residence, residence address,
		complete address, location occurrence, address text, last known address, address known, site?, ubicacion, lugar?, lugar incident, address complete, premise address, address street?, offense location, location offense, where?, street location?, lives?, home?, location scene, property address, vehicle location?`,
	FieldStreet:       `street, st name, st address, st number, street address, street name, address street, address 1, address line 1, address line, street number, house number, street line, calle number, street 1, street line 1, number street, address number, house?, building number, street addr, street no, road, address 1 street, block address, address1 street`,
	FieldUnit:         `unit, unit number, number unit, address 2, address line 2, street 2, address 3, address line 3, apt, room, room number, unit no, lot, lot number, floor, building?, street line 2, address unit, interior, box?`,
	FieldCity:         `city, city name, address city, post office, suburb, city state?, place name?, location city, city residence, mail city, city town village, city town, city village, city incident, town city`,
	FieldAddressState: `address state, state address, state code, state abbreviation, state residence, mail state, st?, state name?, city state?, location state, state incident, incident state`,
	FieldZIP:          `zip, zip code, postal code, code postal, zip 4, zip plus 4, address zip, mail code, codigo postal, address zip code, zip code 4, postal, zip code address, mail zip`,
	FieldBusiness: `business, co name, business name, name business, business dba, dba, dba name, trade name, corporate name, legal name?, legal business name, name establishment, operating as, location name, venue name, venue?, place business, agent name?, agent?, labor contractor, contractor, contractor name, vendor, vendor name, facility, facility name, entity, entity name, store name, shop, shop name, restaurant, restaurant name, farm, farm name, employer legal name, hotel, hotel name, motel, motel name, spa, spa name, massage parlor,
		place name, premises?, premise name, premises name, site name?, razon social, name comercial, name fantasia, workplace, work place, place work, place employment, business entity, business title, lodging, owner business, entity debarred, debarred entity, salon, agent business, place?, name?, lugar trabajo, work site, worksite, worksite name, work location name, taxi, transport, business involved, staffing agency, agent company, dba trade name, firm name, parlor, merchant`,
	FieldBusinessAddress: `business name address, business name / address, business address name, business location, name address, employer name address, name address business, business details?, name location`,
	FieldPerson:          `person, name last?, person name, name?, full name, name full, first last name, name person, last first, last name first name, last first middle, last first name, suspect name, person full name, contact name, contact person, contact?, individual, individual name, who?, quien?, party name?, nombre complete, name complete, complete name, first surname, name last first, name first last, handler, entered by?, person interest, worker, worker name, employee, employee name, registered owner, ro, name first middle last, name last first middle, child name, minors name, person?, name contact, prepared?, passenger, first last, parent, legal guardian, individuo`,
	FieldFirstName:       `first name, primer name, first, name first, fname, firstname, given name, name given, nombre pila, name pila, christian name, f name, first name given, forename, name?`,
	FieldMiddleName:      `middle name, middle, name middle, middle initial, mname, initial middle, m name, mi, middle init, middlename, initial?`,
	FieldLastName:        `last name, last, name last, lname, lastname, last 1, last 2, primer last, middle last, family name, name family, last paterno, last materno, paterno, materno, l name, maiden name, sur name, surname`,
	FieldAlias:           `alias, alias name, other names, other name, name alias, street name?, street names, goes by, also known as, also known, known as, working name, stage name, nick name, nick, maiden, alias nickname, alias moniker, alias 1, alias 2, pseudonym, alias names, ad name, advertisement name, name used, called`,
	FieldBorn:            `born, date born, born date, dateofbirth, birth day, date birth, born on, birth date, born dt, year born, born year`,
	FieldAge:             `age, age years, years old, approximate age, approx age, age range, age group?, estimated age, est age, age time incident, age incident, age yrs, anos, age offense`,
	FieldMinorFlag:       `is minors, minors?, minors status, person minors, child flag, under 18 flag, is child, is under 18, minors yn, minors y n, adult minors, minors adult, adult?, adult juvenile, minors flag?`,
	FieldRecordType:      `record type, type record, row type, entity type, type entity, line type, object type?, item type, section?, table?, schema?, kind record, entry type?, entity kind`,
	FieldIgnore: `age days, driver license, driver license number, driver license state, license driver, dl, dl number, dl state, oln, case name, case title, operation, operation name, wib name, wdb name, born place, place born, place birth, birth city, born country, state born, born state, created by, updated by, modified by, last modified by, business type, type business, industry, time, phone type, address type, rec, row, row number, cluster, latitude, longitude, lat, lon, lng, x, y, gold, sources, soc sec id, ssn, social security number, social security, gender, sex, race, ethnicity, height, weight, hair, eyes,
		last update, updated, update, modified, last modified, date modified, modified date, updated date, date updated, amended, amended date, date amended, print date, date printed, export date, run date, extract date, occupation, title, priority, badge, badge number, shield, beat, zone, sector number, page, page number, version, language, nationality, country, pais, currency, priority level, hours, business days, nature business, business category, business industry, vehicle type, rating, cuisine, layoff date, number affected, region, wib, wdb, union`,
})

// phrase is one thing that a column can be called.
type phrase struct {
	field Field
	weak  bool // so general that the values must agree
}

// phraseTable reads the table above into a map from words, joined by spaces. A name
// may stand for several fields; the first of them in [Fields] that is not weak comes first.
func phraseTable(table map[Field]string) map[string][]phrase {
	m := map[string][]phrase{}
	for _, f := range Fields {
		for _, name := range strings.Split(table[f], ",") {
			name, weak := strings.CutSuffix(strings.TrimSpace(name), "?")
			key := strings.Join(headerWords(name), " ")
			if key == "" || hasPhrase(m[key], f) {
				continue
			}
			m[key] = append(m[key], phrase{f, weak})
		}
	}
	return m
}

func hasPhrase(list []phrase, f Field) bool {
	for _, p := range list {
		if p.field == f {
			return true
		}
	}
	return false
}

func wordSet(text string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(text) {
		m[w] = true
	}
	return m
}

// wordMap reads lines of the form "word: synonym synonym …".
func wordMap(text string) map[string]string {
	m := map[string]string{}
	for _, line := range strings.Split(text, "\n") {
		word, synonyms, _ := strings.Cut(strings.TrimSpace(line), ":")
		for _, s := range strings.Fields(synonyms) {
			m[fold(s)] = word
		}
	}
	return m
}
