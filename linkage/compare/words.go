package compare

// Nicknames reports whether two given names in plain lower-case letters are
// used for one another, such as "bob" and "robert". Source: the table that [People] uses.
func Nicknames(a, b string) bool { return nicknameOf(a, b) }

// Slips returns the number of insertions, deletions, substitutions and
// transpositions of neighbours that turn a into b, where each stretch is edited
// once (Damerau 1964). It counts bytes, of which it looks at the first 40: O(len(b)).
func Slips(a, b string) int { return editDistance(a, b) }

// Sound returns the consonants of a word in plain lower-case letters as they
// sound in English and Spanish names: Schmidt and Smyth are the same. It is coarse: a
// key to find candidates by, no proof.
func Sound(word string) string {
	var buf [maxSpelled]byte
	return string(skeleton(buf[:0], word))
}

// SameSound reports whether Sound says the same of two words.
func SameSound(a, b string) bool {
	var x, y [maxSpelled]byte
	return string(skeleton(x[:0], a)) == string(skeleton(y[:0], b))
}
