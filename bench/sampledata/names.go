package main

import "strings"

// givenNames and familyNames make the people of the sample data. The family
// names are unusual on purpose: nobody real is meant.
var (
	givenNames = strings.Fields(`Alden Beryl Casimir Delia Eamon Fausto Greta Hollis Imelda Jarvis Kestrel Lorna Mateo
		Nadine Orrin Paloma Quentin Rosalva Sterling Tamsin Ulises Verna Wendell Ximena Yolanda Zeke Anselmo Bettina
		Corwin Dorotea Edmund Florinda Gideon Hester Isidro Jolene Kermit Lavinia Moses Norberto Ottilie Percival`)
	familyNames = strings.Fields(`Ashgrove Bellwether Crandlemire Dunmoor Eisenhart Fallowfield Grimshawe Hatherleigh
		Ingledue Jessamy Kilbracken Lorimond Marchbanks Nethercott Oldacre Pemberlow Quillfeather Ravensmoor Stonebriar
		Thistlewood Underhay Vantongeren Wyndhurst Yarborne Zellinger Almaraz-Pike Berrones-Hale Caskey-Dorn Delagarza-Funk
		Escamilla-Roy Fuentes-Bly Gallardo-Moss Hinojosa-Kerr Ibarrola-Fenn`)
	firmNames = strings.Fields(`Wintergreen Applejack Riverbirch Foxglove Kestrel Tamarack Bluestem Larkspur Hobnail
		Millstone Copperfield Quarrystone Thimbleberry Moonraker Saltbox Brackenridge Hollyhock Ironwood Junipero Marigold
		Nutmeg Osprey Peppercorn Quicksilver Sassafras Tanglewood Umberfield Violetta Wagonwheel Yarrow Zinnia Barleycorn`)
	firmTrades = map[string][]string{
		"farm": {"Farms", "Orchards", "Produce", "Vegetable Growers"}, "dairy": {"Dairy", "Dairy Farms LLC"},
		"restaurant": {"Diner", "Buffet", "Noodle House", "Grill Inc"}, "staffing": {"Staffing", "Labor Services LLC", "Personnel"},
		"crew": {"Roofing", "Landscaping LLC", "Drywall", "Siding Inc"}, "massage": {"Massage", "Spa", "Wellness LLC"},
		"nails": {"Nails", "Nail Bar"}, "ads": nil, "motel": {"Motel", "Inn", "Motor Court"}, "house": nil,
	}
	streets = strings.Fields(`Sycamore Larch Tannery Foundry Quarry Millrace Tollgate Buttonwood Cooperage Drovers Fennel
		Gristmill Hickory Ironbridge Junction Kiln Lockside Mulberry Nettle Osier Paddock Quince Rookery Sawpit`)
	suffixes = []string{"Street", "Road", "Avenue", "Lane", "Drive"}
)

// towns are the post towns of the counties.
var towns = map[string][]string{
	"Wyoming": {"Warsaw|14569", "Perry|14530", "Castile|14427", "Attica|14011"}, "Erie": {"Buffalo|14207", "Hamburg|14075", "Lancaster|14086"},
	"Genesee": {"Batavia|14020", "Le Roy|14482"}, "Monroe": {"Rochester|14609", "Brockport|14420", "Webster|14580"},
	"Livingston": {"Geneseo|14454", "Dansville|14437", "Mount Morris|14510"}, "Niagara": {"Lockport|14094", "Niagara Falls|14303"},
	"Onondaga": {"Syracuse|13204", "Liverpool|13088"}, "Ontario": {"Geneva|14456", "Canandaigua|14424"}, "Wayne": {"Sodus|14551", "Lyons|14489"},
	"Seneca": {"Waterloo|13165"}, "Cayuga": {"Auburn|13021"}, "Yates": {"Penn Yan|14527"},
}
