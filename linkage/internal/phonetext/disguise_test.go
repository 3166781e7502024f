package phonetext

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// A disguise writes the ten digits of a number in one of the ways in which
// people do, or hide it.
type disguise struct {
	name  string
	write func(r *rand.Rand, d string) string
}

// disguises are the families of which quality is measured.
var disguises = []disguise{
	{"plain", func(r *rand.Rand, d string) string {
		return one(r, area(d)+"-"+exchange(d)+"-"+line(d), "("+area(d)+") "+exchange(d)+"-"+line(d), "("+area(d)+")"+exchange(d)+"-"+line(d),
			area(d)+"."+exchange(d)+"."+line(d), area(d)+" "+exchange(d)+" "+line(d), area(d)+"/"+exchange(d)+"-"+line(d), d, area(d)+" "+exchange(d)+"-"+line(d))
	}},
	{"leading one", func(r *rand.Rand, d string) string {
		return one(r, "1-", "+1 ", "1 ", "+1-", "1.", "+1") + one(r, area(d)+"-"+exchange(d)+"-"+line(d), area(d)+" "+exchange(d)+" "+line(d), d, "("+area(d)+") "+exchange(d)+"-"+line(d))
	}},
	{"link", func(r *rand.Rand, d string) string {
		return one(r, "tel:+1"+d, "tel:+1-"+area(d)+"-"+exchange(d)+"-"+line(d), "https://wa.me/1"+d, "sms:"+d)
	}},
	{"odd marks", func(r *rand.Rand, d string) string {
		marks := []string{"*", "~", "}", "{", "]", "=", "_", "|", "::", "--", "..", "^", "<>", " ~ ", " / ", "//", ")(", "!", "\\", "°", "•"}
		m, n := one(r, marks...), one(r, marks...)
		return one(r, "(", "[", "{", "") + area(d) + m + exchange(d) + n + line(d)
	}},
	{"single digits", func(r *rand.Rand, d string) string {
		return strings.Join(strings.Split(d, ""), one(r, " ", "-", ".", "*", "_", " . ", " - ", "  ", "~", "/", "|", ",", ", ", "..", " * "))
	}},
	{"digits for letters", func(r *rand.Rand, d string) string {
		odd := [10]string{"zer0", "0ne", "tw0", "thr33", "f0ur", "f1ve", "s1x", "s3ven", "ei6ht", "n1ne"}
		gap := one(r, "", " ", "-")
		var b strings.Builder
		for i := range len(d) {
			n := int(d[i] - '0')
			b.WriteString(one(r, d[i:i+1], english[n], odd[n]))
			if gap != "" || i == 2 || i == 5 {
				b.WriteString(one(r, gap, "-"))
			}
		}
		return strings.TrimRight(b.String(), "- ")
	}},
	{"odd groups", func(r *rand.Rand, d string) string {
		m := one(r, "-", ".", " ")
		return one(r, "call ", "my number is ", "cell ") + one(r, d[:2]+m+d[2:5]+m+d[5:], d[:5]+m+d[5:], d[:4]+m+d[4:7]+m+d[7:], d[:1]+m+d[1:4]+m+d[4:7]+m+d[7:])
	}},
	{"tags", func(r *rand.Rand, d string) string {
		a, e, l := area(d), exchange(d), line(d)
		return one(r, "<b>"+a+"</b>-<b>"+e+"</b>-<i>"+l+"</i>", a+"<br/>"+e+"<br/>"+l, "<span class=\"x\">"+a+"</span><span>"+e+"</span><span>"+l+"</span>", a+"&#45;"+e+"&#x2d;"+l, a+"&nbsp;"+e+"&nbsp;"+l)
	}},
	{"homophones", func(r *rand.Rand, d string) string {
		spelt := []string{"owe", "won", "too", "three", "for", "five", "sicks", "seven", "ate", "nine"}
		names := strings.Fields("oh one two three four five six seven eight nine")
		return each(d, func(c rune) string { return one(r, spelt[c-'0'], names[c-'0']) }, " ")
	}},
	{"drawn out", func(r *rand.Rand, d string) string {
		odd := []string{"zeroo", "0ne", "twoo", "3hree", "4our", "fivve", "siix", "7even", "8ight", "9ine"}
		names := strings.Fields("zero one two three four five six seven eight nine")
		return each(d, func(c rune) string { return one(r, odd[c-'0'], names[c-'0']) }, " ")
	}},
	{"look-alikes throughout", func(r *rand.Rand, d string) string {
		m := one(r, "-", ".", "~", "_")
		return one(r, "text ", "cell ") + strings.NewReplacer("0", "O", "1", "I", "2", "Z", "5", "S", "8", "B").Replace(area(d)+m+exchange(d)+m+line(d))
	}},
	{"look-alikes on end", func(r *rand.Rand, d string) string { return strings.NewReplacer("0", "O", "1", "l").Replace(d) }},
	{"spaced groups", func(r *rand.Rand, d string) string {
		split := func(s string) string { return strings.Join(strings.Split(s, ""), " ") }
		m := one(r, " - ", "-", "   ", " . ", ") ", " / ")
		return split(area(d)) + m + split(exchange(d)) + m + split(line(d))
	}},
	{"keycaps", func(r *rand.Rand, d string) string {
		return each(d, func(c rune) string { return string(c) + "\ufe0f\u20e3" }, one(r, "", " "))
	}},
	{"circled", func(r *rand.Rand, d string) string {
		base := one(r, "①", "❶", "➀", "➊", "⓵")
		first := []rune(base)[0]
		return each(d, func(c rune) string {
			if c == '0' {
				return one(r, "⓪", "⓿")
			}
			return string(first + c - '1')
		}, one(r, "", " ", "-"))
	}},
	{"full width", func(r *rand.Rand, d string) string { return shifted(r, d, '０') }},
	{"mathematical", func(r *rand.Rand, d string) string { return shifted(r, d, []rune("𝟎𝟘𝟢𝟬𝟶")[r.IntN(5)]) }},
	{"zero width", func(r *rand.Rand, d string) string {
		z := one(r, "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200c")
		if r.IntN(2) == 0 {
			return each(d, func(c rune) string { return string(c) }, z)
		}
		return area(d) + z + "-" + exchange(d)[:1] + z + exchange(d)[1:] + "-" + line(d)[:2] + z + line(d)[2:]
	}},
	{"look-alikes", func(r *rand.Rand, d string) string {
		alike := map[byte][]string{'0': {"O", "o", "Q"}, '1': {"I", "l", "i"}, '2': {"Z"}, '5': {"S"}, '8': {"B"}, '6': {"G", "b"}, '9': {"g", "q"}}
		var b strings.Builder
		left := 1 + r.IntN(4)
		for i := range len(d) {
			if i == 3 || i == 6 {
				b.WriteString(one(r, " ", "-", " ", "."))
			}
			if a := alike[d[i]]; a != nil && left > 0 && r.IntN(2) == 0 {
				b.WriteString(one(r, a...))
				left--
			} else {
				b.WriteByte(d[i])
			}
		}
		return b.String()
	}},
	{"words", func(r *rand.Rand, d string) string { return words(r, d, english, one(r, " ", "-", " ", ", ", ".")) }},
	{"glued words", func(r *rand.Rand, d string) string {
		s := one(r, "", " ", "-")
		return words(r, area(d), english, "") + s + words(r, exchange(d), english, "") + s + words(r, line(d), english, "")
	}},
	{"words and digits", func(r *rand.Rand, d string) string { return someWords(r, d, english, one(r, " ", "", "-", " ")) }},
	{"teens and tens", func(r *rand.Rand, d string) string {
		return one(r, numerals(area(d)), words(r, area(d), english, " "), english[d[0]-'0']+" "+twoDigits(d[1:3], englishTens)) + " " +
			one(r, numerals(exchange(d)), words(r, exchange(d), english, " "), english[d[3]-'0']+" "+twoDigits(d[4:6], englishTens)) + " " +
			twoDigits(d[6:8], englishTens) + one(r, " ", " ", ", ") + twoDigits(d[8:], englishTens)
	}},
	{"repeats", func(r *rand.Rand, d string) string { return repeats(d, one(r, " ", " ", ", "), r.IntN(2) == 0) }},
	{"hundreds", func(r *rand.Rand, d string) string {
		return english[d[0]-'0'] + " hundred " + one(r, "", "and ") + twoDigits(d[1:3], englishTens) + one(r, " ", ", ") + english[d[3]-'0'] + " " + twoDigits(d[4:6], englishTens) + " " + words(r, line(d), english, " ")
	}},
	{"spanish", func(r *rand.Rand, d string) string { return words(r, d, spanish, one(r, " ", " ", "-", ", ")) }},
	{"spanish tens", func(r *rand.Rand, d string) string {
		return words(r, area(d), spanish, " ") + " " + words(r, exchange(d), spanish, " ") + " " + spanishTens(d[6:8]) + " " + spanishTens(d[8:])
	}},
	{"mixed languages", func(r *rand.Rand, d string) string {
		out := make([]string, len(d))
		for i := range len(d) {
			out[i] = one(r, english[d[i]-'0'], spanish[d[i]-'0'], d[i:i+1])
		}
		return strings.Join(out, one(r, " ", "-"))
	}},
	{"split by words", func(r *rand.Rand, d string) string {
		filler := func() string {
			return one(r, " then ", " baby ", " and then ", " call ", " hun ", " text me ", " ok ", " dash ", " plus ", " next ", " sweetie ")
		}
		return area(d) + filler() + exchange(d) + filler() + line(d)
	}},
	{"split by lines", func(r *rand.Rand, d string) string {
		s := one(r, "\n", "\n\n", " \n", "\r\n")
		return one(r, area(d)+s+exchange(d)+s+line(d), area(d)+s+exchange(d)+"-"+line(d), strings.Join(strings.Split(d, ""), "\n"))
	}},
	{"split by emoji", func(r *rand.Rand, d string) string {
		e := one(r, "😘", "💋", "❤️", "🔥", "📞", "🌹🌹", "✨", " 💕 ", "👉", "🍒 ")
		return one(r, area(d)+e+exchange(d)+e+line(d), each(d, func(c rune) string { return string(c) }, e))
	}},
	{"extension", func(r *rand.Rand, d string) string {
		return area(d) + "-" + exchange(d) + "-" + line(d) + one(r, " ext. ", " x", "x", " ext ", " Ext: ", " extension ") + fmt.Sprint(10+r.IntN(9000))
	}},
}

