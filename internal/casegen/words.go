package casegen

import "strings"

// The word lists are ordered from common to rare where that matters: names are
// drawn with a preference for the front of the list, so that unrelated cases
// share a name now and then, as real ones do.
var (
	givenNames = words(`James Maria Michael Jose John Juan Robert Luis David Carlos William Ana Richard Wei Thomas
		Rosa Daniel Miguel Christopher Linda Anthony Carmen Mark Jing Steven Elena Kevin Patricia Brian Min Jason
		Teresa Eric Gloria Ryan Yan Scott Silvia Victor Olga Hector Irina Pedro Natalia Raul Xin Oscar Lucia Ramon
		Dmitri Angel Tatiana Felipe Marisol Darnell Keisha Tyrone Crystal Dustin Amber Travis Heather Wayne Tammy
		Roy Brenda Earl Wanda Vernon Lorena Ignacio Beatriz Emilio Graciela Tomas Yesenia Rigoberto Nelly Arnulfo
		Ping Hao Lian Bao Thuy Quang Somchai Mei Rajesh Priya Arjun Sunita Bogdan Oksana Marek Agnieszka Leroy
		Desmond Latoya Clifton Roderick Ernestine`)
	familyNames = words(`Smith Garcia Johnson Rodriguez Williams Martinez Brown Hernandez Jones Lopez Miller Chen
		Davis Gonzalez Wilson Perez Anderson Li Thomas Sanchez Taylor Ramirez Moore Torres Martin Wang Jackson Flores
		Thompson Rivera White Gomez Harris Diaz Clark Cruz Lewis Morales Young Ortiz Walker Liu Hall Reyes Allen
		Gutierrez King Zhang Wright Ramos Scott Ruiz Green Alvarez Baker Mendoza Adams Castillo Nelson Vasquez
		Carter Jimenez Mitchell Moreno Roberts Herrera Turner Medina Phillips Aguilar Campbell Vargas Parker Guzman
		Evans Salazar Edwards Mendez Collins Ayala Stewart Cortez Morris Estrada Rogers Contreras Reed Nguyen Cook
		Tran Morgan Kowalski Bell Petrov Murphy Ivanova Bailey Novak Cooper Singh Richardson Patel Cox Khan Howard
		Ward Burdick Stahl Wexler Pruitt Haskins Delacroix Ostrander Vandermark Tillotson Whitbeck Quackenbush`)
	firmWords = words(`Golden Silver Green Blue Red Happy Lucky Royal Grand New Lake River Valley Hill Maple Oak
		Cedar Pine Willow Elm Sunrise Sunset Morning Evening Summer Spring Autumn Harvest Meadow Orchard Stone Iron
		Copper Crystal Pearl Jade Lotus Rose Lily Orchid Bamboo Dragon Phoenix Eagle Falcon Heron Fox Bear Wolf Deer
		Empire Liberty Pioneer Frontier Heritage Colonial Union Central Northern Southern Eastern Western Finger
		Seneca Mohawk Genesee Tonawanda Cayuga Oswego Chenango Catskill Adirondack Hudson Allegheny Niagara`)
	firmNouns = words(`Harvest Ridge Creek Brook Hollow Point Bridge Gate Field Grove Acres Heights Landing Crossing
		Corner Mill Spring Star Moon Sun Sky Cloud Wind Rain Garden Palace Dream Touch Breeze Shore Bay Harbor Bend
		Bluff Knoll Glen Dale Vista Summit Prairie Farmstead Homestead Pasture Furrow`)
	firmTrades = words(`Farm Dairy Orchards Staffing Spa Nails Massage Restaurant Buffet Landscaping Roofing Cleaning
		Construction Vineyards Packing Trucking Laundry Catering`)
	motelNames = words(`Thruway Lakeview Starlite Pinecrest Skyway Wayside Knights Seaway Hilltop Crossroads
		Fairview Evergreen Maplewood Sunset Valley Riverside Budget Colonial Cadillac Moonlight Rainbow Overlook
		Trailside Exit Junction Blossom Canal Parkway Homeway Falls`)
	streetNames = words(`Main Church Lake Mill Maple Elm Park Center Genesee Court State Union Pearl Liberty Washington
		Franklin Spring Bridge Canal Railroad Prospect Walnut Cherry Chestnut Pine Oak Cedar Spruce Willow Grove River
		Ridge Valley Hill Orchard Meadow Highland Grand Erie Seneca Cayuga Mohawk Oneida Clinton Monroe Madison
		Jefferson Jackson Lincoln Grant Delaware Hudson Niagara Transit Sheridan Harlem Walden Abbott Elmwood Hertel
		Lyell Dewey Culver Portland Hamlin Lawton Sperry Dutton Harwood Burdick Simmons Tuttle Wheelock`)
	streetSuffixes = [][3]string{ // full, USPS abbreviation, abbreviation with a stop
		{"Street", "St", "St."}, {"Road", "Rd", "Rd."}, {"Avenue", "Ave", "Ave."},
		{"Drive", "Dr", "Dr."}, {"Lane", "Ln", "Ln."}, {"Boulevard", "Blvd", "Blvd."},
	}
	vehicles = []string{"white Ford Transit", "black Chevy Tahoe", "gray Honda Odyssey", "silver Toyota Sienna",
		"blue Dodge Caravan", "red Nissan Altima", "green Subaru Outback", "maroon GMC Savana", "tan Toyota Camry"}
	platforms = []string{"Instagram", "Telegram", "Snapchat", "Facebook"}
)

// areaCodes are the 356 geographic area codes of the United States that
// libphonenumber's metadata accepts; a test holds them to that.
var areaCodes = words(`
	201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 220 223 224 225 227 228 229 231 234 235 239
	240 248 251 252 253 254 256 260 262 267 269 270 272 276 279 281 283 301 302 303 304 305 307 308 309 310 312 313
	314 315 316 317 318 319 320 321 323 324 325 326 327 329 330 331 332 334 336 337 339 341 346 347 350 351 352 353
	360 361 363 364 369 380 385 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417 419 423 424 425 430 432
	434 435 440 442 443 445 447 448 458 463 464 469 470 475 478 479 480 484 501 502 503 504 505 507 508 509 510 512
	513 515 516 517 518 520 530 531 534 539 540 541 551 557 559 561 562 563 564 567 570 571 572 573 574 575 580 582
	585 586 601 602 603 605 606 607 608 609 610 612 614 615 616 617 618 619 620 623 626 628 629 630 631 636 640 641
	645 646 650 651 656 657 659 660 661 662 667 669 678 680 681 682 686 689 701 702 703 704 706 707 708 712 713 714
	715 716 717 718 719 720 724 725 726 727 728 730 731 732 734 737 738 740 743 747 748 754 757 760 762 763 765 769
	770 771 772 773 774 775 779 781 785 786 801 802 803 804 805 806 808 810 812 813 814 815 816 817 818 820 821 826
	828 830 831 832 835 838 839 840 843 845 847 848 850 854 856 857 858 859 860 862 863 864 865 870 872 878 901 903
	904 906 907 908 909 910 912 913 914 915 916 917 918 919 920 925 928 929 930 931 934 936 937 938 940 941 943 945
	947 948 949 951 952 954 956 959 970 971 972 973 975 978 979 980 984 985 986 989`)

func words(s string) []string { return strings.Fields(s) }
