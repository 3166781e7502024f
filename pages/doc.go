// Package pages answers: here is a finding, how does it read on paper and on
// screen?
//
// A [Document] says once what stands on the pages: paragraphs, lists, tables and
// figures in sections. [NewReport] makes one of a cluster, [NewLeadSheet] one
// of what a county does not know yet. [WriteHTML], [WritePDF] and [WriteText] put it out, so that
// all say the same. [Timeline] and [Waterfall] are
// figures that also stand alone.
//
// The package is pure: it reads no file and no clock. Texts of cases go through
// the escaping of each writer, and what is recorded of victims and minors never
// gets here: package linkage leaves it out.
package pages
