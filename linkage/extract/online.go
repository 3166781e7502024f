package extract

import (
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// online finds e-mail addresses, web addresses and handles.
func (x *finder) online() {
	text := x.text
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '@':
			if end := x.mailbox(i); end > i {
				i = end - 1
			} else {
				x.atName(i)
			}
		case ':':
			if strings.HasPrefix(text[i:], "://") {
				i = x.schemeLink(i)
			}
		case '$':
			x.cashtag(i)
		}
	}
	for i := range x.words {
		w := &x.words[i]
		if w.tag&tagPlatform != 0 {
			x.platformName(i)
		}
		if w.letter && w.end-w.start > 3 {
			x.bareLink(i)
		}
		if w.end-w.start == 3 && strings.EqualFold(text[w.start:w.end], "dot") || w.end-w.start == 5 && strings.EqualFold(text[w.start:w.end], "punto") {
			x.spokenMailbox(i)
		}
	}
}

// Characters of the local part and of a host, besides letters and digits.
const (
	localMarks = "._%+-"
	hostMarks  = ".-"
	pathStops  = " \t\r\n<>\"'`|{}[]^"
)

// stretchLeft returns where the characters before byte i start that are
// alphanumeric or in marks; stretchRight where those from i on end. Both stop
// after limit bytes.
func stretchLeft(text string, i int, marks string, limit int) int {
	from := i
	for from > 0 && i-from < limit && (isAlphanumeric(text[from-1]) || strings.IndexByte(marks, text[from-1]) >= 0) {
		from--
	}
	return from
}

func stretchRight(text string, i int, marks string, limit int) int {
	to := i
	for to < len(text) && to-i < limit && (isAlphanumeric(text[to]) || strings.IndexByte(marks, text[to]) >= 0) {
		to++
	}
	return to
}

const (
	maxLocal = 64  // bytes of a local part (RFC 5321, 4.5.3.1.1)
	maxHost  = 253 // bytes of a host name (RFC 1035, 2.3.4)
	maxPath  = 2048
)

// mailbox takes the e-mail address around the @ at byte i and returns where it
// ends, 0 if there is none.
func (x *finder) mailbox(i int) int {
	start := stretchLeft(x.text, i, localMarks, maxLocal)
	end := stretchRight(x.text, i+1, hostMarks, maxHost)
	for start < i && strings.IndexByte(localMarks, x.text[start]) >= 0 {
		start++
	}
	for end > i && strings.IndexByte(hostMarks, x.text[end-1]) >= 0 {
		end--
	}
	if start == i || end == i+1 {
		return 0
	}
	if strings.IndexByte(x.text[i:end], '.') < 0 {
		return x.halfSpoken(start, i, end)
	}
	v, err := normalize.Email(x.text[start:end])
	if err != nil {
		return 0
	}
	x.paint(start, end, overLink)
	x.add(v, err, start, end, named, "e-mail address")
	return end
}

// halfSpoken takes "name@gmail dot com", whose host so far ends at end.
func (x *finder) halfSpoken(start, at, end int) int {
	const dot = " dot "
	if end == at+1 || len(x.text)-end < len(dot) || !strings.EqualFold(x.text[end:end+len(dot)], dot) {
		return 0
	}
	to := stretchRight(x.text, end+len(dot), "", 10)
	v, err := normalize.Email(x.text[start:to])
	if err != nil {
		return 0
	}
	x.paint(start, to, overLink)
	x.add(v, err, start, to, formed, "spoken e-mail address")
	return to
}

// topLevels are the ends of spoken and of bare addresses that are taken for such.
var topLevels = map[string]bool{
	"com": true, "net": true, "org": true, "edu": true, "gov": true, "us": true, "info": true, "biz": true, "co": true, "io": true, "me": true, "mx": true,
}

