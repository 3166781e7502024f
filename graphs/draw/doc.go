// Package draw answers: here are shapes and texts on a page, how do they become
// SVG, PNG or PDF?
//
// All pictures have one visual language: the fonts, the colours that people with any colour
// vision tell apart, the markers beside them for prints in black and white,
// and the frame of title, caveat and legend. Texts of cases are hostile: only
// [Clean] makes a [Text], and every writer escapes it. The same picture gives the same bytes.
package draw
