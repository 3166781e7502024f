package phonetext

import (
	"fmt"
	"math/rand/v2"
)

// decoys are texts with figures and without a telephone number, by what the figures are.
var decoys = []struct {
	name  string
	write func(r *rand.Rand) string
}{
	{"prices", func(r *rand.Rand) string {
		return fmt.Sprintf(one(r, "$%d %d %d %d", "Specials $%d hh $%d hr, $%d two hours, overnight %d", "rates: %d/%d/%d/%d roses", "%d roses 30 min %d hr %d 2hr %d night", "paid $%d.00 then $%d.50, $%d and $%d"),
			60+10*r.IntN(5), 200+10*r.IntN(9), 300+10*r.IntN(9), 1000+100*r.IntN(30))
	}},
	{"times and dates", func(r *rand.Rand) string {
		return fmt.Sprintf(one(r, "open 9:%02d am until the 4th, then %d:30 - 8:00 on 12/%02d/2023", "between 10:%02d and 11:45 on 0%d/1%d/2024", "2024-04-%02d 0%d:0%d PM", "Mon-Fri 9-5, %d-%d-%d, closed 12-25", "20240%02d 08:%d0 to 20240112 09:3%d"),
			10+r.IntN(18), 1+r.IntN(8), 1+r.IntN(8))
	}},
	{"case numbers", func(r *rand.Rand) string {
		return fmt.Sprintf(one(r, "Case %d", "case no. %d was opened", "Docket #%d", "incident number %d", "see case #: %d for more", "Case ID %d assigned", "complaint %d", "report no %d"), 2000000000+r.IntN(1e9)+r.IntN(7e9-1e9))
	}},
	{"tracking numbers", func(r *rand.Rand) string {
		return fmt.Sprintf(one(r, "tracking 9400 1%03d 9922 3344 5566 77", "UPS 1Z999AA10%09d", "FedEx tracking no. 7%011d", "tracking number 61%010d", "USPS 94001118992233%08d"), r.IntN(1000))
	}},
	{"licences", func(r *rand.Rand) string {
		return fmt.Sprintf(one(r, "driver's license %d %03d %d", "licence no %d%03d%04d", "NY license %d-%03d-%04d", "DL# %d %03d %d"), 200+r.IntN(700), r.IntN(1000), 200+r.IntN(700))
	}},
	{"accounts", func(r *rand.Rand) string {
		return fmt.Sprintf(one(r, "account %d", "acct no. %d", "account number: %d at the bank", "checking account ending in %d", "routing 021000021 account %d"), 2000000000+r.IntN(7e9))
	}},
	{"cards", func(r *rand.Rand) string {
		return fmt.Sprintf(one(r, "card 4111 1111 %04d %04d", "visa 4111-1111-%04d-%04d", "debit card 5500%04d%04d0004"), r.IntN(1e4), r.IntN(1e4))
	}},
	{"social security", func(r *rand.Rand) string {
		return fmt.Sprintf(one(r, "SSN %03d-%02d-%04d", "ssn %03d %02d %04d", "social security number %03d%02d%04d", "SSN: %03d-%02d-%04d DOB 4/5/1990"), 200+r.IntN(500), 10+r.IntN(80), 1000+r.IntN(8999))
	}},
	{"vehicle numbers", func(r *rand.Rand) string {
		return fmt.Sprintf(one(r, "VIN 1FTFW1ET5DFC%05d", "VIN: 2HGES16575H%06d", "plate KAB-%04d and PBM %04d", "1HGCM82633A%06d"), r.IntN(1e4))
	}},
	{"postal codes", func(r *rand.Rand) string {
		return fmt.Sprintf(one(r, "Warsaw NY 14569-%04d", "%04d Main St, Buffalo, NY 14202-1234", "6211 State Route 19, Warsaw, NY 14569 box %d", "ZIP 14052-%04d, 14569-5855"), 1000+r.IntN(8999))
	}},
	{"isbn", func(r *rand.Rand) string {
		return fmt.Sprintf(one(r, "ISBN 978-0-306-%05d-7", "ISBN 0-306-%05d-2", "isbn 9780306%05d7", "ISBN-10: 2306%05d2"), 10000+r.IntN(89999))
	}},
	{"addresses of machines", func(r *rand.Rand) string {
		return fmt.Sprintf(one(r, "login from 192.168.%d.%d", "IP 212.%d.100.%d", "server 10.%d.0.%d:8080", "http://x.example/post/585%03d%04d"), r.IntN(255), r.IntN(255))
	}},
	{"bodies", func(r *rand.Rand) string {
		return fmt.Sprintf(one(r, "5'%d\" 12%d lbs 34-24-36 brown hair", "height 5 %d weight 1%d0 age 22 36 26 36", "5ft %din 1%d5 pounds 34c-24-36", "5'%d 1%d5lbs, 34D 24 34, 21yo"), r.IntN(11), r.IntN(9))
	}},
	{"coordinates", func(r *rand.Rand) string {
		return fmt.Sprintf(one(r, "42.%04d, -78.%04d", "seen at 42.77%04d,-78.13%04d", "lat 42.%04d lon -78.%04d", "GPS 42.%03d -78.%03d"), 1000+r.IntN(8999), 1000+r.IntN(8999))
	}},
	{"ages", func(r *rand.Rand) string {
		return fmt.Sprintf(one(r, "girls 18, 19, 21, 22, %d and %d", "ages %d to %d, twelve workers in 3 rooms", "men %d-%d, 4 or 5 women, ages 20 25 30 35", "a %d year old and a %d yr old, 2 kids 5 and 7"), 23+r.IntN(20), 30+r.IntN(20))
	}},
	{"prose", func(r *rand.Rand) string {
		return fmt.Sprintf(one(r, "one of the two girls paid five hundred dollars for three nights in room %d", "two men and four women lived in one trailer with six beds, %d of them new", "they worked seven days, ten to twelve hours, for eight dollars, %d in all",
			"one two three four five six seven eight nine ten, %d times", "uno dos tres cuatro cinco %d"), 2+r.IntN(30))
	}},
	{"orders", func(r *rand.Rand) string {
		return fmt.Sprintf(one(r, "order no. %d", "invoice %d", "confirmation number %d", "policy # %d", "claim %d filed", "serial %d", "badge %d", "permit no. %d"), 2000000000+r.IntN(7e9))
	}},
	{"references", func(r *rand.Rand) string {
		return fmt.Sprintf(one(r, "reservation # %d", "MTCN %d", "bates %d", "DL# %d", "CR# 585-%d", "user %d", "NYSID %d", "transaction %d"), 2000000000+r.IntN(7e9))
	}},
	{"seven digits", func(r *rand.Rand) string {
		return fmt.Sprintf(one(r, "378-%04d", "apt 4, 378 %04d", "the 555-%04d line"), r.IntN(1e4))
	}},
	{"quantities", func(r *rand.Rand) string {
		return fmt.Sprintf(one(r, "1,2%02d,567,890 dollars", "populations 585,%03d and 716,200", "%d%% of 2500 workers, 40 hours, 300 miles", "12%02d 7/8 - 14 12/34 - 5"), 10+r.IntN(89))
	}},
}
