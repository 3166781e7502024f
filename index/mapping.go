package index

import (
	"cmp"
	"encoding/json"
	"fmt"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/mapping"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// The fields of the index, as bleve knows them. What people write before a
// colon is in queryFields.
const (
	fieldType    = "type"
	fieldKind    = "kind"
	fieldCase    = "case" // a case's id, whole
	fieldTitle   = "title"
	fieldNamed   = "named"    // the identifier that is the title, whole
	fieldText    = "text"     // the words of the narrative
	fieldFIPS    = "fips"     // codes of the counties
	fieldCounty  = "county"   // the words of their names
	fieldAgency  = "agency"   // words
	fieldOffense = "offense"  // words
	fieldStatus  = "status"   // words
	fieldFrom    = "from"     // the terms of a day
	fieldTo      = "to"       // the terms of a day
	fieldSounds  = "sounds"   // Soundex codes of all names
	fieldFacet   = "facet"    // what is counted of the hits: a sort and a value
	fieldStored  = "document" // what results show; not searched
)

// The sorts of facets. They lie in one field, since for every hit bleve fetches
// what a field has, which takes most of the time of a search that finds much.
const (
	facetFIPS = "c:"
	facetKind = "k:"
)

// kindField returns the field of the words of the values of one kind, and
// partField that of the parts of its identifiers.
func kindField(kind string) string { return "value." + kind }
func partField(kind string) string { return "partial." + kind }

const (
	wordOptions    = bleveindex.IndexField | bleveindex.IncludeTermVectors // phrases need the places
	keywordOptions = bleveindex.IndexField
	facetOptions   = bleveindex.DocValues | bleveindex.IndexField
)

// lines is how bleve gets a [Document]: by fields that are named here, so that a
// misspelt name does not compile, and not by a configuration that names
// analyzers. What it embeds only serves to satisfy bleve.
type lines struct{ *mapping.IndexMappingImpl }

func newMapping() lines { return lines{mapping.NewIndexMapping()} }

// MapDocument fills in a document of bleve from a Document.
func (lines) MapDocument(to *document.Document, data any) error {
	d, ok := data.(Document)
	if !ok {
		return fmt.Errorf("index: %T is not a Document", data)
	}
	return mapDocument(to, &d)
}

func mapDocument(to *document.Document, d *Document) error {
	m := fieldMaker{to: to}
	m.keyword(fieldType, keywordOptions, string(d.Type))
	m.keyword(fieldKind, keywordOptions, d.Kind)
	m.facet(facetKind, d.Kind)
	if d.Type == Case {
		m.keyword(fieldCase, keywordOptions, foldWhole(d.ID))
	}
	m.words(fieldTitle, d.Title)
	m.words(fieldText, d.Text)
	m.words(fieldAgency, d.Agency)
	m.words(fieldOffense, d.Offense)
	m.words(fieldStatus, d.Status)
	m.terms(fieldFrom, keywordOptions, dateTerms(cmp.Or(d.From, d.To)))
	m.terms(fieldTo, keywordOptions, dateTerms(cmp.Or(d.To, d.From)))
	for _, c := range d.Counties {
		m.keyword(fieldFIPS, keywordOptions, c.FIPS)
		m.facet(facetFIPS, c.FIPS)
		m.words(fieldCounty, c.Name)
	}
	for i := range d.Values {
		v := &d.Values[i]
		m.value(v)
		if v.Form == Identifier && v.Text == d.Title {
			whole, _ := compact(v.Text)
			m.terms(fieldNamed, keywordOptions, []string{whole})
		}
	}
	stored, err := json.Marshal(storedDocument{d.Kind, d.Title, d.Values, d.Text, d.Counties, d.From, d.To})
	if err != nil {
		return err
	}
	to.AddField(document.NewTextFieldWithIndexingOptions(fieldStored, nil, stored, bleveindex.StoreField))
	return nil
}

// A storedDocument is what results show of a Document.
type storedDocument struct {
	Kind     string   `json:"k,omitempty"`
	Title    string   `json:"t,omitempty"`
	Values   []Value  `json:"v,omitempty"`
	Text     string   `json:"x,omitempty"`
	Counties []County `json:"c,omitempty"`
	From     string   `json:"f,omitempty"`
	To       string   `json:"u,omitempty"`
}

// A fieldMaker adds fields to a document of bleve.
type fieldMaker struct {
	to    *document.Document
	count uint64 // of the fields so far; tells the values of one field apart
}

func (m *fieldMaker) add(field string, options bleveindex.FieldIndexingOptions, text string, tokens analysis.TokenStream) {
	if len(tokens) == 0 {
		return
	}
	m.count++
	m.to.AddField(document.NewTextFieldCustom(field, []uint64{m.count}, []byte(text), options, analyzed(tokens)))
}

// keyword adds a text as one term.
func (m *fieldMaker) keyword(field string, options bleveindex.FieldIndexingOptions, text string) {
	if text != "" {
		m.add(field, options, text, analysis.TokenStream{{Term: []byte(text), Start: 0, End: len(text), Position: 1}})
	}
}

// facet adds a value that is counted among the hits.
func (m *fieldMaker) facet(sort, value string) {
	if value != "" {
		m.keyword(fieldFacet, facetOptions, sort+value)
	}
}

// words adds the words of a text.
func (m *fieldMaker) words(field, text string) {
	tokens := tokenize(text)
	m.add(field, wordOptions, text, stream(len(tokens), func(i int) (string, int, int) {
		return tokens[i].term, tokens[i].start, tokens[i].end
	}))
}

// terms adds terms that have no place in a text.
func (m *fieldMaker) terms(field string, options bleveindex.FieldIndexingOptions, list []string) {
	m.add(field, options, "", stream(len(list), func(i int) (string, int, int) { return list[i], 0, 0 }))
}

func (m *fieldMaker) value(v *Value) {
	m.words(kindField(v.Kind), v.Text)
	switch v.Form {
	case Identifier:
		whole, _ := compact(identifier(v))
		m.terms(partField(v.Kind), wordOptions, grams(whole+endMark))
	case Name:
		m.terms(fieldSounds, keywordOptions, sounds(v.Text))
	}
}

// identifier returns the form of the value whose parts are searched.
func identifier(v *Value) string {
	if v.Key != "" {
		return v.Key
	}
	return v.Text
}

// stream makes a token stream in two allocations.
func stream(n int, at func(int) (term string, start, end int)) analysis.TokenStream {
	all := make([]analysis.Token, n)
	tokens := make(analysis.TokenStream, n)
	for i := range all {
		term, start, end := at(i)
		all[i] = analysis.Token{Term: []byte(term), Start: start, End: end, Position: i + 1}
		tokens[i] = &all[i]
	}
	return tokens
}

// analyzed is an analyzer whose work is done already.
type analyzed analysis.TokenStream

// Analyze returns the tokens.
func (a analyzed) Analyze([]byte) analysis.TokenStream { return analysis.TokenStream(a) }
