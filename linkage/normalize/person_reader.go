package normalize

import "strings"

// personReader takes a person's name apart.
type personReader struct{ raw string }

// readName reads one name, in natural order or with the surname first and a comma.
func (r personReader) readName(p *PersonName, words []nameWord) {
	comma := 1
	for comma < len(words) && words[comma].before&sepComma == 0 {
		comma++
	}
	if comma >= len(words) {
		r.readNatural(p, words)
		return
	}
	before, after := words[:comma], words[comma:]
	switch {
	case onlyParts(after, len(before) > 1):
		r.addParts(p, after)
		r.readNatural(p, before)
	case personParts()[after[0].text]&partNoble != 0 && len(before) > 1:
		p.note("a noble title after the name is left out")
		r.readNatural(p, append(append([]nameWord(nil), before...), r.takeTitles(p, after)...))
	default:
		given := r.takeSuffixes(p, r.takeTitles(p, after))
		surname := r.takeSuffixes(p, r.takeSurnameTitles(p, before))
		r.setGiven(p, given)
		r.setSurname(p, surname)
	}
}

// onlyParts reports whether all words are suffixes, credentials or titles. Those that
// are names as well count only after a whole name.
func onlyParts(words []nameWord, whole bool) bool {
	for i := range words {
		w := words[i].text
		class := personParts()[w]
		switch _, name := GivenShare(w); {
		case class&partGeneration != 0, w == "v" && whole:
		case class&partCredential != 0 && (whole || !nameToo(w)):
		case class&partTitle != 0 && class&partNoble == 0 && !name:
		default:
			return false
		}
	}
	return true
}

// nameToo reports whether a credential is a surname, a particle or a pair of initials as well.
func nameToo(credential string) bool {
	switch credential {
	case "do", "pa", "pe", "od", "np", "kc", "bt", "ret":
		return true
	}
	return false
}

// addParts keeps suffixes and titles that stand after a comma.
func (r personReader) addParts(p *PersonName, words []nameWord) {
	for i := range words {
		if g := generations[words[i].text]; g != "" && p.Suffix == "" {
			p.Suffix = g
		}
	}
}

// readNatural reads given names, then surnames.
func (r personReader) readNatural(p *PersonName, words []nameWord) {
	words = r.takeSuffixes(p, r.takeTitles(p, words))
	words = dropRepeats(words)
	switch {
	case len(words) == 0:
	case len(words) == 1:
		r.setSurname(p, words)
	case surnameFirst(words):
		p.note("read as surname first")
		r.setGiven(p, words[1:])
		r.setSurname(p, words[:1])
	default:
		start := surnameStart(words)
		r.setGiven(p, words[:start])
		r.setSurname(p, words[start:])
	}
}

// dropRepeats drops a word that stands twice in a row at the end, as slips of the pen do.
func dropRepeats(words []nameWord) []nameWord {
	for n := len(words); n > 2 && words[n-1].text == words[n-2].text; n = len(words) {
		words = words[:n-1]
	}
	return words
}

// takeTitles removes the titles that words begin with, while a name is left.
func (r personReader) takeTitles(p *PersonName, words []nameWord) []nameWord {
	n := 0
	for n < len(words) && isTitle(words, n) {
		n++
	}
	if n > 0 {
		p.Title = joinNonEmpty(p.Title, nameCase(r.text(words[:n])))
	}
	return words[n:]
}

// takeSurnameTitles is takeTitles for what is known to be the surname: a title alone is the
// surname King or Bishop, where there is such a surname.
func (r personReader) takeSurnameTitles(p *PersonName, words []nameWord) []nameWord {
	if len(words) == 1 {
		if _, listed := SurnameShare(words[0].text); listed {
			return words
		}
	}
	return r.takeTitles(p, words)
}

// isTitle reports whether word i is a title. Titles that are given names too (Earl, Don, Major) count
// only with a full stop.
func isTitle(words []nameWord, i int) bool {
	w := words[i]
	if personParts()[w.text]&partTitle == 0 {
		return false
	}
	if _, listed := GivenShare(w.text); !listed {
		return true
	}
	return w.after&sepDot != 0 && i+1 < len(words)
}

