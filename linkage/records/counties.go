package records

import "strings"

// countyNames reports whether a text is the name of one of New York's counties
// or boroughs, which is enough to recognise a column without a name.
func countyNames(text string) bool {
	name, _, _ := strings.Cut(strings.ToLower(text), "|")
	return newYorkCounties[strings.Join(strings.Fields(name), " ")]
}

// newYorkCounties are the 62 counties of the State of New York and the boroughs.
var newYorkCounties = func() map[string]bool {
	m := map[string]bool{}
	for _, n := range strings.Split(`albany,allegany,bronx,broome,cattaraugus,cayuga,chautauqua,chemung,chenango,clinton,columbia,cortland,delaware,dutchess,erie,essex,franklin,fulton,
genesee,greene,hamilton,herkimer,jefferson,kings,lewis,livingston,madison,monroe,montgomery,nassau,new york,niagara,oneida,onondaga,ontario,orange,orleans,oswego,otsego,
putnam,queens,rensselaer,richmond,rockland,saratoga,schenectady,schoharie,schuyler,seneca,st. lawrence,st lawrence,steuben,suffolk,sullivan,tioga,tompkins,ulster,warren,washington,
wayne,westchester,wyoming,yates,brooklyn,manhattan,staten island`, ",") {
		m[strings.TrimSpace(n)] = true
	}
	return m
}()
