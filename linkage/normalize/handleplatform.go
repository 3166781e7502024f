package normalize

import (
	"net/url"
	"strings"
)

// platformNames lists each platform's short name and the words that people
// write for it, folded to lower-case letters and digits.
var platformNames = map[string]string{
	"instagram": "instagram insta ig inst instgram", "snapchat": "snapchat snap sc snp snapchap", "facebook": "facebook fb facebk meta",
	"x": "x twitter twtr twit", "tiktok": "tiktok tt tictok", "telegram": "telegram tg tele telgram", "kik": "kik kikme",
	"cashapp": "cashapp cash capp cashtag", "venmo": "venmo", "whatsapp": "whatsapp wa wapp whatsap watsapp wsp", "signal": "signal",
	"wechat": "wechat weixin", "line": "lineid", "skype": "skype", "discord": "discord disc", "onlyfans": "onlyfans of",
	"zelle": "zelle", "paypal": "paypal pp", "youtube": "youtube yt", "linkedin": "linkedin", "reddit": "reddit", "threads": "threads",
	"pinterest": "pinterest", "twitch": "twitch", "fansly": "fansly", "viber": "viber", "tinder": "tinder", "bumble": "bumble",
	"plentyoffish": "plentyoffish pof", "badoo": "badoo", "tagged": "tagged", "meetme": "meetme", "grindr": "grindr", "steam": "steam",
	"roblox": "roblox", "xbox": "xbox gamertag", "playstation": "playstation psn", "textnow": "textnow", "linktree": "linktree", "vk": "vk",
	"soundcloud": "soundcloud", "bluesky": "bluesky bsky", "imo": "imo", "wickr": "wickr wickrme", "yubo": "yubo", "hinge": "hinge",
}

// phoneNamed has the platforms whose accounts are telephone numbers.
var phoneNamed = map[string]bool{"whatsapp": true, "signal": true, "viber": true, "zelle": true, "imo": true, "textnow": true}

var platformOfName = func() map[string]string {
	m := make(map[string]string, 100)
	for platform, names := range platformNames {
		for _, n := range strings.Fields(names) {
			m[n] = platform
		}
	}
	return m
}()

// Platform returns the short name of the platform that people call name
// ("IG", "Insta", "Cash App"), "" if it is none that is known.
func Platform(name string) string {
	if len(name) > maxHandleName {
		return ""
	}
	return platformOfName[strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		}
		return -1
	}, name)]
}

// profileFolders are path segments before an account's name.
var profileFolders = map[string]bool{"add": true, "in": true, "u": true, "user": true, "p": true, "channel": true, "c": true, "profile": true, "people": true, "pages": true}

// handleOfURL takes the account out of the address of a profile.
func handleOfURL(s string) (platform, name string, ok bool) {
	if !strings.ContainsAny(s, "./") || strings.ContainsAny(s, " \t") {
		return "", "", false
	}
	w, err := URL(s)
	if err != nil {
		return "", "", false
	}
	platform = platformHosts[w.host]
	if platform == "" && w.host == "youtube.com" {
		platform = "youtube"
	}
	if platform == "" || w.Generic {
		return "", "", false
	}
	segments := strings.Split(strings.TrimPrefix(w.path, "/"), "/")
	if profileFolders[segments[0]] && len(segments) > 1 {
		segments = segments[1:]
	}
	name = segments[0]
	if id, found := strings.CutPrefix(w.query, "?id="); found && name == "profile.php" {
		name = id
	}
	if plain, err := url.PathUnescape(name); err == nil {
		name = plain
	}
	return platform, name, name != ""
}

// cutPlatform divides "IG: name", "snap - name", "cash app $name", "telegram
// @name" and "@name (instagram)" into platform and name.
func cutPlatform(s string) (platform, name string, ok bool) {
	if open := strings.LastIndexByte(s, '('); open > 0 && strings.HasSuffix(s, ")") {
		if p := Platform(s[open+1 : len(s)-1]); p != "" {
			return p, strings.TrimSpace(s[:open]), true
		}
	}
	if i := strings.IndexAny(s, ":="); i > 0 {
		if p := Platform(s[:i]); p != "" {
			return p, strings.TrimSpace(s[i+1:]), true
		}
		if strings.TrimSpace(s[:i]) == unknownPlatform {
			return "", strings.TrimSpace(s[i+1:]), true
		}
	}
	words := strings.Fields(s)
	for n := min(3, len(words)-1); n > 0; n-- {
		label := strings.Join(words[:n], "")
		if p := Platform(strings.TrimSuffix(label, "-")); p != "" {
			rest := strings.TrimSpace(strings.TrimLeft(strings.Join(words[n:], " "), "-–: "))
			for _, filler := range []string{"handle ", "username ", "user ", "account ", "name ", "is "} {
				rest = strings.TrimPrefix(rest, filler)
			}
			return p, rest, true
		}
	}
	if i := strings.IndexByte(s, '/'); i > 0 {
		if p := Platform(s[:i]); p != "" {
			return p, s[i+1:], true
		}
	}
	return "", "", false
}
