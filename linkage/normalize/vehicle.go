package normalize

import (
	"strconv"
	"strings"
)

// A Vehicle is what a text says of how a vehicle looks. It identifies none:
// its parts are attributes of a plate, a VIN or a mention.
type Vehicle struct {
	Year  int    // model year; 0 if none is said
	Color string // "white", "dark blue"
	Make  string // "Ford"
	Model string // "Transit"
	Body  string // "van"
}

// IsZero reports whether nothing is said.
func (v Vehicle) IsZero() bool { return v == Vehicle{} }

// Parts returns year, color, make, model and body.
func (v Vehicle) Parts() []Part {
	var parts []Part
	parts = appendPart(parts, "year", yearText(v.Year))
	parts = appendPart(parts, "color", v.Color)
	parts = appendPart(parts, "make", v.Make)
	parts = appendPart(parts, "model", v.Model)
	return appendPart(parts, "body", v.Body)
}

// String returns "white 2014 Ford Transit van".
func (v Vehicle) String() string {
	var words []string
	for _, w := range []string{v.Color, yearText(v.Year), v.Make, v.Model, v.Body} {
		if w != "" {
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}

// maxVehicleText bounds what is read of a description, in bytes.
const maxVehicleText = 1024

// VehicleDescription returns what raw says of a vehicle's look: "white 2014
// Ford Transit van", "WHI FORD", "gray '09 chevy Silverado pick-up", "camioneta
// blanca". Of two words for one part the first counts. A make that only its
// model implies is set: a Silverado is a Chevrolet. Words that say nothing of the
// look are passed over.
func VehicleDescription(raw string) Vehicle {
	var v Vehicle
	words := vehicleWords(raw)
	v.takeMake(words)
	shade := ""
	for i := 0; i < len(words); i++ {
		if s, ok := vehicleShades[words[i]]; ok {
			shade = s + " "
			continue
		}
		if i+1 < len(words) && v.take(words[i]+" "+words[i+1], shade) {
			i++
		} else {
			v.take(words[i], shade)
		}
		shade = ""
	}
	model := vehicleModels[strings.ToLower(v.Model)]
	if v.Make == "" {
		v.Make = model.make
	}
	if v.Body == "" {
		v.Body = model.body
	}
	return v
}

// takeMake sets the make, which some models are only read beside.
func (v *Vehicle) takeMake(words []string) {
	for i, word := range words {
		if i+1 < len(words) {
			if name, ok := vehicleMakes[word+" "+words[i+1]]; ok {
				v.Make = name
				return
			}
		}
		if name, ok := vehicleMakes[word]; ok {
			v.Make = name
			return
		}
	}
}

// vehicleWords returns the words of a description in lower case.
func vehicleWords(raw string) []string {
	if len(raw) > maxVehicleText {
		raw = raw[:maxVehicleText]
	}
	words := strings.FieldsFunc(strings.ToLower(raw), func(r rune) bool {
		return r <= ' ' || strings.ContainsRune(",;/()[]\"|:#", r) || r == 0xFFFD
	})
	for i := range words {
		words[i] = strings.Trim(words[i], ".-")
	}
	return words
}

// take sets the part that a word, or two, stands for, unless it is set, and
// reports whether it stands for any.
func (v *Vehicle) take(word, shade string) bool {
	if color, ok := vehicleColors[word]; ok {
		if v.Color == "" {
			v.Color = shade + color
		}
		return true
	}
	if _, ok := vehicleMakes[word]; ok {
		return true
	}
	if model, ok := vehicleModels[word]; ok && (model.alone || v.Make == model.make) && v.Model == "" {
		v.Model = model.name
		return true
	}
	if body, ok := vehicleBodies[word]; ok {
		if v.Body == "" {
			v.Body = body
		}
		return true
	}
	return v.takeYear(word)
}

// firstModelYear is the earliest that a description is taken to mean.
const firstModelYear = 1920

// takeYear reads "2014" and "'14".
func (v *Vehicle) takeYear(word string) bool {
	short, quoted := strings.CutPrefix(strings.Replace(word, "’", "'", 1), "'")
	if !allDigits(short) || v.Year != 0 {
		return false
	}
	year, _ := strconv.Atoi(short)
	switch {
	case len(short) == 4 && year >= firstModelYear && year <= latestModelYear:
		v.Year = year
	case quoted && len(short) == 2:
		v.Year = 1900 + year
		if v.Year+100 <= latestModelYear {
			v.Year += 100
		}
	}
	return v.Year != 0
}
