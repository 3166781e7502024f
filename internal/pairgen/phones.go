package pairgen

import (
	"fmt"
	"strings"
)

// A PhoneLine is a line of running text and the ten digits of the phone numbers in it, none in a trap.
type PhoneLine struct {
	Family string
	Text   string
	Phones []string
	Trap   bool
}

// PhoneLines makes lines in which numbers are disguised as people do in advertisements and notes, perFamily of each
// family, and perTrap lines of each kind that looks like a phone and has none.
func PhoneLines(seed uint64, perFamily, perTrap int) []PhoneLine {
	m := newMaker(seed, 21)
	var out []PhoneLine
	for _, f := range phoneFamilies {
		for range perFamily {
			d := m.phone()
			out = append(out, PhoneLine{Family: f.name, Text: fmt.Sprintf(m.one(phoneCarriers...), f.write(m, d)), Phones: []string{d}})
		}
	}
	for range perFamily { // two numbers of which the second is short
		d, other := m.phone(), "01"+m.digits(2)
		text := d[:3] + m.one("-", " ", ".") + d[3:6] + "-" + d[6:] + m.one(" or ", " / ", " & ", " and ") + other
		out = append(out, PhoneLine{Family: "second number", Text: "call " + text, Phones: []string{d, d[:6] + other}})
	}
	for _, t := range phoneTraps {
		for range perTrap {
			out = append(out, PhoneLine{Family: t.name, Text: t.write(m), Trap: true})
		}
	}
	return out
}

var phoneAreas = strings.Fields("212 315 332 347 363 516 518 585 607 631 646 680 716 718 814 838 845 914 917 929 934 201 413 570 610 802 860")

// phone draws ten digits of a number that is kept for fiction.
func (m *maker) phone() string { return m.one(phoneAreas...) + fmt.Sprintf("55501%02d", m.IntN(100)) }

var phoneCarriers = []string{
	"%s", "call %s", "txt me %s anytime", "ask for Dee at %s.", "she answers on %s, cash only", "flyer said \"%s\"", "new number!! %s", "%s no blocked calls",
	"reached him at %s yesterday", "number on the door was %s", "Contact: %s", "hit my line %s baby", "worker wrote %s on her hand",
}

type phoneFamily struct {
	name  string
	write func(m *maker, d string) string
}

var (
	englishDigits = strings.Fields("zero one two three four five six seven eight nine")
	spanishDigits = strings.Fields("cero uno dos tres cuatro cinco seis siete ocho nueve")
)

func each(d string, write func(i int, digit int) string) string {
	var b strings.Builder
	for i := range len(d) {
		b.WriteString(write(i, int(d[i]-'0')))
	}
	return b.String()
}

// spoken says digits as words with gaps between them.
func spoken(d string, words []string, gap string) string {
	return strings.TrimSuffix(each(d, func(_, n int) string { return words[n] + gap }), gap)
}

