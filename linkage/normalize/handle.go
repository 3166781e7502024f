package normalize

import (
	"strings"
	"unicode"
)

// An OnlineHandle is an account on a platform. Its key is "platform:name" in lower
// case, such as "instagram:goldie_22"; of an account whose platform is not
// known, "unknown:goldie_22".
type OnlineHandle struct {
	remarks
	platform string
	name     string
}

// Kind returns KindHandle.
func (h OnlineHandle) Kind() Kind { return KindHandle }

// Key returns "platform:name", "" if no name could be read.
func (h OnlineHandle) Key() string {
	if h.name == "" {
		return ""
	}
	return h.platform + ":" + h.name
}

// Platform returns the platform's short name, such as "instagram", and
// "unknown" where it is not known.
func (h OnlineHandle) Platform() string { return h.platform }

// Name returns the account's name in lower case, without "@" or "$".
func (h OnlineHandle) Name() string { return h.name }

// Display returns "instagram @goldie_22".
func (h OnlineHandle) Display() string {
	switch {
	case h.name == "":
		return ""
	case h.platform == unknownPlatform:
		return "@" + h.name
	case h.platform == "cashapp":
		return h.platform + " $" + h.name
	case h.platform == "whatsapp":
		return h.platform + " " + h.name
	}
	return h.platform + " @" + h.name
}

// Parts returns platform and name.
func (h OnlineHandle) Parts() []Part {
	if h.name == "" {
		return nil
	}
	return []Part{{"platform", h.platform}, {"name", h.name}}
}

const (
	unknownPlatform = "unknown"
	// maxHandleBytes is longer than any platform's address of a profile.
	maxHandleBytes = 300
	// maxHandleName is longer than any platform's names: Facebook's 50 is the most.
	maxHandleName = 64
)

// Handle reads one account name: "@goldie_22", "IG: goldie_22", "snap goldie22",
// "cashapp $goldie", "https://instagram.com/goldie_22". Platform is what a
// column or the text around says ("Instagram", "ig"); a platform in raw itself
// overrides it. Names do not depend on case on any platform that is known here.
// Without a platform the handle has a key and a doubt.
func Handle(raw, platform string) (OnlineHandle, error) {
	if len(raw) > maxHandleBytes {
		return unreadableHandle("too long for an account name")
	}
	s := strings.TrimSpace(strings.ToValidUTF8(raw, ""))
	h := OnlineHandle{platform: Platform(platform)}
	if found, name, ok := handleOfURL(s); ok {
		h.platform, s = found, name
	} else if found, name, ok := cutPlatform(s); ok {
		h.platform, s = found, name
	}
	if h.platform == "" && strings.HasPrefix(s, "$") {
		h.platform = "cashapp"
		h.note("a name with $ is a Cash App name")
	}
	if h.platform == "" {
		h.platform = unknownPlatform
	}
	if !h.setName(s) {
		return unreadableHandle("no account name")
	}
	if h.platform == unknownPlatform {
		h.doubt("the platform is not known")
	}
	return h, nil
}

// setName checks and keeps the account's name.
func (h *OnlineHandle) setName(s string) bool {
	s = strings.Trim(s, " \t\"'`“”‘’()[]<>,;:!?")
	s = strings.TrimRight(strings.TrimLeft(s, "@$"), ".")
	if phoneNamed[h.platform] {
		if p, err := Phone(s, ""); err == nil {
			h.name = p.Key()
			h.note("the account is a telephone number")
			return true
		}
	}
	if h.platform == "discord" {
		s = strings.TrimSuffix(s, "#0")
	}
	if s == "" || len(s) > maxHandleName {
		return false
	}
	useful := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
			useful = true
		case !strings.ContainsRune("._-#+", r):
			return false
		}
	}
	h.name = strings.ToLower(s)
	if emptyHandles[h.name] || h.platform == unknownPlatform && Platform(h.name) != "" {
		return false
	}
	return useful
}

func unreadableHandle(reason string) (OnlineHandle, error) {
	var h OnlineHandle
	h.doubt(reason)
	return h, &Error{Kind: KindHandle, Reason: reason, Hint: "give platform and name, such as instagram @name"}
}

// PlatformUnknown reports whether the platform is not known.
func (h OnlineHandle) PlatformUnknown() bool { return h.platform == unknownPlatform }
