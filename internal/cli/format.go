package cli

import "github.com/tflink/tflink/internal/phrase"

// How things read in words. The pages say them alike.
var (
	plural      = phrase.Plural
	thousands   = phrase.Thousands
	probability = phrase.Probability
	countyList  = phrase.Counties
	countyName  = phrase.County
	offenses    = phrase.Offenses
	offenseName = phrase.Offense
	period      = phrase.Period
	entityName  = phrase.Entity
	short       = phrase.Short
)
