package normalize

import "strings"

// A PersonName is the name of a person, taken apart. The name parts are as they
// stood; the keys are in plain lower-case letters.
type PersonName struct {
	Title    string   // Mr, Dr, Sgt; also Baron, Lady
	Given    string   // the first given name, or its initial
	Middle   string   // the other given names and initials
	Surname  string   // the surname or surnames, with their particles
	Suffix   string   // generation, canonical: Jr, Sr, II, III
	Nickname string   // what stood in quotation marks or parentheses
	Maiden   string   // what stood after née
	Aliases  []string // the names after a/k/a, as they stood
	Born     Day      // the date of birth; may be unknown

	given, middle, surname string // folded, words divided by single spaces
	aliasKeys              []string
	raw                    string
	remarks
}

// PersonColumns are the columns of a table that hold one person's name.
type PersonColumns struct {
	Title, First, Middle, Last, Suffix, Nickname string
	Born                                         Day
}

// Person reads the name of a person: "DOE, John Q.", "Mr. John Q Doe Jr", "Juan
// García López", "John 'Jack' Doe a/k/a Johnny Roe, born 1980-02-03".
//
// A name of one word has a key and a doubt. Longer than 1,000 bytes is not a
// name. Time is linear in the length of raw.
func Person(raw string) (PersonName, error) {
	p := PersonName{raw: raw}
	var words [8]nameWord
	s, ok := scanName(raw, words[:0])
	if !ok {
		return p.unreadable("longer than a name")
	}
	if len(s.words) == 0 {
		return p.unreadable("no letter")
	}
	if namesNobody(s.words) {
		return p.unreadable("a description, not a name")
	}
	personReader{raw}.read(&p, s.words)
	return p.finish()
}

// read reads the whole of a scanned text.
func (r personReader) read(p *PersonName, words []nameWord) {
	words = r.cutBorn(p, words)
	words = r.cutAliases(p, words)
	words = r.cutNickname(p, words)
	r.readName(p, words)
}

// PersonFromColumns reads a name whose parts stand in columns of their own. A
// title in the first-name column is taken for a title, a suffix in the surname
// column for a suffix; a whole name in one column with the others empty is read
// as by [Person].
func PersonFromColumns(c PersonColumns) (PersonName, error) {
	if blank(c.First) && blank(c.Middle) || blank(c.Last) && blank(c.Middle) && strings.ContainsAny(strings.TrimSpace(c.First), " ,") {
		p, err := Person(strings.TrimSpace(c.First + " " + c.Last))
		p.addColumns(c)
		return p, err
	}
	p := PersonName{raw: joinColumns(c)}
	var words [12]nameWord
	first, ok := scanName(joinNonEmpty(c.First, c.Middle), words[:0:8])
	last, ok2 := scanName(c.Last, words[8:8])
	if !ok || !ok2 {
		return p.unreadable("longer than a name")
	}
	if namesNobody(first.words) && (len(last.words) == 0 || namesNobody(last.words)) {
		return p.unreadable("a description, not a name")
	}
	r := personReader{last.raw}
	surname := r.cutNickname(&p, last.words)
	r.setSurname(&p, r.takeSuffixes(&p, r.takeSurnameTitles(&p, surname)))
	r = personReader{first.raw}
	given := r.cutNickname(&p, first.words)
	r.setGiven(&p, r.takeSuffixes(&p, r.takeTitles(&p, given)))
	p.addColumns(c)
	return p.finish()
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// joinColumns returns the columns as one text in the order surname, given names.
func joinColumns(c PersonColumns) string {
	name := strings.TrimSpace(c.First + " " + c.Middle)
	if blank(c.Last) {
		return name
	}
	return c.Last + ", " + name
}

// addColumns adds what the columns hold beside the name.
func (p *PersonName) addColumns(c PersonColumns) {
	if p.Title == "" {
		p.Title = strings.TrimSpace(c.Title)
	}
	if p.Nickname == "" {
		p.Nickname = strings.TrimSpace(c.Nickname)
	}
	if p.Born == 0 {
		p.Born = c.Born
	}
	if p.Suffix == "" && c.Suffix != "" {
		if s, ok := scanName(c.Suffix, nil); ok && len(s.words) == 1 {
			p.Suffix = generations[s.words[0].text]
		}
	}
}

// finish notes what is doubtful in a name that has been read.
func (p PersonName) finish() (PersonName, error) {
	p.settle()
	switch {
	case p.given == "" && p.surname == "":
		return p.unreadable("no name besides titles")
	case p.given == "" || p.surname == "":
		p.doubt("one name only")
	case len(p.given) == 1:
		p.doubt("given name is an initial")
	}
	if strings.ContainsAny(p.given, "0123456789") || strings.ContainsAny(p.surname, "0123456789") {
		p.doubt("digit in a name")
	}
	if p.Born != 0 && p.Born.Time().YearDay() == 1 {
		p.note("born on 1 January, which often means that only the year is known")
	}
	return p, nil
}

// settle sees to it that the key reads back as itself, where words of it could be
// taken for something else than a name.
func (p *PersonName) settle() {
	const rounds = 4 // each takes a word away or leaves all as it is
	for range rounds {
		key := p.NameKey()
		if plainKey(key) {
			return
		}
		var again PersonName
		s, _ := scanName(key, nil)
		personReader{key}.read(&again, s.words)
		if again.given == p.given && again.surname == p.surname {
			return
		}
		p.given, p.middle, p.surname = again.given, again.middle, again.surname
	}
}

// plainKey reports whether no word of a key is anything else than a name.
func plainKey(key string) bool {
	parts := personParts()
	for w := range strings.FieldsSeq(key) {
		w = strings.TrimSuffix(w, ",")
		if len(w) == 1 || parts[w]&^partSpanish != 0 || w == "aka" || w == "fka" || w == "alias" || w == "also" || w == "nee" || w == "dob" || w == "born" || w == "date" {
			return false
		}
	}
	return true
}

func (p PersonName) unreadable(reason string) (PersonName, error) {
	p.given, p.middle, p.surname = "", "", ""
	p.doubt(reason)
	return p, &Error{Kind: KindPerson, Reason: reason, Hint: "give one person's name"}
}

// Kind returns KindPerson.
func (PersonName) Kind() Kind { return KindPerson }

// NameKey returns "surname, given" in plain letters, with the first given name only: "John Q
// Doe Jr" and "DOE, JOHN" share it. A lone name is its own key.
func (p PersonName) NameKey() string {
	switch {
	case p.given == "":
		return p.surname
	case p.surname == "":
		return p.given
	}
	return p.surname + ", " + p.given
}

// Key returns the NameKey and, when it is known, the date of birth after a bar:
// "doe, john|1980-02-03".
func (p PersonName) Key() string {
	key := p.NameKey()
	if key == "" || p.Born == 0 {
		return key
	}
	return key + "|" + p.Born.String()
}

// Keys returns the NameKey and those of the aliases: two people who share any may be one.
func (p PersonName) Keys() []string {
	if p.NameKey() == "" {
		return nil
	}
	return append([]string{p.NameKey()}, p.aliasKeys...)
}

// GivenKey returns the first given name in plain lower-case letters.
func (p PersonName) GivenKey() string { return p.given }

// MiddleKey returns the other given names in plain lower-case letters, divided by spaces.
func (p PersonName) MiddleKey() string { return p.middle }

// SurnameKey returns the surnames in plain lower-case letters, divided by spaces.
func (p PersonName) SurnameKey() string { return p.surname }