// inTens says four digits in twos: "oh one forty two".
func inTens(d string) string {
	tens := strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")
	teens := strings.Fields("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	var out []string
	for i := 0; i+1 < len(d); i += 2 {
		a, b := int(d[i]-'0'), int(d[i+1]-'0')
		switch {
		case a == 0:
			out = append(out, "oh", englishDigits[b])
		case a == 1:
			out = append(out, teens[b])
		case b == 0:
			out = append(out, tens[a])
		default:
			out = append(out, tens[a]+" "+englishDigits[b])
		}
	}
	return strings.Join(out, " ")
}

// shapes puts each digit into another alphabet, whose zero is given.
func shapes(d string, zero rune) string {
	return each(d, func(_, n int) string { return string(zero + rune(n)) })
}

// alike replaces digits by letters that look like them, in percent of those that can be.
func (m *maker) alike(d string, percent int) string {
	letters := map[byte]string{'0': "Oo", '1': "lI", '5': "S", '8': "B", '2': "Z", '6': "G"}
	var b strings.Builder
	for i := range len(d) {
		if l := letters[d[i]]; l != "" && m.IntN(100) < percent {
			b.WriteByte(l[m.IntN(len(l))])
		} else {
			b.WriteByte(d[i])
		}
	}
	return b.String()
}

var phoneFamilies = []phoneFamily{
	{"as printed", func(m *maker, d string) string {
		return m.one("("+d[:3]+") "+d[3:6]+"-"+d[6:], d[:3]+"-"+d[3:6]+"-"+d[6:], d[:3]+"."+d[3:6]+"."+d[6:], d, d[:3]+" "+d[3:6]+" "+d[6:], "1-"+d[:3]+"-"+d[3:6]+"-"+d[6:])
	}},
	{"country code", func(m *maker, d string) string {
		return m.one("+1 ", "+1", "001 ", "+1-", "(1) ", "1.") + d[:3] + m.one(" ", "-", ".") + d[3:6] + m.one(" ", "-") + d[6:]
	}},
	{"link", func(m *maker, d string) string {
		return m.one("tel:+1"+d, "wa.me/1"+d, "https://wa.me/1"+d, "whatsapp://send?phone=1"+d, "sms:+1"+d)
	}},
	{"broken marks", func(m *maker, d string) string {
		return m.one("(", "{", "[", "") + d[:3] + m.one("}", "]", "*", "~", "_", ")*", ">") + d[3:6] + m.one("*", "_", "~", "=", "^", "<") + d[6:]
	}},
	{"starred digits", func(m *maker, d string) string {
		return strings.Join(strings.Split(d, ""), m.one("*", "**", " * ", "~"))
	}},
	{"dotted digits", func(m *maker, d string) string {
		return strings.Join(strings.Split(d, ""), m.one(".", "..", " . ", "·", "•"))
	}},
	{"spaced digits", func(m *maker, d string) string { return strings.Join(strings.Split(d, ""), m.one(" ", "  ")) }},
	{"spaced groups", func(m *maker, d string) string {
		g := m.one("   ", " - ", " ... ", " // ")
		return d[:3] + g + d[3:6] + g + d[6:8] + m.one("", " ", "-") + d[8:]
	}},
	{"words", func(m *maker, d string) string { return spoken(d, englishDigits, m.one(" ", "-", " - ", ", ")) }},
	{"glued words and digits", func(m *maker, d string) string {
		return each(d, func(i, n int) string {
			s := fmt.Sprint(n)
			if m.IntN(3) == 0 {
				s = englishDigits[n]
			}
			if i == 3 || i == 6 {
				return "-" + s
			}
			return s
		})
	}},
	{"capital words", func(m *maker, d string) string {
		return strings.ToUpper(spoken(d[:3], englishDigits, " ")) + m.one(" ", "-") + d[3:6] + m.one(" ", "-") + strings.ToUpper(spoken(d[6:], englishDigits, " "))
	}},
	{"tens", func(m *maker, d string) string {
		return m.one(d[:3], spoken(d[:3], englishDigits, " ")) + " " + m.one(d[3:6], spoken(d[3:6], englishDigits, " "), "triple 5", "five double five") + " " + inTens(d[6:])
	}},
	{"spanish", func(m *maker, d string) string { return spoken(d, spanishDigits, m.one(" ", ", ", "-")) }},
	{"spanish and digits", func(m *maker, d string) string {
		return d[:3] + " " + spoken(d[3:6], spanishDigits, " ") + " " + m.one(d[6:], spoken(d[6:], spanishDigits, " "))
	}},
	{"both languages", func(m *maker, d string) string {
		return spoken(d[:3], englishDigits, " ") + " " + spoken(d[3:6], spanishDigits, " ") + " " + m.one(d[6:], spoken(d[6:], englishDigits, " "))
	}},
	{"look-alikes", func(m *maker, d string) string {
		return m.alike(d[:3], 40) + "-" + m.alike(d[3:6], 40) + "-" + m.alike(d[6:], 40)
	}},
	{"look-alikes, spaced", func(m *maker, d string) string {
		return m.alike(d[:3], 40) + " " + m.alike(d[3:6], 40) + " " + m.alike(d[6:], 40)
	}},
	{"keycaps", func(_ *maker, d string) string {
		return each(d, func(_, n int) string { return fmt.Sprint(n) + "\ufe0f\u20e3" })
	}},
	{"circled", func(m *maker, d string) string {
		return each(d, func(_, n int) string {
			if n == 0 {
				return "⓪"
			}
			return string('①' + rune(n-1))
		})
	}},
	{"full width", func(m *maker, d string) string {
		return shapes(d[:3], '０') + m.one("－", "-", " ", "") + shapes(d[3:], '０')
	}},
	{"mathematical", func(m *maker, d string) string {
		zero := []rune{'𝟎', '𝟘', '𝟢', '𝟬', '𝟶'}[m.IntN(5)]
		return shapes(d[:3], zero) + m.one("-", " ", ".", "") + shapes(d[3:6], zero) + m.one("-", " ", "") + shapes(d[6:], zero)
	}},
	{"zero width", func(m *maker, d string) string {
		return strings.Join(strings.Split(d, ""), m.one("\u200b", "\u200d", "\u2060", "\u00ad"))
	}},
	{"emoji between", func(m *maker, d string) string {
		e := m.one("💋", "🔥", "📞", "❤️", "🌹🌹")
		return d[:3] + e + d[3:6] + e + d[6:]
	}},
	{"over two lines", func(m *maker, d string) string {
		return d[:3] + m.one("-", " ", "") + "\n" + d[3:6] + m.one("-", " ") + d[6:]
	}},
	{"words between", func(m *maker, d string) string {
		return d[:3] + m.one(" then ", " and then ", " call ", " and ") + d[3:6] + m.one(" and last ", " then ", " and then ") + d[6:]
	}},
	{"extension", func(m *maker, d string) string {
		return d[:3] + "-" + d[3:6] + "-" + d[6:] + m.one(" x", " ext. ", " ext ", " extension ", "x") + m.digits(2+m.IntN(2))
	}},
}

type phoneTrap struct {
	name  string
	write func(m *maker) string
}

// phoneTraps are lines in which digits stand that are no phone.
var phoneTraps = []phoneTrap{
	{"prices", func(m *maker) string {
		return m.one("$100 200 300 4000", "half hr $80 hour 150 2hr 280", "specials 60/100/160 all day", "roses 80 120 200 overnight 1000", "$50 - $100 - $1500 deposit 2500", "40 60 100 qv hh hr, 600 dinner")
	}},
	{"times", func(m *maker) string {
		return fmt.Sprintf(m.one("9:30 to %d:30, 4th floor, 6:30 - 8:00", "shift 0600-1800 then 1800 to 0%d00", "10:15, 11:45 and %d:05 on 3/14", "in at 6:%d5 out at 19:45 back 20:10"), 1+m.IntN(8))
	}},
	{"dates", func(m *maker) string {
		return fmt.Sprintf(m.one("between 2021-0%d-14 and 2021-11-02", "0%d/12/2019 - 11/30/2019", "dob 0%d-22-1988 entered 2016", "on 2020.0%d.17, 2020.10.18"), 1+m.IntN(9))
	}},
	{"case number", func(m *maker) string {
		return m.one("case 21-", "Incident #20", "docket 1:19-cv-0", "CR-", "report no. ") + m.digits(5) + m.one("-"+m.digits(3), "/"+m.digits(4), "")
	}},
	{"tracking", func(m *maker) string {
		return m.one("tracking 9400 1"+m.digits(3)+" "+m.digits(4)+" "+m.digits(4)+" "+m.digits(4)+" 00", "UPS 1Z"+m.digits(3)+"AA1"+m.digits(10), "fedex "+m.digits(12))
	}},
	{"licence", func(m *maker) string {
		return m.one("NYS DL "+m.digits(3)+" "+m.digits(3)+" "+m.digits(3), "license no. "+m.digits(9), "CDL "+m.digits(8), "client ID "+m.digits(9))
	}},
	{"account", func(m *maker) string {
		return m.one("acct ", "account # ", "routing 0210"+m.digits(5)+" acct ", "wire to account ") + m.digits(10+m.IntN(2))
	}},
	{"social security", func(m *maker) string {
		return m.one("SSN ", "ssn: ", "soc ") + "9" + m.digits(2) + "-" + m.digits(2) + "-" + m.digits(4)
	}},
	{"card", func(m *maker) string {
		return m.one("visa 4", "card 4", "prepaid card 4") + m.digits(3) + " " + m.digits(4) + " " + m.digits(4) + " " + m.digits(4)
	}},
	{"vin", func(m *maker) string { return "VIN 1FTNE" + m.digits(2) + "W" + m.digits(1) + "8DA" + m.digits(5) }},
	{"postal", func(m *maker) string {
		return "Warsaw NY 14569-" + m.digits(4) + m.one("", ", box "+m.digits(3), " and Perry NY 14530-"+m.digits(4))
	}},
	{"isbn", func(m *maker) string {
		return m.one("ISBN 978-", "ISBN-13: 978-") + "0-" + m.digits(3) + "-" + m.digits(5) + "-" + m.digits(1)
	}},
	{"machine address", func(m *maker) string {
		return fmt.Sprintf("logged in from 192.0.2.%d and 198.51.100.%d", m.IntN(250), m.IntN(250))
	}},
	{"body", func(m *maker) string {
		return fmt.Sprintf(m.one("5'%d 130 lbs 34-24-36", "34DD 5 ft %d in 125lbs 21 yrs", "ht 50%d wt 140 hair blk eyes bro", "h/w 5-0%d 135, 36c 26 36"), 2+m.IntN(7))
	}},
	{"coordinates", func(m *maker) string {
		return "42.7" + m.digits(5) + ", -78.1" + m.digits(5)
	}},
	{"ages", func(m *maker) string {
		return fmt.Sprintf("two females, %d and %d, and a male 35, kids 4 6 8 and 11", 19+m.IntN(9), 22+m.IntN(9))
	}},
	{"house numbers", func(m *maker) string {
		return fmt.Sprintf("from 6211 to %d Route 19, lots 14 15 and 22", 6300+m.IntN(900))
	}},
	{"quantities", func(m *maker) string {
		return fmt.Sprintf("picked 120 140 and %d bins, 3 crews of 24, rows 11-38", 100+m.IntN(99))
	}},
	{"year and sum", func(m *maker) string {
		return fmt.Sprintf("owes 4500 since 2019, paid 800 in 2020 and %d in 2021", 500+m.IntN(499))
	}},
	{"invoice", func(m *maker) string {
		return m.one("invoice ", "order ", "PO ", "receipt no ", "ticket ") + m.digits(10)
	}},
	{"odometer", func(m *maker) string { return "odometer " + m.digits(6) + ", plate read 3x, 2015 to 2018, 45 mph zone" }},
	{"hours and pay", func(m *maker) string {
		return fmt.Sprintf("78 hrs at 7.25 = 565.50, less 150 rent 60 van %d food", 20+m.IntN(60))
	}},
	{"unit list", func(m *maker) string {
		return fmt.Sprintf("rooms 204 206 208 and 31%d, floor 2, keys 11 12 13 14", m.IntN(9))
	}},
	{"tax id", func(m *maker) string { return "EIN 98-" + m.digits(7) + m.one("", " on file", ", DOT "+m.digits(7)) }},
	{"badge and unit", func(m *maker) string {
		return fmt.Sprintf("Dep. Alder #%d, car 14, zone 3, 10-4 at 1822 hrs", 100+m.IntN(899))
	}},
	{"medical", func(m *maker) string { return "MRN " + m.digits(8) + ", bp 120/80, temp 98.6, hr 72" }},
	{"bare seven", func(m *maker) string { return m.one("control no. ", "file ", "A", "job ") + m.digits(7) }},
	{"serial", func(m *maker) string { return m.one("serial ", "IMEI 35", "s/n ", "model ") + m.digits(13) }},
	{"route and mile", func(m *maker) string {
		return fmt.Sprintf("I-90 exit 48A, mile 390.%d, then 20A, 39 and 19 to 436", m.IntN(9))
	}},
	{"score", func(m *maker) string {
		return fmt.Sprintf("odds 3:1 5:2 and 12:%d, won 450 lost 900", 1+m.IntN(9))
	}},
	{"permit", func(m *maker) string {
		return m.one("permit ", "H-2A case H-300-2", "FLC reg. ", "contract ") + m.digits(4) + "-" + m.digits(6)
	}},
}
