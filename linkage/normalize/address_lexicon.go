package normalize

import (
	"strconv"
	"strings"
)

// wordClass says what a word can be in an address; most can be several things.
type wordClass uint16

const (
	isSuffix      wordClass = 1 << iota // names a kind of street: ST, LAKE
	isRoadSuffix                        // a suffix that is seldom part of a name: ST, RD
	isDirection                         // N, NORTH
	isUnit                              // introduces a unit: APT 3
	isUnitAlone                         // is a unit by itself: REAR
	isStateCode                         // NY
	isNumberWord                        // ONE, as a house number
	isOrdinalWord                       // FIFTH
	isRouteWord                         // ROUTE, HWY: the number that follows is a road's
)

// A word is what the lexicon knows of an upper-case word without periods.
type word struct {
	class  wordClass
	suffix string // standard abbreviation of the suffix, "AVE"
	full   string // the word written out, "AVENUE", "NORTH"
	dir    string // "N"
	unit   string // standard abbreviation of the unit, "APT"
	state  string // two-letter code
	number string // "1" for ONE, "5TH" for FIFTH
}

// roadSuffixes and otherSuffixes are the street suffixes of USPS Publication 28,
// appendix C1, with common misspellings: the standard abbreviation, the word
// written out, then its other spellings.
const roadSuffixes = `
ALY ALLEY ALLEE ALLY
AVE AVENUE AV AVEN AVENU AVN AVNUE AENUE AVENEU AVEUNE
AVES AVENUES
BLVD BOULEVARD BOUL BOULV BLV BVD BIVD BOULVARD BOLEVARD BLVRD BKVD
CIR CIRCLE CIRC CIRCL CRCL CRCLE
CSWY CAUSEWAY CAUSWA
CT COURT CRT
CTS COURTS
CRES CRESCENT CRSENT CRSNT
CV COVE
DR DRIVE DRIV DRV DRVIE
EXPY EXPRESSWAY EXP EXPR EXPW EXPWY EXPRESWAY
EXT EXTENSION EXTN EXTNSN
FWY FREEWAY FREEWY FRWAY FRWY
HWY HIGHWAY HIGHWY HIWAY HIWY HWAY HGHWY
LN LANE
LOOP LOOPS
MEWS
PKWY PARKWAY PARKWY PKWAY PKY PAKWAY PKWYS PARKWAYS
PIKE PIKES
PL PLACE
PLZ PLAZA PLZA
RD ROAD RAOD ROAS
RDS ROADS
ROW
SQ SQUARE SQR SQRE SQU
ST STREET STRT STR STREEET STEET STRET SREET STREE
STS STREETS
TER TERRACE TERR
THWY THRUWAY TRWY THROUGHWAY
TPKE TURNPIKE TRNPK TURNPK TPK TNPK
TRL TRAIL TRAILS TRLS
WAY WY
XING CROSSING CRSSNG
`

