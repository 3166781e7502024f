package normalize

import (
	"maps"
	"slices"
	"strings"
)

// vehicleColors holds colours in English and Spanish, with the codes of the
// National Crime Information Center (NCIC) that police records use.
var vehicleColors = indexWords(map[string]string{
	"white":    "white whi wht blanco blanca pearl",
	"black":    "black blk negro negra",
	"gray":     "gray grey gry gris charcoal gunmetal",
	"silver":   "silver sil slv plateado plateada plata",
	"red":      "red rojo roja",
	"blue":     "blue blu azul navy",
	"green":    "green grn verde",
	"brown":    "brown bro brn marron café cafe",
	"tan":      "tan beige bge champagne",
	"gold":     "gold gld dorado dorada",
	"yellow":   "yellow yel amarillo amarilla",
	"orange":   "orange ong naranja",
	"maroon":   "maroon mar burgundy vino",
	"purple":   "purple ple morado morada",
	"pink":     "pink pnk rosado rosada",
	"teal":     "teal tea turquoise trq aqua",
	"cream":    "cream crm ivory",
	"bronze":   "bronze brz",
	"copper":   "copper cpr",
	"primer":   "primer",
	"two-tone": "two-tone",
})

// vehicleShades stand before a colour.
var vehicleShades = indexWords(map[string]string{
	"dark":  "dark dk drk oscuro oscura",
	"light": "light lt lgt claro clara",
})

// vehicleBodies holds kinds of vehicle in English and Spanish.
var vehicleBodies = indexWords(map[string]string{
	"van":         "van vans cargo-van furgoneta furgon cargo_van",
	"minivan":     "minivan mini-van mini_van mpv",
	"sedan":       "sedan sdn 4dr 4-door four-door 4_door 4d",
	"coupe":       "coupe cpe 2dr 2-door two-door 2_door 2d",
	"hatchback":   "hatchback htb hatch",
	"wagon":       "wagon stationwagon station_wagon",
	"suv":         "suv s.u.v crossover utility",
	"pickup":      "pickup pick-up pick_up pk pickup_truck pick-up_truck troca",
	"truck":       "truck trk camion camión",
	"box truck":   "box_truck boxtruck moving_truck",
	"semi":        "semi tractor-trailer semi-truck 18-wheeler tractor_trailer semi_truck",
	"bus":         "bus school_bus shuttle autobus autobús",
	"motorcycle":  "motorcycle mc motorbike motocicleta moto",
	"convertible": "convertible cvt",
	"limousine":   "limousine limo",
	"rv":          "rv motorhome motor_home camper",
	"trailer":     "trailer tlr",
	"taxi":        "taxi cab taxicab",
	"car":         "car auto carro coche automobile",
})

// vehicleMakes holds the makes under what people call them, with NCIC codes.
var vehicleMakes = indexWords(map[string]string{
	"Acura": "acura acur", "Alfa Romeo": "alfa alfa_romeo", "Audi": "audi", "Bentley": "bentley",
	"BMW": "bmw beemer bimmer", "Buick": "buick buic", "Cadillac": "cadillac cadi caddy", "Chevrolet": "chevrolet chevy chev chevorlet chevrolett",
	"Chrysler": "chrysler chry crysler", "Dodge": "dodge dodg", "Ferrari": "ferrari", "Fiat": "fiat", "Ford": "ford",
	"Freightliner": "freightliner frht", "Genesis": "genesis", "Geo": "geo", "GMC": "gmc", "Harley-Davidson": "harley harley-davidson hd harley_davidson",
	"Hino": "hino", "Honda": "honda hond", "Hummer": "hummer", "Hyundai": "hyundai hyun hundai hyundia", "Infiniti": "infiniti infi infinity inif",
	"International": "international intl", "Isuzu": "isuzu isu", "Jaguar": "jaguar jag", "Jeep": "jeep", "Kawasaki": "kawasaki kawk",
	"Kenworth": "kenworth kw", "Kia": "kia", "Land Rover": "land_rover landrover range_rover lndr", "Lexus": "lexus lexs",
	"Lincoln": "lincoln linc", "Mack": "mack", "Maserati": "maserati", "Mazda": "mazda mazd",
	"Mercedes-Benz": "mercedes mercedes-benz merz benz mercedes_benz", "Mercury": "mercury merc", "Mini": "mini mini_cooper mnni",
	"Mitsubishi": "mitsubishi mits", "Nissan": "nissan niss", "Oldsmobile": "oldsmobile olds", "Peterbilt": "peterbilt ptrb",
	"Plymouth": "plymouth plym", "Polestar": "polestar", "Pontiac": "pontiac pont", "Porsche": "porsche pors", "Ram": "ram", "Rivian": "rivian",
	"Saab": "saab", "Saturn": "saturn strn", "Scion": "scion", "Smart": "smart", "Subaru": "subaru suba", "Suzuki": "suzuki suzi",
	"Tesla": "tesla tesl", "Toyota": "toyota toyt toyata", "Volkswagen": "volkswagen vw volk volkswagon", "Volvo": "volvo volv", "Yamaha": "yamaha yama",
})

