package normalize

import "time"

// cutAliases takes the names after a/k/a off.
func (r *personReader) cutAliases(p *PersonName) {
	at, n := aliasAt(r.words, 0)
	if n == 0 || at == 0 {
		return
	}
	rest := r.words
	r.words = rest[:at]
	for n > 0 {
		from := at + n
		at, n = aliasAt(rest, from)
		r.addAlias(p, rest[from:at])
	}
}

// aliasAt returns where the next alias marker stands, and its number of words; len(words) and 0 without one.
func aliasAt(words []nameWord, from int) (at, n int) {
	for i := from; i < len(words); i++ {
		switch words[i].text {
		case "aka", "fka", "alias":
			return i, 1
		case "a", "f":
			if i+2 < len(words) && words[i+1].text == "k" && words[i+2].text == "a" {
				return i, 3
			}
		case "also":
			if i+2 < len(words) && words[i+1].text == "known" && words[i+2].text == "as" {
				return i, 3
			}
		}
	}
	return len(words), 0
}

// addAlias keeps another name. One word is a nickname: alone it tells nobody from anybody.
func (r *personReader) addAlias(p *PersonName, words []nameWord) {
	if len(words) == 0 {
		return
	}
	var alias PersonName
	r.readName(&alias, words)
	if alias.given == "" || alias.surname == "" {
		if p.Nickname == "" {
			p.Nickname = r.text(words)
		}
		return
	}
	p.Aliases = append(p.Aliases, r.text(words))
	p.aliasKeys = appendOnce(p.aliasKeys, alias.NameKey())
}

// cutNickname takes out what stands in quotation marks or parentheses, and the name after née.
func (r *personReader) cutNickname(p *PersonName) {
	for i := 0; i < len(r.words); i++ {
		if r.words[i].text == "nee" && i > 0 && i+1 < len(r.words) {
			p.Maiden = r.text(r.words[i+1 : i+2])
			r.cut(i, i+2)
			i--
			continue
		}
		end := r.asideEnd(i)
		if end == 0 || end-i >= len(r.words) {
			continue
		}
		switch {
		case r.words[i].text == "nee" && end > i+1:
			p.Maiden = r.text(r.words[i+1 : end])
		case p.Nickname == "":
			p.Nickname = r.text(r.words[i:end])
		}
		r.cut(i, end)
		i--
	}
}

// asideEnd returns the end of the quotation or parenthesis that begins before word i, 0 if none does.
func (r *personReader) asideEnd(i int) int {
	opening := r.words[i].before & (sepQuote | sepOpen)
	if opening == 0 {
		return 0
	}
	closing := opening & sepQuote
	if opening&sepOpen != 0 {
		closing |= sepClose
	}
	for end := i; end < len(r.words); end++ {
		if r.words[end].after&closing != 0 {
			return end + 1
		}
	}
	return 0
}

// cut removes words[from:to] from the reader without touching the slices already handed out.
func (r *personReader) cut(from, to int) {
	rest := append(make([]nameWord, 0, len(r.words)), r.words[:from]...)
	r.words = append(rest, r.words[to:]...)
}

// cutBorn takes out a date of birth: "DOB 2/3/1980", "born 1980-02-03", "|1980-02-03".
func (r *personReader) cutBorn(p *PersonName) {
	for i := range r.words {
		n := bornMarker(r.words[i:])
		if n == 0 && r.words[i].before&sepBar == 0 {
			continue
		}
		if i+n+3 > len(r.words) || n+3 == len(r.words) {
			continue
		}
		born, ok := birthDay(r.words[i+n].text, r.words[i+n+1].text, r.words[i+n+2].text)
		if !ok {
			continue
		}
		p.Born = born
		r.cut(i, i+n+3)
		return
	}
}

// bornMarker returns the number of words that announce a date of birth.
func bornMarker(words []nameWord) int {
	switch words[0].text {
	case "dob", "born", "nacido", "nacida":
		return 1
	case "d":
		if len(words) > 2 && words[1].text == "o" && words[2].text == "b" {
			return 3
		}
	case "date":
		if len(words) > 2 && words[1].text == "of" && words[2].text == "birth" {
			return 3
		}
	}
	return 0
}

// birthDay reads year-month-day, or month-day-year as it is written in the United States.
func birthDay(a, b, c string) (Day, bool) {
	if len(a) == 4 {
		a, b, c = b, c, a
	}
	month, day, year := smallNumber(a), smallNumber(b), smallNumber(c)
	if len(c) != 4 || month < 1 || month > 12 || day < 1 || year < 1800 {
		return 0, false
	}
	d := DayOf(year, time.Month(month), day)
	return d, d.Time().Day() == day
}

// smallNumber returns the number of up to four digits, -1 for anything else.
func smallNumber(s string) int {
	if s == "" || len(s) > 4 {
		return -1
	}
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}
