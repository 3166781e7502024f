package resolve

import (
	"strings"
	"unicode"
)

// A meaning says what a column of the table holds.
type meaning uint8

const (
	meansNothing meaning = iota // not compared
	meansText                   // compared as text
	meansID
	meansType
	meansRole
	meansTitle
	meansGiven
	meansMiddle
	meansSurname
	meansSuffix
	meansFullName
	meansBusiness
	meansBorn
	meansAge
	meansGender
	meansPhone
	meansEmail
	meansAddress
	meansNumber
	meansStreet
	meansUnit
	meansTown
	meansPostcode
	meansState
	meansCounty
	meansIdentifier
	meansHandle // a site or an account: one may have several
	meansIssuer
	meansVictim // what is a victim's is neither compared nor shown
)

// A column is one column of the table and what it means.
type column struct {
	index   int
	header  string
	meaning meaning
	group   string // what the header says beside its meaning, such as "passport" or "secondary"
	firm    bool   // of a business: the header names a firm and not a place of business
	site    bool   // of a business: the header names a place
}

// headerRules say what the words of a header mean; the first rule of which all words are there
// wins. "|" divides words of which one is enough.
var headerRules = []struct {
	words   string
	meaning meaning
}{
	{"victim|victims|victima|victimas|survivor|survivors|minor|minors|child|menor|menores", meansVictim},
	{"cluster", meansNothing}, {"truth", meansNothing}, {"gold", meansNothing}, {"entity id|number", meansNothing},
	{"true id", meansNothing}, {"label", meansNothing},
	{"role", meansRole},
	{"record|party|entity|subject|debtor|customer|person type|class|kind", meansType},
	{"passport|license|licence|ssn|ein|fein|tin|npi|lei|duns|national|tax country|state|issuer|issued|issuing|authority", meansIssuer},
	{"ssn|ein|fein|tin|npi|lei|duns|uei|passport", meansIdentifier}, {"soc|social sec|security", meansIdentifier},
	{"driver|drivers|driving|dl license|licence|lic|number|no", meansIdentifier}, {"license|licence number|no|num|id", meansIdentifier},
	{"national|tax|provider|medicare|medicaid|student|patient|voter id|number|no|identification", meansIdentifier},
	{"trusted|account|member|membership number|no|id", meansIdentifier},
	{"website|url|web|homepage|linkedin|facebook|instagram|twitter|whatsapp|wechat|telegram|snapchat|tiktok|skype|handle|username", meansHandle},
	{"email|mail|emails", meansEmail}, {"e mail", meansEmail},
	{"phone|telephone|tel|mobile|cell|fax|phones|telephones type|extension|ext", meansNothing},
	{"phone|telephone|tel|mobile|cell|fax|phones|telephones", meansPhone}, {"contact number|no", meansPhone},
	{"dob|birthdate|birthday|born|nacimiento", meansBorn}, {"birth date|day|dt|year", meansBorn},
	{"birth place|city|town|country|state", meansText},
	{"age", meansAge}, {"gender|sex|sexo", meansGender},
	{"street|house|building|addr|address number|no|num", meansNumber},
	{"addr|address country|county|region", meansCounty},
	{"unit|apt|apartment|suite|flat", meansUnit},
	{"addr|address type|from|thru", meansNothing},
	{"zip|zipcode|postcode|postal|plz|zip5|eircode", meansPostcode},
	{"addr|address city|town|suburb", meansTown}, {"addr|address state|province", meansState},
	{"addr|address full|whole", meansAddress}, {"addr|address line 1|line1|one", meansStreet}, {"addr|address line1", meansStreet},
	{"addr|address 1", meansStreet}, {"address1|addr1", meansStreet},
	{"addr|address 2|line2|line|two", meansText}, {"address2|addr2", meansText},
	{"addr|address|direccion|domicilio|location", meansAddress}, {"street", meansStreet},
	{"suburb|city|town|locality|municipality|ciudad", meansTown},
	{"state|province|estado", meansState}, {"county|country|region|district|neighborhood", meansCounty},
	{"site|store|facility|restaurant|hotel|school|center|centre name", meansBusiness},
	{"company|business|employer|firm|organization|organisation|org|corporation|vendor|merchant type|category|industry|code|sector", meansText},
	{"company|business|employer|firm|organization|organisation|org|corporation|vendor|merchant|empresa|establishment|dba", meansBusiness},
	{"alias|aka", meansFullName},
	{"first and surname|last", meansNothing},
	{"surname|lastname|apellido|apellidos|familyname|lname", meansSurname}, {"last|family name", meansSurname}, {"name last", meansSurname},
	{"middle|second name|initial", meansMiddle}, {"name middle", meansMiddle},
	{"given|forename|firstname|fname|christian|nombre", meansGiven}, {"first name", meansGiven}, {"name first", meansGiven},
	{"name suffix", meansSuffix}, {"suffix|generation", meansSuffix}, {"title|salutation|prefix", meansTitle},
	{"name type", meansNothing}, {"program|agency|director|contact|owner|manager|network name", meansText},
	{"licensee|licencee|permittee|registrant", meansFullName},
	{"name|fullname|person|suspect|subject|nom", meansFullName},
	{"uid|guid|uuid", meansID}, {"unique|record|rec|row id", meansID},
	{"source|status|created|updated|modified|date|dt|notice|count|amount|total|enrollment|funded|number|num", meansNothing},
}

