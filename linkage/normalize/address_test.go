package normalize

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// sameAddresses are spellings of one place each; every two lines differ.
var sameAddresses = [][]string{
	{"6211 State Route 19, Warsaw, NY 14569", "6211 NYS Rte 19 Warsaw NY", "6211 NY-19, Warsaw", "6211 SR 19, Warsaw, New York", "6211 N.Y.S. Route 19, WARSAW, N.Y. 14569-9999", "6211 Rt. 19 Warsaw NY"},
	{"6212 State Route 19, Warsaw, NY 14569"},
	{"200 Military Road, Tonawanda, NY", "200 Military RoadTonawanda, NY"},
	{"49 US Route 9W, Newburgh, NY", "49 US-9 W, Newburgh, NY", "49 Rte 9 W, Newburgh NY"},
	{"3 West One Hundred Twenty-Fifth Street, New York, NY", "3 W 125th St, New York NY", "3 West One Hundred Twenty Fifth St, New York, NY"},
	{"3 East One Hundred Fifth Street, New York, NY", "3 E 105 St, New York NY"},
	{"6211 Old State Route 19, Warsaw NY", "6211 Old Rte 19, Warsaw, NY"},
	{"6211 County Road 19, Warsaw NY", "6211 CR 19 Warsaw NY", "6211 Co. Rd. 19, Warsaw, NY", "6211 Cty Rte 19 Warsaw NY"},
	{"1180 US Highway 20A, Warsaw NY", "1180 Route 20-A, Warsaw NY", "1180 US 20A Warsaw NY 14569", "1180 U.S. Rt 20 A, Warsaw NY"},
	{"RR 2 Box 152, Perry NY", "R.R. #2, Box 152, Perry, NY 14530", "Rural Route 2 Box 152 Perry NY", "RD 2 Box 152, Perry NY", "RFD #2 Box 152 Perry, N.Y."},
	{"RR 2 Box 153, Perry NY"},
	{"HC 1 Box 22, Perry NY", "HCR 1 Box 22, Perry NY", "Star Route 1 Box 22, Perry NY"},
	{"PO Box 88, Perry NY", "P.O. Box 88, Perry, NY 14530", "POB 88 Perry NY", "P O Box #88, Perry NY", "Post Office Box 88, Perry NY"},
	{"100 Main St Apt 3, Perry NY", "100 Main Street #3 Perry NY 14530", "100 MAIN ST UNIT 3, PERRY, NY", "100 Main St., Apartment 3, Perry, NY"},
	{"100 Main St Apt 4, Perry NY"},
	{"100 Main St, Perry NY", "100 Main Street Perry NY 14530", "100 MAIN STREET, PERRY, N.Y."},
	{"100 E Main St, Perry NY", "100 East Main Street, Perry NY", "100 Main St E, Perry NY"},
	{"100 W Main St, Perry NY"},
	{"Lot 14, 6500 Buffalo Rd, Churchville NY", "6500 Buffalo Road Lot #14 Churchville, New York"},
	{"47-01 Van Dam St, Long Island City, NY 11101", "47 - 01 VAN DAM STREET LIC NY 11101", "4701 Vandam Street, L.I.C., NY 11101"},
	{"21-03 44th Ave, Long Island City NY", "21-03   44 AVENUE LIC NY 11101"},
	{"330 McGuinness Blvd, Brooklyn, NY 11222", "330 MC GUINNESS BOULEVARD BKLYN NY 11222"},
	{"120 E 96th St, New York, NY", "120 E Ninety-sixth St, New York, NY 10128", "120 East Ninety Sixth Street, NYC, NY"},
	{"1669 Lake Ave, Rochester, NY 14650", "1669 Lake AvenueRochester, NY 14650", "1669 LAKE AVE ROCHESTER NY"},
	{"12 Saint Paul St, Rochester NY", "12 St. Paul Street, Rochester, NY"},
	{"200 Mount Hope Ave, Rochester NY", "200 Mt. Hope Avenue Rochester NY"},
	{"5 Oak Ln, North Tonawanda NY", "5 Oak Lane, N. Tonawanda, NY"},
	{"Main St & Center St, Perry NY", "corner of Center Street and Main Street, Perry NY", "Center St @ Main St, Perry, NY"},
	{"mile marker 21 I-390, Geneseo NY", "MM 21, Interstate 390, Geneseo NY"},
	{"Sunset Motel Room 12, Warsaw NY", "SUNSET MOTEL RM 12 WARSAW NY 14569"},
	{"Sunset Motel Room 14, Warsaw NY"},
	{"1 Liberty Plaza, New York, NY", "One Liberty Plaza, New York NY 10006"},
	{"451 Park Ave S Fl 2, New York NY", "451 Park Avenue South, 2nd FloorNew York, NY 10016", "451 Park Ave South Second Floor New York NY"},
	{"barn behind 6211 Route 19, Warsaw NY", "Barn in back of 6211 State Route 19, Warsaw NY"},
}

