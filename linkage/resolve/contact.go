package resolve

import (
	"strings"

	"github.com/tflink/tflink/linkage/compare"
	"github.com/tflink/tflink/linkage/normalize"
)

// Shipped parameters of e-mail addresses, phones and identifiers.
var (
	emailLevels = []level{
		{"same e-mail", 0.70, 0.0002, 1},
		{"e-mails a few characters apart", 0.14, 0.0003, 0.3},
		{"same mailbox at another provider", 0.04, 0.0008, 0.5},
		{"mailboxes alike", 0.03, 0.004, 0},
		{"mailboxes of one domain", 0.08, 0.004, 1},
		{"e-mails differ", 0.09, 0.9947, 0},
	}
	phoneLevels = []level{
		{"same phone", 0.72, 0.0003, 1},
		{"phones a digit apart", 0.07, 0.0005, 0},
		{"phones differ", 0.21, 0.9992, 0},
	}
	accountLevels = []level{
		{"same", 0.60, 0.0002, 1},
		{"one character apart", 0.05, 0.0005, 0},
		{"differ", 0.35, 0.9993, 0},
	}
	identifierLevels = []level{
		{"same", 0.86, 0.0001, 1},
		{"one character apart", 0.08, 0.0001, 0},
		{"two characters apart", 0.01, 0.005, 0},
		{"differ", 0.05, 0.9948, 0},
	}
)

// emailComparer compares mailboxes.
type emailComparer struct {
	*interner
	sites   bool // the table is of places of business, of which an agency has several
	records *int
	locals  *interner
	domains *interner
	local   []int32
	domain  []int32
	digits  []string // of each mailbox
}

func (c *emailComparer) features() []feature {
	return []feature{{name: "e-mail", levels: emailLevels, agency: c.sites}}
}
func (c *emailComparer) text(v int32) string { return c.texts[v] }

func (c *emailComparer) add(raw string, record int) int32 {
	raw = strings.ToLower(strings.TrimSpace(strings.ToValidUTF8(raw, "")))
	if len(raw) < 5 || len(raw) > maxText || !strings.Contains(raw, "@") {
		return -1
	}
	local, domain, _ := strings.Cut(raw, "@")
	v := c.interner.add(raw, record)
	l, d := c.locals.add(local, record), c.domains.add(domain, record)
	if int(v) == len(c.local) {
		c.local, c.domain, c.digits = append(c.local, l), append(c.domain, d), append(c.digits, digitsOf(local))
	}
	return v
}

// The cells of an e-mail address: the whole, which notes whether the domain is its owner's, and the mailbox.
const (
	wholeCell = iota
	localCell
	emailCells
)

func (c *emailComparer) cells() int { return emailCells }
func (c *emailComparer) cellsOf(v int32, out []cell) {
	out[wholeCell], out[localCell] = c.cellOf(v), c.locals.cellOf(c.local[v])
	if c.domains.share(c.domain[v], *c.records) <= ownDomain {
		out[wholeCell].note = 1
	}
}

func (c *emailComparer) compare(a, b []cell, out []outcome) {
	x, y, p, q := &a[wholeCell], &b[wholeCell], &a[localCell], &b[localCell]
	switch sameLocal := p.number == q.number; {
	case x.number == y.number:
		out[0] = outcome{1, c.share(x.number, *c.records)}
	case c.fewApart(x, y) && (sameLocal || p.length > 3 && c.locals.slips(p, q, 2) <= 2):
		out[0] = outcome{2, c.commoner(x, y, *c.records)}
	case sameLocal && p.length > 3:
		out[0] = outcome{3, c.locals.share(p.number, *c.records)}
	case c.locals.likeness(p, q) <= likeNear:
		out[0] = outcome{4, 0}
	case x.note == 1 && y.note == 1 && c.domain[x.number] == c.domain[y.number]:
		out[0] = outcome{5, c.domains.share(c.domain[x.number], *c.records)}
	default:
		out[0] = outcome{6, 0}
	}
}

// fewApart reports whether two e-mail addresses are up to three slips apart, none of them in a
// digit of the mailbox: these are made of names, and robert77 and robert79 are two Roberts.
func (c *emailComparer) fewApart(x, y *cell) bool {
	slips := c.slips(x, y, 3)
	return slips <= 3 && slips*4 <= int(x.length) && c.digits[x.number] == c.digits[y.number]
}

// ownDomain is the share of records up to which a domain is somebody's own and not a provider's.
const ownDomain = 0.02

// phoneComparer compares telephone numbers. How common one is, is with how many
// different owners it stands: names of firms, or addresses of places of business. A chain's number in
// all its rows is the chain's, a lawyer's number in the rows of five firms is none of theirs.
type phoneComparer struct {
	*interner
	records *int
	owners  []map[string]bool
	several bool // one may have several
	sites   bool // the table is of places of business
}

func (c *phoneComparer) features() []feature {
	return []feature{{name: "phone", levels: phoneLevels, several: c.several, household: true, agency: c.sites}}
}
func (c *phoneComparer) text(v int32) string { return c.texts[v] }

