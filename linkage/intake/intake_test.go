package intake_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/klauspost/compress/zstd"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/intake"
	"github.com/tflink/tflink/linkage/normalize"
)

// write writes a file of the given name into a folder of the test's own and returns its path.
func write(t testing.TB, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// read returns the cases that a file tells.
func read(t testing.TB, path string, o intake.Options) ([]linkage.Case, *intake.Report) {
	t.Helper()
	var cases []linkage.Case
	r, err := intake.Read(context.Background(), path, o, func(c linkage.Case) error {
		cases = append(cases, c)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return cases, r
}

// table reads a text as a file of the given name.
func table(t testing.TB, name, text string) []linkage.Case {
	t.Helper()
	cases, _ := read(t, write(t, name, []byte(text)), intake.Options{})
	return cases
}

// tell writes a case in one line: id, agency, counties, days, offense, and its mentions sorted.
func tell(c linkage.Case) string {
	var mentions []string
	for _, m := range c.Mentions {
		s := string(m.Kind) + "=" + m.Value.Key()
		if m.Role != linkage.RoleUnknown {
			s += "/" + m.Role.String()
		}
		if m.InText {
			s += "/text"
		}
		mentions = append(mentions, s)
	}
	slices.Sort(mentions)
	return fmt.Sprintf("%s|%s|%s|%s|%s|%s", c.ID, c.Agency, strings.Join(c.Counties, ","), c.From, c.Offense, strings.Join(mentions, " "))
}

// One case in many styles of header and format is the same case.
func TestStylesOfHeader(t *testing.T) {
	const want = "24-0113||36121|2024-03-04|labor|business=golden harvest farm phone=+15855550142 plate=NY KAB1042"
	for name, text := range map[string]string{
		"plain.csv": "Case Number,County,Date Opened,Offense,Phone,Plate,Plate State,Business\n24-0113,Wyoming,2024-03-04,labor trafficking,585-555-0142,KAB1042,NY,Golden Harvest Farm LLC\n",
		"caps.csv":  "CASE NO,COUNTY,OPEN DT,TYPE OF OFFENSE,PHONE NUM,LIC PLATE,LP STATE,ESTABLISHMENT\n24-0113,WYOMING,03/04/2024,LABOR TRAFFICKING,(585) 555-0142,KAB-1042,NY,\"GOLDEN HARVEST FARM, LLC\"\n",
		"tabs.tsv":  "Incident #\tCounty\tIncident Date\tOffense\tTelephone\tLicense Plate\tBusiness Name\n24-0113\tWyoming County\t3/4/2024\tLabor\t585.555.0142\tNY KAB1042\tGolden Harvest Farm\n",
		"semi.csv":  "Número de caso;Condado;Fecha;Delito;Teléfono;Placa;Negocio\n24-0113;Wyoming;2024-03-04;trata laboral (labor);585 555 0142;NY KAB1042;Golden Harvest Farm LLC\n",
		"pipes.txt": "Wyoming County Sheriff\nTips, first quarter\ncase_id|county|date_reported|offense|contact_number|plate|company\n24-0113|Wyoming|2024-03-04|labor trafficking|5855550142|NY KAB 1042|Golden Harvest Farm LLC\n",
		"list.json": `[{"caseNumber":"24-0113","county":"Wyoming","opened":"2024-03-04","offense":"labor trafficking","phone":"585-555-0142","plate":"NY KAB1042","business":"Golden Harvest Farm LLC"}]`,
		"lines.jsonl": `{"case":{"number":"24-0113","county":"Wyoming","date opened":"2024-03-04","offense":"labor trafficking"},"phones":["585-555-0142"],"vehicles":[{"plate":"KAB1042","state":"NY"}],"business":{"name":"Golden Harvest Farm LLC"}}` + "\n" +
			`{"case":{"number":"24-0114","county":"Wyoming"},"phones":["585-555-0143","585-555-0144"]}` + "\n",
	} {
		cases := table(t, name, text)
		if want := 1 + strings.Count(text, "24-0114"); len(cases) != want {
			t.Errorf("%s: %d cases, want %d", name, len(cases), want)
			continue
		}
		if got := tell(cases[0]); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", name, got, want)
		}
	}
}

const spanish = "Número de caso;Condado;Teléfono;Negocio\n24-0113;Wyoming;585-555-0142;Peña Construcción\n"

// A text in any encoding and any wrapping tells the same.
func TestEncodings(t *testing.T) {
	latin, err := charmap.Windows1252.NewEncoder().String(spanish)
	if err != nil {
		t.Fatal(err)
	}
	var wide bytes.Buffer
	wide.Write([]byte{0xff, 0xfe})
	for _, u := range utf16.Encode([]rune(spanish)) {
		wide.Write([]byte{byte(u), byte(u >> 8)})
	}
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	z.Write([]byte(spanish))
	z.Close()
	encoder, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	want := tell(table(t, "wyoming.csv", spanish)[0])
	if !strings.Contains(want, "36121") || !strings.Contains(want, "phone=+15855550142") {
		t.Fatalf("read as %s", want)
	}
	for name, content := range map[string][]byte{
		"a/bom.csv": []byte("\ufeff" + spanish), "latin.csv": []byte(latin), "wide.csv": wide.Bytes(), "z.csv.gz": zipped.Bytes(),
		"z.csv.zst": encoder.EncodeAll([]byte(spanish), nil), "crlf.csv": []byte(strings.ReplaceAll(spanish, "\n", "\r\n")),
	} {
		cases, _ := read(t, write(t, filepath.Base(name), content), intake.Options{})
		if len(cases) != 1 || tell(cases[0]) != want {
			t.Errorf("%s: %d cases: %s, want %s", name, len(cases), tell(cases[0]), want)
		}
	}
}

// The sheets of a workbook are parts of one case, and a person's phone is the person's.
func TestWorkbook(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	f.SetSheetName("Sheet1", "Cases")
	f.NewSheet("Persons")
	for i, row := range [][]any{{"Case No", "County", "Date Opened", "Plate"}, {"ER-1", "Erie", "2024-03-04", "NY KAB1042"}, {"ER-2", "Erie", "2024-03-05", "NY KAB1043"}} {
		f.SetSheetRow("Cases", fmt.Sprintf("A%d", i+1), &row)
	}
	for i, row := range [][]any{{"Case No", "Role", "Name", "DOB", "Phone"},
		{"ER-1", "Suspect", "Wade Tillotson", "5/2/1979", "585-555-0142"}, {"ER-1", "Victim", "Lorena Whitbeck", "1/1/1999", "585-555-0107"},
		{"ER-2", "Suspect", "Wade Tillotson", "5/2/1979", ""}} {
		f.SetSheetRow("Persons", fmt.Sprintf("A%d", i+1), &row)
	}
	path := filepath.Join(t.TempDir(), "erie.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	parts, report := read(t, path, intake.Options{})
	if len(report.Tables) != 2 || report.Rows != 5 {
		t.Errorf("%d tables, %d rows", len(report.Tables), report.Rows)
	}
	l, err := linkage.New(linkage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range parts {
		if err := l.Add(p); err != nil {
			t.Fatal(err)
		}
	}
	n, err := l.Link(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if n.NumCases() != 2 || n.Suppressed() != (linkage.Suppressed{People: 1, Contacts: 1, Cases: 1}) {
		t.Errorf("%d cases, left out %+v", n.NumCases(), n.Suppressed())
	}
	if e, ok := n.Entity(normalize.KindPhone, "+15855550142"); !ok || e.Sightings[0].Role != linkage.RoleSuspect || e.Sightings[0].Source.Sheet != "Persons" {
		t.Errorf("the suspect's phone: %+v", e)
	}
	if len(n.Clusters(1)) != 1 {
		t.Errorf("%d clusters, want the suspect's two cases", len(n.Clusters(1)))
	}
}

// Ids from the content stay what they are when rows move, and number equal rows.
func TestIDsFromContent(t *testing.T) {
	const header = "County,Phone,Plate\n"
	rows := []string{"Erie,585-555-0142,NY KAB1042\n", "Monroe,585-555-0143,NY KAB1043\n", "Erie,585-555-0142,NY KAB1042\n"}
	ids := func(rows ...string) []string {
		var out []string
		for _, c := range table(t, "tips.csv", header+strings.Join(rows, "")) {
			out = append(out, c.ID)
		}
		return out
	}
	first := ids(rows...)
	if len(first) != 3 || first[2] != first[0]+"-2" || first[0] == first[1] || !strings.HasPrefix(first[0], "tips-") {
		t.Fatalf("ids %q", first)
	}
	moved := ids(rows[1], rows[0], rows[2], "Wyoming,585-555-0144,NY KAB1044\n")
	if moved[0] != first[1] || moved[1] != first[0] || moved[2] != first[2] {
		t.Errorf("ids %q, after the rows moved %q", first, moved)
	}
}

// Equal rows of two sheets are two rows of the file, and so two cases.
func TestIDsAcrossSheets(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	f.SetSheetName("Sheet1", "January")
	f.NewSheet("February")
	for _, sheet := range []string{"January", "February"} {
		f.SetSheetRow(sheet, "A1", &[]any{"County", "Phone", "Plate"})
		f.SetSheetRow(sheet, "A2", &[]any{"Erie", "585-555-0142", "NY KAB1042"})
	}
	path := filepath.Join(t.TempDir(), "tips.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	cases, _ := read(t, path, intake.Options{})
	if len(cases) != 2 || cases[0].ID == cases[1].ID {
		t.Errorf("cases %v", cases)
	}
}

// A county comes from a column, else from what is said of all files, else from the file's name.
func TestCountyAndState(t *testing.T) {
	const bare = "Case No,Phone\nA-1,585-555-0142\n"
	for _, test := range []struct {
		name, text string
		o          intake.Options
		counties   string
		state      string
	}{
		{"column.csv", "Case No,County,Phone\nA-1,Erie,585-555-0142\n", intake.Options{County: "Monroe, NY"}, "36029", "NY"},
		{"said.csv", bare, intake.Options{County: "Wyoming, NY"}, "36121", "NY"},
		{"monroe county tips.csv", bare, intake.Options{}, "36055", "NY"},
		{"tips.csv", bare, intake.Options{}, "", "NY"},
		{"state.csv", "Case No,County,State,Phone\nA-1,Erie,PA,814-555-0142\n", intake.Options{}, "42049", "PA"},
		{"named.csv", "Case No,County,Phone\nA-1,Allegheny,814-555-0142\nA-2,Lackawanna,814-555-0143\nA-3,Erie,814-555-0144\n", intake.Options{}, "42003", "PA"},
		{"told.csv", "Case No,County,Phone\nA-1,Erie,814-555-0142\n", intake.Options{State: "PA"}, "42049", "PA"},
	} {
		cases, r := read(t, write(t, test.name, []byte(test.text)), test.o)
		if got := strings.Join(cases[0].Counties, ","); got != test.counties || r.Tables[0].State != test.state {
			t.Errorf("%s: counties %q in %q (%s), want %q in %q", test.name, got, r.Tables[0].State, r.Tables[0].StateWhy, test.counties, test.state)
		}
	}
}

// What stands beside a victim is the victim's; a victim's employer is not.
func TestRolesAndSubjects(t *testing.T) {
	cases := table(t, "wyoming.csv", "Case No,Suspect,Suspect Phone,Victim Name,Victim DOB,Victim Phone,Business Name\n"+
		"A-1,Wade Tillotson,585-555-0142,Lorena Whitbeck,1/2/2003,585-555-0107,Golden Harvest Farm LLC\n")
	by := map[string]linkage.Mention{}
	for _, m := range cases[0].Mentions {
		by[m.Raw] = m
	}
	if m := by["585-555-0142"]; m.Role != linkage.RoleSuspect || m.Subject == "" || m.Subject != by["Wade Tillotson"].Subject {
		t.Errorf("the suspect's phone: %+v", m)
	}
	m := by["585-555-0107"]
	if m.Role != linkage.RoleVictim || m.Subject != by["Lorena Whitbeck"].Subject || m.Born != normalize.DayOf(2003, 1, 2) {
		t.Errorf("the victim's phone: %+v", m)
	}
	if m := by["Golden Harvest Farm LLC"]; m.Role != linkage.RoleUnknown || m.Subject != "" {
		t.Errorf("the firm: %+v", m)
	}
}

// What cannot be read is told with file, line and column, without the value; the rest goes in.
func TestUnreadableValues(t *testing.T) {
	path := write(t, "erie.csv", []byte("Case No,County,Date Opened,Phone\nA-1,Erie,2024-03-04,585-555-0142\nA-2,Erie,no day at all,585-555-0143\nA-3,Erie,2024-03-06,585-555\n"))
	cases, r := read(t, path, intake.Options{})
	if len(cases) != 3 || r.Unread() != 2 {
		t.Fatalf("%d cases, %d unread: %v", len(cases), r.Unread(), r.Problems)
	}
	var said []string
	for _, p := range r.Problems {
		said = append(said, fmt.Sprintf("%s:%d:%d %s", filepath.Base(p.File), p.Line, p.Column, p.Field))
		if strings.Contains(p.Error(), p.Raw) {
			t.Errorf("case data in %q", p.Error())
		}
	}
	if want := []string{"erie.csv:3:3 date", "erie.csv:4:4 phone"}; !slices.Equal(said, want) {
		t.Errorf("told %q, want %q", said, want)
	}
	if m := cases[0].Mentions[0]; m.Source.Line != 2 || m.Source.Column != 4 || m.Raw != "585-555-0142" {
		t.Errorf("the first phone stands at %v", m.Source)
	}
}

// manyRows returns a table with more rows than one batch holds.
func manyRows(rows int) []byte {
	var b bytes.Buffer
	b.WriteString("Case No,County,Date Opened,Phone,Narrative\n")
	for i := range rows {
		fmt.Fprintf(&b, "A-%05d,Erie,2024-03-04,585-555-01%02d,\"Caller saw a white van, plate NY KAB-%04d, at the farm\"\n", i, i%100, i%10000)
	}
	return b.Bytes()
}

// The same cases in the same order come out for any number of workers.
func TestWorkersDoNotMatter(t *testing.T) {
	path := write(t, "erie.csv", manyRows(3000))
	var want string
	for _, workers := range []int{1, 2, 8} {
		cases, r := read(t, path, intake.Options{Workers: workers})
		got := fmt.Sprintf("%+v\n%+v", cases, r)
		if len(cases) != 3000 {
			t.Fatalf("%d cases", len(cases))
		}
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("%d workers give something else", workers)
		}
	}
}

// A cancelled context and an error of emit stop the reading, and leave no goroutine behind.
func TestStops(t *testing.T) {
	path := write(t, "erie.csv", manyRows(20000))
	full := errors.New("full")
	before := runtime.NumGoroutine()
	for range 5 {
		count := 0
		_, err := intake.Read(context.Background(), path, intake.Options{}, func(linkage.Case) error {
			if count++; count == 10 {
				return full
			}
			return nil
		})
		if !errors.Is(err, full) || count != 10 {
			t.Errorf("emit failed: %v after %d cases", err, count)
		}
		ctx, cancel := context.WithCancel(context.Background())
		_, err = intake.Read(ctx, path, intake.Options{}, func(linkage.Case) error {
			cancel()
			return nil
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled: %v", err)
		}
		for wait := 0; runtime.NumGoroutine() > before; wait++ {
			if wait == 1000 {
				t.Fatalf("%d goroutines, %d before", runtime.NumGoroutine(), before)
			}
			time.Sleep(time.Millisecond) // one that is done takes a moment to end
		}
	}
}

func TestReadFails(t *testing.T) {
	if _, err := intake.Read(context.Background(), filepath.Join(t.TempDir(), "none.csv"), intake.Options{}, nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
}
