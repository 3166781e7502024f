package phonetext

import "strings"

// A role says what a word does in a spoken number, or near one.
type role uint8

const (
	roleNone     role = iota
	roleUnit          // a digit: "five", "oh", "cinco"
	rolePair          // two digits that stand alone: "eleven", "veintiuno"
	roleTens          // "forty", which a unit may follow
	roleHundreds      // "quinientos", which two digits may follow
	roleHundred       // "hundred", after a unit
	roleThousand      // "thousand", after a unit or a pair
	roleRepeat        // "double", "triple"
	rolePlural        // "fives", after a count
	roleSoft          // sounds like a digit and is a common word: "for", "to"
	roleAnd           // "and", "y": inside a number or between two
	roleFiller        // a word with which people break up a number
	roleCue           // announces a phone number
	roleNegative      // announces a number that is no phone number
	roleMeasure       // announces a short number: an age, a room
	roleUnitOf        // follows a number that counts something: "lbs", "hours"
)

// A word is a vocabulary entry: its role and, for parts of numbers, its digits
// (roleUnit "5", roleTens "4", rolePair "11", roleRepeat "2").
type word struct {
	role   role
	digits string
}

// vocabulary holds every word that means something to the scanner, folded to
// lower-case ASCII.
var vocabulary = buildVocabulary()

// numberWords lists "word digits" pairs by role.
var numberWords = map[role]string{
	roleUnit: "zero 0 oh 0 o 0 cero 0 sero 0 one 1 uno 1 un 1 una 1 two 2 dos 2 three 3 tres 3 trez 3 four 4 fore 4 cuatro 4 quatro 4 kuatro 4 " +
		"five 5 fiv 5 fife 5 cinco 5 sinco 5 cinko 5 sinko 5 six 6 sicks 6 sixx 6 seis 6 seiz 6 siks 6 seven 7 sevn 7 sevin 7 siete 7 ciete 7 eight 8 eigth 8 eigt 8 eght 8 egiht 8 ocho 8 nine 9 nein 9 nien 9 nyne 9 niner 9 nueve 9 nuebe 9 nought 0 naught 0 nil 0",
	rolePair: "ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 " +
		"diez 10 once 11 doce 12 trece 13 catorce 14 quince 15 dieciseis 16 diecisiete 17 dieciocho 18 diecinueve 19 " +
		"veintiuno 21 veintiun 21 veintidos 22 veintitres 23 veinticuatro 24 veinticinco 25 veintiseis 26 veintisiete 27 veintiocho 28 veintinueve 29",
	roleTens: "twenty 2 thirty 3 forty 4 fourty 4 fifty 5 sixty 6 seventy 7 eighty 8 ninety 9 " +
		"veinte 2 treinta 3 cuarenta 4 cincuenta 5 sesenta 6 setenta 7 ochenta 8 noventa 9",
	roleHundreds: "cien 1 ciento 1 doscientos 2 trescientos 3 cuatrocientos 4 quinientos 5 seiscientos 6 setecientos 7 ochocientos 8 novecientos 9",
	roleHundred:  "hundred 00",
	roleThousand: "thousand 000 mil 000",
	roleRepeat:   "double 2 dbl 2 doble 2 dos-veces 2 triple 3 treble 3 tripple 3 quadruple 4 quad 4",
	rolePlural:   "zeros 0 zeroes 0 ohs 0 ones 1 twos 2 threes 3 fours 4 fives 5 sixes 6 sevens 7 eights 8 nines 9 ceros 0 unos 1 doses 2 treses 3 cuatros 4 cincos 5 seises 6 sietes 7 ochos 8 nueves 9",
	roleSoft:     "for 4 foe 4 to 2 too 2 tu 2 owe 0 ate 8 won 1 tree 3 sex 6",
}