// add returns the numbers of the phones of a cell, whose record is known by owner, which may be empty.
func (c *phoneComparer) add(raw, owner string, record int) []int32 {
	if len(raw) > maxText {
		raw = raw[:maxText]
	}
	found, _ := normalize.Phones(raw, normalize.DefaultRegion)
	var keys []string
	for _, p := range found {
		if p.Key() != "" {
			keys = append(keys, p.Key())
		}
	}
	if d := digitsOf(raw); len(keys) == 0 && len(d) >= 7 && !typedThrough(d) {
		keys = append(keys, d)
	}
	var out []int32
	for _, k := range keys[:min(len(keys), most)] {
		v := c.interner.add(k, record)
		if int(v) == len(c.owners) {
			c.owners = append(c.owners, map[string]bool{})
		}
		if owner != "" {
			c.owners[v][owner] = true
		}
		out = append(out, v)
	}
	return out
}

func (c *phoneComparer) cells() int                  { return 1 }
func (c *phoneComparer) cellsOf(v int32, out []cell) { out[0] = c.cellOf(v) }

func (c *phoneComparer) compare(a, b []cell, out []outcome) {
	switch x, y := &a[0], &b[0]; {
	case x.number == y.number:
		out[0] = outcome{1, float32(max(1, len(c.owners[x.number]))) / float32(*c.records)}
	case c.slips(x, y, 1) == 1:
		out[0] = outcome{2, 0}
	default:
		out[0] = outcome{3, 0}
	}
}

// identifierComparer compares numbers that one person or firm has: of a passport, a licence, a tax file.
type identifierComparer struct {
	*interner
	name    string
	records *int
	account bool // a site or an account, of which one may have several
}

func (c *identifierComparer) features() []feature {
	if c.account {
		return []feature{{name: c.name, levels: accountLevels}}
	}
	return []feature{{name: c.name, levels: identifierLevels}}
}
func (c *identifierComparer) text(v int32) string {
	id, issuer, _ := strings.Cut(c.texts[v], "|")
	if issuer != "" {
		return id + " of " + issuer
	}
	return id
}

// add returns the number of an identifier and its issuer, -1 if it is too short to tell anything.
func (c *identifierComparer) add(raw, issuer string, record int) int32 {
	id := squeeze(raw)
	if c.account {
		id = accountName(raw)
	}
	if d := digitsOf(id); len(id) < 3 || strings.Trim(id, id[:1]) == "" || len(d) == len(id) && typedThrough(d) {
		return -1 // 000000000, xxx, 123456789
	}
	return c.interner.add(id+"|"+squeeze(issuer), record)
}

// typedThrough reports whether digits are what a hand on the keypad types where a number is asked for.
func typedThrough(digits string) bool {
	if len(digits) < 5 {
		return false
	}
	return strings.Trim(digits[1:], digits[1:2]) == "" || strings.Contains("01234567890123", digits) || strings.Contains("98765432109876", digits)
}

// accountName returns a site without its scheme, or the name of an account.
func accountName(raw string) string {
	s := strings.ToLower(strings.TrimSpace(strings.ToValidUTF8(raw[:min(len(raw), maxText)], "")))
	if _, rest, ok := strings.Cut(s, "://"); ok {
		s = rest
	}
	s, _, _ = strings.Cut(strings.TrimPrefix(s, "www."), "?")
	s = strings.Trim(s, "/")
	for _, host := range [...]string{"linkedin.com/", "facebook.com/", "instagram.com/", "twitter.com/", "x.com/", "tiktok.com/", "t.me/"} {
		if name, ok := strings.CutPrefix(s, host); ok {
			s = name[strings.LastIndexByte(name, '/')+1:]
		}
	}
	return strings.ReplaceAll(strings.TrimPrefix(s, "@"), "|", "")
}

func (c *identifierComparer) cells() int { return 1 }

// cellsOf gives signature and length of the number, without its issuer, and notes whether that is known.
func (c *identifierComparer) cellsOf(v int32, out []cell) {
	id, issuer, _ := strings.Cut(c.texts[v], "|")
	out[0] = cell{sign: signatureOf(id), number: v, length: uint16(len(id))}
	if issuer != "" {
		out[0].note = 1
	}
}

func (c *identifierComparer) compare(a, b []cell, out []outcome) {
	x, y := &a[0], &b[0]
	slips := c.slipsOf(x, y)
	if c.account {
		out[0] = outcome{3, 0}
		if slips <= 1 {
			out[0] = outcome{uint8(1 + slips), c.commoner(x, y, *c.records)}
		}
		return
	}
	switch {
	case slips > 0 && x.note == 1 && y.note == 1 && !c.sameIssuer(x, y):
		out[0] = outcome{} // two documents of two offices
	case slips == 0:
		out[0] = outcome{1, c.commoner(x, y, *c.records)}
	case slips == 1:
		out[0] = outcome{2, 0}
	case slips == 2 && min(x.length, y.length) >= 7:
		out[0] = outcome{3, 0}
	default:
		out[0] = outcome{4, 0}
	}
}

// slipsOf returns how many edits two identifiers are apart, or a number above two where they are more than that.
func (c *identifierComparer) slipsOf(x, y *cell) int {
	if least := leastSlips(x.sign, y.sign, int(x.length), int(y.length)); least > 2 {
		return least
	}
	p, q := c.texts[x.number][:x.length], c.texts[y.number][:y.length]
	if p == q {
		return 0
	}
	return compare.Slips(p, q)
}

// sameIssuer reports whether two identifiers are of one office.
func (c *identifierComparer) sameIssuer(x, y *cell) bool {
	return c.texts[x.number][x.length:] == c.texts[y.number][y.length:]
}
