package extract

import (
	"sort"
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

const (
	nameMarks = "._-" // of account names, besides letters and digits
	maxName   = 40    // longer than any account name but Facebook's
	minName   = 3     // what is shorter is a slip of the keyboard
)

// atName takes "@name" whose @ is at byte i.
func (x *finder) atName(i int) {
	if i > 0 && isAlphanumeric(x.text[i-1]) {
		return
	}
	end := x.nameEnd(i + 1)
	if end-i-1 < minName || strings.Trim(x.text[i+1:end], "0123456789"+nameMarks) == "" {
		return
	}
	platform, from := x.platformBefore(i)
	h, err := normalize.Handle(x.text[i:end], platform)
	confidence := named
	if platform == "" {
		confidence = guessed
	}
	x.add(h, err, from, end, confidence, "@name")
}

// nameEnd returns where the account name that starts at byte i ends.
func (x *finder) nameEnd(i int) int {
	end := stretchRight(x.text, i, nameMarks, maxName)
	for end > i && (x.text[end-1] == '.' || x.text[end-1] == '-') {
		end--
	}
	return end
}

// maxPlatformDistance is how many words may stand between a platform and the
// name on it: "Instagram account is @goldie".
const maxPlatformDistance = 4

// platformBefore returns the platform named shortly before byte i in the same
// sentence, and where the mention starts: at the platform's name if nothing else lies between.
func (x *finder) platformBefore(i int) (platform string, from int) {
	at := sort.Search(len(x.words), func(k int) bool { return x.words[k].start >= i })
	for k := at - 1; k >= 0 && at-k <= maxPlatformDistance; k-- {
		w := &x.words[k]
		if w.tag&tagPlatform != 0 {
			if k == at-1 {
				return w.value, w.start
			}
			return w.value, i
		}
		if k+1 < len(x.words) && x.words[k+1].brk >= brkPeriod && k+1 < at {
			break
		}
	}
	if at+2 < len(x.words) { // "@goldie_22 on Instagram"
		for k := at + 1; k <= at+2; k++ {
			if x.words[k].brk < brkPeriod && x.words[k].tag&tagPlatform != 0 {
				return x.words[k].value, i
			}
		}
	}
	return "", i
}

// cashApp is the platform whose names start with $.
const cashApp = "cashapp"

// cashtag takes "$name" whose $ is at byte i.
func (x *finder) cashtag(i int) {
	if i > 0 && isAlphanumeric(x.text[i-1]) || i+1 >= len(x.text) || x.text[i+1] < 'A' {
		return
	}
	end := x.nameEnd(i + 1)
	if end-i-1 < minName {
		return
	}
	at := x.wordAt(i)
	from, confidence := i, guessed
	switch {
	case x.is(at-1, tagPlatform) && x.words[at-1].value == cashApp:
		from, confidence = x.words[at-1].start, named
	case x.wordIs(at-1, "app") && x.wordIs(at-2, "cash"):
		from, confidence = x.words[at-2].start, named
	}
	h, err := normalize.Handle(x.text[i:end], cashApp)
	x.add(h, err, from, end, confidence, "$name")
}

// nameOn takes the account name before the platform at word i: "goldie_22 on
// Instagram". Only a name that is no ordinary word is taken.
func (x *finder) nameOn(i int) bool {
	if i < 2 || !x.wordIs(i-1, "on") || x.words[i].brk >= brkMark || x.words[i-1].brk >= brkMark {
		return false
	}
	w := &x.words[i-2]
	name := x.text[w.start:w.end]
	if len(name) < minName || !w.letter || w.over != 0 || !strings.ContainsAny(name, "0123456789_") || w.start > 0 && x.text[w.start-1] == '@' {
		return false
	}
	h, err := normalize.Handle(name, x.words[i].value)
	return x.add(h, err, w.start, x.words[i].end, formed, "name on a platform") != nil
}

// platformName takes the account name after the platform at word i: "IG:
// goldie_22", "snapchat username goldie22", "kik is goldie.22".
func (x *finder) platformName(i int) {
	if x.nameOn(i) {
		return
	}
	k := i + 1
	said := false // whether what follows is called a name
	for ; k < len(x.words) && k-i <= maxPlatformDistance; k++ {
		w := &x.words[k]
		if w.tag&(tagAccount|tagFiller|tagLink) == 0 || w.digit {
			break
		}
		said = said || w.tag&tagAccount != 0
	}
	if k >= len(x.words) || x.words[k].brk >= brkPeriod {
		return
	}
	w := &x.words[k]
	before := x.text[x.words[k-1].end:w.start]
	said = said || strings.ContainsAny(before, ":=")
	if strings.ContainsAny(before, "@$(") || w.over&overLink != 0 {
		return // taken as @name
	}
	end := x.nameEnd(w.start)
	name := x.text[w.start:end]
	if end < len(x.text) && x.text[end] == '/' && topLevels[strings.ToLower(name[strings.LastIndexByte(name, '.')+1:])] {
		return // a link to the profile: t.me/goldie_22
	}
	marked := strings.ContainsAny(name, "0123456789_.")
	if len(name) < minName || !said && !marked || strings.Trim(name, "0123456789-.") == "" || w.tag&(tagRole|tagContact|tagPlatform) != 0 && !marked {
		return
	}
	if !marked && (w.capital || w.tag&tagNotName != 0) && !strings.ContainsAny(before, ":=") {
		return
	}
	start := x.words[i].start
	if k > i+2 {
		start = w.start
	}
	confidence := named
	if !marked {
		confidence = likely
	}
	h, err := normalize.Handle(name, x.words[i].value)
	x.add(h, err, start, end, confidence, "name on a platform")
}