const otherSuffixes = `
ANX ANNEX ANEX ANNX
ARC ARCADE
BYU BAYOU BAYOO
BCH BEACH
BND BEND
BLF BLUFF BLUF
BLFS BLUFFS
BTM BOTTOM BOT BOTTM
BR BRANCH BRNCH
BRG BRIDGE BRDGE
BRK BROOK
BRKS BROOKS
BYP BYPASS BYPA BYPAS BYPS
CP CAMP CMP
CYN CANYON CANYN CNYN
CPE CAPE
CTR CENTER CEN CENT CENTR CENTRE CNTER CNTR
CTRS CENTERS
CLF CLIFF
CLFS CLIFFS
CLB CLUB
CMN COMMON
CMNS COMMONS
COR CORNER
CORS CORNERS
CRSE COURSE
CVS COVES
CRK CREEK
CRST CREST
XRD CROSSROAD
XRDS CROSSROADS
CURV CURVE
DL DALE
DM DAM
DV DIVIDE DVD
EST ESTATE
ESTS ESTATES
FALL
FLS FALLS
FRY FERRY FRRY
FLD FIELD
FLDS FIELDS
FLT FLAT
FLTS FLATS
FRD FORD
FRST FOREST
FRG FORGE FORG
FRK FORK
FRKS FORKS
FT FORT FRT
GDN GARDEN GARDN GRDEN GRDN
GDNS GARDENS GRDNS
GTWY GATEWAY GATEWY GATWAY GTWAY
GLN GLEN
GRN GREEN
GRV GROVE GROV
HBR HARBOR HARB HARBR HRBOR HARBOUR
HVN HAVEN
HTS HEIGHTS HT HGTS
HL HILL
HLS HILLS
HOLW HOLLOW HLLW HOLLOWS HOLWS
INLT INLET
IS ISLAND ISLND
ISS ISLANDS ISLNDS
ISLE ISLES
JCT JUNCTION JCTION JCTN JUNCTN JUNCTON
KY KEY
KYS KEYS
KNL KNOLL KNOL
KNLS KNOLLS
LK LAKE
LKS LAKES
LAND
LNDG LANDING LNDNG
LGT LIGHT
LCK LOCK
LDG LODGE LDGE LODG
MALL
MNR MANOR
MDW MEADOW
MDWS MEADOWS MEDOWS
ML MILL
MLS MILLS
MSN MISSION MISSN MSSN
MT MOUNT MNT
MTN MOUNTAIN MNTAIN MNTN MOUNTIN MTIN
NCK NECK
ORCH ORCHARD ORCHRD
OVAL OVL
OPAS OVERPASS
PARK PARK PRK PK
PASS
PSGE PASSAGE
PATH PATHS
PNE PINE
PNES PINES
PLN PLAIN
PLNS PLAINS
PT POINT
PTS POINTS
PRT PORT
PR PRAIRIE PRR
RNCH RANCH
RPDS RAPIDS
RST REST
RDG RIDGE RDGE
RDGS RIDGES
RIV RIVER RVR RIVR
RUE
RUN
SHR SHORE SHOAR
SHRS SHORES
SKWY SKYWAY
SPG SPRING SPNG SPRNG
SPGS SPRINGS SPNGS SPRNGS
SPUR
STA STATION STATN STN
STRM STREAM STREME
SMT SUMMIT SUMIT SUMITT
TRCE TRACE
TRAK TRACK TRK
TUNL TUNNEL
UPAS UNDERPASS
UN UNION
VLY VALLEY VALLY VLLY
VIA VIADUCT VDCT VIADCT
VW VIEW
VWS VIEWS
VLG VILLAGE VILL VILLAG VILLG
VL VILLE
VIS VISTA VIST VST VSTA
WALK
WALL
WL WELL
WLS WELLS
WDS WOODS
`

// unitWords introduce a unit (Publication 28, appendix C2, and what motels,
// farms and mobile-home parks write); loneUnits can stand without an id.
const unitWords = `
APT APARTMENT APPT APTMT APMT
BLDG BUILDING BLD BLG BLDNG BUILDINGS
BUNKHOUSE
CABIN
COTTAGE
BAY
BIN
DEPT DEPARTMENT
DOCK
DORM DORMITORY
FILE
FL FLOOR FLR FLOORS
GATE
HNGR HANGAR HANGER
LOT LT
MAILCODE MAIL
MC
MSC
LOCKBOX LBX
OFC OFFICE
PAD
PIER
PMB PBM
RM ROOM ROOMS
SITE
SLIP
SPC SPACE
STALL
STE SUITE SUIT SUITES
STOP
TERM TERMINAL
TOWER TWR
TRLR TRAILER
UNIT UNITS
WING
`

const loneUnits = `
BSMT BASEMENT BSMNT
FRNT FRONT
LBBY LOBBY
LOWR LOWER DOWNSTAIRS DOWNSTRS
PH PENTHOUSE PNTHSE
REAR
SIDE
UPPR UPPER UPSTAIRS UPSTRS
`

const directions = `
N NORTH
S SOUTH SO
E EAST
W WEST
NE NORTHEAST
NW NORTHWEST
SE SOUTHEAST
SW SOUTHWEST
`

// numberWords stand for house numbers and, as ordinals, for street names.
const numberWords = `ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN SIXTEEN SEVENTEEN EIGHTEEN NINETEEN TWENTY`

const ordinalWords = `FIRST SECOND THIRD FOURTH FIFTH SIXTH SEVENTH EIGHTH NINTH TENTH ELEVENTH TWELFTH THIRTEENTH FOURTEENTH FIFTEENTH SIXTEENTH SEVENTEENTH EIGHTEENTH NINETEENTH TWENTIETH`

const tensWords = `TWENTY THIRTY FORTY FIFTY SIXTY SEVENTY EIGHTY NINETY`

