package config

import (
	"fmt"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"bordertop/model/alert"
	"bordertop/model/dataset"
)

// mostAlerts is more than anybody heeds.
const mostAlerts = 64

// alerted tells where the keys of an alert go.
func alerted(r *alert.Rule) map[string]setting {
	return map[string]setting{
		"name": line(&r.Name, 1, mostName), "when": chosen(&r.When, alert.Whens()), "filter": textual(&r.Filter),
		"to": words(&r.To, "closed"), "before": before(&r.Before),
		"above": numbered(&r.Above, 0, 1_000_000), "below": numbered(&r.Below, 0, 1_000_000),
		"bell": switched(&r.Out.Bell), "terminal": switched(&r.Out.Terminal), "desktop": switched(&r.Out.Desktop),
		"command": words(&r.Out.Command, "program"), "webhook": textual(&r.Out.Webhook), "secret": textual(&r.Out.Secret),
		"journal": switched(&r.Out.Journal), "quiet": hours(&r.Out.Quiet), "unfocused": switched(&r.Out.Unfocused),
	}
}

// hours takes some of the day.
func hours(to *alert.Hours) setting {
	return setting{
		take: func(s site, v any) {
			raw, ok := v.(string)
			h, err := alert.ParseHours(raw)
			if !ok || err != nil {
				s.wrong(`hours such as "22:00-06:00"`, v)
				return
			}
			*to = h
		},
		shape: shaped(object{"type": "string"}),
		show:  func() string { return quoted(to.String()) },
	}
}

// before takes durations, of which "0" is none.
func before(to *[]time.Duration) setting {
	return setting{
		take: func(s site, v any) {
			list, ok := s.list(v, "24h")
			if !ok {
				return
			}
			*to = nil
			for _, text := range list {
				d, ok := Duration(text)
				if !ok && text != "0" {
					s.wrong(`durations such as ["7d", "24h", "0"]`, text)
				}
				*to = append(*to, d)
			}
		},
		shape: shaped(object{"anyOf": []any{object{"type": "string"}, object{"type": "array", "items": object{"type": "string"}}}}),
		show: func() string {
			var items []string
			for _, d := range *to {
				text := Span(d)
				if d == 0 {
					text = "0"
				}
				items = append(items, quoted(text))
			}
			return "[" + strings.Join(items, ", ") + "]"
		},
	}
}

// alerts looks at what people are to be told of.
func (v *validator) alerts(rules []alert.Rule) {
	v.most("alert", len(rules), mostAlerts)
	names := map[string]string{}
	for i, r := range rules {
		at := item("alert", i)
		v.name(names, at+".name", r.Name, "Border closed")
		switch {
		case r.When == "":
			v.fault(at+".when", "want what it waits for", `such as "state"`)
		case !slices.Contains(alert.Whens(), r.When):
			word(v, at+".when", "thing to wait for", r.When, alert.Whens())
		default:
			v.waits(at, r)
		}
		v.query(at+".filter", r.Filter)
		v.sends(at, r.Out)
	}
}

// waits looks at what only some alerts take.
func (v *validator) waits(at string, r alert.Rule) {
	choices := r.When.Choices()
	if len(r.To) > 0 && len(choices) == 0 {
		v.fault(at+".to", "nothing that an alert takes which waits for "+dataset.Quote(string(r.When)), "leave it out")
	}
	for _, to := range r.To {
		if len(choices) > 0 && !slices.Contains(choices, to) {
			v.fault(at+".to", "no "+dataset.Quote(to), dataset.Meant(to, choices))
		}
	}
	if len(r.Before) > 0 && r.When != alert.Deadline {
		v.fault(at+".before", "nothing that an alert takes which does not wait for a deadline", "leave it out")
	}
	counts := r.When == alert.Claim || r.When == alert.Queue
	switch {
	case !counts && (r.Above != 0 || r.Below != 0):
		v.fault(at+".above", "nothing that an alert takes which waits for no number", "leave it out")
	case counts && r.Above <= 0:
		v.fault(at+".above", "want the number that it waits for", "such as 100")
	case r.Below < 0 || counts && r.Below >= r.Above:
		v.fault(at+".below", fmt.Sprintf("want a number below %d", r.Above), "")
	}
}

// sends looks at how an alert reaches people.
func (v *validator) sends(at string, out alert.Out) {
	if out.Webhook != "" {
		u, err := url.Parse(out.Webhook)
		if plain := err == nil && (u.Scheme == "https" || u.Scheme == "http"); !plain && !strings.HasPrefix(out.Webhook, "${") {
			v.fault(at+".webhook", "want an address with https", "")
		}
	}
	if out.Secret != "" && out.Webhook == "" {
		v.fault(at+".secret", "there is no webhook to sign for", "name one, or leave it out")
	}
	if len(out.Command) > 0 && out.Command[0] == "" {
		v.fault(at+".command", "want a program", "")
	}
}

// program looks for one that settings in a folder name by its path beside them, and
// leaves a name without a folder to be looked for where programs are.
func program(dir string, argv []string) {
	if len(argv) > 0 && filepath.Base(argv[0]) != argv[0] {
		argv[0], _ = filepath.Abs(beside(dir, argv[0]))
	}
}
