package main

// traps are cases that share something which must not link them: what belongs
// to a victim or to a minor.
var traps = []*incident{
	// One victim, known to two counties by name and phone.
	{agency: "wyoming", day: date("2023-09-06"), theme: "motel", persons: []person{
		{role: "Victim", given: "Lucinda", name: "Merriwax", phone: "6075550111", born: date("1999-05-17"), inNarratives: true}}},
	{agency: "erie", day: date("2024-01-18"), theme: "house", persons: []person{
		{role: "Victim", given: "Lucinda", name: "Merriwax", phone: "6075550111", born: date("1999-05-17")}}},
	// A boy of sixteen whom one county calls a suspect and another a victim.
	{agency: "erie", day: date("2024-05-14"), theme: "ads", minors: true, persons: []person{
		{role: "Suspect", given: "Tobiah", name: "Renfield-Cho", phone: "5185550133", born: date("2008-01-30")}}},
	{agency: "onondaga", day: date("2024-06-03"), theme: "ads", minors: true, persons: []person{
		{role: "Victim", given: "Tobiah", name: "Renfield-Cho", phone: "5185550133", born: date("2008-01-30")}}},
	// A victim's number that two narratives tell.
	{agency: "genesee", day: date("2023-11-08"), theme: "house", things: []thing{
		{kind: "phone", value: "5185550144", inText: true, said: "Victim can be reached at %, her own phone."}}},
	{agency: "niagara", day: date("2023-12-19"), theme: "motel", things: []thing{
		{kind: "phone", value: "5185550144", inText: true, said: "The victim's phone number is %."}}},
}
