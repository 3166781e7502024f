package normalize

import (
	"strings"
	"unicode"

	"golang.org/x/net/idna"
)

// An EmailAddress is a mailbox. Its key is the mailbox in lower case; what the
// provider ignores (dots and "+tag" at Gmail, "+tag" elsewhere) is not in it.
type EmailAddress struct {
	remarks
	local  string // as written, lower-case, without tag
	tag    string
	domain string
	key    string
}

// Kind returns KindEmail.
func (e EmailAddress) Kind() Kind { return KindEmail }

// Key returns the canonical mailbox, "" if it could not be read.
func (e EmailAddress) Key() string { return e.key }

// Local returns what stands before the @, in lower case and without a tag.
func (e EmailAddress) Local() string { return e.local }

// Domain returns what stands after the @, in lower case.
func (e EmailAddress) Domain() string { return e.domain }

// Display returns the address as written, in lower case.
func (e EmailAddress) Display() string {
	if e.key == "" {
		return ""
	}
	if e.tag != "" {
		return e.local + "+" + e.tag + "@" + e.domain
	}
	return e.local + "@" + e.domain
}

// Parts returns local, tag and domain.
func (e EmailAddress) Parts() []Part {
	parts := appendPart(nil, "local", e.local)
	parts = appendPart(parts, "tag", e.tag)
	return appendPart(parts, "domain", e.domain)
}

// maxEmailBytes is the longest mailbox that mail can reach (RFC 5321, 4.5.3.1:
// 64 for the local part, 255 for the domain), with room for what disguises it.
const maxEmailBytes = 400

// Email reads one e-mail address, plain or disguised: "Name@Gmail.com",
// "mailto:name@gmail.com", "name at gmail dot com", "name [at] gmail [dot] com".
//
// Upper and lower case mean the same mailbox. Gmail delivers to one mailbox
// whatever dots and "+tag" its name has, and googlemail.com is gmail.com (Gmail
// help, "Dots don't matter in Gmail addresses"); other large providers ignore "+tag".
// A domain one letter off a large provider's is a doubt and is not corrected.
func Email(raw string) (EmailAddress, error) {
	if len(raw) > maxEmailBytes {
		return unreadableEmail("too long for an e-mail address")
	}
	local, domain, ok := splitEmail(plainEmail(raw))
	if !ok {
		return unreadableEmail("not of the form name@domain")
	}
	if emptyMailbox(local, domain) {
		return unreadableEmail(nothingWritten)
	}
	e := EmailAddress{local: local, domain: domain}
	if name, tag, found := strings.Cut(local, "+"); found && name != "" && (ignoresTag[domain] || domain == gmail || domain == googlemail) {
		e.local, e.tag = name, tag
		e.note("tag kept apart")
	}
	mailbox := e.local
	if domain == gmail || domain == googlemail {
		domain = gmail
		if mailbox = strings.ReplaceAll(mailbox, ".", ""); mailbox != e.local {
			e.note("dots mean nothing at Gmail")
		}
	}
	e.key = mailbox + "@" + domain
	if near := nearProvider(domain); near != "" {
		e.doubt("the domain may be meant for " + near)
	}
	return e, nil
}

const (
	gmail      = "gmail.com"
	googlemail = "googlemail.com"
)

// ignoresTag has the large providers, besides Gmail, that deliver "name+tag" to
// "name" according to their help pages.
var ignoresTag = map[string]bool{
	"outlook.com": true, "hotmail.com": true, "live.com": true, "msn.com": true, "icloud.com": true, "me.com": true,
	"fastmail.com": true, "proton.me": true, "protonmail.com": true, "pm.me": true, "zoho.com": true, "yandex.com": true,
}

// providers are the domains against which a misspelling is held.
var providers = []string{
	gmail, "yahoo.com", "hotmail.com", "outlook.com", "icloud.com", "aol.com", "comcast.net", "verizon.net", "protonmail.com",
}

