package records

import "slices"

// A Field says what the values of a column are.
type Field string

// The fields. Where a table has several columns of one field, all of them count.
const (
	FieldCaseID          Field = "case_id"
	FieldAgency          Field = "agency"
	FieldCounty          Field = "county"
	FieldState           Field = "state" // that the case, or its county, is in
	FieldDate            Field = "date"  // the case's day, or its first
	FieldDateEnd         Field = "date_end"
	FieldOffense         Field = "offense"
	FieldStatus          Field = "status"
	FieldMinors          Field = "minors" // whether minors are involved in the case
	FieldNarrative       Field = "narrative"
	FieldRole            Field = "role" // of the person that the row is about
	FieldPhone           Field = "phone"
	FieldEmail           Field = "email"
	FieldURL             Field = "url"
	FieldHandle          Field = "handle"
	FieldPlatform        Field = "platform" // that the handle is on
	FieldPlate           Field = "plate"
	FieldPlateState      Field = "plate_state"
	FieldVIN             Field = "vin"
	FieldVehicle         Field = "vehicle" // a description
	FieldMake            Field = "make"
	FieldModel           Field = "model"
	FieldColor           Field = "color"
	FieldVehicleYear     Field = "vehicle_year"
	FieldAddress         Field = "address" // whole
	FieldStreet          Field = "street"
	FieldUnit            Field = "unit"
	FieldCity            Field = "city"
	FieldAddressState    Field = "address_state"
	FieldZIP             Field = "zip"
	FieldBusiness        Field = "business"
	FieldBusinessAddress Field = "business_address" // a company and its address in one cell
	FieldPerson          Field = "person"           // whole name
	FieldFirstName       Field = "first_name"
	FieldMiddleName      Field = "middle_name"
	FieldLastName        Field = "last_name"
	FieldAlias           Field = "alias"
	FieldBorn            Field = "born"
	FieldAge             Field = "age"
	FieldMinorFlag       Field = "minor_flag"  // whether this person is a minor
	FieldRecordType      Field = "record_type" // what the row is about: a person, a vehicle, …
	FieldIgnore          Field = "ignore"
)

// Fields lists all fields in the order in which they are presented.
var Fields = []Field{
	FieldCaseID, FieldAgency, FieldCounty, FieldState, FieldDate, FieldDateEnd, FieldOffense, FieldStatus,
	FieldMinors, FieldNarrative, FieldRole, FieldPhone, FieldEmail, FieldURL, FieldHandle, FieldPlatform,
	FieldPlate, FieldPlateState, FieldVIN, FieldVehicle, FieldMake, FieldModel, FieldColor, FieldVehicleYear,
	FieldAddress, FieldStreet, FieldUnit, FieldCity, FieldAddressState, FieldZIP, FieldBusiness, FieldBusinessAddress,
	FieldPerson, FieldFirstName, FieldMiddleName, FieldLastName, FieldAlias, FieldBorn, FieldAge, FieldMinorFlag,
	FieldRecordType, FieldIgnore,
}

// Valid reports whether f is one of [Fields].
func (f Field) Valid() bool { return slices.Contains(Fields, f) }

// A family is what the fields of one block have in common: they describe one
// person, one place or one vehicle together.
type family uint8

const (
	familyNone family = iota
	familyPerson
	familyPlace
	familyVehicle
)

func (f Field) family() family {
	switch f {
	case FieldPerson, FieldFirstName, FieldMiddleName, FieldLastName, FieldAlias, FieldBorn, FieldAge, FieldMinorFlag, FieldRole:
		return familyPerson
	case FieldAddress, FieldStreet, FieldUnit, FieldCity, FieldAddressState, FieldZIP:
		return familyPlace
	case FieldPlate, FieldPlateState, FieldVIN, FieldVehicle, FieldMake, FieldModel, FieldColor, FieldVehicleYear:
		return familyVehicle
	}
	return familyNone
}

// single reports whether a block has one value of the field and no more, so
// that a second column of it begins a second block.
func (f Field) single() bool {
	switch f {
	case FieldPerson, FieldFirstName, FieldLastName, FieldBorn, FieldStreet, FieldAddress, FieldCity, FieldZIP,
		FieldAddressState, FieldPlate, FieldPlateState, FieldMake, FieldModel, FieldVehicleYear, FieldColor, FieldVIN:
		return true
	}
	return false
}

// ofCase reports whether the field tells of the case as a whole, and belongs to
// nobody in it.
func (f Field) ofCase() bool {
	switch f {
	case FieldCaseID, FieldAgency, FieldCounty, FieldState, FieldDate, FieldDateEnd, FieldOffense, FieldStatus, FieldMinors,
		FieldNarrative, FieldRecordType, FieldIgnore:
		return true
	}
	return false
}