// A vehicleModel is a model and whose it is.
type vehicleModel struct {
	name, make string
	body       string // where the model has one only
	alone      bool   // the word is read as the model without its make beside it
}

// vehicleModels holds models that are common on the road. A model after - is a
// word of other meanings and read only beside its make; a body stands after =.
var vehicleModels = indexModels(map[string]string{
	"Acura":         "MDX=suv RDX=suv TLX TSX -TL ILX -Integra",
	"Audi":          "-A3 -A4 -A6 -A8 -Q3 -Q5 -Q7 -S4",
	"BMW":           "328i 320i 330i 335i 528i 530i 535i 740i X1 X3 X5 X6 -M3 -M5",
	"Buick":         "LeSabre=sedan LaCrosse=sedan -Century -Regal Enclave=suv Encore=suv Envision=suv Lucerne=sedan Rendezvous=suv",
	"Cadillac":      "Escalade=suv DeVille=sedan -CTS -ATS SRX=suv XT5=suv DTS -Seville",
	"Chevrolet":     "Silverado=pickup Tahoe=suv Suburban=suv Impala=sedan Malibu=sedan Equinox=suv Cruze Cobalt Camaro Corvette Trailblazer=suv Traverse=suv -Colorado=pickup -Express=van Astro=van -Venture=minivan Uplander=minivan -Cavalier Blazer=suv S10=pickup S-10=pickup Avalanche=pickup Aveo -Spark -Sonic -Trax=suv -Volt -Bolt HHR",
	"Chrysler":      "Pacifica=minivan Sebring PT_Cruiser -300 -200 Town_&_Country=minivan Voyager=minivan -Concorde",
	"Dodge":         "-Caravan=minivan Grand_Caravan=minivan Durango=suv -Charger -Challenger -Journey=suv -Avenger -Neon Stratus -Dakota=pickup Intrepid -Nitro=suv -Caliber -Dart",
	"Ford":          "F150=pickup F-150=pickup F250=pickup F-250=pickup F350=pickup F-350=pickup -Transit=van Transit_Connect=van Econoline=van E150=van E250=van E350=van E-150=van E-250=van E-350=van -Explorer=suv -Escape=suv -Expedition=suv -Fusion=sedan -Focus Taurus Mustang -Ranger=pickup -Edge=suv -Flex Windstar=minivan -Freestar=minivan Crown_Victoria=sedan -Fiesta -Excursion=suv -Bronco=suv -Maverick=pickup -Contour -Escort -Tempo",
	"GMC":           "-Sierra=pickup -Yukon=suv -Acadia=suv -Terrain=suv -Envoy=suv Savana=van -Safari=van -Canyon=pickup -Jimmy=suv",
	"Honda":         "Civic -Accord CRV=suv CR-V=suv -Pilot=suv Odyssey=minivan -Fit HRV=suv HR-V=suv -Element=suv Ridgeline=pickup -Insight -Passport=suv -Prelude",
	"Hyundai":       "Elantra Sonata=sedan Tucson=suv Santa_Fe=suv -Accent Palisade=suv Veloster Azera=sedan -Kona=suv",
	"Infiniti":      "G35 G37 Q50 QX60=suv QX80=suv FX35=suv",
	"Jeep":          "Wrangler=suv Grand_Cherokee=suv -Cherokee=suv -Compass=suv -Patriot=suv -Liberty=suv -Renegade=suv -Gladiator=pickup -Commander=suv",
	"Kia":           "Sorento=suv Sportage=suv Optima=sedan -Forte -Soul -Rio Telluride=suv Sedona=minivan -Carnival=minivan -Spectra",
	"Lexus":         "RX350=suv RX330=suv ES350=sedan ES300=sedan IS250=sedan IS300 GX460=suv GX470=suv LS430=sedan",
	"Lincoln":       "Navigator=suv Town_Car=sedan MKZ=sedan MKX=suv MKS Aviator=suv -Continental=sedan",
	"Mazda":         "Mazda3 Mazda6 CX5=suv CX-5=suv CX9=suv CX-9=suv Miata -Tribute=suv Protege",
	"Mercedes-Benz": "C300 C250 ML350=suv GL450=suv S550 Sprinter=van -Metris=van GLE350=suv",
	"Mercury":       "Grand_Marquis=sedan -Sable -Mountaineer=suv -Milan -Mariner=suv Villager=minivan",
	"Mitsubishi":    "Outlander=suv Galant -Lancer -Eclipse -Mirage Endeavor=suv Montero=suv",
	"Nissan":        "Altima=sedan Sentra=sedan -Maxima=sedan Rogue=suv Pathfinder=suv -Murano=suv Versa Xterra=suv -Frontier=pickup -Titan=pickup NV200=van NV1500=van NV2500=van -Quest=minivan Juke=suv -Armada=suv -Kicks=suv -Leaf",
	"Pontiac":       "-G6 Grand_Am Grand_Prix Bonneville=sedan -Vibe -Montana=minivan Aztek=suv -Sunfire",
	"Ram":           "-1500=pickup -2500=pickup -3500=pickup ProMaster=van",
	"Saturn":        "-Vue=suv -Ion -Aura -Outlook=suv",
	"Subaru":        "Outback Forester=suv Impreza -Legacy Crosstrek=suv WRX -Ascent=suv -Tribeca=suv",
	"Tesla":         "Model_3 Model_S Model_X Model_Y",
	"Toyota":        "Camry=sedan Corolla RAV4=suv RAV-4=suv Highlander=suv Tacoma=pickup Tundra=pickup Sienna=minivan Prius 4Runner=suv 4-Runner=suv Avalon=sedan Sequoia=suv Yaris -Matrix Land_Cruiser=suv Venza=suv -Echo Solara -Celica",
	"Volkswagen":    "Jetta Passat=sedan -Golf -Beetle Tiguan=suv Touareg=suv -Atlas=suv -GTI -Rabbit",
	"Volvo":         "XC90=suv XC60=suv XC70 S60=sedan S80=sedan V70=wagon S40=sedan",
})

// indexWords turns a table of words by meaning around; _ stands for a space. A
// word of two meanings has the one that is first in order.
func indexWords(table map[string]string) map[string]string {
	index := make(map[string]string, 4*len(table))
	for _, meaning := range slices.Sorted(maps.Keys(table)) {
		for word := range strings.FieldsSeq(table[meaning]) {
			word = strings.ReplaceAll(word, "_", " ")
			if _, taken := index[word]; !taken {
				index[word] = meaning
			}
		}
	}
	return index
}

// indexModels does the same for the models.
func indexModels(table map[string]string) map[string]vehicleModel {
	index := make(map[string]vehicleModel, 8*len(table))
	for _, name := range slices.Sorted(maps.Keys(table)) {
		for word := range strings.FieldsSeq(table[name]) {
			word, body, _ := strings.Cut(word, "=")
			word, common := strings.CutPrefix(word, "-")
			word = strings.ReplaceAll(word, "_", " ")
			if _, taken := index[strings.ToLower(word)]; !taken {
				index[strings.ToLower(word)] = vehicleModel{name: word, make: name, body: body, alone: !common}
			}
		}
	}
	return index
}
