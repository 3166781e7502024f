package records

import "strings"

// Lists of the words that values of some fields consist of.

var usStates = func() map[string]bool {
	m := wordSet(`al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa
	ri sc sd tn tx ut vt va wa wv wi wy dc pr vi gu on qc alabama alaska arizona arkansas california colorado connecticut
	delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan
	minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia
	washington wisconsin wyoming ontario quebec`)
	for _, name := range []string{"new york", "new jersey", "new mexico", "new hampshire", "north carolina", "north dakota",
		"south carolina", "south dakota", "rhode island", "west virginia", "district of columbia", "puerto rico"} {
		m[name] = true
	}
	return m
}()

var streetWords = wordSet(`st street ave avenue rd road dr drive ln lane ct court blvd boulevard hwy highway rte route pkwy parkway pl place
	ter terrace way cir circle sq square tpke turnpike box rr trl trail plz plaza expy crossing aly alley calle avenida`)

var colorWords = wordSet(`black white red blue green silver gray grey gold brown tan beige maroon yellow orange purple pink navy burgundy charcoal
	champagne bronze teal dark light blk whi wht blu grn sil gry slv gld bro brn ong ple mar bge tan crm cream blanco negro rojo azul verde gris plata two-tone multi pearl`)

var makeWords = wordSet(`ford chevrolet chevy chev toyota toyt honda hond nissan niss dodge dodg chrysler jeep gmc buick cadillac lincoln mercury hyundai hyun kia
	subaru mazda volkswagen vw volk bmw mercedes mercedes-benz mercedes benz audi lexus acura infiniti volvo mitsubishi tesla ram pontiac saturn suzuki scion mini porsche
	jaguar land rover land-rover fiat isuzu freightliner international harley harley-davidson oldsmobile genesis hummer saab peterbilt kenworth mack yamaha kawasaki`)

var statusWords = wordSet(`open closed active inactive pending suspended cleared referred arrest unfounded investigation under ongoing new assigned review
	completed complete resolved dismissed prosecuted convicted indicted charged cold archived submitted filed abierto cerrado activo pendiente in progress
	exceptional declined certified denied withdrawn monitoring reopened`)

var offenseWords = wordSet(`sex sexual labor labour trafficking ht prostitution commercial forced exploitation servitude debt bondage both laboral trata sexo trabajo forzado
	peonage csec`)

var roleWords = wordSet(`suspect victim witness caller complainant driver passenger owner associate arrestee defendant subject reporting party buyer john
	recruiter trafficker offender survivor officer reporter relative sospechoso victima testigo person interest customer advertiser poi rp informant perpetrator minor juvenile
	other parent guardian employer manager supervisor`)

var recordTypeWords = wordSet(`person vehicle phone address business case incident email location organization organisation individual company entity plate handle property
	persona vehiculo empresa`)

// isOneOf reports whether a short text begins with a word of the set.
func isOneOf(text string, set map[string]bool, maxWords int) bool {
	words := strings.FieldsFunc(fold(text), func(r rune) bool {
		return r == ' ' || r == '/' || r == ',' || r == '-' || r == '_' || r == '&' || r == ';'
	})
	if len(words) == 0 || len(words) > maxWords {
		return false
	}
	for _, w := range words {
		if set[w] {
			return true
		}
	}
	return false
}

func isOffense(text string) bool      { return isOneOf(text, offenseWords, 8) }
func isStatus(text string) bool       { return isOneOf(text, statusWords, 6) }
func isRole(text string) bool         { return isOneOf(text, roleWords, 3) }
func isColor(text string) bool        { return isOneOf(text, colorWords, 4) }
func isMake(text string) bool         { return isOneOf(text, makeWords, 3) }
func isRecordType(text string) bool   { return isOneOf(text, recordTypeWords, 2) }
func isPlatformName(text string) bool { return isOneOf(text, platformNames, 3) }

var platformNames = func() map[string]bool {
	m := wordSet(`backpage craigslist skipthegames megapersonals listcrawler bedpage tinder whisper x reddit pinterest twitch grindr seekingarrangement signal email website`)
	for short, name := range platforms {
		m[short], m[name] = true, true
	}
	return m
}()
