package normalize

import (
	"errors"
	"reflect"
	"testing"
)

// encodeSamples has raw values of every kind: plain, with doubts, with several
// parts, and unreadable ones.
var encodeSamples = map[Kind][]string{
	KindPhone:    {"(585) 555-0142 ext. 12", "+52 55 1234 5678", "555", "", "1-800-GET-HELP"},
	KindAddress:  {"47 - 01 Van Dam St Apt 3, Long Island City NY 11101", "RR 2 Box 152, Warsaw, NY", "PO Box 7", "?", ""},
	KindPlate:    {"NY KAB-1042", "KAB1??", "", "@"},
	KindVIN:      {"1FTFW1ET5DFC10312", "1FTFW1ET5DFC1O3I2", "short", ""},
	KindBusiness: {"Golden Harvest Farm LLC d/b/a Harvest Stand #12", "AMBA", "", "Müller & Söhne"},
	KindEmail:    {"Sample.Name+x@Example.com", "not one", ""},
	KindURL:      {"https://www.example.com/a/b?c=d#e", "nothing", ""},
	KindHandle:   {"@sample_name", "instagram.com/sample.name", "", "two words"},
	KindPerson:   {"Dr. Sample, Jordan Q. (Jo) Jr.", "María José García López", "", "X"},
	KindCounty:   {"New York/Kings/Queens", "Wyoming County, NY", "Cattaragus", "nowhere", ""},
}

// Every field of a value comes back, unexported ones too.
func TestEncodedValuesComeBack(t *testing.T) {
	for _, kind := range Kinds {
		samples := encodeSamples[kind]
		if len(samples) == 0 {
			t.Errorf("%s has no samples", kind)
		}
		for _, raw := range samples {
			v, _ := Normalize(kind, raw, Context{State: "NY"})
			data, err := Encode(v)
			if err != nil {
				t.Errorf("%s %q: %v", kind, raw, err)
				continue
			}
			back, err := Decode(kind, data)
			if err != nil || !reflect.DeepEqual(back, v) {
				t.Errorf("%s %q: came back as %+v, want %+v (%v)", kind, raw, back, v, err)
			}
		}
	}
}

// foreign is a value of a type that is not a built-in kind's.
type foreign struct{ PhoneNumber }

func TestEncodeRefusesOtherTypes(t *testing.T) {
	if data, err := Encode(foreign{}); err == nil {
		t.Errorf("encoded as %q", data)
	}
	if _, err := Decode("passport", nil); !errors.Is(err, ErrEncoding) {
		t.Errorf("a kind that is not built in: %v", err)
	}
}

// Decode says so of damaged data, whatever it is; what it does take it takes whole.
func FuzzDecode(f *testing.F) {
	for n, kind := range Kinds {
		for _, raw := range encodeSamples[kind] {
			v, _ := Normalize(kind, raw, Context{})
			data, err := Encode(v)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(uint8(n), data)
			f.Add(uint8(n), data[:len(data)/2])
		}
	}
	f.Fuzz(func(t *testing.T, n uint8, data []byte) {
		kind := Kinds[int(n)%len(Kinds)]
		v, err := Decode(kind, data)
		if err != nil {
			if !errors.Is(err, ErrEncoding) {
				t.Errorf("%s: %v", kind, err)
			}
			return
		}
		again, err := Encode(v)
		if err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		if back, err := Decode(kind, again); err != nil || !reflect.DeepEqual(back, v) {
			t.Errorf("%s: came back as %+v, want %+v (%v)", kind, back, v, err)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	v, _ := Address("47 - 01 Van Dam St Apt 3, Long Island City NY 11101", Place{})
	data, err := Encode(v)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Decode(KindAddress, data); err != nil {
			b.Fatal(err)
		}
	}
}