// spokenMailbox takes "name at gmail dot com" whose "dot" is word i.
func (x *finder) spokenMailbox(i int) {
	if i < 3 || i+1 >= len(x.words) {
		return
	}
	at := strings.ToLower(x.text[x.words[i-2].start:x.words[i-2].end])
	top := strings.ToLower(x.text[x.words[i+1].start:x.words[i+1].end])
	if at != "at" && at != "arroba" || !topLevels[top] {
		return
	}
	from := i - 3
	for from >= 2 && strings.EqualFold(x.text[x.words[from-1].start:x.words[from-1].end], "dot") {
		from -= 2 // "first dot last at …"
	}
	for k := from + 1; k <= i+1; k++ {
		if x.words[k].brk >= brkSentence && !x.braced(k) || x.words[k].start-x.words[k-1].end > 3 {
			return
		}
	}
	start, end := x.words[from].start, x.words[i+1].end
	v, err := normalize.Email(x.text[start:end])
	x.add(v, err, start, end, formed, "spoken e-mail address")
}

// braced reports whether a brace is all that lies before word k, as in "name{at}gmail{dot}com".
func (x *finder) braced(k int) bool {
	gap := strings.TrimSpace(x.text[x.words[k-1].end:x.words[k].start])
	return gap == "{" || gap == "}"
}

// schemeLink takes the web address whose "://" is at byte i and returns where
// to go on.
func (x *finder) schemeLink(i int) int {
	start := stretchLeft(x.text, i, "", len("https"))
	return x.link(start, i+len("://"))
}

// link takes the web address that starts at start and goes on at least to from.
func (x *finder) link(start, from int) int {
	end := from
	for end < len(x.text) && end-from < maxPath && strings.IndexByte(pathStops, x.text[end]) < 0 {
		end++
	}
	for end > from && strings.IndexByte(".,;:!?)", x.text[end-1]) >= 0 {
		end--
	}
	x.paint(start, end, overLink)
	raw := x.text[start:end]
	if h, err := normalize.Handle(raw, ""); err == nil && !h.PlatformUnknown() {
		x.add(h, nil, start, end, named, "profile link")
		return max(from, end) - 1
	}
	v, err := normalize.URL(raw)
	x.add(v, err, start, end, formed, "link")
	return max(from, end) - 1
}

// bareLink takes a web address without scheme at word i: "www.example.com",
// "example.com/page".
func (x *finder) bareLink(i int) {
	w := &x.words[i]
	raw := x.text[w.start:w.end]
	dot := strings.LastIndexByte(raw, '.')
	if dot < 0 || w.over&overLink != 0 {
		return
	}
	if !topLevels[strings.ToLower(raw[dot+1:])] && !strings.HasPrefix(strings.ToLower(raw), "www.") {
		return
	}
	if strings.HasSuffix(strings.ToLower(raw), "l.l.co") || strings.Count(raw, ".")*2 >= len(raw)-1 || w.start > 0 && x.text[w.start-1] == '@' {
		return // "p.co": initials
	}
	if from := x.bracketedAt(w.start); from < w.start {
		if v, err := normalize.Email(x.text[from:w.end]); err == nil {
			x.paint(from, w.end, overLink)
			x.add(v, err, from, w.end, formed, "spoken e-mail address")
			return
		}
	}
	x.link(w.start, w.end)
}

// bracketedAt returns where the local part starts that stands before "(at)" and a
// host at byte i; i if there is none.
func (x *finder) bracketedAt(i int) int {
	before := strings.TrimRight(x.text[max(0, i-maxLocal):i], " ")
	for _, at := range [...]string{"(at)", "[at]", "{at}"} {
		if n := len(before) - len(at); n > 0 && strings.EqualFold(before[n:], at) {
			end := i - len(x.text[max(0, i-maxLocal):i]) + len(strings.TrimRight(before[:n], " "))
			if from := stretchLeft(x.text, end, localMarks, maxLocal); from < end {
				return from
			}
		}
	}
	return i
}