func TestAddressKeys(t *testing.T) {
	owner := map[string]string{}
	for _, group := range sameAddresses {
		want := ""
		for i, raw := range group {
			a, err := Address(raw, Place{State: "NY"})
			if err != nil {
				t.Fatalf("%s: %v", raw, err)
			}
			if i == 0 {
				want = a.Key()
				if other := owner[want]; other != "" {
					t.Errorf("%q and %q have one key: %s", raw, other, want)
				}
				owner[want] = raw
			}
			if a.Key() != want {
				t.Errorf("%q: key %q, want %q as for %q", raw, a.Key(), want, group[0])
			}
			again, err := Address(a.Display(), Place{State: "NY"})
			if err != nil || again.Key() != a.Key() {
				t.Errorf("%q: displayed as %q, whose key is %q, want %q", raw, a.Display(), again.Key(), a.Key())
			}
		}
	}
}

func TestAddressParts(t *testing.T) {
	for _, test := range []struct{ raw, want string }{
		{"1669 N Lake Ave Apt 3, Rochester, NY 14650-1234", "number=1669 predirectional=N street=Lake suffix=Ave unit_type=Apt unit=3 city=Rochester state=NY zip=14650"},
		{"941 State Route 38Owego, NY 13827", "number=941 street=State Route 38 city=Owego state=NY zip=13827"},
		{"3100 47th Avenue #4ALong Island City, NY 11101", "number=3100 street=47th suffix=Ave unit=4A city=Long Island City state=NY zip=11101"},
		{"RD #2 Box 34 Perry NY", "box=34 route=RR 2 city=Perry state=NY"},
		{"75 CANAL STREET WEST BRONX NY 10451", "number=75 street=Canal suffix=St postdirectional=W city=Bronx state=NY zip=10451"},
		{"Budget Motel rm 14, 3400 W Henrietta Rd, Rochester NY", "number=3400 predirectional=W street=Henrietta suffix=Rd unit_type=Rm unit=14 place=Budget Motel city=Rochester state=NY"},
		{"1105 Bolton Road, NW Atlanta, GA 30331", "number=1105 street=Bolton suffix=Rd postdirectional=NW city=Atlanta state=GA zip=30331"},
		{"One Midtown Plaza 1360 Peachtree Street, Suite 500 Atlanta, GA 30309", "number=1360 street=Peachtree suffix=St unit_type=Ste unit=500 place=One Midtown Plaza city=Atlanta state=GA zip=30309"},
		{"Avenue A, Rochester NY", "street=Avenue A city=Rochester state=NY"},
		{"900 Cummings Ave, Beverly, MA 1915", "number=900 street=Cummings suffix=Ave city=Beverly state=MA zip=01915"},
		{"Perry, NY", "city=Perry state=NY"},
		{"14530", "zip=14530"},
	} {
		a, err := Address(test.raw, Place{})
		if err != nil {
			t.Errorf("%s: %v", test.raw, err)
		}
		var got []string
		for _, p := range a.Parts() {
			got = append(got, p.Name+"="+p.Value)
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.raw, s, test.want)
		}
	}
}

