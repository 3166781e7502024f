package casegen

// A County is a county of New York with the post towns that addresses use.
type County struct {
	Name  string
	FIPS  string
	Towns []Town
}

// A Town is a post town with its ZIP code.
type Town struct{ Name, ZIP string }

// Counties lists the 62 counties of New York roughly from west to east, so that
// neighbours in the list are mostly neighbours on the ground. Codes: US Census.
var Counties = []County{
	{"Chautauqua", "36013", []Town{{"Jamestown", "14701"}, {"Fredonia", "14063"}}},
	{"Cattaraugus", "36009", []Town{{"Olean", "14760"}, {"Salamanca", "14779"}}},
	{"Allegany", "36003", []Town{{"Wellsville", "14895"}, {"Belmont", "14813"}}},
	{"Erie", "36029", []Town{{"Buffalo", "14201"}, {"Hamburg", "14075"}, {"Cheektowaga", "14225"}}},
	{"Niagara", "36063", []Town{{"Lockport", "14094"}, {"Niagara Falls", "14301"}}},
	{"Orleans", "36073", []Town{{"Albion", "14411"}, {"Medina", "14103"}}},
	{"Genesee", "36037", []Town{{"Batavia", "14020"}, {"Le Roy", "14482"}}},
	{"Wyoming", "36121", []Town{{"Warsaw", "14569"}, {"Perry", "14530"}, {"Castile", "14427"}}},
	{"Livingston", "36051", []Town{{"Geneseo", "14454"}, {"Dansville", "14437"}}},
	{"Monroe", "36055", []Town{{"Rochester", "14604"}, {"Brockport", "14420"}, {"Henrietta", "14467"}}},
	{"Ontario", "36069", []Town{{"Canandaigua", "14424"}, {"Geneva", "14456"}}},
	{"Yates", "36123", []Town{{"Penn Yan", "14527"}, {"Dundee", "14837"}}},
	{"Steuben", "36101", []Town{{"Bath", "14810"}, {"Corning", "14830"}}},
	{"Wayne", "36117", []Town{{"Lyons", "14489"}, {"Sodus", "14551"}}},
	{"Seneca", "36099", []Town{{"Waterloo", "13165"}, {"Seneca Falls", "13148"}}},
	{"Schuyler", "36097", []Town{{"Watkins Glen", "14891"}, {"Montour Falls", "14865"}}},
	{"Chemung", "36015", []Town{{"Elmira", "14901"}, {"Horseheads", "14845"}}},
	{"Cayuga", "36011", []Town{{"Auburn", "13021"}, {"Moravia", "13118"}}},
	{"Tompkins", "36109", []Town{{"Ithaca", "14850"}, {"Groton", "13073"}}},
	{"Tioga", "36107", []Town{{"Owego", "13827"}, {"Waverly", "14892"}}},
	{"Cortland", "36023", []Town{{"Cortland", "13045"}, {"Homer", "13077"}}},
	{"Onondaga", "36067", []Town{{"Syracuse", "13202"}, {"Liverpool", "13088"}}},
	{"Oswego", "36075", []Town{{"Oswego", "13126"}, {"Fulton", "13069"}}},
	{"Jefferson", "36045", []Town{{"Watertown", "13601"}, {"Carthage", "13619"}}},
	{"Lewis", "36049", []Town{{"Lowville", "13367"}, {"Croghan", "13327"}}},
	{"St. Lawrence", "36089", []Town{{"Canton", "13617"}, {"Ogdensburg", "13669"}}},
	{"Oneida", "36065", []Town{{"Utica", "13501"}, {"Rome", "13440"}}},
	{"Madison", "36053", []Town{{"Oneida", "13421"}, {"Cazenovia", "13035"}}},
	{"Chenango", "36017", []Town{{"Norwich", "13815"}, {"Oxford", "13830"}}},
	{"Broome", "36007", []Town{{"Binghamton", "13901"}, {"Endicott", "13760"}}},
	{"Delaware", "36025", []Town{{"Delhi", "13753"}, {"Walton", "13856"}}},
	{"Otsego", "36077", []Town{{"Oneonta", "13820"}, {"Cooperstown", "13326"}}},
	{"Herkimer", "36043", []Town{{"Herkimer", "13350"}, {"Little Falls", "13365"}}},
	{"Hamilton", "36041", []Town{{"Speculator", "12164"}, {"Indian Lake", "12842"}}},
	{"Franklin", "36033", []Town{{"Malone", "12953"}, {"Saranac Lake", "12983"}}},
	{"Clinton", "36019", []Town{{"Plattsburgh", "12901"}, {"Champlain", "12919"}}},
	{"Essex", "36031", []Town{{"Ticonderoga", "12883"}, {"Lake Placid", "12946"}}},
	{"Warren", "36113", []Town{{"Queensbury", "12804"}, {"Lake George", "12845"}}},
	{"Washington", "36115", []Town{{"Hudson Falls", "12839"}, {"Granville", "12832"}}},
	{"Saratoga", "36091", []Town{{"Saratoga Springs", "12866"}, {"Ballston Spa", "12020"}}},
	{"Fulton", "36035", []Town{{"Johnstown", "12095"}, {"Gloversville", "12078"}}},
	{"Montgomery", "36057", []Town{{"Amsterdam", "12010"}, {"Fonda", "12068"}}},
	{"Schoharie", "36095", []Town{{"Cobleskill", "12043"}, {"Middleburgh", "12122"}}},
	{"Schenectady", "36093", []Town{{"Schenectady", "12305"}, {"Scotia", "12302"}}},
	{"Albany", "36001", []Town{{"Albany", "12207"}, {"Colonie", "12205"}}},
	{"Rensselaer", "36083", []Town{{"Troy", "12180"}, {"Hoosick Falls", "12090"}}},
	{"Greene", "36039", []Town{{"Catskill", "12414"}, {"Coxsackie", "12051"}}},
	{"Columbia", "36021", []Town{{"Hudson", "12534"}, {"Chatham", "12037"}}},
	{"Ulster", "36111", []Town{{"Kingston", "12401"}, {"New Paltz", "12561"}}},
	{"Dutchess", "36027", []Town{{"Poughkeepsie", "12601"}, {"Beacon", "12508"}}},
	{"Sullivan", "36105", []Town{{"Monticello", "12701"}, {"Liberty", "12754"}}},
	{"Orange", "36071", []Town{{"Middletown", "10940"}, {"Newburgh", "12550"}}},
	{"Putnam", "36079", []Town{{"Carmel", "10512"}, {"Brewster", "10509"}}},
	{"Rockland", "36087", []Town{{"New City", "10956"}, {"Nyack", "10960"}}},
	{"Westchester", "36119", []Town{{"White Plains", "10601"}, {"Yonkers", "10701"}}},
	{"Bronx", "36005", []Town{{"Bronx", "10451"}, {"Bronx", "10467"}}},
	{"New York", "36061", []Town{{"New York", "10001"}, {"New York", "10027"}}},
	{"Kings", "36047", []Town{{"Brooklyn", "11201"}, {"Brooklyn", "11220"}}},
	{"Queens", "36081", []Town{{"Flushing", "11354"}, {"Jamaica", "11432"}}},
	{"Richmond", "36085", []Town{{"Staten Island", "10301"}, {"Staten Island", "10314"}}},
	{"Nassau", "36059", []Town{{"Hempstead", "11550"}, {"Mineola", "11501"}}},
	{"Suffolk", "36103", []Town{{"Riverhead", "11901"}, {"Brentwood", "11717"}}},
}