// stateNames are the states and territories as addresses write them: the code,
// then its names and older abbreviations, divided by slashes.
const stateNames = `AK ALASKA/AL ALABAMA/AL ALA/AR ARKANSAS/AR ARK/AZ ARIZONA/AZ ARIZ/CA CALIFORNIA/CA CALIF/CA CAL/CO COLORADO/CO COLO/CT CONNECTICUT/CT CONN/DC DISTRICT OF COLUMBIA/DE DELAWARE/FL FLORIDA/FL FLA/GA GEORGIA/HI HAWAII/IA IOWA/ID IDAHO/IL ILLINOIS/IL ILL/IN INDIANA/KS KANSAS/KS KANS/KY KENTUCKY/LA LOUISIANA/MA MASSACHUSETTS/MA MASS/MD MARYLAND/ME MAINE/MI MICHIGAN/MI MICH/MN MINNESOTA/MN MINN/MO MISSOURI/MS MISSISSIPPI/MS MISS/MT MONTANA/NC NORTH CAROLINA/NC N CAROLINA/ND NORTH DAKOTA/ND N DAKOTA/NE NEBRASKA/NE NEBR/NH NEW HAMPSHIRE/NJ NEW JERSEY/NM NEW MEXICO/NV NEVADA/NY NEW YORK/NY NEW YORK STATE/OH OHIO/OK OKLAHOMA/OK OKLA/OR OREGON/PA PENNSYLVANIA/PA PENNA/PA PENN/PR PUERTO RICO/RI RHODE ISLAND/SC SOUTH CAROLINA/SC S CAROLINA/SD SOUTH DAKOTA/SD S DAKOTA/TN TENNESSEE/TN TENN/TX TEXAS/TX TEX/UT UTAH/VA VIRGINIA/VT VERMONT/WA WASHINGTON/WI WISCONSIN/WI WISC/WV WEST VIRGINIA/WV W VIRGINIA/WY WYOMING/GU GUAM/VI VIRGIN ISLANDS/AS AMERICAN SAMOA`

var (
	lexicon     = buildLexicon()
	stateByName = buildStates()
)

func buildLexicon() map[string]*word {
	m := make(map[string]*word, 1200)
	each := func(table string, set func(w *word, standard, full string)) {
		for line := range strings.Lines(table) {
			f := strings.Fields(strings.ReplaceAll(line, ".", ""))
			if len(f) == 0 {
				continue
			}
			full := f[min(1, len(f)-1)]
			for _, spelling := range f {
				set(entry(m, spelling), f[0], full)
			}
		}
	}
	each(roadSuffixes, func(w *word, standard, full string) {
		w.class |= isSuffix | isRoadSuffix
		w.suffix, w.full = standard, full
	})
	each(otherSuffixes, func(w *word, standard, full string) {
		w.class |= isSuffix
		w.suffix, w.full = standard, full
	})
	each(unitWords, func(w *word, standard, full string) { w.class |= isUnit; w.unit = standard })
	each(loneUnits, func(w *word, standard, full string) { w.class |= isUnitAlone; w.unit = standard })
	each(directions, func(w *word, standard, full string) {
		w.class |= isDirection
		w.dir, w.full = standard, full
	})
	addNumberWords(m)
	for _, r := range []string{"ROUTE", "ROUTES", "RTE", "RTES", "RT", "RTS", "HWY", "HIGHWAY", "HIWAY", "SR", "CR", "US", "INTERSTATE", "I", "BOX", "HWYS"} {
		entry(m, r).class |= isRouteWord
	}
	for s := range strings.SplitSeq(stateNames, "/") {
		code, _, _ := strings.Cut(s, " ")
		w := entry(m, code)
		w.class |= isStateCode
		w.state = code
	}
	return m
}

// entry returns the word of a spelling, made if it is new.
func entry(m map[string]*word, spelling string) *word {
	w := m[spelling]
	if w == nil {
		w = new(word)
		m[spelling] = w
	}
	return w
}

func addNumberWords(m map[string]*word) {
	set := func(spelling, number string, class wordClass) {
		w := entry(m, spelling)
		w.class |= class
		w.number = number
	}
	for i, s := range strings.Fields(numberWords) {
		set(s, strconv.Itoa(i+1), isNumberWord)
	}
	ordinals := strings.Fields(ordinalWords)
	for i, s := range ordinals {
		set(s, ordinal(i+1), isOrdinalWord)
	}
	for i, tens := range strings.Fields(tensWords) {
		n := 10 * (i + 2)
		set(tens, strconv.Itoa(n), isNumberWord)
		set(strings.TrimSuffix(tens, "Y")+"IETH", ordinal(n), isOrdinalWord)
		for j := range 9 {
			set(tens+"-"+ordinals[j], ordinal(n+j+1), isOrdinalWord)
			set(tens+ordinals[j], ordinal(n+j+1), isOrdinalWord)
		}
	}
}

func buildStates() map[string]string {
	m := make(map[string]string, 100)
	for s := range strings.SplitSeq(stateNames, "/") {
		code, name, _ := strings.Cut(s, " ")
		m[name] = code
		m[code] = code
	}
	return m
}

// ordinal returns 1ST, 2ND, 11TH, …
func ordinal(n int) string {
	end := "TH"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			end = "ST"
		case 2:
			end = "ND"
		case 3:
			end = "RD"
		}
	}
	return strconv.Itoa(n) + end
}
