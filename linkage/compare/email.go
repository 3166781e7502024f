package compare

import (
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// The chances behind the weights of e-mail addresses.
const (
	mailboxCount = 1e7 // mailboxes of a region's people

	mailboxSame  = 0.95
	mailboxTypo  = 0.01 // one character of the name or the domain wrong
	mailboxMoved = 0.02 // the same name at another provider
	mailboxOther = 0.05 // another address of the same person or firm
	mailboxTypos = 300  // mailboxes that are one character away
	nameTaken    = 20   // providers at which another person has the same name
	domainShared = 0.1  // of a firm's own addresses have its domain; see domainU
	domainU      = 1e-4 // two unrelated addresses of firms have one domain
	roleMailbox  = 1e-5 // "info@", "office@" at one domain: a firm's front desk, which many write to
	shortName    = 5    // letters; shorter names are many people's
	shortNameU   = 1e-3 // chance of a short name at another provider
)

// Emails compares two e-mail addresses.
func Emails(a, b normalize.EmailAddress) Comparison {
	var c Comparison
	if a.Key() == "" || b.Key() == "" {
		c.add(0, "an e-mail address could not be read")
		return c
	}
	nameA, domainA, _ := strings.Cut(a.Key(), "@")
	nameB, domainB, _ := strings.Cut(b.Key(), "@")
	switch {
	case a.Key() == b.Key():
		c.Same = true
		c.add(LikelihoodRatio(mailboxSame, emailU(a)), "same mailbox %s", a.Key())
	case nameA == nameB && (oneEditApart(domainA, domainB)):
		c.Relation = "domain one character apart"
		c.add(LikelihoodRatio(mailboxTypo, mailboxTypos/mailboxCount), "same name, domains one character apart")
	case nameA == nameB && min(len(nameA), len(nameB)) > shortName && !isRoleName(nameA):
		c.Relation = "same name elsewhere"
		c.add(LikelihoodRatio(mailboxMoved, nameTaken/mailboxCount)/2, "same name at another provider")
	case nameA == nameB:
		c.add(LikelihoodRatio(mailboxMoved, shortNameU)/2, "same short name at another provider")
	case domainA == domainB && oneEditApart(nameA, nameB):
		c.Relation = "one character apart"
		c.add(LikelihoodRatio(mailboxTypo, mailboxTypos/mailboxCount)/2, "names one character apart")
	case domainA == domainB && !freeMail[domainA]:
		c.Relation = "same domain"
		c.add(LikelihoodRatio(domainShared, domainU)/2, "same domain %s", domainA)
	default:
		c.add(LikelihoodRatio(mailboxOther, 1), "two mailboxes")
	}
	return c
}

// freeMail has the providers that give everybody a mailbox.
var freeMail = map[string]bool{
	"gmail.com": true, "yahoo.com": true, "hotmail.com": true, "outlook.com": true, "live.com": true, "msn.com": true, "aol.com": true,
	"icloud.com": true, "me.com": true, "mac.com": true, "ymail.com": true, "rocketmail.com": true, "mail.com": true, "gmx.com": true,
	"protonmail.com": true, "proton.me": true, "comcast.net": true, "verizon.net": true, "att.net": true, "sbcglobal.net": true,
	"roadrunner.com": true, "rochester.rr.com": true, "twc.com": true, "frontiernet.net": true, "optonline.net": true, "yandex.com": true,
	"qq.com": true, "163.com": true, "yahoo.com.mx": true, "hotmail.es": true, "zoho.com": true, "tutanota.com": true,
}

// roleNames have the names of mailboxes that belong to an office and not to a person.
var roleNames = map[string]bool{
	"info": true, "office": true, "admin": true, "contact": true, "sales": true, "support": true, "hr": true, "jobs": true,
	"help": true, "mail": true, "noreply": true, "no-reply": true, "reception": true, "frontdesk": true, "billing": true,
}

func isRoleName(name string) bool { return roleNames[name] }

// oneEditApart reports whether one letter inserted, deleted or replaced, or two
// neighbours exchanged, makes a of b (Damerau 1964).
func oneEditApart(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a == b {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	return a[i+1:] == b[i+1:] || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// emailU returns the chance that an unrelated mailbox is this very one.
func emailU(e normalize.EmailAddress) float64 {
	if name, _, _ := strings.Cut(e.Key(), "@"); isRoleName(name) {
		return roleMailbox
	}
	return 1 / mailboxCount
}
