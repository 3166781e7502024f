package normalize

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed business_words.txt
var businessWordsText string

//go:embed business_abbreviations.txt
var businessAbbreviationsText string

// A WordClass says what a word does in the name of a business.
type WordClass uint8

// The classes. WordRare is every word that the shipped table does not list.
const (
	WordRare     WordClass = iota
	WordFunction           // carries nothing: and, of, the
	WordTrade              // what the business does, or what any business is: farm, spa, service
	WordNaming             // what many unrelated businesses call themselves: golden, sunrise
	WordPlace              // where it is: brooklyn, finger, lake
)

var wordClassNames = map[string]WordClass{
	"function": WordFunction, "trade": WordTrade, "naming": WordNaming, "place": WordPlace,
}

// businessWord is what the shipped table says about a word.
type businessWord struct {
	class WordClass
	bits  uint8
}

var businessWords = sync.OnceValue(func() map[string]businessWord {
	words := make(map[string]businessWord, 2048)
	for line := range strings.Lines(businessWordsText) {
		head, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		class, bits, _ := strings.Cut(head, " ")
		n, _ := strconv.Atoi(bits)
		for _, w := range strings.Fields(list) {
			words[w] = businessWord{wordClassNames[class], uint8(n)}
		}
	}
	return words
})

// BusinessWord returns the class of a word of a business's canonical name, and
// how common it is: a word of b bits stands in about one business name in 2^b.
// The bits of a WordRare are 0: the table does not know it.
func BusinessWord(word string) (class WordClass, bits float64) {
	w := businessWords()[word]
	return w.class, float64(w.bits)
}

// canonicalWords maps short and variant forms, number words and ordinals to the canonical word or words.
var canonicalWords = sync.OnceValue(func() map[string]string {
	words := make(map[string]string, 256)
	for line := range strings.Lines(businessAbbreviationsText) {
		if short, long, ok := strings.Cut(strings.TrimSpace(line), " "); ok && short != "#" {
			words[short] = long
		}
	}
	for i, w := range businessNumbers {
		words[w] = strconv.Itoa(i)
	}
	for i, w := range businessTens {
		words[w] = strconv.Itoa(10 * (i + 2))
	}
	for i, w := range businessOrdinals {
		words[w] = ordinalDigits(i + 1)
	}
	return words
})

// Number words and ordinals that stand in the names of businesses; from "zero", from "twenty" and from "first".
var (
	businessNumbers = []string{
		"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
	}
	businessTens     = []string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
	businessOrdinals = []string{
		"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
	}
)

func ordinalDigits(n int) string {
	switch n {
	case 1:
		return "1st"
	case 2:
		return "2nd"
	case 3:
		return "3rd"
	}
	return strconv.Itoa(n) + "th"
}

// canonicalNumber returns the canonical form of two words that are one number, "forty four" or "twenty first",
// and false of any others.
func canonicalNumber(first, second string) (string, bool) {
	tens := slices.Index(businessTens, first)
	if tens < 0 {
		return "", false
	}
	units := canonicalWord(second)
	if units == "" || units[0] < '1' || units[0] > '9' || len(units) > 1 && ordinalDigits(int(units[0]-'0')) != units {
		return "", false
	}
	return strconv.Itoa(tens+2) + units, true
}

// canonicalWord returns the canonical form of a folded word: the long form of an
// abbreviation, digits for a number word, and the singular of a trade word. It
// may hold a space, when one word stands for several.
func canonicalWord(w string) string {
	if len(w) < 2 {
		return w
	}
	if long, ok := canonicalWords()[w]; ok {
		return long
	}
	return singularTrade(w)
}

// singularTrade returns the singular of the plural of a trade word, and any other word as it is.
func singularTrade(w string) string {
	n := len(w)
	if n < 4 || w[n-1] != 's' {
		return w
	}
	words := businessWords()
	if words[w].class != WordRare {
		return w
	}
	if words[w[:n-1]].class == WordTrade {
		return w[:n-1]
	}
	if strings.HasSuffix(w, "es") && words[w[:n-2]].class == WordTrade {
		return w[:n-2]
	}
	if strings.HasSuffix(w, "ies") {
		if y := w[:n-3] + "y"; words[y].class == WordTrade {
			return y
		}
	}
	return w
}
