package intake

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/linkage/records"
)

// blocks reads what a row says of people, places, vehicles and firms.
func (r *reader) blocks(row *records.Row, number int) {
	subjects := make([]subject, len(r.a.owners))
	for i := range r.a.owners {
		subjects[i] = r.subject(row, &r.a.owners[i], number)
	}
	for i := range r.a.blocks {
		s := subjects[r.a.blocks[i].owner]
		r.withhold = s.role == linkage.RoleVictim || s.minor
		r.block(row, &r.a.blocks[i], s)
	}
	r.withhold = false
}

// subject reads who the blocks of an owner are about in a row.
func (r *reader) subject(row *records.Row, o *owner, number int) subject {
	s := subject{role: o.role}
	if o.person {
		s.name = o.name + "#" + strconv.Itoa(number)
	}
	for i := range o.columns {
		c := &o.columns[i]
		raw := strings.TrimSpace(row.Text(c.Index))
		if isBlank(raw) {
			continue
		}
		switch c.Field {
		case records.FieldRole:
			s.minor = s.minor || saysMinor(raw)
			if role := parseRole(raw); role != linkage.RoleUnknown {
				s.role = role
			}
		case records.FieldBorn:
			if d, err := normalize.Date(raw); err == nil {
				s.born = d.From
			} else {
				r.problem(row, c, raw, err)
			}
		case records.FieldAge:
			s.age = parseAge(raw)
		case records.FieldMinorFlag:
			s.minor = s.minor || parseYes(raw)
		}
	}
	return s
}

// described is what the columns of a block say together.
type described struct {
	vehicle          normalize.Vehicle
	plateState       string
	address          normalize.AddressColumns
	place            normalize.Place
	name             normalize.PersonColumns
	platform         string
	streetAt, nameAt *records.Column // where the address and the name begin; nil if they are not in columns
}

// block reads what a row says of one thing: all its values belong together.
func (r *reader) block(row *records.Row, b *block, s subject) {
	d := described{place: normalize.Place{State: r.state}}
	d.address.State = r.state
	d.name.Born = s.born
	for i := range b.columns {
		c := &b.columns[i]
		if raw := strings.TrimSpace(row.Text(c.Index)); !isBlank(raw) {
			d.take(c, raw)
		}
	}
	if d.streetAt != nil {
		v, err := normalize.AddressFromColumns(d.address)
		r.mention(row, d.streetAt, d.address.Street, v, err, s)
	}
	if d.nameAt != nil {
		v, err := normalize.PersonFromColumns(d.name)
		r.mention(row, d.nameAt, strings.TrimSpace(d.name.First+" "+d.name.Last), v, err, s)
	}
	for i := range b.columns {
		c := &b.columns[i]
		if raw := strings.TrimSpace(row.Text(c.Index)); !isBlank(raw) {
			r.values(row, c, raw, s, &d)
		}
	}
}

// take notes what a column adds to what the block describes.
func (d *described) take(c *records.Column, raw string) {
	switch c.Field {
	case records.FieldFirstName:
		d.name.First, d.nameAt = raw, c
	case records.FieldMiddleName:
		d.name.Middle = raw
	case records.FieldLastName:
		d.name.Last, d.nameAt = raw, c
	case records.FieldPlateState:
		d.plateState = normalize.StateCode(raw)
	case records.FieldPlatform:
		d.platform = raw
	case records.FieldStreet:
		d.address.Street, d.streetAt = raw, c
	case records.FieldUnit:
		d.address.Unit = raw
	case records.FieldCity:
		d.address.City, d.place.City = raw, raw
	case records.FieldAddressState:
		if code := normalize.StateCode(raw); code != "" {
			d.address.State, d.place.State = code, code
		}
	case records.FieldZIP:
		d.address.ZIP, d.place.ZIP = raw, raw
	default:
		describeVehicle(&d.vehicle, c.Field, raw)
	}
}

// describeVehicle adds what a column says of how a vehicle looks. A column of
// its own says more than a description.
func describeVehicle(v *normalize.Vehicle, f records.Field, raw string) {
	switch f {
	case records.FieldVehicle, records.FieldMake, records.FieldModel, records.FieldColor, records.FieldVehicleYear:
	default:
		return
	}
	d := normalize.VehicleDescription(raw)
	if d.Make != "" {
		v.Make = d.Make
	}
	if d.Color != "" {
		v.Color = d.Color
	}
	if d.Year != 0 {
		v.Year = d.Year
	}
	if d.Body != "" {
		v.Body = d.Body
	}
	if d.Model != "" {
		v.Model = d.Model
	} else if f == records.FieldModel {
		v.Model = clean(raw)
	}
}

// attributes returns what is said of how a vehicle looks.
func attributes(v normalize.Vehicle) []linkage.Attribute {
	var out []linkage.Attribute
	for _, p := range v.Parts() {
		out = append(out, linkage.Attribute{Name: p.Name, Value: p.Value})
	}
	return out
}

// subject is the person that a block is about, if it is about one.
type subject struct {
	name  string
	role  linkage.Role
	born  normalize.Day
	age   int
	minor bool
}