func one(r *rand.Rand, of ...string) string { return of[r.IntN(len(of))] }

func area(d string) string     { return d[:3] }
func exchange(d string) string { return d[3:6] }
func line(d string) string     { return d[6:] }
func numerals(d string) string { return d }

func each(d string, f func(rune) string, sep string) string {
	out := make([]string, 0, len(d))
	for _, c := range d {
		out = append(out, f(c))
	}
	return strings.Join(out, sep)
}

// shifted writes digits in another block of Unicode.
func shifted(r *rand.Rand, d string, zero rune) string {
	up := func(s string) string { return each(s, func(c rune) string { return string(zero + c - '0') }, "") }
	return one(r, up(d), up(area(d))+"-"+up(exchange(d))+"-"+up(line(d)), up(area(d))+" "+up(exchange(d))+" "+up(line(d)))
}

var (
	english     = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
	spanish     = []string{"cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"}
	englishTens = []string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
	teens       = []string{"ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}
	spanishTen  = []string{"", "", "veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"}
	quince      = []string{"diez", "once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve"}
)

func words(r *rand.Rand, d string, in []string, sep string) string {
	style := r.IntN(3)
	oh := one(r, "zero", "oh", "o")
	return each(d, func(c rune) string {
		w := in[c-'0']
		if c == '0' && in[0] == "zero" && sep != "" {
			w = oh
		}
		switch style {
		case 1:
			return strings.ToUpper(w)
		case 2:
			return strings.ToUpper(w[:1]) + w[1:]
		}
		return w
	}, sep)
}

func someWords(r *rand.Rand, d string, in []string, sep string) string {
	out := make([]string, len(d))
	for i := range len(d) {
		out[i] = d[i : i+1]
		if r.IntN(2) == 0 || i == 4 {
			out[i] = in[d[i]-'0']
		}
	}
	return strings.Join(out, sep)
}

func twoDigits(d string, tens []string) string {
	switch {
	case d[0] == '0':
		return "oh " + english[d[1]-'0']
	case d[0] == '1':
		return teens[d[1]-'0']
	case d[1] == '0':
		return tens[d[0]-'0']
	}
	return tens[d[0]-'0'] + " " + english[d[1]-'0']
}

func spanishTens(d string) string {
	switch {
	case d[0] == '0':
		return "cero " + spanish[d[1]-'0']
	case d[0] == '1':
		return quince[d[1]-'0']
	case d[1] == '0':
		return spanishTen[d[0]-'0']
	case d[0] == '2':
		return "veinti" + spanish[d[1]-'0']
	}
	return spanishTen[d[0]-'0'] + " y " + spanish[d[1]-'0']
}

func repeats(d, sep string, asWords bool) string {
	var out []string
	for i := 0; i < len(d); {
		n := 1
		for i+n < len(d) && d[i+n] == d[i] && n < 3 {
			n++
		}
		w := d[i : i+1]
		if asWords {
			w = english[d[i]-'0']
		}
		switch n {
		case 2:
			w = "double " + w
		case 3:
			w = "triple " + w
		}
		out = append(out, w)
		i += n
	}
	return strings.Join(out, sep)
}

// carriers are the texts in which a number, %s, stands.
var carriers = []string{
	"Call me %s", "call %s anytime", "Sweet and new in town! text %s for details", "%s", "%s call now", "new girl, 22 yrs, 5'4 120 lbs, $100 hh $180 hr, %s",
	"Reach the crew leader at %s before 6 am.", "Suspect uses %s to arrange rides.", "Victim was told to phone %s, ask for Mia.", "my number is %s no texts after 10:30 pm",
	"In/out calls 24/7 %s", "Need pickers, $12.50 per hour, housing free. Llama al %s", "On 3/14/2024 the caller left %s as a callback number.", "hmu %s xoxo",
	"Case 24-1182: ad lists %s and a motel on Route 20A.", "contact: %s", "Serious only %s no blocked numbers", "WhatsApp %s", "%s ask for Lily, 25 years old", "Driver's cell is %s; plate KAB-1042.",
	"Im 21 %s", "my number is %s im 21", "age 22 %s in calls only", "$80 special %s", "80 roses hh 140 hr %s upscale only", "%s 100hh 150hr", "%s 5'6 125 36c", "Room 12, %s", "%s 22 yrs young", "ask 4 Mia %s",
	"2 girls %s 2girls", "%s $100", "Seen 9/12/2023 at 6211 State Route 19, gave %s as contact", "%s, NY 14569", "ages 18 and 19. Number: %s. Plate PA KAB1042", "new in town %s :) 💋", "available now!! %s!!",
	"email lily at example dot com or %s", "a white Ford Transit (%s on the door) parked at 12 Main St", "%s\n100%% real", "Tel. %s",
}
