package normalize

import "strings"

// placePhrases are the words for a mobile-home park and for the camp of a farm's
// workers, longest first, and the tag that keys have for them.
var placePhrases = []struct {
	words []string
	tag   string
}{
	{strings.Fields("MANUFACTURED HOME COMMUNITY"), parkTag},
	{strings.Fields("MOBILE HOME COMMUNITY"), parkTag},
	{strings.Fields("MOBILE HOME ESTATES"), parkTag},
	{strings.Fields("MOBILE HOME VILLAGE"), parkTag},
	{strings.Fields("MOBILE HOMES PARK"), parkTag},
	{strings.Fields("MOBILE HOME COURT"), parkTag},
	{strings.Fields("MOBILE HOME PARK"), parkTag},
	{strings.Fields("MOBILE HOME PK"), parkTag},
	{strings.Fields("MOBILE HOME CT"), parkTag},
	{strings.Fields("MOBILE HM PK"), parkTag},
	{strings.Fields("MOBILE COURT"), parkTag},
	{strings.Fields("MOBILE HOMES"), parkTag},
	{strings.Fields("MOBILE PARK"), parkTag},
	{strings.Fields("MOBILE PK"), parkTag},
	{strings.Fields("TRAILER COURT"), parkTag},
	{strings.Fields("TRAILER PARK"), parkTag},
	{strings.Fields("TRAILER PK"), parkTag},
	{strings.Fields("TRAILER CT"), parkTag},
	{strings.Fields("TRLR PARK"), parkTag},
	{strings.Fields("TRLR PK"), parkTag},
	{strings.Fields("TRLR CT"), parkTag},
	{strings.Fields("MHP"), parkTag},
	{strings.Fields("MIGRANT FARM LABOR CAMP"), campTag},
	{strings.Fields("MIGRANT LABOR CAMP"), campTag},
	{strings.Fields("MIGRANT WORKER CAMP"), campTag},
	{strings.Fields("MIGRANT WORKERS CAMP"), campTag},
	{strings.Fields("FARM WORKER HOUSING"), campTag},
	{strings.Fields("FARMWORKER HOUSING"), campTag},
	{strings.Fields("FARM LABOR CAMP"), campTag},
	{strings.Fields("FARM LABOUR CAMP"), campTag},
	{strings.Fields("FARMWORKER CAMP"), campTag},
	{strings.Fields("MIGRANT HOUSING"), campTag},
	{strings.Fields("MIGRANT CAMP"), campTag},
	{strings.Fields("WORKERS CAMP"), campTag},
	{strings.Fields("LABOUR CAMP"), campTag},
	{strings.Fields("LABOR CAMP"), campTag},
}

const (
	parkTag = "MHP"
	campTag = "CAMP"
)

// placeKey returns the canonical name of a place: its words run together, then
// "MHP" if it is a mobile-home park or "CAMP" if it is a camp of farm workers, in
// whatever words. The Shady Acres Trailer Park is SHADYACRES MHP.
func placeKey(name string) string {
	words := strings.Fields(strings.ToUpper(name))
	for i, w := range words {
		words[i] = compactUpper(w)
	}
	words, tag := cutPlacePhrase(words)
	for len(words) > 1 && (words[0] == "THE" || words[0] == "AT") {
		words = words[1:]
	}
	if n := len(words) - 1; tag == campTag && n > 0 && (words[n] == "FARM" || words[n] == "FARMS") {
		words = words[:n] // a farm's camp, whether it says farm or not
	}
	return strings.TrimSpace(strings.Join(words, "") + " " + tag)
}

// cutPlacePhrase removes the first phrase of placePhrases and returns its tag.
func cutPlacePhrase(words []string) (rest []string, tag string) {
	for _, phrase := range placePhrases {
		for i := 0; i+len(phrase.words) <= len(words); i++ {
			if hasWords(words[i:], phrase.words) {
				return append(words[:i:i], words[i+len(phrase.words):]...), phrase.tag
			}
		}
	}
	return words, ""
}

func hasWords(words, prefix []string) bool {
	for i, w := range prefix {
		if words[i] != w {
			return false
		}
	}
	return true
}

// PlaceKey returns the named place as keys have it, or "": "SHADYACRES MHP".
func (a PostalAddress) PlaceKey() string { return a.key.place }
