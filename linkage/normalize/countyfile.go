package normalize

import (
	"path"
	"strings"
)

// maxFileName bounds a file's base name in bytes, as file systems do.
const maxFileName = 255

// CountyFromName returns the county that a file's base name says, such as
// "wyoming_cases_2024.csv", "erie-county.xlsx" or "NY St Lawrence.tsv", and
// whether it says one. The state is a postal code, a name or ""; a state in the
// name is used where none is given. The county's whole name must stand there
// in words of its own. A name that is also a common word, a state or a
// person's name counts only if "county" stands beside it or all other words are
// such as case files have; two counties are none, and without a state so is a name that
// several states have.
func CountyFromName(filename, state string) (CountyMatch, bool) {
	words := countyFileWords(filename)
	code := StateCode(state)
	if code == "" {
		code = stateAmong(words)
	}
	found, at, n := findCounty(words, code)
	if len(found.Codes) != 1 {
		return CountyMatch{}, false
	}
	said := at+n < len(words) && isCountyWord(words[at+n]) || at > 0 && isCountyWord(words[at-1])
	if !said && commonCountyNames[strings.Join(words[at:at+n], "")] && !plainRest(words, at, n) {
		return CountyMatch{}, false
	}
	if !said && code == "" && StateCode(strings.Join(words[at:at+n], " ")) != "" {
		return CountyMatch{}, false
	}
	found.note("the county is the one in the file's name")
	return found, true
}

// countyFileWords returns the words of the base name in lower case, without the
// endings; a capital after a small letter begins a word.
func countyFileWords(filename string) []string {
	name := path.Base(strings.ReplaceAll(filename, `\`, "/"))
	if len(name) > maxFileName {
		return nil
	}
	name, _, _ = strings.Cut(name, ".")
	return strings.FieldsFunc(strings.ToLower(splitCase(name)), func(r rune) bool {
		return r < 0x80 && !isLetter(byte(r))
	})
}

// stateAmong returns the state whose two-letter code is a word of the name, if
// there is only one such word.
func stateAmong(words []string) string {
	found := ""
	for _, w := range words {
		if code := StateCode(w); code != "" && len(w) == 2 && !commonCodes[w] {
			if found != "" && found != code {
				return ""
			}
			found = code
		}
	}
	return found
}

// commonCodes are codes of states that are words in the names of files.
var commonCodes = map[string]bool{"co": true, "in": true, "or": true, "id": true, "de": true, "la": true, "me": true, "hi": true, "ok": true, "pa": false, "oh": false}

// maxCountyWords bounds the words of a county's name.
const maxCountyWords = 4

// findCounty returns the one county that the words name, and which of them do:
// the longest run that is a name. Two that differ give no match.
func findCounty(words []string, state string) (found CountyMatch, at, n int) {
	t := counties()
	for i := 0; i < len(words); i++ {
		for size := min(maxCountyWords, len(words)-i); size > 0; size-- {
			if isCountyWord(words[i]) || isCountyWord(words[i+size-1]) {
				continue
			}
			r := t.lookup(strings.Join(words[i:i+size], " "), state)
			if len(r.rows) != 1 || len(r.doubts) > 0 {
				continue
			}
			row := r.rows[0]
			if len(found.Codes) > 0 && found.Codes[0] != t.codes[row] {
				return CountyMatch{}, 0, 0
			}
			if len(found.Codes) == 0 {
				found, at, n = CountyMatch{Codes: t.codes[row : row+1 : row+1]}, i, size
			}
			i += size - 1
			break
		}
	}
	return found, at, n
}

func isCountyWord(word string) bool {
	switch word {
	case "county", "co", "cnty", "parish", "borough", "condado", "counties":
		return true
	}
	return false
}

// plainRest reports whether all words but the county's are such as the names
// of case files have.
func plainRest(words []string, at, n int) bool {
	for i, w := range words {
		if (i < at || i >= at+n) && !fileNameWords[w] && StateCode(w) == "" {
			return false
		}
	}
	return true
}

// fileNameWords stand in the names of case files.
var fileNameWords = setOf(`case cases caselog incident incidents tip tips investigation
	investigations data export exported extract sheriff sheriffs so da pd police office task force tf ht
	trafficking labor sex report reports records ny nys final copy new update updated jan feb mar apr may jun
	jul aug sep oct nov dec q fy`)

// commonCountyNames are names of counties that are also words, given names or states.
var commonCountyNames = setOf(`orange union lake bay park lee clay grant case cook lane bell rich iron gem power
	camp rock rice price bath bond boone box brown butler cross day dent early ford forest fall falls garden
	gray green greene hale hall hand hart hill hood hunt jay king kings queens knox lamb lamar lyon major mason
	mercer mills mineral mower nelson page pike polk pope pratt rush sac sharp sioux stark stone summit
	swift taylor tipton todd towns trigg tripp valley wagoner walker wall ward ware warren wayne webb webster
	white wise wood worth clinton franklin madison monroe jackson jefferson washington lincoln lewis
	douglas marion mitchell morgan scott henry howard logan lawrence perry russell allen martin thomas
	carter carroll clark floyd fulton hamilton harrison johnson jones montgomery benton crawford dallas
	delaware wyoming oregon nevada ohio iowa indiana texas oklahoma arkansas mississippi nebraska
	ontario national independence liberty bee real male female liberty golden prairie platte lost desert
	hudson essex sullivan allegheny albany richmond charlotte christian jasper dixon carson craig elliott
	grayson gordon bradley curtis duval eddy emmet garrett irwin keith kent leon mason miles murray oscar
	owen roger shannon shelby sheridan sherman stanley stewart teller terrell tyler vance wade walton wells
	wilson winston york`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}
