// Package geo answers: here are counties, how does it look on the map of the
// state?
//
// It has the counties of the United States with their shapes and neighbours
// ([Find]), projects them ([ConicEqualArea]), and draws them: shaded by cases or
// by links, with the counties of a cluster and what flows between them over it ([Write], [Render]).
//
// The shapes are those of the npm package us-atlas 3.0.1 (ISC), made from the
// cartographic boundaries of the US Census Bureau; see atlas_gen.go. They have the counties of 2020:
// Connecticut's are the eight old ones.
package geo
