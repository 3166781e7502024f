package main

// A story kind is how cases of one sort are told: one opening, one to three
// facts, and an ending.
type storyKind struct{ openings, facts []string }

// stories are told in English by theme.
var stories = map[string]storyKind{
	"farm": {
		[]string{
			"Parish outreach worker called about field hands housed behind the packing shed.",
			"Anonymous male caller, sounded elderly, asked for somebody who speaks Spanish.",
			"Deputy spoke with a seasonal worker at the health clinic.",
			"Feed salesman reports what he saw while making a delivery.",
			"Labor inspector passed this on after a field visit.",
			"Worker walked in to the substation with a coworker who interpreted.",
		},
		[]string{
			"Nine men share two rooms and one hot plate; the door is padlocked from outside after dark.",
			"They were promised $16 an hour and get $40 a day, less rent and rides.",
			"Crew boss keeps the visas in a lockbox in his truck.",
			"He says he still owes for the bus from Laredo and may not leave until it is paid.",
			"A man who asked for a doctor after a fall from a ladder was told to keep picking.",
			"Pay was last seen three weeks ago, in cash, no stub.",
			"They are driven to the store on Sundays and watched while they shop.",
			"Boss told them that immigration would be called if anybody talks to the church people.",
		},
	},
	"dairy": {
		[]string{
			"Milk hauler stopped by the barracks on his own time.",
			"Call from a neighbor on the ridge road.",
			"Veterinarian reports in confidence.",
			"Follow-up by the rural outreach nurse.",
			"Milker found walking along the road before dawn in barn boots.",
		},
		[]string{
			"The night crew works twelve hours, seven days, and sleeps above the parlor.",
			"One milker lost two fingertips in March and was never taken to the hospital.",
			"The herdsman holds their papers and takes $300 a month for the room.",
			"No heat in the trailer and a five-gallon bucket for a toilet.",
			"He is not allowed a phone; calls home are made on the owner's, on speaker.",
			"Two brothers left in January and the third was told he inherits their debt.",
			"Owner's son carries a rifle in the cab when he brings the pay.",
		},
	},
	"restaurant": {
		[]string{
			"Health inspector noted sleeping mats in the dry store.",
			"Customer called after a server passed her a note on the check.",
			"Fire marshal's inspection of the basement.",
			"Former dishwasher walked in with a friend.",
			"Complaint taken by phone, caller works next door.",
		},
		[]string{
			"Kitchen staff are picked up at 9 a.m. and dropped off after midnight, always the same van.",
			"Six people sleep on the second floor of a house the owner rents; the landlord knows nothing of it.",
			"Tips are kept by the manager against a fee of $28,000 for the trip.",
			"The cook has not had a day off since Thanksgiving.",
			"When asked for identification all of them looked to the manager.",
			"Manager answered every question that was put to the staff.",
			"Workers are moved to another branch whenever an inspector shows up.",
		},
	},
	"staffing": {
		[]string{
			"Plant's human resources office made the report.",
			"Two workers came in with pay slips that do not add up.",
			"Bus driver for a labor contractor reports.",
			"Legal aid called on behalf of a client.",
			"Union steward stopped by the front desk.",
		},
		[]string{
			"The agency takes the rent, the ride and a fee for the badge before anybody sees a dollar.",
			"Hours are logged under other people's names.",
			"The woman who runs the office keeps all bank cards in one drawer.",
			"A worker who missed the van was fined $100.",
			"They signed papers in English that nobody would translate.",
			"New people come every second Tuesday and are told to share beds by shift.",
			"Anybody who asks about overtime is taken off the list, with the family back home called the same night.",
		},
	},
	"crew": {
		[]string{
			"Homeowner calls about the men who worked on her house.",
			"Deputy checked on three men sleeping in a box truck.",
			"Lumber yard clerk reports.",
			"Building inspector on a stop-work order.",
			"Caller is a subcontractor and wants no name in the report.",
		},
		[]string{
			"The crew has not been paid since the storm jobs began.",
			"One man fell from the scaffold and was left at the emergency room door.",
			"They eat what homeowners give them.",
			"The foreman slapped a boy who cannot be more than fifteen.",
			"Tools and boots are charged against wages they never see.",
			"Six of them in one room, foreman across the hall with the door open.",
			"He told the homeowner not to talk to the men.",
		},
	},
	"massage": {
		[]string{
			"Neighboring shop owner complains.",
			"Detail checked the premises after a zoning complaint.",
			"Mail carrier reports.",
			"Ex-customer called, ashamed, would not give a name.",
			"Referral from the licensing board.",
			"Night patrol noted lights and traffic after closing.",
		},
		[]string{
			"Women change every two weeks and never leave without the driver.",
			"Curtains sewn shut, buzzer on the door, camera over the till, a mattress in the supply closet.",
			"No license on the wall; the woman at the desk could not give the owner's name.",
			"Customers are all men and stay for half an hour.",
			"One of the women asked by gestures for a telephone and was pulled back by the older one.",
			"Reviews on a website list prices from $80 to $200.",
			"Rice, suitcases and bedding in the back room; nobody says she lives there.",
			"The older woman collects the cash at 10 p.m. and drives off with it.",
		},
	},
	"nails": {
		[]string{
			"Customer reports that the technician was crying during the appointment.",
			"A mother called about her daughter's employer.",
			"Inspector checking licenses noticed the following.",
		},
		[]string{
			"Girls are brought in before 8 and taken away after 9 at night.",
			"The youngest said she paid $10,000 for the job and had answered an advertisement by e-mail.",
			"Owner pays them nothing the first three months, she calls it training.",
			"They live in the owner's cellar, four to a room.",
		},
	},
	"ads": {
		[]string{
			"Undercover detail answered an online advertisement.",
			"Mother found the pictures on her daughter's tablet and called.",
			"Tip from the web form, sender unknown.",
			"Desk clerk called about room traffic.",
			"Analyst forwards postings with the same wording.",
			"Uniform patrol, suspicious person in the parking lot.",
		},
		[]string{
			"The ad says new in town, two nights only, $150 and $220, no law enforcement.",
			"Same girl in the pictures as last month, other name.",
			"A man in the car outside did all the texting.",
			"She would not look up and asked twice whether he could hear us.",
			"Room paid in cash for three nights, do-not-disturb out the whole time.",
			"The posting moves along the Thruway every few days.",
			"Prepaid cards and a list of first names were on the dresser.",
			"She has a new tattoo with his street name.",
		},
	},
	"motel": {
		[]string{
			"Housekeeping found the following when the room was made up.",
			"Night auditor calls again.",
			"Trooper's report of a door knock.",
			"Guest in the next room complains of noise.",
			"Call transferred from the county dispatcher.",
		},
		[]string{
			"Six or seven men between 10 p.m. and 3 a.m., none longer than twenty minutes.",
			"A girl in pajamas asked at the desk what town this is.",
			"The man pays for two rooms and holds both keys.",
			"Condoms, baby wipes and burner phones in the trash.",
			"She had bruises on both arms and said that she fell.",
			"They left through the rear door when the cruiser pulled in.",
			"The registration card shows an address that does not exist.",
		},
	},
	"house": {
		[]string{
			"Landlord reports his tenants.",
			"School social worker made the referral.",
			"Neighbor across the street keeps a list of cars.",
			"Caller heard crying through the wall.",
			"Bank teller's concern about a customer.",
		},
		[]string{
			"A housekeeper has not been seen outside in months.",
			"Three girls, none of them enrolled in school, answer the door for grown men.",
			"The couple introduces her as a cousin; she sleeps on the laundry room floor.",
			"An older man brings her to deposit cash and stands beside her.",
			"Windows on the second floor are screwed shut.",
			"She cleans four houses a day for the family and is given food.",
		},
	},
}

