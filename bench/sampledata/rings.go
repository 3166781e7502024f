package main

// A ring is a planted group of cases that belong together.
type ring struct {
	name     string
	labor    bool
	theme    string
	things   map[string]thing
	suspects []person
	cases    []appearance
}

// An appearance is one case of a ring: where and when it was filed and what it
// carries. The words of carries name things of the ring; "~" before one puts it
// into the narrative alone, "hub:motel" and "hub:hotline" add a hub, and "who:0"
// names the suspect of that number.
type appearance struct {
	agency, county string
	day            string
	carries        string
	id             string // given where the documentation speaks of the case
}

func tel(digits string) thing     { return thing{kind: "phone", value: digits} }
func car(plate string) thing      { return thing{kind: "plate", value: plate} }
func firm(name string) thing      { return thing{kind: "business", value: name} }
func at(address string) thing     { return thing{kind: "address", value: address} }
func mail(address string) thing   { return thing{kind: "email", value: address} }
func account(handle string) thing { return thing{kind: "handle", value: handle} }

// The hubs: places and numbers that unrelated cases have in common.
var hubs = map[string][]thing{
	"motel":   {firm("Thruway Crossing Motel"), at("8250 Park Road|Batavia|14020"), tel("5855550190")},
	"hotline": {tel("8005550199")},
}

