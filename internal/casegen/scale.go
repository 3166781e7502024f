package casegen

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// ScaleProfile is the name of the profile that [WriteScale] writes.
const ScaleProfile = "scale"

const (
	// scaleBlock is how many cases are planned and shuffled at a time: memory does
	// not grow with the corpus, and a ring's cases lie up to a block apart.
	scaleBlock = 50_000
	// A block has its rings of 2 to 8 cases in 40 % of its cases and two hubs of
	// about 200: rare enough that the work is in the reading, not in the hubs.
	scaleRingCases  = scaleBlock * 4 / 10
	scaleRingMax    = 8
	scaleHubs       = 2
	scaleHubCases   = 200
	scaleHubVisits  = 50 // one in so many of a ring's cases without a phone of its own is at a hub
	scaleHeader     = "Case Number,County,Incident Date,Offense,Phone,License Plate,State,Business,Street Address,City,ZIP,Officer,Agency\n"
	scaleYears      = 3
	scaleRow        = 160 // bytes, a little more than the average
	scaleExchanges  = 10  // 550 to 559: exchange 555 alone has too few numbers for eight million cases
	firstExchange   = 550
	scaleStreetRoom = 8999
)

// WriteScale streams cases for measurements of time and memory to dir/data in the
// given number of files, and the truth to dir/truth.csv: phones, plates, firms
// and addresses in columns, about 145 bytes a case, rings of 2 to 8 cases and
// few hubs, nothing misspelt. Its memory does not depend on the number of cases.
func WriteScale(dir string, o Options, files int) (err error) {
	if files < 1 || files > len(Counties) {
		return fmt.Errorf("casegen: %d files; from 1 to %d are possible", files, len(Counties))
	}
	outs, err := openScale(dir, files)
	defer func() {
		for _, out := range outs {
			err = errors.Join(err, out.Flush(), out.file.Close())
		}
	}()
	if err != nil {
		return err
	}
	s, truth := newScale(o), outs[files]
	for done := 0; done < o.Cases; done += scaleBlock {
		s.block(min(scaleBlock, o.Cases-done))
		for i := range s.plan {
			c := &s.plan[i]
			outs[c.county*files/len(Counties)].Write(s.appendRow(c, done+i+1))
			truth.Write(s.appendTruth(c, done+i+1)) // the first failure stays in the buffer until Flush
		}
	}
	return nil
}

// A scaleFile is a file being written.
type scaleFile struct {
	*bufio.Writer
	file *os.File
}

// openScale creates the data files and, last, the truth, with their headers. On
// failure it returns what it opened, to be closed.
func openScale(dir string, files int) ([]scaleFile, error) {
	if err := os.MkdirAll(filepath.Join(dir, "data"), 0o755); err != nil {
		return nil, err
	}
	var outs []scaleFile
	for i := range files + 1 {
		path, head := filepath.Join(dir, "data", fmt.Sprintf("cases-%02d.csv", i+1)), scaleHeader
		if i == files {
			path, head = filepath.Join(dir, "truth.csv"), "case,cluster\n"
		}
		f, err := os.Create(path)
		if err != nil {
			return outs, err
		}
		out := scaleFile{bufio.NewWriterSize(f, 1<<20), f}
		out.WriteString(head)
		outs = append(outs, out)
	}
	return outs, nil
}

// A scaleCase is a case by the numbers of its values; 0 is none.
type scaleCase struct {
	county, day                    int
	ring                           int
	phone, plate, business, street uint64
}

type scale struct {
	r                                  *rand.Rand
	phones, plates, businesses, places sequence
	hubs                               [][2]uint64 // phone and address of the block's hubs
	plan                               []scaleCase
	rings                              int
	dates                              []string
	line                               []byte
}

func newScale(o Options) *scale {
	r := newRand(o.Seed, 3)
	s := &scale{r: r, line: make([]byte, 0, 2*scaleRow)}
	s.phones = newSequence(uint64(len(areaCodes)*scaleExchanges*exchangeLines), r.Uint64())
	s.plates = newSequence(plateRoom, r.Uint64())
	s.businesses = newSequence(uint64(len(familyNames)*len(firmWords)*len(firmNouns)*len(firmTrades)), r.Uint64())
	s.places = newSequence(uint64(len(Counties)*len(streetNames)*len(streetSuffixes)*scaleStreetRoom), r.Uint64())
	for d := range 365 * scaleYears {
		s.dates = append(s.dates, firstDay.AddDate(0, 0, d).Format(time.DateOnly))
	}
	return s
}

// block plans n cases and shuffles them.
func (s *scale) block(n int) {
	s.plan = s.plan[:0]
	s.hubs = s.hubs[:0]
	for range max(1, n*scaleHubs/scaleBlock) {
		s.hubs = append(s.hubs, [2]uint64{s.phones.next() + 1, s.places.next() + 1})
	}
	for len(s.plan) < n*scaleRingCases/scaleBlock {
		s.planRing(2 + s.r.IntN(scaleRingMax-1))
	}
	for _, hub := range s.hubs {
		for range min(scaleHubCases, n/10) {
			c := s.noise()
			c.phone, c.street = hub[0], hub[1]
			s.plan = append(s.plan, c)
		}
	}
	for len(s.plan) < n {
		s.plan = append(s.plan, s.noise())
	}
	s.plan = s.plan[:n]
	s.r.Shuffle(n, func(i, j int) { s.plan[i], s.plan[j] = s.plan[j], s.plan[i] })
}

