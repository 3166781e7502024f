package normalize

import "strings"

// vinMake returns the make by the manufacturer's prefix of five, three or two
// characters, the longest that is known; "" if none is.
func vinMake(number string) string {
	for _, n := range [...]int{5, 3, 2} {
		if name, ok := wmiMakes[number[:n]]; ok {
			return name
		}
	}
	return ""
}

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
// world manufacturer identifiers, and, where makes of one maker share one, with
// the two characters after it. Source: the identifiers that makers file with
// NHTSA under 49 CFR 565, which publishes them (public domain).
var wmiTable = []struct{ name, prefixes string }{
	{"Acura", "19U 19V JH4 2HN 2HH 5J8 5FR"},
	{"Alfa Romeo", "ZAR ZAS"},
	{"Aston Martin", "SCF"},
	{"Audi", "WAU WUA TRU WA1 WU1"},
	{"Autocar", "5VC"},
	{"Bentley", "SCB SJA"},
	{"Blue Bird", "1BA 1BD"},
	{"BMW", "WBA WBS WBX WBY 4US 5UX 5UM 5YM 3MW 3MF WB1 WB3 WB4 WB5"},
	{"Buick", "1G4 2G4 3G4 4G4 5GA KL4 LRB W04"},
	{"Cadillac", "1G6 1GY 2G6 3GY LRE"},
	{"Chevrolet", "1G1 1GA 1GB 1GC 1GN 2G1 2GA 2GB 2GC 2GN 2CN 3G1 3GB 3GC 3GN 4G1 4GB 5G8 6G3 KL1 KL7 KL8 1Y1"},
	{"Chrysler", "1C3 1C8 1A4 1A8 2A4 2A8 2C3 2C4 2C8 3A4 3A8 3C3 3C4 3C8 4C3"},
	{"Dodge", "1B3 1B4 1B6 1B7 1D3 1D4 1D5 1D7 1D8 2B3 2B4 2B5 2B6 2B7 2B8 2D3 2D4 2D6 2D7 2D8 3B3 3B4 3B6 3B7 3D2 3D3 3D4 3D6 3D7 1C3CD 1C4RD 1C4SD 2C3CD 2C4RD 3C4PD WD2"},
	{"Ducati", "ZDM"},
	{"Ferrari", "ZFF"},
	{"Fiat", "ZFA 3C3CF"},
	{"Fisker", "YH4 VCF"},
	{"Ford", "1FA 1FB 1FC 1FD 1FM 1FT 1F6 1F9 1ZV 2FA 2FB 2FD 2FM 2FT 3FA 3FC 3FD 3FE 3FM 3FN 3FR 3FT NM0 WF0 MAJ"},
	{"Freightliner", "1FU 1FV 1FY 2FU 2FV 2FW 2FY 3AK 3AL 4UZ WDP"},
	{"Genesis", "KMT KMU"},
	{"Gillig", "15G"},
	{"GMC", "1GT 1GD 1GJ 1GK 1GE 2GT 2GD 2GJ 2GK 2CT 3GT 3GD 3GK 5GT"},
	{"Great Dane", "1GR"},
	{"Harley-Davidson", "1HD 5HD"},
	{"Hino", "JHB JHH 5PV 2AY"},
	{"Honda", "1HG 1HF 19X 2HG 2HJ 2HK 3HG 3CZ 5FN 5FP 5FS 5J6 7FA JH2 JH3 JHL JHM SHH SHS 9C2 MLH"},
	{"Hummer", "5GR 5GN 137"},
	{"Hyundai", "KMH KM8 5NM 5NP 5NT KMF KMJ 2HM 7YA"},
	{"IC Bus", "4DR"},
	{"Indian", "56K"},
	{"Infiniti", "JNK JNR JNX 5N3 3PC"},
	{"International", "1HT 1HS 2HS 3HA 3HS 3HT 1HV"},
	{"Isuzu", "JAA JAC JAL JAB 4S2 4KL 4KD 4NU 54D"},
	{"Jaguar", "SAJ SAD"},
	{"Jeep", "1C4 1J4 1J8 1JC 1JT ZAC 3C4NJ"},
	{"Kawasaki", "JKA JKB"},
	{"Kenworth", "1XK 2XK 3BK 1NK 2NK"},
	{"Kia", "KNA KND KNC KNE KNJ 5XX 5XY 3KP"},
	{"KTM", "VBK"},
	{"Lamborghini", "ZHW ZPB"},
	{"Land Rover", "SAL"},
	{"Lexus", "JTH JT8 JTJ 2T2 58A"},
	{"Lincoln", "1LN 2LM 3LN 5LM 5LT 1L1 2L1"},
	{"Lotus", "SCC"},
	{"Lucid", "50E"},
	{"Mack", "1M1 1M2 1M3"},
	{"Maserati", "ZAM ZN6"},
	{"Mazda", "JM1 JM2 JM3 JMZ 1YV 3MZ 3MV 4F2 4F4 7MM"},
	{"MCI", "1M8 2M9"},
	{"Mercedes-Benz", "WDB WDC WDD WDF WMX 4JG 55S W1K W1N W1V W1W W1Y WD3 WD4 WD8 WDZ 8BR"},
	{"Mercury", "1ME 2ME 2MR 3ME 4M2 6MP 2MH"},
	{"Mini", "WMW WMZ"},
	{"Mitsubishi", "JA3 JA4 JA7 4A3 4A4 4A5 6MM ML3 JL6"},
	{"Nissan", "1N4 1N6 3N1 3N6 3N8 5N1 JN1 JN3 JN6 JN8 KNM 5BZ 4N2"},
	{"Oldsmobile", "1G3 2G3 3G3 1GH"},
	{"Peterbilt", "1XP 2XP 1NP 2NP 3BP"},
	{"Plymouth", "1P3 1P4 1P7 2P3 2P4 3P3 4P3"},
	{"Polaris", "4XA 57X 3NS"},
	{"Polestar", "LPS YSM YSR"},
	{"Pontiac", "1G2 1GM 2G2 2CK 3G2 3G7 5Y2 6G2 KL2"},
	{"Porsche", "WP0 WP1"},
	{"Prevost", "2PC"},
	{"Ram", "1C6 3C6 3C7 2C7 1D6 ZFB"},
	{"Rivian", "7FC 7PD"},
	{"Rolls-Royce", "SCA SLA"},
	{"Saab", "YS3 5S3"},
	{"Saturn", "1G8 5GZ 3GS W08"},
	{"Scion", "JTK JTL"},
	{"Smart", "WME"},
	{"Subaru", "JF1 JF2 JF3 4S3 4S4"},
	{"Suzuki", "JS1 JS2 JS3 JSA JSK 2S2 2S3 KL5 5Z6"},
	{"Tesla", "5YJ 7SA LRW XP7 7G2 SFZ"},
	{"Thomas", "1T7 1T8"},
	{"Toyota", "1NX 2T1 2T3 3TM 3TY 4T1 4T3 4T4 5TB 5TD 5TE 5TF 5TN 5YF JT2 JT3 JT4 JT5 JTA JTB JTD JTE JTF JTG JTM JTN 7MU 7SV 7SU NMT"},
	{"Triumph", "SMT"},
	{"Utility", "1UY"},
	{"Vespa", "ZAP"},
	{"VinFast", "RLL RLN"},
	{"Volkswagen", "1VW 1V2 2V4 2V8 3VW 3VV 9BW WVW WVG WV1 WV2 WV3"},
	{"Volvo", "YV1 YV4 YV5 4V1 4V2 4V4 7JR LYV"},
	{"Wabash", "1JJ"},
	{"Western Star", "2WK 2WL 5KK"},
	{"Yamaha", "JYA JY4 5Y4"},
}
