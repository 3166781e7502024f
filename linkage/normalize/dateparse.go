package normalize

import (
	"strings"
	"time"
)

// A DateValue is the day, or days, that a text names.
type DateValue struct {
	From, To Day   // first and last of All
	All      []Day // in the order in which they stand
	remarks
}

// Key returns the first and last day: "2023-04-03", "2012-10-01/2012-12-28".
func (d DateValue) Key() string {
	if d.From == d.To {
		return d.From.String()
	}
	return d.From.String() + "/" + d.To.String()
}

// Display returns the same as Key.
func (d DateValue) Display() string { return d.Key() }

// String returns the same as Key.
func (d DateValue) String() string { return d.Key() }

// A DateOrder says what comes first where a date could be read in two ways.
type DateOrder uint8

// The orders.
const (
	MonthFirst DateOrder = iota // 4/3/2023 is April 3, as in the United States
	DayFirst                    // 4/3/2023 is March 4
)

// Date is [DateIn] in the order of the United States.
func Date(raw string) (DateValue, error) { return DateIn(raw, MonthFirst) }

// maxDateText bounds what is read of a cell, in bytes; maxDates the days in it.
const (
	maxDateText = 4096
	maxDates    = 64
)

// DateIn returns the day or days in raw: "4/3/2023", "4/3/23", "2023-04-03",
// "Apr 3 2023", "3 de abril de 2023", "20230403", a serial number of a workbook
// ("45019"), each with or without a time of day, and several in one text
// ("10/1/2012Amended 12/28/2012").
//
// Where the first number cannot be a month it is the day, with a note. A month
// without a day is its first day, with an issue. Two digits of a year mean
// 1930 to 2029. What cannot be a date, such as a day that its month has not, is an
// issue; it fails where no day is left. It takes about 0.1 µs for one date.
func DateIn(raw string, order DateOrder) (DateValue, error) {
	p := dateParser{text: raw, order: order}
	switch {
	case len(raw) > maxDateText:
		return p.fail("the text is too long for a date")
	case strings.TrimSpace(raw) == "":
		return p.fail("nothing is written")
	}
	if !p.serial() {
		p.scan()
	}
	if len(p.value.All) == 0 {
		if len(p.value.issues) > 0 {
			return p.fail(p.value.issues[0])
		}
		return p.fail("no date was found")
	}
	p.value.From, p.value.To = p.value.All[0], p.value.All[0]
	for _, d := range p.value.All {
		p.value.From, p.value.To = min(p.value.From, d), max(p.value.To, d)
	}
	return p.value, nil
}

func (p *dateParser) fail(reason string) (DateValue, error) {
	p.value.doubt(reason)
	return DateValue{remarks: p.value.remarks}, &Error{
		Kind: "date", Reason: reason, Hint: "write a date as 4/3/2023 or 2023-04-03",
	}
}

// A dateParser reads the dates of one text.
type dateParser struct {
	text  string
	pos   int
	order DateOrder
	value DateValue
}

// firstShortYear is the year that two digits mean at the least. The window is
// fixed and does not move with the clock: dates of birth and of cases from 1930 to 2029.
const firstShortYear = 1930

// fullYear returns the year that its digits mean.
func fullYear(year, digits int) int {
	if digits > 2 {
		return year
	}
	year += firstShortYear / 100 * 100
	if year < firstShortYear {
		year += 100
	}
	return year
}

// firstYear and lastYear bound the years that a case file can speak of.
const (
	firstYear = 1800
	lastYear  = 2199
)

// add adds a day, if there is such a day.
func (p *dateParser) add(year, month, day int) bool {
	if year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		p.value.doubt("a date that does not exist")
		return false
	}
	if len(p.value.All) == maxDates {
		p.value.doubt("more dates than are read of one text")
		return false
	}
	p.value.All = append(p.value.All, DayOf(year, time.Month(month), day))
	return true
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// Serials of workbooks are days since December 30, 1899; these are 1930 and 2100.
const (
	firstSerial = 10959
	lastSerial  = 73050
)

// serial reads a text that is one number without any mark: a serial of a
// workbook, or year, month and day in eight, twelve or fourteen digits.
func (p *dateParser) serial() bool {
	text := strings.TrimSpace(p.text)
	whole, fraction, _ := strings.Cut(text, ".")
	if !allDigits(whole) || fraction != "" && !allDigits(fraction) {
		return false
	}
	number := digitsValue(whole)
	switch {
	case len(whole) == 5 && number >= firstSerial && number <= lastSerial:
		p.value.All = append(p.value.All, DayOf(1899, time.December, 30)+Day(number))
		p.value.note("a serial number of a workbook")
	case (len(whole) == 8 || len(whole) == 12 || len(whole) == 14) && fraction == "":
		p.compact(whole)
	case len(whole) == 4 && fraction == "" && number >= firstYear && number <= lastYear:
		if p.add(number, 1, 1) {
			p.value.doubt("only a year: its first day")
		}
	}
	return true
}

// compact reads 20230403, or 04032023 where the other is no date.
func (p *dateParser) compact(digits string) {
	a, b := digitsValue(digits[:2]), digitsValue(digits[2:4])
	year, month, day := digitsValue(digits[:4]), digitsValue(digits[4:6]), digitsValue(digits[6:8])
	if year >= firstYear && year <= lastYear && month >= 1 && month <= 12 {
		p.add(year, month, day)
		return
	}
	p.numeric(a, b, digitsValue(digits[4:8]))
}

// numeric adds a date of three numbers, the year last.
func (p *dateParser) numeric(a, b, year int) {
	month, day := a, b
	if p.order == DayFirst {
		month, day = b, a
	}
	if month > 12 && day <= 12 {
		month, day = day, month
		p.value.note("the numbers fit only in the other order of day and month")
	}
	p.add(year, month, day)
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// digitsValue returns the number that digits write; nine digits at the most.
func digitsValue(s string) int {
	n := 0
	for i := 0; i < len(s) && i < 9; i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
