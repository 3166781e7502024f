package normalize

import (
	"net/url"
	"sort"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// A WebAddress is a page or a site. Its key is host and path without scheme,
// "www.", tracking parameters and a closing slash, such as
// "listings.example.com/post/831?id=4".
type WebAddress struct {
	// Generic says that the address is a platform's own page, such as
	// facebook.com or a city section of an advertisement site: it says nothing
	// about who is behind a case, and two cases are not linked by it.
	Generic bool

	remarks
	host  string
	path  string
	query string
}

// Kind returns KindURL.
func (w WebAddress) Kind() Kind { return KindURL }

// Key returns the canonical address, "" if it could not be read.
func (w WebAddress) Key() string { return w.host + w.path + w.query }

// Host returns the host in lower-case ASCII, without "www." and "m.".
func (w WebAddress) Host() string { return w.host }

// Domain returns the part of the host that somebody registered: "example.co.uk"
// of "shop.example.co.uk" (Public Suffix List). Of a host that is a public
// suffix itself it returns the host.
func (w WebAddress) Domain() string {
	if d, err := publicsuffix.EffectiveTLDPlusOne(w.host); err == nil {
		return d
	}
	return w.host
}

// Display returns the address with "https://".
func (w WebAddress) Display() string {
	if w.host == "" {
		return ""
	}
	return "https://" + w.Key()
}

// Parts returns host, domain, path, query and, for a platform's own page, generic.
func (w WebAddress) Parts() []Part {
	if w.host == "" {
		return nil
	}
	parts := appendPart([]Part{{"host", w.host}, {"domain", w.Domain()}}, "path", w.path)
	parts = appendPart(parts, "query", strings.TrimPrefix(w.query, "?"))
	if w.Generic {
		parts = append(parts, Part{"generic", "yes"})
	}
	return parts
}

// maxURLBytes is what browsers and servers agree to take; longer texts are data.
const maxURLBytes = 8192

// URL reads one web address, with or without a scheme; "hxxp" and "[.]", as
// investigators write links that must not be clicked, are read too. Case
// matters in a path and not in a host.
func URL(raw string) (WebAddress, error) {
	if len(raw) > maxURLBytes {
		return unreadableURL("too long for a web address")
	}
	s := refang(strings.TrimSpace(strings.ToValidUTF8(raw, "")))
	if strings.ContainsAny(s, " \t\n") || s == "" {
		return unreadableURL("not one web address")
	}
	if i := strings.Index(s, "://"); i < 0 || i > len("https") {
		s = "http://" + strings.TrimPrefix(s, "//")
	}
	u, err := url.Parse(s)
	if err != nil || u.User != nil {
		return unreadableURL("not a web address")
	}
	if scheme := strings.ToLower(u.Scheme); scheme != "http" && scheme != "https" {
		return unreadableURL("not a web address")
	}
	host, ok := plainHost(u.Hostname())
	if !ok {
		return unreadableURL("no host name with a top-level domain")
	}
	return webAddress(host, u), nil
}

// webAddress makes the value of a parsed address.
func webAddress(host string, u *url.URL) WebAddress {
	host = plainSite(host)
	w := WebAddress{host: host, query: keptQuery(u)}
	path := u.EscapedPath()
	for strings.Contains(path, "//") {
		path = strings.ReplaceAll(path, "//", "/")
	}
	for _, end := range []string{"index.html", "index.htm", "index.php"} {
		path = strings.TrimSuffix(path, "/"+end)
	}
	w.path = strings.TrimRight(path, "/"+aroundLink)
	if _, caseless := platformHosts[host]; caseless {
		w.path = strings.ToLower(w.path)
	}
	if isGenericPage(host, w.path, w.query) {
		w.Generic = true
		w.note("a platform's own page")
	}
	return w
}

// plainSite takes off the host's labels that mean the same site.
func plainSite(host string) string {
	for _, label := range []string{"www.", "m.", "mobile."} {
		if rest := strings.TrimPrefix(host, label); rest != host && strings.Contains(rest, ".") {
			host = rest
		}
	}
	return host
}

// trackingParameters say where a visitor came from and not what the page is.
// Source: the documentation of Google Analytics, Meta, Microsoft and Mailchimp.
var trackingParameters = map[string]bool{
	"fbclid": true, "gclid": true, "dclid": true, "msclkid": true, "igshid": true, "igsh": true, "mc_cid": true, "mc_eid": true,
	"ref": true, "ref_src": true, "si": true, "_ga": true, "yclid": true, "mibextid": true,
}

// keptQuery returns the parameters that are no tracking, sorted, with "?".
func keptQuery(u *url.URL) string {
	if u.RawQuery == "" {
		return ""
	}
	var kept []string
	for _, p := range strings.Split(u.RawQuery, "&") {
		name, _, _ := strings.Cut(p, "=")
		name = strings.ToLower(name)
		if p != "" && !trackingParameters[name] && !strings.HasPrefix(name, "utm_") {
			kept = append(kept, escapeQuery(p))
		}
	}
	if len(kept) == 0 {
		return ""
	}
	sort.Strings(kept)
	return strings.TrimRight("?"+strings.Join(kept, "&"), "?"+aroundLink)
}

// escapeQuery percent-encodes what must not stand in a key.
func escapeQuery(p string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(p) {
		if c := p[i]; c <= ' ' || c >= 0x7f || c == '#' {
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// aroundLink are marks that stand about a link in a text and are no part of it.
const aroundLink = "<>\"'`,;.!"

// brokenMarks has what stands for the marks of a link that must not be clicked.
var brokenMarks = strings.NewReplacer("[.]", ".", "(.)", ".", "[dot]", ".", "(dot)", ".", "[:]", ":")

// refang undoes what makes a link unclickable in a report.
func refang(s string) string {
	s = brokenMarks.Replace(s)
	if len(s) >= 4 && strings.EqualFold(s[:4], "hxxp") {
		s = "http" + s[4:]
	}
	return strings.Trim(s, aroundLink)
}

func unreadableURL(reason string) (WebAddress, error) {
	var w WebAddress
	w.doubt(reason)
	return w, &Error{Kind: KindURL, Reason: reason, Hint: "give it as https://example.com/page"}
}
