package normalize

import (
	"fmt"
	"time"
)

// A Day is a calendar day as a count of days, 1 for 0001-01-01. The zero value
// means that the day is not known. Days compare and subtract as whole numbers.
type Day int32

// secondsPerDay is exact: time.Date in UTC knows no leap seconds.
const secondsPerDay = 24 * 60 * 60

var dayZero = time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).Unix() - secondsPerDay

// DayOf returns the day of a date; months and days out of range roll over as
// in [time.Date].
func DayOf(year int, month time.Month, day int) Day {
	return Day((time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() - dayZero) / secondsPerDay)
}

// IsZero reports whether the day is unknown.
func (d Day) IsZero() bool { return d == 0 }

// Time returns midnight UTC of the day, and the zero time if it is unknown.
func (d Day) Time() time.Time {
	if d == 0 {
		return time.Time{}
	}
	return time.Unix(int64(d)*secondsPerDay+dayZero, 0).UTC()
}

// String returns the day as YYYY-MM-DD, and "" if it is unknown.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// MarshalText returns the same as String.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads YYYY-MM-DD, or nothing for an unknown day.
func (d *Day) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = 0
		return nil
	}
	t, err := time.Parse(time.DateOnly, string(text))
	if err != nil {
		return fmt.Errorf("day: expected YYYY-MM-DD")
	}
	*d = DayOf(t.Date())
	return nil
}
