// Package eval answers: here is the truth, how right was it?
//
// It scores a clustering by pairs ([Pairs]) and by cases ([BCubed]), by the size
// of the true clusters ([BySize]), and a set of probabilities by how well they
// are calibrated ([Calibrate]). All counts are exact whole numbers.
package eval
