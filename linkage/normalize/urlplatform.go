package normalize

import "strings"

// platformHosts are hosts on which anybody may have a page, with the handle
// platform that their profiles belong to ("" where there are none). Paths on
// them do not depend on case.
var platformHosts = map[string]string{
	"facebook.com": "facebook", "fb.com": "facebook", "fb.me": "facebook", "instagram.com": "instagram", "twitter.com": "x", "x.com": "x",
	"tiktok.com": "tiktok", "snapchat.com": "snapchat", "t.me": "telegram", "telegram.me": "telegram", "kik.me": "kik",
	"cash.app": "cashapp", "cash.me": "cashapp", "venmo.com": "venmo", "account.venmo.com": "venmo", "paypal.me": "paypal", "wa.me": "whatsapp",
	"onlyfans.com": "onlyfans", "linkedin.com": "linkedin", "pinterest.com": "pinterest", "reddit.com": "reddit", "twitch.tv": "twitch",
	"threads.net": "threads", "fansly.com": "fansly", "linktr.ee": "linktree", "vk.com": "vk", "soundcloud.com": "soundcloud",
	"discord.gg": "", "discord.com": "", "backpage.com": "", "craigslist.org": "", "skipthegames.com": "", "listcrawler.eu": "", "indeed.com": "",
	"eros.com": "", "adultsearch.com": "", "megapersonals.eu": "", "seeking.com": "", "tinder.com": "", "plentyoffish.com": "", "okcupid.com": "",
	"eccie.net": "", "rubmaps.ch": "", "bedpage.com": "", "cityxguide.com": "", "doublelist.com": "", "locanto.com": "", "airbnb.com": "",
	"yelp.com": "", "whatsapp.com": "", "paypal.com": "", "zellepay.com": "", "offerup.com": "", "ziprecruiter.com": "", "monster.com": "",
}

// genericHosts are hosts that, bare, say nothing either, but their paths keep
// their case, since it is part of the id of what they show.
var genericHosts = map[string]bool{
	"google.com": true, "maps.google.com": true, "drive.google.com": true, "docs.google.com": true, "gmail.com": true, "youtube.com": true,
	"youtu.be": true, "yahoo.com": true, "bing.com": true, "amazon.com": true, "ebay.com": true, "wikipedia.org": true, "bit.ly": true,
	"tinyurl.com": true, "wordpress.com": true, "wix.com": true, "weebly.com": true, "blogspot.com": true, "tumblr.com": true,
	"apple.com": true, "microsoft.com": true, "outlook.com": true, "hotmail.com": true, "aol.com": true, "imgur.com": true,
}

// genericSections are first path segments of a platform that lead to its own
// pages and not to somebody's.
var genericSections = map[string]bool{
	"login": true, "signup": true, "home": true, "about": true, "help": true, "search": true, "marketplace": true, "watch": true,
	"explore": true, "messages": true, "settings": true, "privacy": true, "terms": true, "jobs": true, "groups": true, "events": true,
	"photo.php": true, "feed": true, "messenger": true, "legal": true, "download": true, "support": true,
}

// isGenericPage reports whether the page is a platform's own. Advertisement
// sites have sections by place and subject; only a page with a number in its
// path or query is somebody's advertisement.
func isGenericPage(host, path, query string) bool {
	site := host
	profile, platform := platformHosts[site]
	if !platform {
		site = site[strings.IndexByte(site, '.')+1:] // a city: buffalo.example.org
		profile, platform = platformHosts[site]
	}
	switch {
	case genericHosts[host]:
		return path == "" && query == ""
	case !platform:
		return false
	case path == "" && query == "":
		return true
	case profile == "":
		return !strings.ContainsAny(path+query, "0123456789")
	}
	first, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	return genericSections[first] && strings.Count(path, "/") == 1 && query == ""
}

// IsPlatform reports whether host is one on which anybody may have a page.
func IsPlatform(host string) bool {
	if _, ok := platformHosts[host]; ok || genericHosts[host] {
		return true
	}
	_, ok := platformHosts[host[strings.IndexByte(host, '.')+1:]]
	return ok
}
