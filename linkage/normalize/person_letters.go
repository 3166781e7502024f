package normalize

import (
	"maps"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Names are compared in plain Latin letters. Letters with marks lose them; the
// letters below have no decomposition, or stand for a sound of another script.
// The transliterations are the usual ones of press and passports, one letter or
// digraph for each letter, so that a name agrees roughly and the comparison's
// spelling tolerance does the rest.
var latinFolds = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i", 'ŋ': "ng", 'ħ': "h", 'ə': "a",
}

// Alphabets whose letters are mapped one by one: a letter and what it becomes, "-" for nothing.
const (
	cyrillic = "а a б b в v г g ґ g д d е e ё e є ye ж zh з z и i і i ї i й y к k л l м m н n о o п p р r с s т t у u ў u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya ђ dj ј j љ lj њ nj ћ c џ dz қ k ғ g ә a ө o ү u ұ u ң n һ h"
	greek    = "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o"
	georgian = "ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h"
	armenian = "ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k և ev օ o ֆ f"
)

// letterFolds maps letters that have no decomposition to plain ones.
var letterFolds = readLetterFolds()

func readLetterFolds() map[rune]string {
	folds := maps.Clone(latinFolds)
	for _, alphabet := range [...]string{cyrillic, greek, georgian, armenian} {
		pairs := strings.Fields(alphabet)
		for i := 0; i+1 < len(pairs); i += 2 {
			r, _ := utf8.DecodeRuneInString(pairs[i])
			folds[r] = strings.TrimPrefix(pairs[i+1], "-")
		}
	}
	return folds
}

// appendFolded appends the plain form of a rune outside ASCII: nothing when it is neither letter nor digit.
func appendFolded(buf []byte, r rune) []byte {
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return buf
	}
	r = unicode.ToLower(r)
	if s, ok := letterFolds[r]; ok {
		return append(buf, s...)
	}
	if unicode.Is(unicode.Hangul, r) { // decomposes into letters, not into a letter and its marks
		return utf8.AppendRune(buf, r)
	}
	var scratch [utf8.UTFMax * 4]byte
	for _, d := range string(norm.NFKD.AppendString(scratch[:0], string(r))) {
		d = unicode.ToLower(d)
		switch {
		case unicode.Is(unicode.M, d):
		case letterFolds[d] != "":
			buf = append(buf, letterFolds[d]...)
		case unicode.IsLetter(d) || unicode.IsDigit(d):
			buf = utf8.AppendRune(buf, d)
		}
	}
	return buf
}

// invisible reports whether r is a mark or a format character that leaves a word whole.
func invisible(r rune) bool {
	return unicode.Is(unicode.M, r) || unicode.Is(unicode.Cf, r) || letterSilent(r)
}

// letterSilent reports whether r is a letter that folds to nothing, such as the Cyrillic soft sign.
func letterSilent(r rune) bool {
	s, ok := letterFolds[unicode.ToLower(r)]
	return ok && s == ""
}
