package normalize

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"reflect"
	"sync"
	"unsafe"
)

// ErrEncoding says that data is no value that this version of the package
// encoded; normalise the raw value again.
var ErrEncoding = errors.New("normalize: data is not an encoded value of this version")

// builtinValues has one value of the type of every built-in kind.
var builtinValues = []Value{
	PhoneNumber{}, PostalAddress{}, LicensePlate{}, VehicleID{}, BusinessName{},
	EmailAddress{}, WebAddress{}, OnlineHandle{}, PersonName{}, CountyMatch{},
}

// Encode returns a compact form of a value of a built-in kind, with its doubts
// and notes, from which [Decode] makes an equal value without normalising
// again. It is for storing, not for exchange: it is bound to the version of this
// package by the fields of the value's type. It fails for a type that is not a
// built-in kind's.
func Encode(v Value) ([]byte, error) {
	c := codecs()[v.Kind()]
	if c == nil || reflect.TypeOf(v) != c.typ {
		return nil, fmt.Errorf("normalize: cannot encode a value of type %T", v)
	}
	p := reflect.New(c.typ)
	p.Elem().Set(reflect.ValueOf(v))
	data := binary.LittleEndian.AppendUint32(make([]byte, 0, 128), c.version)
	return c.encode(data, p.UnsafePointer()), nil
}

// Decode returns the value that Encode made data of. It fails with
// [ErrEncoding] for anything else.
func Decode(kind Kind, data []byte) (Value, error) {
	c := codecs()[kind]
	if c == nil || len(data) < 4 || binary.LittleEndian.Uint32(data) != c.version {
		return nil, ErrEncoding
	}
	p := reflect.New(c.typ)
	d := decoder{rest: string(data[4:])}
	c.decode(&d, p.UnsafePointer())
	if d.bad || d.rest != "" {
		return nil, ErrEncoding
	}
	return p.Elem().Interface().(Value), nil
}

// A typeCodec encodes and decodes one type. It reaches unexported fields too,
// which reflection can read but not set: hence the pointers. What both do is
// made from the type itself, so that a field that is added cannot be forgotten.
type typeCodec struct {
	typ     reflect.Type
	version uint32 // of the layout: a hash of all field names and types
	encode  func(data []byte, p unsafe.Pointer) []byte
	decode  func(d *decoder, p unsafe.Pointer)
}

// codecs returns the codec of every built-in kind.
var codecs = sync.OnceValue(func() map[Kind]*typeCodec {
	all := make(map[Kind]*typeCodec, len(builtinValues))
	for _, v := range builtinValues {
		c := newCodec(reflect.TypeOf(v))
		all[v.Kind()] = &c
	}
	return all
})

// newCodec makes the codec of a type. It panics for a type with something in
// it that no value has, such as a map; a test makes all codecs.
func newCodec(t reflect.Type) typeCodec {
	c := typeCodec{typ: t}
	layout := t.Kind().String()
	switch t.Kind() {
	case reflect.String:
		c.encode, c.decode = encodeString, decodeString
	case reflect.Bool:
		c.encode, c.decode = encodeByte, decodeBool
	case reflect.Int8, reflect.Uint8:
		c.encode, c.decode = encodeByte, decodeByte
	case reflect.Int:
		c.encode, c.decode = encodeInt[int], decodeInt[int]
	case reflect.Int64:
		c.encode, c.decode = encodeInt[int64], decodeInt[int64]
	case reflect.Int32:
		c.encode, c.decode = encodeInt[int32], decodeInt[int32]
	case reflect.Int16:
		c.encode, c.decode = encodeInt[int16], decodeInt[int16]
	case reflect.Uint16:
		c.encode, c.decode = encodeInt[uint16], decodeInt[uint16]
	case reflect.Uint32:
		c.encode, c.decode = encodeInt[uint32], decodeInt[uint32]
	case reflect.Uint64:
		c.encode, c.decode = encodeInt[uint64], decodeInt[uint64]
	case reflect.Float64:
		c.encode, c.decode = encodeFloat, decodeFloat
	case reflect.Slice:
		element := newCodec(t.Elem())
		layout += fmt.Sprint(element.version)
		c.encode, c.decode = element.encodeSlice, element.decodeSlice
	case reflect.Array:
		element := newCodec(t.Elem())
		layout += fmt.Sprint(element.version, t.Len())
		c.encode, c.decode = element.array(t.Len())
	case reflect.Struct:
		fields := make([]fieldCodec, t.NumField())
		for i := range fields {
			f := t.Field(i)
			fields[i] = fieldCodec{newCodec(f.Type), f.Offset}
			layout += fmt.Sprint(f.Name, fields[i].version)
		}
		c.encode, c.decode = structCodec(fields)
	default:
		panic("normalize: no encoding for type " + t.String())
	}
	h := fnv.New32a()
	h.Write([]byte(layout))
	c.version = h.Sum32()
	return c
}