// contextWords lists words by what they say about numbers near them.
var contextWords = map[role]string{
	roleAnd: "and y e",
	roleFiller: "then than dash hyphen dot point space minus plus slash period comma guion punto luego despues entonces " +
		"baby babe babes bby hun hon honey love sweetie sweetheart daddy papi mami dear darling sexy guys gentlemen boys xo xoxo xoxoxo kisses lol hey ok okay um umm uh uhm er hmm well so " +
		"first next last finally lastly start starts starting end ends ending rest followed by with the is its it me my area code prefix exchange line number num no numero " +
		"at on now pls please por favor al el mi it's amp nbsp again in u you we more x",
	roleCue: "call calls called calling caller txt text texts texted texting phone phones phoned fone telephone tel tele telefono telf cell cel cellular celular mobile movil sms mms " +
		"dial dialed ring rings reach reached reachable contact contacts contactar contacto whatsapp whats wsp wassap wapp hmu signal fax ph llama llame llamame llamar marca marque mensaje landline hotline burner callback ring voicemail imessage facetime telegram zelle viber ask",
	roleNegative: "rate rates price prices paid pay pays cost costs charged population postid score scores case casefile docket incident complaint tracking track ups usps fedex dhl parcel package shipment waybill license licence lic licencia account acct cuenta ssn social security itin ein tin taxpayer vin isbn issn upc ean sku serial invoice inv order po policy claim ref reference reservation confirmation conf receipt badge permit warrant report rpt passport visa medicaid medicare routing aba iban mrn npi dea fein usdot mc registration reg " +
		"zip zipcode ip ipv4 lat latitude lon lng long longitude coordinates coords gps index indictment ticket summons citation file fein folio caso expediente seguimiento placa guia rastreo card visa mastercard debit model part item imei imsi meid iccid mac id cid oid nysid fbi doc inmate din booking barcode member memberid group rx bin pcn batch dl oln cdl bates mtcn moneygram lotto lottery powerball cr dr ccr cad transaction txn rma customer patient employee student voter ebt btc wallet bitcoin followers views subscribers hin dcjs user username userid taxid parcelid sbl crn",
	roleMeasure: "age aged ages year years height weight ht wt measurements born dob birthdate birth unit room rm apt apartment suite ste floor exit route rte mile box lot block im turned edad tengo soy just",
	roleUnitOf:  "hr hrs hour hours hh hhr qv qk min mins minute minutes lb lbs pound pounds kg kilo kilos cm mm ft feet foot inch inches yr yrs yo old mph miles km oz am pm st nd rd th dollars dollar bucks usd roses rose donation donations flowers percent degrees deg special specials horas hora minutos dolares pesos anos libras girls women men workers people persons guests beds rooms weeks week days day months month dias semanas meses times visits acres gallons units tall",
}

func buildVocabulary() map[string]word {
	m := make(map[string]word, 700)
	for _, r := range []role{roleFiller, roleUnitOf, roleMeasure, roleNegative, roleCue, roleAnd} {
		for _, w := range strings.Fields(contextWords[r]) {
			m[w] = word{role: r}
		}
	}
	for r := roleUnit; r <= roleSoft; r++ {
		f := strings.Fields(numberWords[r])
		for i := 0; i+1 < len(f); i += 2 {
			m[f[i]] = word{r, f[i+1]}
		}
	}
	return m
}

// stretched maps the digits' names with repeated letters taken together, such as "thre", to
// their words: people draw them out, as in "zeroo".
var stretched = func() map[string]word {
	m := map[string]word{}
	for name, w := range vocabulary {
		if w.role == roleUnit && len(name) >= 3 {
			m[string(squeeze([]byte(name)))] = w
		}
	}
	return m
}()

// squeeze takes repeated letters together, in place.
func squeeze(run []byte) []byte {
	n := 0
	for i, c := range run {
		if i == 0 || c != run[n-1] {
			run[n] = c
			n++
		}
	}
	return run[:n]
}

// maxWord is longer than any word of the vocabulary.
const maxWord = 16

// look returns what a folded word means; unknown words have roleNone.
func look(folded []byte) word {
	if len(folded) > maxWord {
		return word{}
	}
	return vocabulary[string(folded)]
}

// gluable reports whether the word may stand glued to others in "fiveeightfive":
// the number words of three letters and more.
func (w word) gluable(length int) bool {
	return w.role >= roleUnit && w.role <= rolePlural && length >= 3 || w.role == roleUnit && length == 2
}

// gluedStarts has a bit for each first letter of a number word.
var gluedStarts = func() (set [256]bool) {
	for w, v := range vocabulary {
		if v.gluable(len(w)) {
			set[w[0]] = true
		}
	}
	return set
}()

// alikeDigits maps a letter to the digit that it looks like. Capital and
// small letters differ: B is 8 and b is 6.
var alikeDigits = [256]byte{
	'O': '0', 'o': '0', 'Q': '0', 'D': '0', 'I': '1', 'i': '1', 'l': '1', 'L': '1', 'Z': '2', 'z': '2',
	'E': '3', 'A': '4', 'S': '5', 's': '5', 'G': '6', 'b': '6', 'T': '7', 'B': '8', 'g': '9', 'q': '9',
}

// keypad maps a letter to the digit under it on a telephone's keys (ITU-T E.161).
func keypad(lower byte) byte {
	const keys = "22233344455566677778889999"
	if lower < 'a' || lower > 'z' {
		return 0
	}
	return keys[lower-'a']
}