// idHeaders are the names under which the id column is found, best first.
var idHeaders = []string{"record id", "rec id", "unique id", "uid", "guid", "id", "row id", "notice", "notice id", "notice number", "case id", "record"}

// namesRows reports whether a header looks like that of an id under another name: "party id", "rowid", "client number".
func namesRows(words []string) bool {
	if len(words) == 0 || len(words) > 3 {
		return false
	}
	last := words[len(words)-1]
	if len(words) == 1 {
		return wordIn(last, "rowid|recordid|recid|personid|key|index|idx|identifier|rownum|serial")
	}
	return wordIn(last, "id|key|number|no|num|identifier") &&
		wordIn(words[0], "row|rec|record|party|person|client|customer|subject|case|entity|site|facility|provider|business|source|system|line|serial|unique|entry|listing|file")
}

// firmWords name a firm, which may be at several places; other names of businesses are taken for places.
var firmWords = map[string]bool{
	"company": true, "employer": true, "firm": true, "corporation": true, "organization": true, "organisation": true,
	"org": true, "vendor": true, "empresa": true,
}

// siteWords name a place of business; beside one, the column of a firm says whose it is.
var siteWords = wordSet("site store facility restaurant hotel school center centre branch location program")

// headerWords returns the words of a header in lower case: "PhoneNumber", "PHONE_NUM" and
// "Phone num." are two words each.
func headerWords(h string) []string {
	var b strings.Builder
	last := rune(0)
	for _, r := range h {
		if unicode.IsUpper(r) && unicode.IsLower(last) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last = r
	}
	words := strings.Fields(fold(b.String()))
	for i := 0; i+1 < len(words); i++ { // "address1" is two words, too
		if words[i] == "post" && words[i+1] == "code" || words[i] == "zip" && words[i+1] == "code" {
			words[i], words[i+1] = "postcode", ""
		}
	}
	return words
}

// meaningOf returns what a header means and the words of it that do not say so.
func meaningOf(header string) (meaning, string) {
	words := headerWords(header)
	for _, rule := range headerRules {
		if rest, ok := matchRule(rule.words, words); ok {
			return rule.meaning, rest
		}
	}
	return meansText, ""
}

// matchRule reports whether the words of a header have one of each of the rule's choices.
func matchRule(rule string, words []string) (rest string, ok bool) {
	used := make([]bool, len(words))
	for choice := range strings.FieldsSeq(rule) {
		found := false
		for i, w := range words {
			if !used[i] && wordIn(w, choice) {
				used[i], found = true, true
				break
			}
		}
		if !found {
			return "", false
		}
	}
	return strings.Join(words, " "), true
}

func wordIn(w, choices string) bool {
	for c := range strings.SplitSeq(choices, "|") {
		if c == w && w != "" {
			return true
		}
	}
	return false
}