func TestAddressPrecision(t *testing.T) {
	for _, test := range []struct {
		raw  string
		want Precision
	}{
		{"", PrecisionNone},
		{"unknown", PrecisionNone},
		{"N/A", PrecisionNone},
		{"Warsaw, NY", PrecisionTown},
		{"14569", PrecisionTown},
		{"State Route 19, Warsaw NY", PrecisionRoad},
		{"Main St & Center St, Warsaw NY", PrecisionCrossing},
		{"12 Main St, Warsaw NY", PrecisionBuilding},
		{"Sunset Motel, Warsaw NY", PrecisionBuilding},
		{"Sunset Motel Rm 3, Warsaw NY", PrecisionUnit},
		{"PO Box 12, Warsaw NY", PrecisionUnit},
	} {
		a, err := Address(test.raw, Place{})
		if a.Precision() != test.want {
			t.Errorf("%q is read to the %v, want %v", test.raw, a.Precision(), test.want)
		}
		if (err != nil) != (test.want == PrecisionNone) || (a.Key() == "") != (err != nil) || err != nil && len(a.Issues()) == 0 {
			t.Errorf("%q: error %v, key %q, issues %q", test.raw, err, a.Key(), a.Issues())
		}
		if (a.Building() == "") != (test.want < PrecisionBuilding) {
			t.Errorf("%q: building %q", test.raw, a.Building())
		}
	}
}

func TestAddressFromColumns(t *testing.T) {
	whole, _ := Address("100 Main St Apt 3, Perry, NY 14530", Place{})
	for _, c := range []AddressColumns{
		{Street: "100 Main Street", Unit: "3", City: "PERRY", State: "NY", ZIP: "14530-1234"},
		{Street: "100 Main St.", Unit: "Apt 3", City: "Perry", State: "New York"},
		{Street: "100 Main St #3", City: "Perry, NY 14530"},
		{Street: "100 Main St Apt 3, Perry NY", City: "Perry", State: "NY", ZIP: "14530"},
	} {
		a, err := AddressFromColumns(c)
		if err != nil || a.Key() != whole.Key() {
			t.Errorf("%+v: key %q, %v, want %q", c, a.Key(), err, whole.Key())
		}
	}
	if a, _ := AddressFromColumns(AddressColumns{Street: "5 Elm St", City: "Norwalk", State: "CT", ZIP: "6851"}); a.ZIP != "06851" {
		t.Errorf("a ZIP code that lost its zero is %q", a.ZIP)
	}
}

// FuzzAddress feeds hostile text: no panic, a clean key, a doubt where there is no key.
func FuzzAddress(f *testing.F) {
	for _, group := range sameAddresses {
		f.Add(group[0])
	}
	for _, s := range []string{"", "#", "& & &", "\xff\x00,,,", "PO BOX", "Apt", "RR RR RR", "1 1 1 1 1", "N N N N NY", "St St St 5", "½ Main", "C/O C/O", "Old Old 19"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		for _, in := range []Place{{}, {City: raw, State: "NY", ZIP: raw}} {
			a, err := Address(raw, in)
			if (err == nil) != (a.Key() != "") {
				t.Fatalf("key %q with error %v", a.Key(), err)
			}
			if err != nil && len(a.Issues()) == 0 {
				t.Fatal("no key and no issue")
			}
			for _, s := range []string{a.Key(), a.Display(), a.Building(), a.RoadKey(), a.TownKey()} {
				if !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return r < ' ' }) {
					t.Fatalf("unclean %q", s)
				}
			}
			if b, _ := Address(raw, in); b.Key() != a.Key() {
				t.Fatalf("keys %q and %q of one text", a.Key(), b.Key())
			}
		}
	})
}

