package casegen

import (
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// A TableProfile makes a table of records for tflink resolve: several rows a
// person, business or place, with errors, and rows that look like another's and are not.
type TableProfile struct {
	Name  string
	About string
	Kind  string // of the rows that do not say: "person" or "business"
	make  func(*tableMaker)
}

// TableProfiles are the tables that [WriteTable] can make.
var TableProfiles = []TableProfile{
	{"people", "people with name, birth, address, phone and e-mail, 1 to 5 rows each, families and namesakes among them", "person", (*tableMaker).people},
	{"parties", "people and organisations with many identifiers in one wide table, father and son, twins, shared phones", "person", (*tableMaker).parties},
	{"sites", "licensed sites of agencies, from several sources, suites, shared phones and chains", "business", (*tableMaker).sites},
}

// A RecordTable is a table with its truth: the entity of each row.
type RecordTable struct {
	Header []string
	Rows   [][]string
	Truth  []int
}

// Table makes the table of a profile with about o.Cases rows, shuffled, with an id
// in the first column. Same options, same rows.
func Table(o Options) (*RecordTable, error) {
	for _, p := range TableProfiles {
		if p.Name != o.Profile {
			continue
		}
		m := &tableMaker{r: newRand(o.Seed, 11), rows: o.Cases, given: namePool(normalize.GivenNames()), surnames: namePool(normalize.Surnames())}
		p.make(m)
		m.r.Shuffle(len(m.out.Rows), func(i, j int) {
			m.out.Rows[i], m.out.Rows[j] = m.out.Rows[j], m.out.Rows[i]
			m.out.Truth[i], m.out.Truth[j] = m.out.Truth[j], m.out.Truth[i]
		})
		for i, row := range m.out.Rows {
			row[0] = fmt.Sprintf("R%07d", i+1)
		}
		return &m.out, nil
	}
	return nil, fmt.Errorf("casegen: no table profile is called %q", o.Profile)
}

// WriteTable writes the table to dir/data/records.csv and the truth to dir/truth.csv.
func WriteTable(dir string, o Options) error {
	t, err := Table(o)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(dir, "data"), 0o755); err != nil {
		return err
	}
	if err := writeFile(filepath.Join(dir, "data", "records.csv"), func(w io.Writer) error {
		c := csv.NewWriter(w)
		c.Write(t.Header) // the first failure stays in the buffer until WriteAll
		return c.WriteAll(t.Rows)
	}); err != nil {
		return err
	}
	return writeFile(filepath.Join(dir, "truth.csv"), func(w io.Writer) error {
		c := csv.NewWriter(w)
		c.Write([]string{"record", "entity"})
		for i, row := range t.Rows {
			c.Write([]string{row[0], fmt.Sprint(t.Truth[i])})
		}
		c.Flush()
		return c.Error()
	})
}

// tableMaker makes the rows of a table.
type tableMaker struct {
	r        *rand.Rand
	rows     int // wanted
	given    pool
	surnames pool
	out      RecordTable
}

// full reports whether the table has its rows.
func (m *tableMaker) full() bool { return len(m.out.Rows) >= m.rows }

// emit adds a row of an entity.
func (m *tableMaker) emit(entity int, cells map[string]string) {
	row := make([]string, len(m.out.Header))
	for i, h := range m.out.Header {
		row[i] = cells[h]
	}
	m.out.Rows = append(m.out.Rows, row)
	m.out.Truth = append(m.out.Truth, entity)
}

// copies draws how many rows an entity has: two on average, five at most.
func (m *tableMaker) copies() int { return 1 + m.pick(40, 27, 17, 10, 6) }

// pick draws an index by weight.
func (m *tableMaker) pick(weights ...int) int {
	sum := 0
	for _, w := range weights {
		sum += w
	}
	x := m.r.IntN(sum)
	for i, w := range weights {
		if x -= w; x < 0 {
			return i
		}
	}
	return len(weights) - 1
}

// chance reports true in percent of 100 draws.
func (m *tableMaker) chance(percent float64) bool { return m.r.Float64()*100 < percent }

func (m *tableMaker) one(list []string) string { return list[m.r.IntN(len(list))] }

// A pool draws names by how common they are.
type pool struct {
	names []string
	upTo  []float64
}

func namePool(shares []normalize.NameShare) pool {
	var p pool
	sum := 0.0
	for _, s := range shares {
		sum += s.Share
		p.names, p.upTo = append(p.names, s.Name), append(p.upTo, sum)
	}
	return p
}

