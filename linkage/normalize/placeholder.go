package normalize

import "strings"

// People type something into a field that must not stay empty. What they
// type recurs in every county, and would tie together cases that have nothing in
// common but a lazy form. The words below are read as nothing, and said to be.

const nothingWritten = "a word that stands for nothing known"

// phonePlaceholders are local numbers that nobody has in any area code: 555-1212
// is directory assistance everywhere, the others are what a hand on the keypad types.
var phonePlaceholders = map[string]bool{
	"5551212": true, "0000000": true, "1111111": true, "9999999": true, "5555555": true, "1234567": true,
}

// emptyMailboxes are names of mailboxes that are written where there is no
// mailbox, whatever the domain.
var emptyMailboxes = wordsOf(`none noemail nomail noemailaddress noaddress unknown unk refused declined notgiven
	notprovided notavailable noneprovided nonegiven donthave doesnothave na noreply donotreply`)

// emptyEchoes are names of mailboxes that stand for nothing where the domain repeats
// them: test@test.com.
var emptyEchoes = wordsOf(`a aa aaa abc x xx xxx no test email mail name user sample example asdf qwerty fake nobody noone`)

// emptyMailbox reports whether a mailbox stands for none.
func emptyMailbox(local, domain string) bool {
	local = strings.NewReplacer(".", "", "-", "", "_", "", "/", "").Replace(local)
	host, _, _ := strings.Cut(domain, ".")
	return emptyMailboxes[local] || emptyEchoes[local] && (host == local || host == "test" || host == "email" || host == "none")
}

// emptyHandles are written where an account is asked for and none is known.
var emptyHandles = wordsOf(`unknown unk none na no yes n/a null nil refused declined same user username handle account
	profile private deleted unavailable ninguno desconocido`)

// descriptions are words that describe a person; alone, with a number, or among
// themselves they name nobody: "Hispanic male 2".
var (
	descriptions = wordsOf(`male female man woman males females men women boy girl adult juvenile unknown unk unidentified
		unnamed anonymous refused subject suspect perp perpetrator driver caller owner operator victim witness person individual
		none hombre mujer masculino femenino desconocido desconocida sospechoso sospechosa`)
	complexions = wordsOf(`hispanic latino latina white black asian indian native hisp wht blk the a an of and or no name older
		younger young old middle aged tall short heavyset thin`)
)

// namesNobody reports whether the words of a name only describe somebody.
func namesNobody(words []nameWord) bool {
	described := false
	for _, w := range words {
		switch {
		case descriptions[w.text]:
			described = true
		case complexions[w.text], strings.Trim(w.text, "0123456789") == "":
		default:
			return false
		}
	}
	return described
}

// noFirm are words that stand where a firm is asked for and somebody has none.
// noFirmWith say so only beside one of them.
var (
	noFirm = wordsOf(`unknown unk unnamed unidentified none unemployed selfemployed residence residential student retired
		homeless disabled housewife homemaker refused anonymous desempleado desempleada jubilado jubilada estudiante desconocido desconocida ninguno`)
	noFirmWith = wordsOf(`private home house business company employer name establishment location farm restaurant store
		the a an of or and currently status at this time`)
	noFirmPhrases = map[string]bool{
		"self employed": true, "private home": true, "private house": true, "not employed": true, "not working": true, "not given": true,
		"not provided": true, "not listed": true, "no employer": true, "no business": true, "no name": true, "stay at home": true, "n a": true,
		// a kind of place, not a name
		"gas station": true, "convenience store": true, "truck stop": true, "rest area": true, "rest stop": true, "parking lot": true,
		"nail salon": true, "massage parlor": true, "massage parlour": true, "strip club": true, "dairy farm": true, "apartment complex": true,
	}
)

// namesNoFirm reports whether the words of a business's name say that there is none.
func namesNoFirm(words []nameWord) bool {
	if len(words) > 4 {
		return false
	}
	said, all := false, make([]string, 0, 4)
	other := false
	for _, w := range words {
		all = append(all, w.text)
		said = said || noFirm[w.text]
		other = other || !noFirm[w.text] && !noFirmWith[w.text]
	}
	return said && !other || namesNobody(words) || noFirmPhrases[strings.Join(all, " ")]
}

func wordsOf(list string) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(list) {
		words[w] = true
	}
	return words
}