// FuzzAddressForms writes one address in two random styles: they must have one key.
func FuzzAddressForms(f *testing.F) {
	f.Add(uint16(1669), uint8(0), uint8(1), uint8(2), uint8(3), uint16(0))
	f.Add(uint16(12), uint8(7), uint8(3), uint8(0), uint8(1), uint16(4))
	f.Add(uint16(6211), uint8(4), uint8(2), uint8(5), uint8(2), uint16(12))
	streets := [][]string{
		{"Lake Ave", "LAKE AVENUE", "Lake Av."}, {"N Main St", "North Main Street", "MAIN ST N"}, {"State Route 19", "NYS Rte 19", "NY-19", "SR 19"},
		{"County Road 5", "CR 5", "Co Rd 5"}, {"St. Paul Blvd", "Saint Paul Boulevard"}, {"5th St", "Fifth Street", "5 Street"}, {"Mt. Hope Rd", "MOUNT HOPE ROAD"}, {"US 20A", "US Highway 20A", "Route 20-A"},
	}
	towns := [][]string{{"Perry, NY 14530", "Perry NY", "PERRY, N.Y. 14530-0001"}, {"North Tonawanda NY", "N. Tonawanda, NY 14120"}, {"Warsaw, New York 14569", "Warsaw NY"}, {"Le Roy NY", "LeRoy, NY 14482"}}
	units := []string{"Apt %d", "#%d", "Unit %d", "# %d", "Apartment %d"}
	f.Fuzz(func(t *testing.T, number uint16, street, town, style, other uint8, unit uint16) {
		write := func(style uint8) string {
			s, w := streets[int(street)%len(streets)], towns[int(town)%len(towns)]
			text := fmt.Sprintf("%d %s", int(number)+1, s[int(style)%len(s)])
			if unit > 0 {
				text += ", " + fmt.Sprintf(units[int(style)%len(units)], unit)
			}
			return text + []string{", ", " ", "\n"}[int(style/3)%3] + w[int(style/2)%len(w)]
		}
		a, err := Address(write(style), Place{})
		b, err2 := Address(write(other), Place{})
		if err != nil || err2 != nil || a.Key() != b.Key() {
			t.Fatalf("%q and %q have keys %q and %q (%v, %v)", write(style), write(other), a.Key(), b.Key(), err, err2)
		}
		if again, _ := Address(a.Display(), Place{}); again.Key() != a.Key() {
			t.Fatalf("%q is displayed as %q with key %q, want %q", write(style), a.Display(), again.Key(), a.Key())
		}
	})
}

func TestAddressIsLinear(t *testing.T) {
	for _, s := range []string{"1 Park ", "# ", "Apt ", "& ", "12 ", "Old ", ",", "St "} {
		if _, err := Address(strings.Repeat(s, 1<<20/len(s)), Place{City: strings.Repeat(s, 1000)}); err != nil && err.Error() == "" {
			t.Fatal("an error without words")
		}
	}
}

func BenchmarkAddress(b *testing.B) {
	for _, raw := range []string{"1669 N Lake Ave Apt 3, Rochester, NY 14650", "54-11 QUEENS BOULEVARD WOODSIDE NY 11377", "6211 State Route 19, Warsaw NY"} {
		b.Run(raw, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				a, _ := Address(raw, Place{})
				_ = a.Key()
			}
		})
	}
}

func ExampleAddress() {
	a, _ := Address("Sunset Motel, Room 12, 6211 NYS Rte 19 Warsaw, N.Y. 14569", Place{})
	fmt.Println(a.Display())
	fmt.Println(a.Key())
	fmt.Println(a.Building())
	fmt.Println(a.RoadKey())
	// Output:
	// Sunset Motel, 6211 State Route 19, Rm 12, Warsaw, NY 14569
	// 6211 RT 19 #12, WARSAW NY
	// 6211 RT 19, WARSAW NY
	// RT 19, WARSAW NY
}

func ExampleAddressFromColumns() {
	a, _ := AddressFromColumns(AddressColumns{Street: "88 Lake St", Unit: "2-B", City: "PERRY", State: "NY", ZIP: "14530"})
	fmt.Println(a.Display())
	// Output: 88 Lake St, # 2-B, Perry, NY 14530
}