func (p *pool) draw(r *rand.Rand) string {
	i := sort.SearchFloat64s(p.upTo, r.Float64()*p.upTo[len(p.upTo)-1])
	return capital(p.names[min(i, len(p.names)-1)])
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// surname draws a surname; one in eight is one that no list has.
func (m *tableMaker) surname() string {
	if !m.chance(12) {
		return m.surnames.draw(m.r)
	}
	onsets := []string{"b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "sch", "st", "t", "v", "w", "z"}
	vowels := []string{"a", "e", "i", "o", "u", "ie", "ou", "ei"}
	ends := []string{"n", "r", "l", "ck", "ng", "s", "tz", "nd", "m", "rt"}
	tails := []string{"", "", "er", "ski", "ov", "sen", "ton", "ley", "man", "ez", "i", "o", "berg", "ini"}
	s := m.one(onsets) + m.one(vowels) + m.one(ends)
	if m.chance(40) {
		s += m.one(vowels) + m.one(ends)
	}
	return capital(s + m.one(tails))
}

// typo makes one slip of the pen behind the first letter.
func (m *tableMaker) typo(s string) string {
	if len(s) < 3 {
		return s
	}
	b := []byte(s)
	i := 1 + m.r.IntN(len(b)-1)
	switch m.r.IntN(4) {
	case 0:
		b[i] = other(m.r, b[i])
	case 1:
		return string(b[:i]) + string(b[i+1:])
	case 2:
		return string(b[:i+1]) + string(b[i:])
	default:
		j := max(1, i-1)
		b[i], b[j] = b[j], b[i]
	}
	return string(b)
}

// A tableAddress is where somebody lives or works.
type tableAddress struct{ number, street, unit, town, zip string }

func (m *tableMaker) address() tableAddress {
	t := m.town()
	a := tableAddress{number: fmt.Sprint(1 + m.r.IntN(1999)), town: t.Name, zip: t.ZIP}
	a.street = m.one(streetNames) + " " + streetSuffixes[m.r.IntN(len(streetSuffixes))][0]
	if m.chance(15) {
		a.unit = m.one([]string{"Apt ", "Unit ", "Apt. "}) + fmt.Sprint(1+m.r.IntN(40))
	}
	return a
}

// town draws a town, big ones more often.
func (m *tableMaker) town() Town {
	k := Counties[int(m.r.Float64()*m.r.Float64()*float64(len(Counties)))]
	return k.Towns[m.r.IntN(len(k.Towns))]
}

// line writes the street as offices do, with the suffix spelt out or not.
func (m *tableMaker) line(a tableAddress) string {
	street := a.street
	if m.chance(40) {
		for _, s := range streetSuffixes {
			if head, ok := strings.CutSuffix(street, s[0]); ok {
				street = head + s[1+m.r.IntN(2)]
			}
		}
	}
	if a.unit != "" && m.chance(80) {
		return a.number + " " + street + " " + a.unit
	}
	return a.number + " " + street
}

func (m *tableMaker) whole(a tableAddress) string {
	return m.line(a) + ", " + a.town + ", NY " + a.zip
}

func (m *tableMaker) phone() string {
	return fmt.Sprintf("%s55%d%04d", m.one(areaCodes), m.r.IntN(10), m.r.IntN(10000))
}

// written writes ten digits as offices do.
func (m *tableMaker) written(phone string) string {
	if len(phone) != 10 {
		return phone
	}
	switch m.r.IntN(4) {
	case 0:
		return phone
	case 1:
		return "(" + phone[:3] + ") " + phone[3:6] + "-" + phone[6:]
	case 2:
		return phone[:3] + "." + phone[3:6] + "." + phone[6:]
	}
	return phone[:3] + "-" + phone[3:6] + "-" + phone[6:]
}

// digits draws so many digits.
func (m *tableMaker) digits(n int) string {
	var b strings.Builder
	for range n {
		b.WriteByte(byte('0' + m.r.IntN(10)))
	}
	return b.String()
}

// wrongDigit changes one digit of a number.
func (m *tableMaker) wrongDigit(s string) string {
	b := []byte(s)
	for range 20 {
		if i := m.r.IntN(max(1, len(b))); i < len(b) && isDigit(b[i]) {
			b[i] = other(m.r, b[i])
			break
		}
	}
	return string(b)
}
