package extract

import (
	"testing"

	"github.com/tflink/tflink/linkage/normalize"
)

func TestFormsThatFilesWrite(t *testing.T) {
	for text, want := range map[string]string{
		"Vehicle with plate New York KAB1042 seen, white van":                "NY KAB1042",
		"plate New York kab 1042 was seen":                                   "NY KAB1042",
		"Workers are housed at 42 S. ELM ST, # 12, ALBION, NEW YORK 14411.":  "42 ELM ST S #12, ALBION NY",
		"Workers are housed at 42 S Elm Street, apt4, Albion NY.":            "42 ELM ST S #4, ALBION NY",
		"Workers are housed at 42 S Elm Street, Apt. 4B, Albion, N.Y. 14411": "42 ELM ST S #4B, ALBION NY",
		"Workers are housed at 9138 Maple Dr., # 12 Bath, NY 14810.":         "9138 MAPLE DR #12, BATH NY",
		"Workers are housed at 3972 North Oak Dr., apt4, Ithaca NY.":         "3972 OAK DR N #4, ITHACA NY",
		"Workers are housed at 6232 Elm St., Geneseo, N.Y. 14454.":           "6232 ELM ST, GENESEO NY",
		"He lives at 6232 Elm St. Geneseo police came.":                      "6232 ELM ST, NY",
		"seen at Lot 14, Shady Acres Mobile Home Park, Perry NY on 3/4":      "@SHADYACRES MHP LOT14, PERRY NY",
		"in lot 22 of the Maple Grove Trailer Park, Bath NY":                 "@MAPLEGROVE MHP LOT22, BATH NY",
		"the parking lot 14 cars, Oak Trailer":                               "",
		"red Honda, Ontario plate ABCD 123 seen":                             "ON ABCD123",
		"plate A12 BCD (Quebec) seen":                                        "QC A12BCD",
		"a van, partial plate KAB seen":                                      "NY …KAB…",
		"first three of the plate KAB, she said":                             "NY KAB…",
		"the plate, last four 1042, was white":                               "NY …1042",
		"last 4 of the plate 1042, white":                                    "NY …1042",
		"tag ended 42, white":                                                "NY …42",
		"plates KAB1042 and PBM 6258 seen":                                   "NY KAB1042NY PBM6258",
		"NJ tags: KAB104; PBM625, both vans":                                 "NJ KAB104NJ PBM625",
		"plate KAB1042, DOB 01/02/1999":                                      "NY KAB1042",
		"plate KAB1042 and room 214":                                         "NY KAB1042",
		"tag number NY-KAB1042":                                              "NY KAB1042",
		"a van, reg. KAB 1042 (NY)":                                          "NY KAB1042",
		"placa KAB 1042 de Texas":                                            "TX KAB1042",
		"with Vermont license plates KAB104 parked":                          "VT KAB104",
		"the driver's license. A12 was shown":                                "",
		"the number KAB1042 was on a door":                                   "", // a doubt
	} {
		found := ""
		for _, m := range Text(text, Options{State: "NY", PlateState: "NY"}) {
			if (m.Kind == normalize.KindPlate || m.Kind == normalize.KindAddress) && m.Confidence >= 0.5 {
				found += m.Value.Key()
			}
		}
		if found != want {
			t.Errorf("%q: %q, want %q", text, found, want)
		}
	}
}
