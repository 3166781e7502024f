package extract

import (
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// A tag says what a word may be; a word may be several things.
type tag uint32

const (
	tagStreet    tag = 1 << iota // street suffix
	tagUnit                      // apartment, lot
	tagDirection                 // north
	tagHighway                   // route, highway
	tagState                     // a state of the United States
	tagPlate                     // announces a plate
	tagVIN                       // announces a VIN
	tagLegal                     // legal form of a business
	tagTrade                     // trade word of a business
	tagRole                      // names what a person is in a case
	tagContact                   // phone, number, address: what is somebody's
	tagLink                      // is, at, of: between somebody and what is theirs
	tagPronoun                   // her, his
	tagColor
	tagMake
	tagBody // van, truck
	tagPlatform
	tagAccount // handle, username
	tagIntro   // named, known as
	tagNotName // capitalised though no name: months, titles of offices
	tagTitle   // Mr, Mrs
	tagFiller  // number, no: between a word and its value
	tagCity    // town, village of
)

type entry struct {
	tag   tag
	value string
}

// wordLists has the words of each tag. Street suffixes are those of USPS
// Publication 28, appendix C1, that are met in running text.
var wordLists = []struct {
	tag   tag
	words string
}{
	{tagStreet, "street st avenue ave av road rd drive dr lane ln boulevard blvd court ct place pl terrace ter circle cir parkway pkwy highway hwy turnpike tpke way trail trl square sq plaza plz crescent cres extension ext alley aly loop path pike run row walk ridge hollow heights expressway expy commons crossing xing"},
	{tagUnit, "apt apartment unit lot suite ste room rm floor fl trailer bldg building space"},
	{tagDirection, "north south east west n s e w ne nw se sw northeast northwest southeast southwest"},
	{tagHighway, "route rte rt highway hwy county co state us nys sr cr interstate"},
	{tagPlate, "plate plates tag tags lp lpn plt lic licence-plate license-plate placa placas reg registration"},
	{tagVIN, "vin"},
	{tagLegal, "llc l.l.c inc incorporated corp corporation ltd limited llp lp pllc pc co company"},
	{tagTrade, "farm farms dairy dairies spa nails nail massage motel inn hotel lodge staffing labor restaurant diner buffet cafe bar grill tavern orchard orchards vineyard vineyards winery greenhouse greenhouses nursery produce poultry packing salon trucking landscaping construction contracting contractors cleaning janitorial roofing agency recruiting recruiters recruitment market deli bakery pizzeria club lounge laundry logistics transport transportation holdings enterprises foods meats acres ranch creamery hospitality suites bodywork reflexology wellness taxi cab"},
	{tagContact, "phone telephone cell cellphone cellular mobile number numbers address residence home house apartment email e-mail mail account handle username instagram ig snapchat snap facebook whatsapp vehicle car truck van plate plates contact line tel fax work telefono celular numero direccion correo tag vin cashapp venmo telegram kik text voicemail"},
	{tagLink, "is was at of the a an as to be can reached reach on in by through via s que es de la el su are were lives living resides residing resident registered belongs belonging listed staying and using uses used with for has had gave provided her his their its new old current personal own first second other"},
	{tagPronoun, "her his their"},
	{tagColor, "white black silver gray grey red blue green brown tan gold beige maroon yellow orange purple burgundy dark light blanco blanca negro negra rojo roja azul gris"},
	{tagMake, "ford chevrolet chevy toyota honda nissan dodge ram gmc jeep hyundai kia subaru mazda volkswagen vw bmw mercedes mercedes-benz audi lexus acura infiniti cadillac buick chrysler lincoln pontiac saturn volvo mitsubishi mini tesla freightliner international isuzu suzuki plymouth mercury oldsmobile scion fiat genesis porsche jaguar"},
	{tagBody, "van minivan truck pickup sedan suv coupe wagon bus hatchback convertible crossover motorcycle trailer box-truck car vehicle"},
	{tagAccount, "handle username user account screenname tag name id profile page"},
	{tagIntro, "named aka a.k.a alias nicknamed dubbed goes known identified called introduced"},
	{tagTitle, "mr mrs ms miss mr. mrs. ms. dr sr sra senor senora"},
	{tagFiller, "number no num numbers is was of the a reading reads # shows ending ends starting starts beginning begins partial as in with"},
	{tagCity, "town village city hamlet"},
	{tagNotName, "the he she they it we i you his her their this that these those and or but if when while after before on in at of from to for with by was were is are has had have will would can could may might should not no yes " +
		"january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday " +
		"dob ssn police sheriff deputy trooper officer detective investigator agent county state city town village department court case report caller subject suspect victim witness driver owner manager employer also then who whose whom which what where there here said says stated states told called texted came arrived observed reported advised claims claimed works worked lives lived road street avenue route unknown male female man woman girl boy girls women men minor minors juvenile phone number plate vin address tag vehicle car truck van us usa ny nys fbi ice dhs hsi dol hispanic white black asian"},
}

// roleWords maps the words for what a person is to the role's name.
var roleWords = map[string]string{
	"suspect": "suspect subject perpetrator perp defendant arrestee trafficker pimp recruiter offender accused target suspects subjects sospechoso padrote boyfriend",
	"victim":  "victim victims victim-1 victim-2 survivor survivors v1 v2 vic juvenile minor victima runaway child",
	"witness": "witness witnesses w1 w2 testigo", "reporter": "caller complainant informant tipster cs1 ci reportee",
	"associate": "associate driver owner manager landlord foreman supervisor employer handler madam crewleader accomplice associates contractor",
	"buyer":     "buyer buyers", "professional": "officer detective attorney deputy trooper investigator advocate interpreter caseworker nurse",
}

// textPlatforms are the words for platforms that mean nothing else in prose.
const textPlatforms = "instagram insta ig snapchat snap facebook fb tiktok telegram tg kik cashapp cashtag venmo whatsapp twitter onlyfans wechat discord skype paypal zelle signal reddit youtube linkedin fansly threads"

// stateNames has the states whose names are one word.
const stateNames = "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming"

// lexicon has every word that the rules look for, in lower case.
var lexicon = buildLexicon()

func buildLexicon() map[string]entry {
	m := make(map[string]entry, 1000)
	put := func(w string, t tag, value string) {
		e := m[w]
		e.tag |= t
		if value != "" {
			e.value = value
		}
		m[w] = e
	}
	for _, l := range wordLists {
		for _, w := range strings.Fields(l.words) {
			put(w, l.tag, "")
		}
	}
	for role, words := range roleWords {
		for _, w := range strings.Fields(words) {
			put(w, tagRole, role)
		}
	}
	for _, w := range strings.Fields(textPlatforms) {
		put(w, tagPlatform, normalize.Platform(w))
	}
	for _, code := range strings.Fields("al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc pr") {
		put(code, tagState, strings.ToUpper(code))
	}
	for _, name := range strings.Fields(stateNames) {
		if code := normalize.StateCode(name); code != "" {
			put(name, tagState, code)
		}
	}
	return m
}
