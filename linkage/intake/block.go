package intake

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/linkage/records"
)

// blocks reads what a row says of people, places, vehicles and firms.
func (r *reader) blocks(row *records.Row, number int) {
	r.subjects = r.subjects[:0]
	for i := range r.a.owners {
		r.subjects = append(r.subjects, r.subject(row, i, number))
	}
	for i := range r.a.blocks {
		s := &r.subjects[r.a.blocks[i].owner]
		r.withhold = s.role == linkage.RoleVictim || s.minor
		r.block(row, &r.a.blocks[i], s)
	}
	r.withhold = false
}

// subject reads who the blocks of an owner are about in a row.
func (r *reader) subject(row *records.Row, owner, number int) subject {
	o := &r.a.owners[owner]
	s := subject{role: o.role}
	if o.person {
		s.name = r.subjectName(owner, number)
	}
	for i := range o.columns {
		c := &o.columns[i]
		raw := r.cell(c)
		if raw == "" {
			continue
		}
		switch c.Field {
		case records.FieldRole:
			s.minor = s.minor || saysMinor(raw)
			if role := parseRole(raw); role != linkage.RoleUnknown {
				s.role = role
			}
		case records.FieldBorn:
			if d := r.day(raw); d.err == nil {
				s.born = d.from
			} else {
				r.problem(row, c, raw, d.err)
			}
		case records.FieldAge:
			s.age = parseAge(raw)
		case records.FieldMinorFlag:
			s.minor = s.minor || parseYes(raw)
		}
	}
	return s
}

// subjectName returns the name of the subject of an owner in a row of a record.
func (r *reader) subjectName(owner, number int) string {
	for len(r.whose) <= owner {
		r.whose = append(r.whose, nil)
	}
	for len(r.whose[owner]) <= number {
		r.whose[owner] = append(r.whose[owner], r.a.owners[owner].name+"#"+strconv.Itoa(len(r.whose[owner])))
	}
	return r.whose[owner][number]
}

// described is what the columns of a block say together.
type described struct {
	vehicle          normalize.Vehicle
	plateState       string
	address          normalize.AddressColumns
	place            normalize.Place
	name             normalize.PersonColumns
	platform         string
	streetAt, nameAt *column // where the address and the name begin; nil if they are not in columns
}

// block reads what a row says of one thing: all its values belong together.
func (r *reader) block(row *records.Row, b *block, s *subject) {
	d := described{place: normalize.Place{State: r.state}}
	d.address.State = r.state
	d.name.Born = s.born
	for i := range b.parts {
		c := &b.parts[i]
		if raw := r.cell(c); raw != "" {
			r.take(&d, c, raw)
		}
	}
	if d.streetAt != nil {
		r.street(row, &d, s)
	}
	if d.nameAt != nil {
		v, err := normalize.PersonFromColumns(d.name)
		r.mention(row, d.nameAt, strings.TrimSpace(d.name.First+" "+d.name.Last), v, err, s)
	}
	for i := range b.values {
		c := &b.values[i]
		raw := r.cell(c)
		if raw == "" || r.plain(row, c, raw, s, &d) {
			continue
		}
		context := contextOf(c, s, &d)
		r.remember(c, raw, &context, s, &d, func() { r.read1(row, c, raw, s, &d) })
	}
}

// street reads an address whose parts stand in columns.
func (r *reader) street(row *records.Row, d *described, s *subject) {
	c := d.streetAt
	if r.batch != nil {
		if r.batch.PlainAddress(r.mentionOf(row, c, d.address.Street, s), &d.address) {
			r.mentions++
			return
		}
	}
	context := cellContext{column: c.Index, extra: d.address.Unit, place: normalize.Place{City: d.address.City, State: d.address.State, ZIP: d.address.ZIP}}
	r.remember(c, d.address.Street, &context, s, d, func() {
		v, err := normalize.AddressFromColumns(d.address)
		r.mention(row, c, d.address.Street, v, err, s)
	})
}

// plain reads a cell in a plain form straight into the batch.
func (r *reader) plain(row *records.Row, c *column, raw string, s *subject, d *described) bool {
	if r.batch == nil {
		return false
	}
	ok := false
	switch c.Field {
	case records.FieldPhone:
		ok = r.batch.PlainPhone(r.mentionOf(row, c, raw, s), raw)
	case records.FieldPlate:
		m := r.mentionOf(row, c, raw, s)
		m.Attributes = r.about(d)
		ok = r.batch.PlainPlate(m, raw, d.plateState)
	case records.FieldBusiness:
		firm := s.ofFirm()
		ok = r.batch.PlainBusiness(r.mentionOf(row, c, raw, &firm), raw)
	}
	if ok {
		r.mentions++
	}
	return ok
}

// contextOf returns what the meaning of a cell may depend on beside its text.
func contextOf(c *column, s *subject, d *described) cellContext {
	x := cellContext{column: c.Index}
	switch c.Field {
	case records.FieldAddress, records.FieldBusinessAddress:
		x.place = d.place
	case records.FieldPerson, records.FieldAlias:
		x.born = s.born
	case records.FieldPlate:
		x.extra = d.plateState
	case records.FieldHandle:
		x.extra = cmp.Or(c.Platform, d.platform)
	}
	return x
}