// notMisspelt are real domains one letter off a provider's.
var notMisspelt = map[string]bool{"mail.com": true, "ymail.com": true, "gmx.com": true, "email.com": true, "aim.com": true, "rocketmail.com": true, "yahoo.co": true}

// nearProvider returns the provider whose domain is one edit (Damerau 1964)
// off the given one, "" if there is none or the domain is a provider's.
func nearProvider(domain string) string {
	if notMisspelt[domain] {
		return ""
	}
	near := ""
	for _, p := range providers {
		if domain == p {
			return ""
		}
		if near == "" && oneEdit(domain, p) {
			near = p
		}
	}
	return near
}

// oneEdit reports whether a and b differ by one byte inserted, deleted or
// replaced, or by two neighbours in the other order.
func oneEdit(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	if i == len(a) {
		return false
	}
	return a[i+1:] == b[i+1:] ||
		i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// spokenMarks has what people write for @ and dot.
var spokenMarks = strings.NewReplacer("[at]", "@", "(at)", "@", "{at}", "@", "<at>", "@", " at ", "@", "_at_", "@",
	"[dot]", ".", "(dot)", ".", "{dot}", ".", "<dot>", ".", " dot ", ".", "_dot_", ".",
	" arroba ", "@", "(arroba)", "@", "[arroba]", "@", " punto ", ".", "＠", "@")

// plainEmail takes the disguise off an address.
func plainEmail(raw string) string {
	s := strings.ToLower(strings.TrimSpace(strings.ToValidUTF8(raw, "")))
	if i, j := strings.LastIndexByte(s, '<'), strings.LastIndexByte(s, '>'); i >= 0 && j > i {
		s = s[i+1 : j] // "Name <name@domain>"
	}
	s = strings.TrimPrefix(s, "mailto:")
	if i := strings.IndexByte(s, '?'); i > 0 && strings.IndexByte(s[:i], '@') > 0 {
		s = s[:i] // subject of a mailto link
	}
	s = spokenMarks.Replace(s)
	s = strings.ReplaceAll(strings.ReplaceAll(s, " @ ", "@"), " . ", ".")
	s = strings.ReplaceAll(strings.ReplaceAll(s, "@ ", "@"), " @", "@")
	return strings.Trim(s, " \t\r\n.,;:!?\"'()[]{}<>")
}

// splitEmail divides a plain address and checks both halves.
func splitEmail(s string) (local, domain string, ok bool) {
	i := strings.LastIndexByte(s, '@')
	if i <= 0 || i > 64 {
		return "", "", false
	}
	local, domain = s[:i], s[i+1:]
	if strings.HasPrefix(local, ".") || strings.HasSuffix(local, ".") || strings.Contains(local, "..") {
		return "", "", false
	}
	for _, r := range local {
		if r <= ' ' || r == 0x7f || strings.ContainsRune(`@,;:"<>()[]\`, r) || r >= 0x80 && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return "", "", false
		}
	}
	domain, ok = plainHost(domain)
	return local, domain, ok
}

// plainHost returns a host name in lower-case ASCII, and whether it is one with
// a top-level domain.
func plainHost(host string) (string, bool) {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if len(host) > 253 || !strings.Contains(host, ".") {
		return "", false
	}
	for _, r := range host {
		if r >= 0x80 {
			ascii, err := idna.Lookup.ToASCII(host)
			if err != nil {
				return "", false
			}
			host = ascii
			break
		}
	}
	label := 0
	for i := range len(host) {
		switch c := host[i]; {
		case c == '.':
			if label == 0 || host[i-1] == '-' {
				return "", false
			}
			label = 0
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '_', c == '-' && label > 0:
			if label++; label > 63 {
				return "", false
			}
		default:
			return "", false
		}
	}
	top := host[strings.LastIndexByte(host, '.')+1:]
	return host, len(top) >= 2 && top[0] > '9'
}

func unreadableEmail(reason string) (EmailAddress, error) {
	var e EmailAddress
	e.doubt(reason)
	return e, &Error{Kind: KindEmail, Reason: reason, Hint: "give it as name@example.com"}
}