// endings close a story.
var endings = []string{
	"Report taken, no further contact.", "Caller will try to get more.", "Interpreter requested for Thursday.", "Photographs attached.",
	"Passed to the task force.", "Patrol will keep an eye on it.", "No answer on call-back.", "Subpoena pending.", "Advised to call again.",
	"Nothing more by end of shift.", "See supplement.", "Refused to write a statement.", "Caller asked to stay anonymous.", "Body camera on file.",
	"Clinic has records.", "To be reviewed by the lieutenant.",
}

// saying are the ways in which a story says a value; % is where it goes.
var saying = map[string][]string{
	"phone": {
		"The number to call was %.", "He answers at %.", "They were told to text % for a ride.", "% is written on the wall by the door.",
		"Contact number in the posting: %.", "The boss's cell is %.", "Last call on her phone was to %.",
	},
	"plate": {
		"A white Ford Transit with plate % sat there all day.", "Dropped off by a gray Honda Odyssey, plate %.", "Camera shows license plate %.",
		"Vehicle was a black Chevy Tahoe, plate %.", "Driver of a blue Dodge Caravan (plate %) would not roll the window down.",
	},
	"business": {"Name on the truck was %.", "Pay comes from %.", "They work for %."},
	"address":  {"They sleep at %.", "Picked up each morning at %."},
	"email":    {"Applications went to %.", "She was told to write to %."},
	"handle":   {"Pictures were posted by %.", "He writes to them as %."},
}