// remember calls read, which reads one cell, or adds what it found before in the same cell. Only what goes
// into a batch is remembered: a case has its values whole.
func (r *reader) remember(c *column, raw string, context *cellContext, s *subject, d *described, read func()) {
	if r.batch == nil {
		read()
		return
	}
	hash := context.hash(raw)
	known := r.values.find(hash, raw, context)
	if known == nil {
		problems := len(r.part.problems)
		r.found, r.keeping = r.found[:0], true
		read()
		r.keeping = false
		if len(r.part.problems) == problems {
			r.values.keep(hash, strings.Clone(raw), context.clone(), slices.Clone(r.found))
		}
		return
	}
	for i := range *known {
		v := &(*known)[i]
		who := *s
		if v.firm {
			who = s.ofFirm()
		}
		m := r.mentionOf(nil, c, "", &who)
		if v.vehicle {
			m.Attributes = r.about(d)
		}
		r.mentions++
		r.batch.Prepared(m, v.value)
	}
}

// about returns what is said of how a vehicle looks: for a batch, its make.
func (r *reader) about(d *described) []linkage.Attribute {
	if r.batch == nil {
		return attributes(d.vehicle)
	}
	if d.vehicle.Make == "" {
		return nil
	}
	r.make[0] = linkage.Attribute{Name: "make", Value: d.vehicle.Make}
	return r.make[:]
}

// take notes what a column adds to what the block describes.
func (r *reader) take(d *described, c *column, raw string) {
	switch c.Field {
	case records.FieldFirstName:
		d.name.First, d.nameAt = raw, c
	case records.FieldMiddleName:
		d.name.Middle = raw
	case records.FieldLastName:
		d.name.Last, d.nameAt = raw, c
	case records.FieldPlateState:
		d.plateState = r.stateCode(raw)
	case records.FieldPlatform:
		d.platform = raw
	case records.FieldStreet:
		d.address.Street, d.streetAt = raw, c
	case records.FieldUnit:
		d.address.Unit = raw
	case records.FieldCity:
		d.address.City, d.place.City = raw, raw
	case records.FieldAddressState:
		if code := r.stateCode(raw); code != "" {
			d.address.State, d.place.State = code, code
		}
	case records.FieldZIP:
		d.address.ZIP, d.place.ZIP = raw, raw
	case records.FieldVehicle, records.FieldMake, records.FieldModel, records.FieldColor, records.FieldVehicleYear:
		r.describeVehicle(&d.vehicle, c.Field, raw)
	}
}

// describeVehicle adds what a column says of how a vehicle looks. A column of
// its own says more than a description.
func (r *reader) describeVehicle(v *normalize.Vehicle, f records.Field, raw string) {
	d := r.vehicles.of(raw, "", func(text, _ string) normalize.Vehicle { return normalize.VehicleDescription(text) })
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

// ofFirm returns the subject of a firm that stands where s does: the firm that a victim works for is
// not the victim's.
func (s *subject) ofFirm() subject {
	firm := subject{role: s.role}
	if s.role == linkage.RoleVictim {
		firm.role = linkage.RoleUnknown
	}
	return firm
}

// read1 reads the values of the kinds that stand in a column by themselves.
func (r *reader) read1(row *records.Row, c *column, raw string, s *subject, d *described) {
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
			r.mention(row, c, one, v, err, s, r.about(d)...)
		}
	case records.FieldVIN:
		v, err := normalize.VIN(raw)
		r.mention(row, c, raw, v, err, s, r.about(d)...)
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

func (r *reader) phones(row *records.Row, c *column, raw string, s *subject) {
	read, unread := normalize.Phones(raw, "")
	for _, v := range read {
		r.mention(row, c, raw, v, nil, s)
	}
	for _, rest := range unread {
		r.problem(row, c, rest, &normalize.Error{Kind: normalize.KindPhone, Reason: "no phone number could be read here", Hint: "ten digits with the area code"})
	}
}

func (r *reader) business(row *records.Row, c *column, raw string, s *subject) {
	v, err := normalize.Business(raw)
	firm := s.ofFirm()
	before := len(r.found)
	r.mention(row, c, raw, v, err, &firm)
	if len(r.found) > before {
		r.found[before].firm = true
	}
}

// mention adds a value to the case, or notes that it could not be read.
func (r *reader) mention(row *records.Row, c *column, raw string, v normalize.Value, err error, s *subject, about ...linkage.Attribute) {
	if err != nil {
		r.problem(row, c, raw, err)
		return
	}
	m := r.mentionOf(row, c, raw, s)
	m.Kind, m.Value, m.Attributes = v.Kind(), v, about
	r.add(m)
}

// mentionOf returns a mention of the subject in a column, without its value. It is valid until the next one.
func (r *reader) mentionOf(row *records.Row, c *column, raw string, s *subject) *linkage.Mention {
	role := s.role
	if c.role != linkage.RoleUnknown && role != linkage.RoleVictim {
		role = c.role
	}
	r.m = linkage.Mention{Raw: raw, Role: role, Subject: s.name, Minor: s.minor, Born: s.born, Age: s.age}
	if r.batch == nil {
		r.m.Source = r.a.table.Position(row, c.Index)
	}
	return &r.m
}

// add adds a mention to the case.
func (r *reader) add(m *linkage.Mention) {
	r.mentions++
	if r.batch == nil {
		r.part.kase.Mentions = append(r.part.kase.Mentions, *m)
		return
	}
	if !r.keeping {
		r.batch.Mention(m)
		return
	}
	value := r.linker.Prepare(m.Value)
	r.found = append(r.found, remembered{value: value, vehicle: len(m.Attributes) > 0 || m.Kind == normalize.KindPlate || m.Kind == normalize.KindVIN})
	r.batch.Prepared(m, value)
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