// rings are told in examples/data/README.md; change both together.
var rings = []ring{
	{
		name: "golden-harvest", labor: true, theme: "farm",
		things: map[string]thing{
			"phone": tel("5855550142"), "van": car("NY KAB1042"), "firm": firm("Golden Harvest Farm LLC"),
			"firm-upper": firm("GOLDEN HARVEST FARM, L.L.C."), "firm-typo": firm("Goldn Harvest Farm"),
			"camp": at("6211 Lake Road|Perry|14530"), "camp-short": at("6211 Lake Rd|Perry|14530"), "phone2": tel("7165550136"),
		},
		suspects: []person{{given: "Dalton", name: "Wexford"}, {given: "Ramiro", name: "Quintela"}},
		cases: []appearance{
			{agency: "wyoming", day: "2023-04-18", carries: "phone firm camp who:0"},
			{agency: "wyoming", day: "2023-07-05", carries: "firm van ~phone"},
			{agency: "erie", day: "2023-10-17", carries: "phone van who:1", id: "ER-2023-0871"},
			{agency: "genesee", day: "2024-02-09", carries: "van"},
			{agency: "genesee", day: "2024-03-21", carries: "van who:1"},
			{agency: "wyoming", day: "2024-10-08", carries: "phone camp-short firm-typo", id: "WY-2024-0113"},
			{agency: "livingston", day: "2024-06-14", carries: "firm ~phone"},
			{agency: "livingston", day: "2024-08-02", carries: "phone2 camp"},
			{agency: "erie", day: "2024-11-06", carries: "phone2 firm-upper who:0"},
		},
	},
	{
		name: "jade-lotus", theme: "massage",
		things: map[string]thing{
			"phone1": tel("7165550118"), "phone2": tel("7165550163"), "phone3": tel("3155550127"), "firm": firm("Jade Lotus Spa"),
			"firm-llc": firm("Jade Lotus Spa LLC"), "sister": firm("Amber Willow Bodywork"), "mail": mail("jadelotus.booking@example.com"),
			"suv": car("NY HRD7719"), "shop": at("2847 Delaware Avenue|Buffalo|14217"), "flat": at("118 Wolcott Street Apt 3|Niagara Falls|14303"),
		},
		suspects: []person{{given: "Meiling", name: "Tsao-Harker"}, {given: "Curtis", name: "Abernall"}},
		cases: []appearance{
			{agency: "erie", day: "2022-11-02", carries: "phone1 firm shop who:0"},
			{agency: "erie", day: "2023-01-24", carries: "firm-llc mail shop"},
			{agency: "niagara", day: "2023-02-15", carries: "phone1 flat"},
			{agency: "niagara", day: "2023-05-30", carries: "flat suv who:1"},
			{agency: "erie", day: "2023-06-19", carries: "phone2 firm ~suv"},
			{agency: "monroe", day: "2023-08-13", carries: "phone2 sister", id: "23-004511"},
			{agency: "monroe", day: "2023-09-27", carries: "sister mail hub:motel"},
			{agency: "niagara", day: "2023-12-11", carries: "suv ~phone2"},
			{agency: "onondaga", day: "2024-02-20", carries: "phone3 sister who:0"},
			{agency: "onondaga", day: "2024-05-07", carries: "phone3 mail"},
			{agency: "onondaga", day: "2024-09-16", carries: "~phone3 suv"},
			{agency: "tips", county: "Cayuga", day: "2024-10-29", carries: "phone3 hub:hotline"},
		},
	},
	{
		name: "kayla-tour", theme: "ads",
		things: map[string]thing{
			"phone1": tel("5855550177"), "phone2": tel("3155550184"), "phone3": tel("6075550129"), "telegram": account("Telegram @kayla_roads_585"),
			"insta": account("Instagram @kaylaontheroad"), "car1": car("NY GLT4406"), "car2": car("PA LRM2281"), "mail": mail("kroads585@example.net"),
		},
		suspects: []person{{given: "Devonte", name: "Larrimore"}, {given: "Shayna", name: "Kressler"}, {given: "Troy", name: "Mandeville"}},
		cases: []appearance{
			{agency: "monroe", day: "2023-01-11", carries: "phone1 telegram who:0"},
			{agency: "monroe", day: "2023-02-03", carries: "phone1 car1 hub:motel"},
			{agency: "genesee", day: "2023-02-26", carries: "car1 ~phone1 hub:motel"},
			{agency: "tips", county: "Ontario", day: "2023-04-09", carries: "~phone1 telegram"},
			{agency: "monroe", day: "2023-05-22", carries: "insta car1 who:1"},
			{agency: "tips", county: "Seneca", day: "2023-07-17", carries: "insta phone2"},
			{agency: "onondaga", day: "2023-08-04", carries: "phone2 telegram who:0"},
			{agency: "onondaga", day: "2023-09-12", carries: "phone2 mail"},
			{agency: "onondaga", day: "2023-11-28", carries: "mail car2 who:2"},
			{agency: "tips", county: "Cayuga", day: "2024-01-15", carries: "car2 ~phone2"},
			{agency: "monroe", day: "2024-03-08", carries: "car2 phone3"},
			{agency: "tips", county: "Yates", day: "2024-05-25", carries: "phone3 insta"},
			{agency: "livingston", day: "2024-07-19", carries: "phone3 who:2"},
			{agency: "niagara", day: "2024-08-30", carries: "~phone3 telegram hub:hotline"},
			{agency: "erie", day: "2024-11-21", carries: "phone3 car2 hub:motel"},
		},
	},
	{
		name: "lucky-panda", labor: true, theme: "restaurant",
		things: map[string]thing{
			"van": car("PA ZKD5530"), "dorm": at("47 Chestnut Street|Lockport|14094"), "firm": firm("Lucky Panda Buffet Inc"),
			"firm-short": firm("Lucky Panda Buffet"), "phone": tel("7165550151"),
		},
		suspects: []person{{given: "Benson", name: "Yip-Carrow"}},
		cases: []appearance{
			{agency: "niagara", day: "2023-03-14", carries: "firm dorm who:0"},
			{agency: "niagara", day: "2023-06-22", carries: "dorm van phone"},
			{agency: "genesee", day: "2023-09-05", carries: "firm-short van"},
			{agency: "onondaga", day: "2024-01-30", carries: "van ~phone"},
			{agency: "erie", day: "2024-04-17", carries: "phone firm who:0"},
			{agency: "onondaga", day: "2024-08-12", carries: "phone dorm"},
		},
	},
	{
		name: "maple-hollow", labor: true, theme: "dairy",
		things: map[string]thing{
			"phone": tel("5855550108"), "firm": firm("Maple Hollow Dairy"), "truck": car("NY DVX3814"), "truck-read": car("NY DVX38I4"),
			"barn": at("3390 State Route 39|Castile|14427"),
		},
		suspects: []person{{given: "Garrett", name: "Odenbach"}},
		cases: []appearance{
			{agency: "wyoming", day: "2023-05-03", carries: "firm barn who:0"},
			{agency: "livingston", day: "2023-10-20", carries: "firm phone"},
			{agency: "livingston", day: "2024-01-09", carries: "~phone truck"},
			{agency: "wyoming", day: "2024-03-28", carries: "truck barn"},
			{agency: "livingston", day: "2024-09-23", carries: "truck-read firm"},
		},
	},
	{
		name: "northpoint-roofing", labor: true, theme: "crew",
		things:   map[string]thing{"phone": tel("3155550146"), "truck": car("OH HVN4127")},
		suspects: []person{{given: "Shane", name: "Pollitt"}},
		cases: []appearance{
			{agency: "tips", county: "Wayne", day: "2023-06-08", carries: "~phone"},
			{agency: "tips", county: "Seneca", day: "2023-08-21", carries: "~phone ~truck who:0"},
			{agency: "erie", day: "2023-09-14", carries: "truck"},
			{agency: "onondaga", day: "2023-10-02", carries: "~phone hub:hotline"},
		},
	},
	{
		name: "silver-orchid", labor: true, theme: "nails",
		things: map[string]thing{"mail": mail("silverorchid.jobs@example.org")},
		cases: []appearance{
			{agency: "erie", day: "2024-02-27", carries: "mail"},
			{agency: "monroe", day: "2024-04-03", carries: "mail"},
		},
	},
	{
		name: "summit-valley", labor: true, theme: "staffing",
		things: map[string]thing{
			"phone1": tel("5855550165"), "phone2": tel("6075550173"), "firm": firm("Summit Valley Staffing LLC"), "firm-short": firm("Summit Valley Staffing"),
			"bus": car("NY JXW9052"), "page": account("Facebook @summitvalleyjobs"), "office": at("915 Canal Street|Lyons|14489"),
		},
		suspects: []person{{given: "Arlene", name: "Brockmeyer"}, {given: "Nestor", name: "Villagra"}},
		cases: []appearance{
			{agency: "tips", county: "Wayne", day: "2023-03-30", carries: "firm phone1 office"},
			{agency: "monroe", day: "2023-05-16", carries: "firm-short phone1 who:0"},
			{agency: "tips", county: "Wayne", day: "2023-08-09", carries: "office bus"},
			{agency: "genesee", day: "2023-09-19", carries: "bus firm who:1"},
			{agency: "livingston", day: "2024-02-12", carries: "bus phone2"},
			{agency: "livingston", day: "2024-04-26", carries: "phone2 page"},
			{agency: "tips", county: "Ontario", day: "2024-06-18", carries: "~phone2 page"},
			{agency: "monroe", day: "2024-09-04", carries: "page firm-short"},
		},
	},
	// Two firms of one name that have nothing to do with each other.
	{
		name: "sunrise-spa-buffalo", theme: "massage",
		things:   map[string]thing{"firm": firm("Sunrise Spa"), "phone": tel("7165550172"), "shop": at("1904 Hertel Avenue|Buffalo|14214")},
		suspects: []person{{given: "Yun", name: "Castellan"}},
		cases: []appearance{
			{agency: "erie", day: "2023-03-07", carries: "firm phone shop"},
			{agency: "erie", day: "2023-11-15", carries: "firm phone who:0"},
		},
	},
	{
		name: "sunrise-spa-auburn", labor: true, theme: "crew",
		things:   map[string]thing{"firm": firm("Sunrise Spa"), "phone": tel("3155550111"), "yard": at("72 York Street|Auburn|13021")},
		suspects: []person{{given: "Milton", name: "Farraday"}},
		cases: []appearance{
			{agency: "tips", county: "Cayuga", day: "2023-07-25", carries: "firm phone yard"},
			{agency: "tips", county: "Cayuga", day: "2024-03-19", carries: "firm phone who:0"},
		},
	},
}