// values reads the values of the kinds that stand in a column by themselves.
func (r *reader) values(row *records.Row, c *records.Column, raw string, s subject, d *described) {
	switch c.Field {
	case records.FieldPhone:
		r.phones(row, c, raw, s)
	case records.FieldAddress:
		for _, one := range splitAddresses(raw, d.place) {
			v, err := normalize.Address(one, d.place)
			r.mention(row, c, one, v, err, s)
		}
	case records.FieldBusinessAddress:
		company, address, ok := normalize.SplitCompanyAddress(raw)
		if company != "" {
			r.business(row, c, company, s)
		}
		if ok {
			v, err := normalize.Address(address, d.place)
			r.mention(row, c, address, v, err, s)
		}
	case records.FieldBusiness:
		for _, one := range split(raw) {
			r.business(row, c, one, s)
		}
	case records.FieldPerson, records.FieldAlias:
		for _, one := range split(raw) {
			if c.Field == records.FieldPerson && normalize.LooksLikeBusiness(one) && !normalize.LooksLikePerson(one) {
				r.business(row, c, one, s)
				continue
			}
			v, err := normalize.Person(one)
			v.Born = s.born
			r.mention(row, c, one, v, err, s)
		}
	case records.FieldPlate:
		for _, one := range split(raw) {
			v, err := normalize.Plate(one, d.plateState)
			r.mention(row, c, one, v, err, s, attributes(d.vehicle)...)
		}
	case records.FieldVIN:
		v, err := normalize.VIN(raw)
		r.mention(row, c, raw, v, err, s, attributes(d.vehicle)...)
	case records.FieldEmail:
		for _, one := range strings.FieldsFunc(raw, func(q rune) bool { return strings.ContainsRune(";,| \n", q) }) {
			v, err := normalize.Email(one)
			r.mention(row, c, one, v, err, s)
		}
	case records.FieldURL:
		for _, one := range strings.Fields(raw) {
			v, err := normalize.URL(strings.Trim(one, ";,|"))
			r.mention(row, c, one, v, err, s)
		}
	case records.FieldHandle:
		for _, one := range split(raw) {
			v, err := normalize.Handle(one, cmp.Or(c.Platform, d.platform))
			r.mention(row, c, one, v, err, s)
		}
	}
}

func (r *reader) phones(row *records.Row, c *records.Column, raw string, s subject) {
	read, unread := normalize.Phones(raw, "")
	for _, v := range read {
		r.mention(row, c, raw, v, nil, s)
	}
	for _, rest := range unread {
		r.problem(row, c, rest, &normalize.Error{Kind: normalize.KindPhone, Reason: "no phone number could be read here", Hint: "ten digits with the area code"})
	}
}

func (r *reader) business(row *records.Row, c *records.Column, raw string, s subject) {
	v, err := normalize.Business(raw)
	s.name = "" // the firm that a victim works for is not the victim's
	if s.role == linkage.RoleVictim {
		s.role = linkage.RoleUnknown
	}
	s.minor, s.born, s.age = false, 0, 0
	r.mention(row, c, raw, v, err, s)
}

// mention adds a value to the case, or notes that it could not be read.
func (r *reader) mention(row *records.Row, c *records.Column, raw string, v normalize.Value, err error, s subject, about ...linkage.Attribute) {
	if err != nil {
		r.problem(row, c, raw, err)
		return
	}
	role := s.role
	if own := linkage.ParseRole(c.Role); own != linkage.RoleUnknown && role != linkage.RoleVictim {
		role = own
	}
	r.part.kase.Mentions = append(r.part.kase.Mentions, linkage.Mention{
		Kind: v.Kind(), Raw: raw, Value: v, Role: role, Subject: s.name, Minor: s.minor, Born: s.born, Age: s.age,
		Attributes: about, Source: r.a.table.Position(row, c.Index),
	})
}

// split divides a cell that holds several values with a mark between them.
func split(raw string) []string {
	if !strings.ContainsAny(raw, ";|\n") {
		return []string{raw}
	}
	var out []string
	for _, one := range strings.FieldsFunc(raw, func(q rune) bool { return q == ';' || q == '|' || q == '\n' }) {
		if one = strings.TrimSpace(one); !isBlank(one) {
			out = append(out, one)
		}
	}
	return out
}

// splitAddresses divides a cell that holds several addresses. An address may itself stand
// on several lines or have semicolons between its parts, so a cell is divided only where each
// piece is an address of a building.
func splitAddresses(raw string, place normalize.Place) []string {
	pieces := split(raw)
	if len(pieces) < 2 {
		return []string{raw}
	}
	for _, one := range pieces {
		if v, err := normalize.Address(one, place); err != nil || v.Precision() < normalize.PrecisionBuilding || v.Number == "" && v.Box == "" {
			return []string{raw}
		}
	}
	return pieces
}

// parseAge returns an age in years, 0 where none can be read.
func parseAge(s string) int {
	n := 0
	for i := 0; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
		if n = n*10 + int(s[i]-'0'); n > 120 {
			return 0
		}
	}
	return n
}
