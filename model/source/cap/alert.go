package cap

import (
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/source"
)

// alert is one as its sender wrote it.
type alert struct {
	Identifier string `xml:"identifier"`
	Sender     string `xml:"sender"`
	Sent       string `xml:"sent"`
	Status     string `xml:"status"`
	Type       string `xml:"msgType"`
	Note       string `xml:"note"`
	References string `xml:"references"`
	Infos      []info `xml:"info"`

	// sent is Sent, and page where it was found.
	sent time.Time
	page clean.URL
}

// info is what an alert says in one language.
type info struct {
	Language    string   `xml:"language"`
	Categories  []string `xml:"category"`
	Event       string   `xml:"event"`
	Urgency     string   `xml:"urgency"`
	Severity    string   `xml:"severity"`
	Certainty   string   `xml:"certainty"`
	Effective   string   `xml:"effective"`
	Onset       string   `xml:"onset"`
	Expires     string   `xml:"expires"`
	SenderName  string   `xml:"senderName"`
	Headline    string   `xml:"headline"`
	Description string   `xml:"description"`
	Web         string   `xml:"web"`
	Areas       []struct {
		Name string `xml:"areaDesc"`
	} `xml:"area"`
}

// check tells whether an alert is whole, and notes where it was found.
func (a *alert) check(address string) error {
	var ok bool
	if a.sent, ok = moment(a.Sent); !ok || strings.TrimSpace(a.Identifier) == "" || strings.TrimSpace(a.Sender) == "" {
		return source.Troublef(source.Unexpected, "an alert without sender, identifier or time")
	}
	if public, err := clean.ParseURL(address); err == nil {
		a.page = public
	}
	return nil
}

func moment(text string) (at time.Time, ok bool) {
	at, err := time.Parse(time.RFC3339, strings.TrimSpace(text))
	return at.UTC(), err == nil
}

// key is what the protocol knows an alert by.
func (a *alert) key() string {
	return strings.TrimSpace(a.Sender) + "," + strings.TrimSpace(a.Identifier)
}

// referred lists the keys of the alerts that it updates or cancels.
func (a *alert) referred() []string {
	var keys []string
	for reference := range strings.FieldsSeq(a.References) {
		if parts := strings.Split(reference, ","); len(parts) == 3 {
			keys = append(keys, parts[0]+","+parts[1])
		}
	}
	return keys
}

// in gives what an alert says in a language, or else in its first one.
func (a *alert) in(l model.Lang) info {
	for _, i := range a.Infos {
		if l != "" && strings.HasPrefix(strings.ToLower(i.Language), string(l)) {
			return i
		}
	}
	if len(a.Infos) > 0 {
		return a.Infos[0]
	}
	return info{}
}

// latest is when an alert last matters: when it was sent, or when it expires.
func (a *alert) latest() time.Time {
	at := a.sent
	for _, i := range a.Infos {
		if expires, ok := moment(i.Expires); ok && expires.After(at) {
			at = expires
		}
	}
	return at
}

// title is its headline, or else the name of the event.
func (i info) title() string {
	if strings.TrimSpace(i.Headline) != "" {
		return i.Headline
	}
	return i.Event
}

// where names its areas.
func (i info) where() string {
	var names []string
	for _, area := range i.Areas {
		names = append(names, area.Name)
	}
	return strings.Join(names, ", ")
}

// from is when it begins.
func (i info) from(sent time.Time) time.Time {
	for _, text := range []string{i.Onset, i.Effective} {
		if at, ok := moment(text); ok {
			return at
		}
	}
	return sent
}

// category is the first that the protocol has.
func (i info) category() model.ID {
	known := []string{"geo", "met", "safety", "security", "rescue", "fire", "health", "env", "transport", "infra", "cbrne"}
	for _, c := range i.Categories {
		if c := strings.ToLower(strings.TrimSpace(c)); slices.Contains(known, c) {
			return model.ID(c)
		}
	}
	return "other"
}

// severity is ours for that of the protocol; unknown holds where it says none.
func (i info) severity(unknown int64) int64 {
	level := max(unknown, 1)
	switch i.Severity {
	case "Extreme":
		level = 4
	case "Severe":
		level = 3
	case "Moderate":
		level = 2
	case "Minor":
		level = 1
	}
	if i.Urgency == "Past" || i.Certainty == "Unlikely" {
		level = max(1, level-1)
	}
	return level
}
