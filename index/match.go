package index

import (
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/search/query"
)

// How much a match counts beside the usual one, a whole word in a narrative.
// They only order the results: what names a thing comes before what mentions it,
// and what is as it was typed before what is like it.
const (
	boostNamed  = 8.0 // the whole id of a case, the whole number of a phone
	boostTitle  = 4.0
	boostValue  = 3.0
	boostPlace  = 1.5  // county, agency
	boostPart   = 2.0  // the end of an identifier, or all of it
	boostInside = 0.5  // another part of it
	boostPrefix = 0.3  // the beginning of a word
	boostFuzzy  = 0.05 // one letter wrong
)

// minFuzzy is the length, in letters, from which one may be wrong: of shorter
// words too many others are one letter away.
const minFuzzy = 5

// freeFields are where a word without a field is looked for, beside the values.
var freeFields = []struct {
	name  string
	boost float64
}{
	{fieldTitle, boostTitle},
	{fieldCounty, boostPlace},
	{fieldAgency, boostPlace},
	{fieldOffense, 1},
	{fieldStatus, 1},
	{fieldText, 1},
}

// anywhere finds a clause without a field: by words in any of the free fields
// and the values, by what names a thing and by parts of identifiers.
func (x *Index) anywhere(c clause) query.Query {
	var q either
	for _, f := range freeFields {
		q = appendWords(q, f.name, c, f.boost)
	}
	for _, kind := range x.kinds {
		q = appendWords(q, kindField(kind), c, boostValue)
		q = appendPartial(q, partField(kind), c.text)
	}
	q = append(q, term(fieldCase, foldWhole(c.text), boostNamed))
	if whole, _ := compact(c.text); whole != "" {
		q = append(q, term(fieldNamed, whole, boostNamed))
	}
	return q
}

// valueQuery finds values of the kind that the clause's field names.
func valueQuery(c clause) query.Query {
	return appendPartial(appendWords(nil, kindField(c.field), c, 1), partField(c.field), c.text)
}

// wordsQuery finds a clause's words in one field.
func wordsQuery(field string, c clause, boost float64) query.Query {
	return appendWords(nil, field, c, boost)
}

// appendWords adds the conditions that find a clause's words in one field: several as they stand,
// one whole and, where it is to be found widely, by its beginning or with one letter wrong.
func appendWords(to either, field string, c clause, boost float64) either {
	words := terms(c.text)
	if c.phrase || len(words) > 1 {
		return append(to, phrase(field, words, boost))
	}
	word := words[0]
	to = append(to, term(field, word, boost))
	if !c.wide {
		return to
	}
	to = append(to, prefix(field, word, boost*boostPrefix))
	if isFuzzy(word) {
		q := query.NewFuzzyQuery(word)
		q.SetField(field)
		q.SetFuzziness(1)
		q.SetBoost(boost * boostFuzzy)
		to = append(to, q)
	}
	return to
}

// isFuzzy reports whether one letter of the word may be wrong. A number of
// which one digit is wrong is another number.
func isFuzzy(word string) bool {
	for i := range len(word) {
		if '0' <= word[i] && word[i] <= '9' {
			return false
		}
	}
	return utf8.RuneCountInString(word) >= minFuzzy
}

// appendPartial adds the conditions that find an identifier by a part of it.
func appendPartial(to either, field, text string) either {
	part, _ := compact(text)
	if len(part) < minPartial {
		return to
	}
	return append(to, phrase(field, grams(part), boostInside), phrase(field, grams(part+endMark), boostPart))
}

// phrase finds words one after the other.
func phrase(field string, words []string, boost float64) query.Query {
	if len(words) == 1 {
		return term(field, words[0], boost)
	}
	q := query.NewPhraseQuery(words, field)
	q.SetBoost(boost)
	return q
}

func term(field, word string, boost float64) query.Query {
	q := query.NewTermQuery(word)
	q.SetField(field)
	q.SetBoost(boost)
	return q
}

func prefix(field, word string, boost float64) query.Query {
	q := query.NewPrefixQuery(word)
	q.SetField(field)
	q.SetBoost(boost)
	return q
}

// between finds the terms from first to last, which are themselves among them if
// inclusive.
func between(field, first, last string, inclusive bool) query.Query {
	q := query.NewTermRangeInclusiveQuery(first, last, &inclusive, &inclusive)
	q.SetField(field)
	return q
}