// planRing plans cases that share a phone and a plate, each case with either or
// both and the first one with both, and some of them a firm and an address.
func (s *scale) planRing(size int) {
	s.rings++
	phone, plate, business, street := s.phones.next()+1, s.plates.next()+1, s.businesses.next()+1, s.places.next()+1
	home := s.r.IntN(len(Counties))
	for i := range size {
		c := scaleCase{ring: s.rings, county: (home + s.r.IntN(4)) % len(Counties), day: s.r.IntN(len(s.dates))}
		has := 3
		if i > 0 {
			has = 1 + s.r.IntN(3)
		}
		if has&1 != 0 {
			c.phone = phone
		}
		if has&2 != 0 {
			c.plate = plate
		}
		if s.r.IntN(4) == 0 {
			c.business = business
		}
		if s.r.IntN(2) == 0 {
			c.street = street
		}
		if c.phone == 0 && s.r.IntN(scaleHubVisits) == 0 {
			hub := pick(s.r, s.hubs)
			c.phone, c.street = hub[0], hub[1]
		}
		s.plan = append(s.plan, c)
	}
}

// noise plans a case whose values are its own.
func (s *scale) noise() scaleCase {
	c := scaleCase{county: s.r.IntN(len(Counties)), day: s.r.IntN(len(s.dates)), phone: s.phones.next() + 1}
	if s.r.IntN(2) == 0 {
		c.plate = s.plates.next() + 1
	}
	if s.r.IntN(4) == 0 {
		c.business = s.businesses.next() + 1
	}
	if s.r.IntN(3) > 0 {
		c.street = s.places.next() + 1
	}
	return c
}

func appendID(b []byte, n int) []byte {
	return strconv.AppendInt(append(b, "NY-"...), int64(10_000_000+n), 10)
}

func (s *scale) appendTruth(c *scaleCase, n int) []byte {
	b := append(appendID(s.line[:0], n), ',')
	if c.ring == 0 {
		b = appendID(b, n)
	} else {
		b = strconv.AppendInt(append(b, "ring-"...), int64(c.ring), 10)
	}
	return append(b, '\n')
}

func (s *scale) appendRow(c *scaleCase, n int) []byte {
	b := append(appendID(s.line[:0], n), ',')
	b = append(append(b, Counties[c.county].Name...), ',')
	b = append(append(b, s.dates[c.day]...), ',')
	b = append(b, [...]string{"Sex Trafficking,", "Labor Trafficking,"}[n&1]...)
	b = append(appendScalePhone(b, c.phone), ',')
	b = append(appendScalePlate(b, c.plate), ',')
	b = append(appendScaleBusiness(b, c.business), ',')
	b = append(appendScaleAddress(b, c.street), ',')
	b = append(append(b, "Inv. "...), familyNames[n%len(familyNames)]...)
	b = append(append(b, ','), Counties[c.county].Name...)
	return append(b, " County Sheriff's Office\n"...)
}

func appendScalePhone(b []byte, i uint64) []byte {
	if i--; i == ^uint64(0) {
		return b
	}
	area, rest := areaCodes[i%uint64(len(areaCodes))], i/uint64(len(areaCodes))
	b = append(append(append(b, '('), area...), ") "...)
	b = strconv.AppendUint(b, firstExchange+rest%scaleExchanges, 10)
	line := rest / scaleExchanges
	return append(b, '-', '0'+byte(line/1000), '0'+byte(line/100%10), '0'+byte(line/10%10), '0'+byte(line%10))
}

// appendScalePlate appends "KAB-1042,NY".
func appendScalePlate(b []byte, i uint64) []byte {
	if i--; i == ^uint64(0) {
		return append(b, ',')
	}
	digits, i := 1000+i%9000, i/9000
	const n = uint64(len(plateLetters))
	b = append(b, plateLetters[i%n], plateLetters[i/n%n], plateLetters[i/n/n%n], '-')
	return append(strconv.AppendUint(b, digits, 10), ",NY"...)
}

func appendScaleBusiness(b []byte, i uint64) []byte {
	if i--; i == ^uint64(0) {
		return b
	}
	for _, list := range [...][]string{familyNames, firmWords, firmNouns, firmTrades} {
		b = append(append(b, list[i%uint64(len(list))]...), ' ')
		i /= uint64(len(list))
	}
	return append(b, "LLC"...)
}

// appendScaleAddress appends "6211 Lake Road,Perry,14530".
func appendScaleAddress(b []byte, i uint64) []byte {
	if i--; i == ^uint64(0) {
		return append(b, ",,"...)
	}
	county, i := Counties[i%uint64(len(Counties))], i/uint64(len(Counties))
	name, i := streetNames[i%uint64(len(streetNames))], i/uint64(len(streetNames))
	suffix, i := streetSuffixes[i%uint64(len(streetSuffixes))][0], i/uint64(len(streetSuffixes))
	b = append(strconv.AppendUint(b, 1+i, 10), ' ')
	b = append(append(append(append(b, name...), ' '), suffix...), ',')
	town := county.Towns[0]
	return append(append(append(b, town.Name...), ','), town.ZIP...)
}