// spanish stories, for the outreach office that keeps its log in Spanish.
var spanish = map[bool]storyKind{
	true: { // labor
		[]string{
			"Trabajador llegó a la oficina con su primo.", "Llamada anónima de una mujer de la iglesia.", "Visita de la enfermera al campamento.",
			"El denunciante pide que no se use su nombre.", "Mensaje de voz recibido el domingo.", "Una maestra nos habla por la familia de un alumno.",
		},
		[]string{
			"Duermen ocho en un remolque sin calefacción y pagan $200 al mes cada uno.", "El patrón les quitó los pasaportes al llegar.",
			"No han cobrado desde hace cinco semanas.", "Dice que debe $9,000 por el viaje y que la deuda crece cada mes.",
			"El mayordomo los amenaza con la migra si hablan.", "Trabajan de las 4 de la mañana a las 7 de la noche sin descanso.",
			"Se cortó la mano y nadie lo llevó al hospital.", "No los dejan salir los domingos.", "A los nuevos les cobran las botas y el agua.",
			"Los cambian de rancho cuando llega el inspector.",
		},
	},
	false: {
		[]string{
			"Una vecina llamó muy preocupada.", "La recepcionista de un hotel nos avisa.", "Denuncia por internet.", "Una joven pidió ayuda en la lavandería.",
			"El padre de la muchacha vino en persona.",
		},
		[]string{
			"Traen mujeres distintas cada semana y entran hombres toda la noche.", "La muchacha no sabe en qué pueblo está.",
			"Un hombre en el carro recoge el dinero.", "Le prometieron trabajo de niñera.", "Le quitaron el teléfono y la encierran con llave.",
			"El anuncio dice que es nueva y solo dos noches.", "Tiene golpes en los brazos.",
		},
	},
}

var spanishEndings = []string{
	"Se pasó al sheriff.", "Va a volver con los papeles.", "No contestó cuando le llamamos.", "Pide intérprete.", "Hay fotos.", "Queda pendiente.",
	"Tiene miedo de declarar.", "La clínica tiene el expediente.",
}

var spanishSaying = map[string][]string{
	"phone":    {"El teléfono del encargado es %.", "Les dicen que llamen al %.", "Contesta en el número %."},
	"plate":    {"Los lleva una camioneta blanca con placa %.", "La camioneta tiene placa %."},
	"business": {"Trabajan para %.", "El cheque dice %."},
	"address":  {"Viven en %."},
	"email":    {"Escribió a %."},
	"handle":   {"Los anuncios son de %."},
}