// takeSuffixes removes the suffixes that words end with, while a name is left.
func (r personReader) takeSuffixes(p *PersonName, words []nameWord) []nameWord {
	for n := len(words); n > 1; n = len(words) {
		w := words[n-1]
		class := personParts()[w.text]
		switch {
		case w.text == "v" && n > 2, class&partGeneration != 0 && (n > 2 || w.text != "junior" && w.text != "senior"):
			if p.Suffix == "" {
				p.Suffix = generations[w.text]
			}
		case class&partCredential != 0 && (w.before&sepComma != 0 || !nameToo(w.text)):
		default:
			return words
		}
		words = words[:n-1]
	}
	return words
}

// surnameFirst reports whether words are in the order of a register without its
// comma: "DOE JOHN Q". The first must be no given name and the next a common one.
func surnameFirst(words []nameWord) bool {
	// commonGiven is the share above which an unlisted first word makes the order certain enough:
	// such names are borne by one in ten thousand or more.
	const commonGiven = 1e-4
	if _, listed := GivenShare(words[0].text); listed || len(words[0].text) == 1 || personParts()[words[0].text]&partParticle != 0 {
		return false
	}
	last := words[len(words)-1].text
	if share, _ := GivenShare(words[1].text); share < commonGiven {
		return false
	}
	if len(words) == 2 {
		given, _ := GivenShare(last)
		surname, _ := SurnameShare(last)
		_, first := SurnameShare(words[0].text)
		return first && given > 10*surname
	}
	return len(words) == 3 && len(last) == 1
}

// surnameStart returns the index of the first word of the surname in a name of two or more words.
func surnameStart(words []nameWord) int {
	start := len(words) - 1
	for {
		moved := takeParticles(words, start)
		switch {
		case moved > 1 && words[moved].before&sepDash != 0:
			moved--
		case moved > 2 && words[moved-1].text == "y":
			moved -= 2
		case moved > 1 && moved == len(words)-1 && bothSpanish(words[moved-1].text, words[moved].text):
			moved--
		case moved > 1 && moved < len(words)-1 && personParts()[words[len(words)-1].text]&partSpanish == 0:
			return moved
		}
		if moved == start {
			return start
		}
		start = moved
	}
}

// takeParticles moves the start of a surname back over the particles before it.
func takeParticles(words []nameWord, start int) int {
	for start > 1 && isParticle(words, start-1) {
		start--
	}
	return start
}

func bothSpanish(a, b string) bool {
	parts := personParts()
	return parts[a]&partSpanish != 0 && parts[b]&partSpanish != 0
}

// isParticle reports whether word i belongs to the word after it.
func isParticle(words []nameWord, i int) bool {
	if i+1 >= len(words) {
		return false
	}
	switch w := words[i].text; w {
	case "al", "el", "ul":
		return words[i+1].before&sepDash != 0
	case "o":
		joined, listed := SurnameShare("o" + words[i+1].text)
		alone, _ := SurnameShare(words[i+1].text)
		return listed && joined > alone
	default:
		return personParts()[w]&partParticle != 0
	}
}

// setGiven sets the given names.
func (r personReader) setGiven(p *PersonName, words []nameWord) {
	if len(words) == 0 {
		return
	}
	end := 1
	for end < len(words) && words[end].before&sepDash != 0 {
		end++
	}
	p.Given, p.Middle = r.text(words[:end]), r.text(words[end:])
	p.given, p.middle = words[0].text, joinTexts(words[1:])
}

// setSurname sets the surnames; particles are closed up with the word after them.
func (r personReader) setSurname(p *PersonName, words []nameWord) {
	p.Surname = r.text(words)
	if len(words) == 1 {
		p.surname = words[0].text
		return
	}
	var b strings.Builder
	for i := range words {
		if words[i].text == "y" && i > 0 && i+1 < len(words) {
			continue
		}
		b.WriteString(words[i].text)
		if !isParticle(words, i) && i+1 < len(words) {
			b.WriteByte(' ')
		}
	}
	p.surname = b.String()
}

// text returns the raw text of words: as it stood where they are neighbours.
func (r personReader) text(words []nameWord) string {
	if len(words) == 0 {
		return ""
	}
	// neighbours is the most bytes between words that have none cut out between them; a cut word
	// and what divides it take three.
	const neighbours = 2
	whole := true
	for i := 1; i < len(words); i++ {
		whole = whole && words[i].from-words[i-1].to <= neighbours
	}
	if whole {
		return r.raw[words[0].from:words[len(words)-1].to]
	}
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = r.raw[w.from:w.to]
	}
	return strings.Join(parts, " ")
}
