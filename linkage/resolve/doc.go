// Package resolve answers: here is a table of people or businesses, which of
// its rows are the same one, how sure is that, and why?
//
// It is the model of Fellegi and Sunter (1969): the columns are read as features
// (a surname, a date of birth, a phone), two rows are compared feature by feature
// on several levels of agreement, and each level weighs log2(m/u) bits, where m
// is how often the same person's rows look so and u how often strangers' do. Both
// are estimated from the table itself, without labels, by expectation and
// maximisation, starting from parameters that are shipped; how common a value
// is in the table counts. Rows are then joined by average link, so that one
// bad pair does not join two people.
//
// This is for tables of which nothing else is known. Package linkage, which links
// cases, never estimates in silence and is not used here.
package resolve
