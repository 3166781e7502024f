package normalize

import (
	"fmt"
	"testing"
)

func TestVehicleDescription(t *testing.T) {
	tests := []struct {
		raw  string
		want Vehicle
	}{
		{"white 2014 Ford Transit van", Vehicle{2014, "white", "Ford", "Transit", "van"}},
		{"WHI FORD", Vehicle{Color: "white", Make: "Ford"}},
		{"gray '09 chevy Silverado pick-up", Vehicle{2009, "gray", "Chevrolet", "Silverado", "pickup"}},
		{"dk blue honda civic", Vehicle{Color: "dark blue", Make: "Honda", Model: "Civic"}},
		{"Jeep Grand Cherokee, black", Vehicle{Color: "black", Make: "Jeep", Model: "Grand Cherokee", Body: "suv"}},
		{"Silverado", Vehicle{Make: "Chevrolet", Model: "Silverado", Body: "pickup"}},
		{"Express van white chevy", Vehicle{Color: "white", Make: "Chevrolet", Model: "Express", Body: "van"}},
		{"a quick escape in a van", Vehicle{Body: "van"}},
		{"furgoneta blanca Ford", Vehicle{Color: "white", Make: "Ford", Body: "van"}},
		{"2012 TOYT CAMRY SIL 4D", Vehicle{2012, "silver", "Toyota", "Camry", "sedan"}},
		{"red", Vehicle{Color: "red"}},
		{"", Vehicle{}},
		{"plate 2014", Vehicle{Year: 2014}},
		{"\x00\xff", Vehicle{}},
	}
	for _, test := range tests {
		if got := VehicleDescription(test.raw); got != test.want {
			t.Errorf("VehicleDescription(%q) = %+v; want %+v", test.raw, got, test.want)
		}
	}
}

func ExampleVehicleDescription() {
	v := VehicleDescription("gray '09 chevy Silverado")
	fmt.Println(v)
	fmt.Println(v.Make, v.Body)
	// Output:
	// gray 2009 Chevrolet Silverado pickup
	// Chevrolet pickup
}

// What a description says is what its own words say again.
func FuzzVehicleDescription(f *testing.F) {
	for _, seed := range []string{"white 2014 Ford Transit van", "dk blue civic", "'09 PT Cruiser", "two-tone", "GMC C300 E350"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		v := VehicleDescription(raw)
		if again := VehicleDescription(v.String()); again != v {
			t.Errorf("%q: %+v, again %+v", raw, v, again)
		}
	})
}

// The tables must not give a word two meanings: which one held would depend on
// the order of a map.
func TestVehicleWordsAreUnique(t *testing.T) {
	for word := range vehicleMakes {
		if _, ok := vehicleColors[word]; ok {
			t.Errorf("%q is a make and a color", word)
		}
		if model, ok := vehicleModels[word]; ok && model.alone {
			t.Errorf("%q is a make and a model", word)
		}
	}
}