type fieldCodec struct {
	typeCodec
	offset uintptr
}

func structCodec(fields []fieldCodec) (func([]byte, unsafe.Pointer) []byte, func(*decoder, unsafe.Pointer)) {
	encode := func(data []byte, p unsafe.Pointer) []byte {
		for i := range fields {
			data = fields[i].encode(data, unsafe.Add(p, fields[i].offset))
		}
		return data
	}
	decode := func(d *decoder, p unsafe.Pointer) {
		for i := range fields {
			fields[i].decode(d, unsafe.Add(p, fields[i].offset))
		}
	}
	return encode, decode
}

func (element typeCodec) array(n int) (func([]byte, unsafe.Pointer) []byte, func(*decoder, unsafe.Pointer)) {
	fields := make([]fieldCodec, n)
	for i := range fields {
		fields[i] = fieldCodec{element, uintptr(i) * element.typ.Size()}
	}
	return structCodec(fields)
}

// encodeSlice writes the length plus one, 0 for nil, and the elements.
func (element typeCodec) encodeSlice(data []byte, p unsafe.Pointer) []byte {
	s := *(*[]byte)(p) // the header is that of any slice; its length counts elements
	if s == nil {
		return append(data, 0)
	}
	data = binary.AppendUvarint(data, uint64(len(s))+1)
	at := unsafe.Pointer(unsafe.SliceData(s))
	for i := range len(s) {
		data = element.encode(data, unsafe.Add(at, uintptr(i)*element.typ.Size()))
	}
	return data
}

func (element typeCodec) decodeSlice(d *decoder, p unsafe.Pointer) {
	n := d.uvarint()
	if n == 0 {
		return
	}
	n--
	if n > uint64(len(d.rest)) { // an element takes a byte at least
		d.bad = true
		return
	}
	s := reflect.MakeSlice(reflect.SliceOf(element.typ), int(n), int(n))
	for i := range int(n) {
		element.decode(d, unsafe.Add(s.UnsafePointer(), uintptr(i)*element.typ.Size()))
	}
	reflect.NewAt(s.Type(), p).Elem().Set(s)
}

func encodeString(data []byte, p unsafe.Pointer) []byte {
	s := *(*string)(p)
	return append(binary.AppendUvarint(data, uint64(len(s))), s...)
}

func decodeString(d *decoder, p unsafe.Pointer) {
	n := d.uvarint()
	if n > uint64(len(d.rest)) {
		d.bad = true
		return
	}
	*(*string)(p), d.rest = d.rest[:n], d.rest[n:]
}

func encodeByte(data []byte, p unsafe.Pointer) []byte { return append(data, *(*byte)(p)) }

func decodeByte(d *decoder, p unsafe.Pointer) {
	if d.rest == "" {
		d.bad = true
		return
	}
	*(*byte)(p), d.rest = d.rest[0], d.rest[1:]
}

// decodeBool makes a bool of any byte: one that is neither 0 nor 1 in memory
// would break the language's rules.
func decodeBool(d *decoder, p unsafe.Pointer) {
	var b byte
	decodeByte(d, unsafe.Pointer(&b))
	*(*bool)(p) = b != 0
}

// whole is the integers that values are made of.
type whole interface {
	~int | ~int16 | ~uint16 | ~int32 | ~uint32 | ~int64 | ~uint64
}

func encodeInt[T whole](data []byte, p unsafe.Pointer) []byte {
	return binary.AppendVarint(data, int64(*(*T)(p)))
}

func decodeInt[T whole](d *decoder, p unsafe.Pointer) {
	n := d.uvarint()
	*(*T)(p) = T(int64(n>>1) ^ -int64(n&1)) // as binary.Varint
}

func encodeFloat(data []byte, p unsafe.Pointer) []byte {
	return binary.LittleEndian.AppendUint64(data, math.Float64bits(*(*float64)(p)))
}

func decodeFloat(d *decoder, p unsafe.Pointer) {
	if len(d.rest) < 8 {
		d.bad = true
		return
	}
	var bits [8]byte
	copy(bits[:], d.rest)
	*(*float64)(p), d.rest = math.Float64frombits(binary.LittleEndian.Uint64(bits[:])), d.rest[8:]
}

// A decoder reads from the front of rest. Strings are parts of it, so that a
// value takes one allocation for all its text.
type decoder struct {
	rest string
	bad  bool
}

func (d *decoder) uvarint() uint64 {
	var n uint64
	for i := 0; i < len(d.rest) && i < binary.MaxVarintLen64; i++ {
		b := d.rest[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			d.rest = d.rest[i+1:]
			return n
		}
	}
	d.bad = true
	return 0
}
