package normalize

// scan reads the dates of the text from left to right. Numbers and months that
// make none are passed over: times, control numbers, words.
func (p *dateParser) scan() {
	for p.pos < len(p.text) {
		start := p.pos
		switch c := p.text[p.pos]; {
		case isDigit(c):
			if !p.dateAt() {
				p.pos = start
				p.skipNumber()
			}
		case isLetter(c):
			if !p.monthAt() {
				p.pos = start
				p.skipWord()
			}
		default:
			p.pos++
		}
	}
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// skipNumber passes over a run of digits and what is tied to it by a colon: a time.
func (p *dateParser) skipNumber() {
	for p.pos < len(p.text) && (isDigit(p.text[p.pos]) || p.text[p.pos] == ':') {
		p.pos++
	}
}

func (p *dateParser) skipWord() {
	for p.pos < len(p.text) && (isLetter(p.text[p.pos]) || p.text[p.pos] >= 0x80) {
		p.pos++
	}
}

// number reads digits, and returns how many there were.
func (p *dateParser) number(most int) (value, digits int) {
	start := p.pos
	for p.pos < len(p.text) && isDigit(p.text[p.pos]) && p.pos-start < most {
		p.pos++
	}
	return digitsValue(p.text[start:p.pos]), p.pos - start
}

// separator reads the mark between two numbers of a date.
func (p *dateParser) separator() byte {
	start := p.pos
	for p.pos < len(p.text) && p.text[p.pos] == ' ' {
		p.pos++
	}
	if p.pos == len(p.text) {
		return 0
	}
	switch c := p.text[p.pos]; c {
	case '/', '-', '.':
		p.pos++
		for p.pos < len(p.text) && (p.text[p.pos] == ' ' || p.text[p.pos] == c) {
			p.pos++
		}
		return c
	}
	if p.pos > start {
		return ' '
	}
	return 0
}

// dateAt reads a date that begins with a number.
func (p *dateParser) dateAt() bool {
	a, digits := p.number(9)
	switch {
	case digits == 8:
		before := len(p.value.All)
		p.compact(p.text[p.pos-8 : p.pos])
		return len(p.value.All) > before
	case digits == 4:
		return p.yearFirst(a)
	case digits > 2:
		return false
	}
	mark := p.separator()
	if month := p.monthName(); month > 0 && mark != '.' {
		return p.dayMonth(a, month)
	}
	if p.ordinal() {
		p.separator()
		if month := p.monthName(); month > 0 {
			return p.dayMonth(a, month)
		}
		return false
	}
	if mark == 0 || mark == ' ' {
		return false
	}
	b, bDigits := p.number(9)
	if bDigits == 6 && mark == '/' { // 4/032023
		p.value.doubt("a mark of the date is missing")
		p.numeric(a, b/10000, b%10000)
		return true
	}
	if bDigits == 0 || bDigits > 2 {
		return p.monthYear(a, b, bDigits, mark)
	}
	if p.separator() != mark {
		return false
	}
	year, yearDigits := p.number(4)
	if yearDigits != 2 && yearDigits != 4 {
		return false
	}
	p.numeric(a, b, fullYear(year, yearDigits))
	p.timeOfDay()
	return true
}

// yearFirst reads 2023-04-03 and 2023/4/3, and 2023-04 as its first day.
func (p *dateParser) yearFirst(year int) bool {
	mark := p.separator()
	if mark == 0 || mark == ' ' || year < firstYear || year > lastYear {
		return false
	}
	if month := p.monthName(); month > 0 {
		p.separator()
		day, _ := p.number(2)
		return p.add(year, month, day)
	}
	month, digits := p.number(2)
	if digits == 0 {
		return false
	}
	end := p.pos
	if p.separator() == mark {
		if day, digits := p.number(2); digits > 0 && !p.moreDigits() {
			p.add(year, month, day)
			p.timeOfDay()
			return true
		}
	}
	p.pos = end
	if p.moreDigits() || month < 1 || month > 12 {
		return false // "2017-0123" is a number of something else
	}
	return p.addMonth(year, month)
}

func (p *dateParser) moreDigits() bool { return p.pos < len(p.text) && isDigit(p.text[p.pos]) }

// addMonth adds the first day of a month.
func (p *dateParser) addMonth(year, month int) bool {
	if !p.add(year, month, 1) {
		return false
	}
	p.value.doubt("a month without a day: its first day")
	return true
}

// monthYear reads 04/2023.
func (p *dateParser) monthYear(month, year, yearDigits int, mark byte) bool {
	if mark != '/' && mark != '-' || yearDigits != 4 || month < 1 || month > 12 || year < firstYear || year > lastYear {
		return false
	}
	return p.addMonth(year, month)
}

// timeOfDay passes over the time after a date, so that its numbers are read as
// nothing else.
func (p *dateParser) timeOfDay() {
	i := p.pos
	for i < len(p.text) && (p.text[i] == ' ' || p.text[i] == 'T' || p.text[i] == ',') {
		i++
	}
	start := i
	for i < len(p.text) && isDigit(p.text[i]) {
		i++
	}
	if i == start || i-start > 2 || i == len(p.text) || p.text[i] != ':' {
		return
	}
	for i < len(p.text) && (isDigit(p.text[i]) || p.text[i] == ':' || p.text[i] == '.' || p.text[i] == 'Z') {
		i++
	}
	p.pos = i
	p.zone()
}

// zone passes over an offset such as -04:00 after a time.
func (p *dateParser) zone() {
	i := p.pos
	if i == len(p.text) || p.text[i] != '+' && p.text[i] != '-' {
		return
	}
	for i++; i < len(p.text) && (isDigit(p.text[i]) || p.text[i] == ':'); i++ {
	}
	p.pos = i
}

// monthAt reads a date that begins with the name of a month.
func (p *dateParser) monthAt() bool {
	month := p.monthName()
	if month == 0 {
		return false
	}
	p.gap()
	a, digits := p.number(4)
	switch {
	case digits == 4 && a >= firstYear && a <= lastYear:
		return p.addMonth(a, month)
	case digits == 0 || digits > 2:
		return false
	}
	p.ordinal()
	p.gap()
	year, yearDigits := p.number(4)
	if yearDigits != 2 && yearDigits != 4 {
		return false
	}
	ok := p.add(fullYear(year, yearDigits), month, a)
	p.timeOfDay()
	return ok
}

// dayMonth reads the year after a day and the name of a month.
func (p *dateParser) dayMonth(day, month int) bool {
	p.gap()
	year, digits := p.number(4)
	if digits != 2 && digits != 4 {
		return false
	}
	ok := p.add(fullYear(year, digits), month, day)
	p.timeOfDay()
	return ok
}

// gap passes over marks and the words "de" and "of" inside a date.
func (p *dateParser) gap() {
	for p.pos < len(p.text) {
		switch c := p.text[p.pos]; {
		case c == ' ' || c == ',' || c == '.' || c == '-' || c == '/' || c == '\'':
			p.pos++
		case p.word("del") || p.word("de") || p.word("of"):
		default:
			return
		}
	}
}

// word passes over a whole word, if it stands here.
func (p *dateParser) word(w string) bool {
	end := p.pos + len(w)
	if end > len(p.text) || !equalFoldASCII(p.text[p.pos:end], w) || end < len(p.text) && isLetter(p.text[end]) {
		return false
	}
	p.pos = end
	return true
}

func equalFoldASCII(text, lower string) bool {
	for i := 0; i < len(lower); i++ {
		if text[i]|0x20 != lower[i] {
			return false
		}
	}
	return true
}

// ordinal passes over the ending of "3rd".
func (p *dateParser) ordinal() bool {
	return p.word("st") || p.word("nd") || p.word("rd") || p.word("th")
}

// monthName reads the name of a month in English or Spanish, whole or cut to
// three letters or more, after "de" or "of" too. It returns 0 and stays where
// it was if none stands here.
func (p *dateParser) monthName() int {
	start := p.pos
	if p.word("de") || p.word("of") {
		for p.pos < len(p.text) && p.text[p.pos] == ' ' {
			p.pos++
		}
	}
	from := p.pos
	for p.pos < len(p.text) && isLetter(p.text[p.pos]) {
		p.pos++
	}
	if month := monthOf(p.text[from:p.pos]); month > 0 {
		return month
	}
	p.pos = start
	return 0
}

// monthNames holds English and Spanish names.
var monthNames = [12][]string{
	{"january", "enero"}, {"february", "febrero"}, {"march", "marzo"}, {"april", "abril"},
	{"may", "mayo"}, {"june", "junio"}, {"july", "julio"}, {"august", "agosto"},
	{"september", "septiembre", "setiembre"}, {"october", "octubre"},
	{"november", "noviembre"}, {"december", "diciembre"},
}

// monthOf returns the month whose name begins with the word, which has three
// letters or more.
func monthOf(word string) int {
	if len(word) < 3 {
		return 0
	}
	for i, names := range monthNames {
		for _, name := range names {
			if len(word) <= len(name) && equalFoldASCII(word, name[:len(word)]) {
				return i + 1
			}
		}
	}
	return 0
}
