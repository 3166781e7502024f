package normalize

import "strings"

// vinMake returns the make by the manufacturer's prefix of five, three or two
// characters, the longest that is known; "" if none is.
func vinMake(number string) string {
	for _, n := range [...]int{5, 3, 2} {
		if n == 2 && number[2] == smallMaker {
			return "" // whoever it is, not the one that has the rest of the country's letter
		}
		if name, ok := wmiMakes[number[:n]]; ok {
			return name
		}
	}
	return ""
}

// smallMaker stands third in the identifiers of makers of fewer than 1,000 vehicles a year; who they are stands in places 12 to 14.
const smallMaker = '9'

var wmiMakes = indexWMI()

func indexWMI() map[string]string {
	makes := make(map[string]string, 512)
	for _, row := range wmiTable {
		for prefix := range strings.FieldsSeq(row.prefixes) {
			makes[prefix] = row.name
		}
	}
	return makes
}

// wmiTable holds the makes that are met on North American roads with their
// world manufacturer identifiers, where makes of one maker share one, with
// the two characters after it, and with two characters where all that begin so are one
// make's. Source: the identifiers that makers file with NHTSA under 49 CFR 565, which publishes
// them (public domain), and the list of identifiers in the Wikibook "Vehicle Identification Numbers (VIN codes)".
var wmiTable = []struct{ name, prefixes string }{
	{"Acura", "19U 19V JH4 2HN 2HH 5J8 5FR JAE"},
	{"Alfa Romeo", "ZAR ZAS"},
	{"AMC", "1AM 1AC 2CC"},
	{"Aprilia", "ZD4"},
	{"Arcimoto", "7F7"},
	{"Aston Martin", "SCF"},
	{"Audi", "WAU WUA TRU WA1 WU1"},
	{"Autocar", "5VC"},
	{"Bentley", "SCB SJA"},
	{"Blue Bird", "1BA 1BD"},
	{"BMW", "WBA WBS WBX WBY 4US 5UX 5UM 5YM 3MW 3MF WB1 WB3 WB4 WB5 WB"},
	{"Buell", "4MZ"},
	{"Bugatti", "VF9"},
	{"Buick", "1G4 2G4 3G4 4G4 5GA KL4 LRB W04"},
	{"BYD", "LC0 LGX L6W"},
	{"Cadillac", "1G6 1GY 2G6 3GY LRE"},
	{"Can-Am", "2BV 2BX 3JB"},
	{"Chevrolet", "1G1 1GA 1GB 1GC 1GN 2G1 2GA 2GB 2GC 2GN 2CN 3G1 3GB 3GC 3GN 4G1 4GB 5G8 6G3 KL1 KL7 KL8 1Y1 JG1 JGC J81 2C1"},
	{"Chrysler", "1C3 1C8 1A4 1A8 2A4 2A8 2C3 2C4 2C8 3A4 3A8 3C3 3C4 3C8 4C3 JJ3"},
	{"Citroën", "VF7 VR7"},
	{"Daelim", "KMY"},
	{"Dacia", "UU1"},
	{"Daewoo", "KLA KL KLY"},
	{"DAF", "XLR"},
	{"Daihatsu", "JD JDA"},
	{"Dodge", "1B3 1B4 1B6 1B7 1D3 1D4 1D5 1D7 1D8 2B3 2B4 2B5 2B6 2B7 2B8 2D3 2D4 2D6 2D7 2D8 3B3 3B4 3B6 3B7 3D2 3D3 3D4 3D6 3D7 1C3CD 1C4RD 1C4SD 2C3CD 2C4RD 3C4PD WD2 WD0 WDW WDX JB3 JB4 JB7"},
	{"Ducati", "ZDM"},
	{"E-One", "4EN"},
	{"Eagle", "4E3 2E3 2XM JE3"},
	{"Ferrari", "ZFF"},
	{"Fiat", "ZFA 3C3CF"},
	{"Fisker", "YH4 VCF"},
	{"Fontaine", "13N"},
	{"Ford", "1FA 1FB 1FC 1FD 1FM 1FT 1F6 1F9 1ZV 2FA 2FB 2FD 2FM 2FT 3FA 3FC 3FD 3FE 3FM 3FN 3FR 3FT NM0 WF0 MAJ KNJ JC2 1F1 LVS SFA"},
	{"Forest River", "4X4 5ZT 5NH"},
	{"Freightliner", "1FU 1FV 2FU 2FV 2FW 3AK 3AL 4UZ WDP WD1 WDR WDY W2W W2X W2Y W2Z"},
	{"Geely", "L6T LB3"},
	{"Genesis", "KMT KMU"},
	{"Gillig", "15G"},
	{"GMC", "1GT 1GD 1GJ 1GK 1GE 2GT 2GD 2GJ 2GK 2CT 3GT 3GD 3GK 5GT 1G0 1G5"},
	{"Great Dane", "1GR"},
	{"Harley-Davidson", "1HD 5HD"},
	{"Hino", "JHB JHH 5PV 2AY 7H4"},
	{"Honda", "1HG 1HF 19X 2HG 2HJ 2HK 3HG 3CZ 5FN 5FP 5FS 5J6 7FA JH2 JH3 JHL JHM SHH SHS 9C2 MLH LUC 1H 2H 3H 5F 19E JH MHR RLH LHG"},
	{"Hummer", "5GR 5GN 137"},
	{"Husqvarna", "ZCG"},
	{"Hyosung", "KM1 KM4"},
	{"Hyundai", "KMH KM8 5NM 5NP 5NT KMF KMJ 2HM 7YA KM KMC 3H3"},
	{"IC Bus", "4DR 5WE"},
	{"Indian", "56K"},
	{"Infiniti", "JNK JNR JNX 5N3 3PC SJK"},
	{"International", "1HT 1HS 2HS 3HA 3HS 3HT 1HV"},
	{"Isuzu", "JAA JAC JAL JAB 4S2 4KL 4KD 4NU 54D JA J87"},
	{"Iveco", "ZCF"},
	{"Jaguar", "SAJ SAD"},
	{"Jayco", "1UJ"},
	{"Jeep", "1C4 1J4 1J8 1JC 1JT ZAC 3C4NJ"},
	{"Karma", "50G"},
	{"Kawasaki", "JKA JKB JK RGS"},
	{"Kenworth", "1XK 2XK 3BK 1NK 2NK"},
	{"Kia", "KNA KND KNC KNE 5XX 5XY 3KP KN U5Y"},
	{"KTM", "VBK"},
	{"Kymco", "RFB"},
	{"Lamborghini", "ZHW ZPB"},
	{"Land Rover", "SAL"},
	{"Lexus", "JTH JT8 JTJ 2T2 58A"},
	{"Lincoln", "1LN 2LM 3LN 5LM 5LT 1L1 2L1 1MR 5L"},
	{"Lotus", "SCC"},
	{"Lucid", "50E"},
	{"Lynk & Co", "LYB"},
	{"Mack", "1M1 1M2 1M3"},
	{"MAN", "WMA"},
	{"Maserati", "ZAM ZN6"},
	{"Mazda", "JM1 JM2 JM3 JMZ 1YV 3MZ 3MV 4F2 4F4 7MM JM JM0 JM6 JM7"},
	{"MCI", "1M8 2M9"},
	{"McLaren", "SBM"},
	{"Mercedes-Benz", "WDB WDC WDD WDF WMX 4JG 55S W1K W1N W1V W1W W1Y WD3 WD4 WD8 WDZ 8BR 1MB VSA NMB WEB W1X W1Z"},
	{"Mercury", "1ME 2ME 2MR 3ME 4M2 6MP 2MH 1MH"},
	{"MG", "SAR SDP"},
	{"Mini", "WMW WMZ"},
	{"Mitsubishi", "JA3 JA4 JA7 4A3 4A4 4A5 6MM ML3 JL6 JMB JMY JL7 JW6 JW7 MMB KPH"},
	{"Moto Guzzi", "ZGU"},
	{"New Flyer", "2FY 5FY"},
	{"Nissan", "1N4 1N6 3N1 3N6 3N8 5N1 JN1 JN3 JN6 JN8 KNM 5BZ 4N2 1N JN 3N SJN VSK VNV VWA"},
	{"Nova Bus", "2NV 4RK"},
	{"Oldsmobile", "1G3 2G3 3G3 1GH"},
	{"Opel", "W0L W0V"},
	{"Orion", "1VH 2B1"},
	{"Oshkosh", "10T"},
	{"Peterbilt", "1XP 2XP 1NP 2NP 3BP"},
	{"Peugeot", "VF3 VR3"},
	{"Pierce", "4P1"},
	{"Plymouth", "1P3 1P4 1P7 2P3 2P4 3P3 4P3 JP3 JP4 JP7"},
	{"Polaris", "4XA 57X 3NS 3NE"},
	{"Polestar", "LPS YSM YSR"},
	{"Pontiac", "1G2 1GM 2G2 2CK 3G2 3G7 5Y2 6G2 KL2 JG7"},
	{"Porsche", "WP0 WP1"},
	{"Prevost", "2PC"},
	{"Ram", "1C6 3C6 3C7 2C7 1D6 ZFB"},
	{"Renault", "VF1 VF2 VF6 1XM"},
	{"Rivian", "7FC 7PD"},
	{"Rolls-Royce", "SCA SLA"},
	{"Rover", "SAX"},
	{"Royal Enfield", "ME3"},
	{"Saab", "YS3 5S3"},
	{"Saturn", "1G8 5GZ 3GS W08"},
	{"Scania", "YS2 XLE"},
	{"Scion", "JTK JTL"},
	{"SEAT", "VSS"},
	{"Ski-Doo", "2BP 2BR"},
	{"Smart", "WME"},
	{"SsangYong", "KP KPA KPB KPT"},
	{"Stoughton", "1DW"},
	{"Subaru", "JF1 JF2 JF3 4S3 4S4 JF"},
	{"Suzuki", "JS1 JS2 JS3 JSA JSK 2S2 2S3 KL5 5Z6 JS TSM MA3"},
	{"SYM", "RFG"},
	{"Tesla", "5YJ 7SA LRW XP7 7G2 SFZ"},
	{"Thomas", "1T7 1T8"},
	{"Toyota", "1NX 2T1 2T3 3TM 3TY 4T1 4T3 4T4 5TB 5TD 5TE 5TF 5TN 5YF JT2 JT3 JT4 JT5 JTA JTB JTD JTE JTF JTG JTM JTN 7MU 7SV 7SU NMT SB1 VNK JT 2T 4T 5T 3TC MR0 AHT LFM 3MY"},
	{"Trailmobile", "1PT"},
	{"Transcraft", "1TT"},
	{"Triumph", "SMT"},
	{"Utility", "1UY"},
	{"Van Hool", "YE2"},
	{"Vanguard", "5V8"},
	{"Vespa", "ZAP"},
	{"Victory", "5VP"},
	{"VinFast", "RLL RLN"},
	{"Volkswagen", "1VW 1V2 2V4 2V8 3VW 3VV 9BW WVW WVG WV1 WV2 WV3"},
	{"Volvo", "YV1 YV4 YV5 4V1 4V2 4V4 7JR LYV YV YV2 YV3 XLB"},
	{"VPG", "523 57W"},
	{"Wabash", "1JJ"},
	{"Western Star", "2WK 2WL 5KK"},
	{"Workhorse", "5B4"},
	{"Yamaha", "JYA JY4 5Y4 JY"},
	{"Zero", "538"},
	{"Škoda", "TMB"},
}
