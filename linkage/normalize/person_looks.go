package normalize

// nameLooks is what the words of a name say about whose name it is.
type nameLooks struct {
	words    int
	given    int     // words that are common given names
	surnames int     // words that are listed surnames
	last     float64 // share of people whose surname the last word is; 0 when it isn't listed
	initials int     // single letters after the first word
	parts    int     // titles and generational suffixes
	comma    bool
	legal    bool // a legal form or a d/b/a
	trade    int  // words of a trade
	common   int  // words that businesses call themselves by, and no people
	places   int  // words of places
	road     bool // a word for a road: it is an address
	digits   bool
	sign     bool // &, #, or another sign that stands in no person's name
	article  bool // begins with "the", or holds "of", "and"
}

// look reads what s is like; ok is false when s has no words, or more than any name.
func look(s string) (looks nameLooks, ok bool) {
	// mostWords is more than a person's name has, and most businesses'.
	const mostWords = 16
	var words [mostWords]nameWord
	r, ok := scanName(s, words[:0])
	if !ok || len(r.words) == 0 || len(r.words) > mostWords {
		return looks, false
	}
	looks.words = len(r.words)
	for i := range r.words {
		looks.addWord(r.words, i)
	}
	var array [mostWords + 4]businessItem
	items := r.businessItems(array[:0])
	for i := range items {
		if i > 0 && aliasMarker(items[i:]) > 0 && items[i].text != "aka" && items[i].text != "and" {
			looks.legal = true
		}
	}
	form, n := legalForms().atEnd(items)
	looks.legal = looks.legal || n > 0 && n < len(items) && !ambiguousLegal(form, items[len(items)-1].text)
	return looks, true
}

// ambiguousLegal reports whether a legal form at the end may be a suffix, a credential or a surname of a person.
func ambiguousLegal(form legalForm, last string) bool {
	if personParts()[last]&(partCredential|partGeneration) != 0 {
		return true
	}
	_, surname := SurnameShare(last)
	return surname && last != "co" && last != "company" || len(last) == 2 && form.shown != "Co." && last != "lp" && last != "pc"
}

func (l *nameLooks) addWord(words []nameWord, i int) {
	w := words[i]
	const signs = sepAnd | sepNumber | sepSlash | sepOther
	l.sign = l.sign || w.before&signs != 0 || w.after&signs != 0
	l.comma = l.comma || i > 0 && w.before&sepComma != 0
	if w.text[0] >= '0' && w.text[0] <= '9' {
		l.digits = l.digits || generations[w.text] == ""
		return
	}
	switch w.text {
	case "the":
		l.article = l.article || i == 0 || i == len(words)-1
	case "of", "and", "at", "for":
		l.article = true
	case "street", "road", "rd", "avenue", "ave", "drive", "lane", "ln", "boulevard", "blvd", "highway", "hwy", "route", "rte",
		"crescent", "circuit", "parkway", "pkwy", "turnpike", "terrace", "court", "ct", "place", "pl":
		l.road = i > 0
	}
	if len(w.text) == 1 {
		l.initials++
		return
	}
	if personParts()[w.text]&(partTitle|partGeneration|partCredential) != 0 {
		l.parts++
	}
	given, isGiven := GivenShare(w.text)
	surname, isSurname := SurnameShare(w.text)
	class, _ := BusinessWord(canonicalWord(w.text))
	switch {
	case class == WordTrade && !isGiven && surname < tradeSurname:
		l.trade++
	case class == WordNaming && !isGiven && !isSurname:
		l.common++
	case class == WordPlace:
		l.places++
	}
	// commonGiven is a share that leaves out words which are given names only now and then.
	const commonGiven = 3e-5
	if isGiven && given >= commonGiven {
		l.given++
	}
	if isSurname {
		l.surnames++
		if i == len(words)-1 {
			l.last = surname
		}
	}
}

// tradeSurname is the share of bearers above which a trade word is a surname first: Cook, Church, Park are
// words of both kinds.
const tradeSurname = 1e-4

// LooksLikePerson reports whether s is more likely the name of a person than of a
// business or of anything else. It is meant for a column of names: what it says
// of one value is a guess. Time: linear in the length of s, which is bounded.
func LooksLikePerson(s string) bool {
	l, ok := look(s)
	if !ok || l.legal || l.digits || l.sign || l.article || l.road || l.trade > 0 {
		return false
	}
	const most = 6 // words of a full name with title and suffix
	if l.words > most {
		return false
	}
	names := l.words - l.initials - l.parts
	switch {
	case names < 1 || l.words == 1:
		return false
	case l.parts > 0 && l.common == 0:
		return true
	case l.given > 0:
		return l.common == 0 || l.surnames+l.given > l.common+1
	case l.common > 0 || l.places > 0:
		return false
	case l.comma:
		return l.surnames > 0
	}
	// commonSurname is a share that leaves out surnames which are places or things as often.
	const commonSurname = 5e-5
	return l.last >= commonSurname && names <= 2
}

// LooksLikeBusiness reports whether s is more likely the name of a business, agency or
// other organisation than of a person; see [LooksLikePerson]. A name may look like neither.
func LooksLikeBusiness(s string) bool {
	l, ok := look(s)
	if !ok {
		return false
	}
	if l.legal {
		return l.words > 1
	}
	if l.road && (l.digits || l.words <= 3) {
		return false // an address
	}
	if l.trade > 0 || l.article {
		return l.words > 1
	}
	if l.words == 1 || LooksLikePerson(s) {
		return false
	}
	return l.common > 0 || l.sign && l.words > 1 && !l.comma || l.digits && l.given+l.surnames > 0 && !l.comma && l.words <= 5
}
