package normalize

import "time"

// cutAliases takes the names after a/k/a off.
func (r personReader) cutAliases(p *PersonName, words []nameWord) []nameWord {
	at, n := aliasAt(words, 0)
	if n == 0 || at == 0 {
		return words
	}
	first := words[:at]
	for n > 0 {
		from := at + n
		at, n = aliasAt(words, from)
		r.addAlias(p, words[from:at])
	}
	return first
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
func (r personReader) addAlias(p *PersonName, words []nameWord) {
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
func (r personReader) cutNickname(p *PersonName, words []nameWord) []nameWord {
	for i := 0; i < len(words); i++ {
		if words[i].text == "nee" && i > 0 && i+1 < len(words) {
			p.Maiden = r.text(words[i+1 : i+2])
			words = cutWords(words, i, i+2)
			i--
			continue
		}
		end := asideEnd(words, i)
		if end == 0 || end-i >= len(words) {
			continue
		}
		switch {
		case words[i].text == "nee" && end > i+1:
			p.Maiden = r.text(words[i+1 : end])
		case p.Nickname == "":
			p.Nickname = r.text(words[i:end])
		}
		words = cutWords(words, i, end)
		i--
	}
	return words
}

// asideEnd returns the end of the quotation or parenthesis that begins before word i, 0 if none does.
func asideEnd(words []nameWord, i int) int {
	opening := words[i].before & (sepQuote | sepOpen)
	if opening == 0 {
		return 0
	}
	closing := opening & sepQuote
	if opening&sepOpen != 0 {
		closing |= sepClose
	}
	for end := i; end < len(words); end++ {
		if words[end].after&closing != 0 {
			return end + 1
		}
	}
	return 0
}

// cutWords returns words without words[from:to], as a copy.
func cutWords(words []nameWord, from, to int) []nameWord {
	rest := append(make([]nameWord, 0, len(words)), words[:from]...)
	return append(rest, words[to:]...)
}

// cutBorn takes out a date of birth: "DOB 2/3/1980", "born 1980-02-03", "|1980-02-03".
func (r personReader) cutBorn(p *PersonName, words []nameWord) []nameWord {
	const date = 3 // words
	for i := range words {
		n := bornMarker(words[i:])
		if n == 0 && words[i].before&sepBar == 0 || i+n+date > len(words) || n+date == len(words) {
			continue
		}
		born, ok := birthDay(words[i+n].text, words[i+n+1].text, words[i+n+2].text)
		if !ok {
			continue
		}
		p.Born = born
		return cutWords(words, i, i+n+date)
	}
	return words
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
