package config

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
)

// Validate tells every fault, each with its key. The datasets are not opened.
func (c Config) Validate() dataset.Faults {
	var v validator
	word(&v, "preset", "preset", c.Preset, c.PresetNames())
	word(&v, "theme", "theme", c.Theme, Themes())
	word(&v, "working", "rule", string(c.Working), model.WorkingRule("").Words())
	word(&v, "clipboard", "clipboard", c.Clipboard, Clipboards())
	word(&v, "links", "way of links", c.Links, LinkWays())
	if c.Language != "" {
		word(&v, "language", "language", string(c.Language), model.Lang("").Words())
	}
	v.query("filter", c.Filter)
	if slices.Contains(c.Data, "") {
		v.fault("data", `want files or directories, got ""`, "")
	}
	for _, b := range budgets(&c.Budgets) {
		if *b.budget <= 0 {
			v.fault("budgets."+b.name, fmt.Sprintf("want a duration above 0, such as %q", b.example), "")
		}
	}
	v.play(c)
	v.across(c.Wall)
	v.clocks(c.Clocks)
	v.filters(c.Filters)
	v.presets(c.Presets)
	v.sources(c.Sources)
	v.alerts(c.Alerts)
	v.palette(c.Palette)
	v.keys(c.Keys)
	return v.faults
}

// budget is one of the budgets, with its key and its default as a file has it.
type budget struct {
	name, example string
	budget        *time.Duration
}

func budgets(b *model.Budgets) []budget {
	return []budget{
		{"queue", "1h", &b.Queue},
		{"status", "7d", &b.Status},
		{"count", "7d", &b.Count},
		{"condition", "14d", &b.Condition},
	}
}

type validator struct{ faults dataset.Faults }

func (v *validator) fault(key, problem, remedy string) {
	v.faults = append(v.faults, dataset.Fault{Key: key, Problem: problem, Remedy: remedy})
}

func word[T ~string](v *validator, key, what string, got T, words []T) {
	if slices.Contains(words, got) {
		return
	}
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = string(w)
	}
	last := len(all) - 1
	v.fault(key, "no "+what+" "+dataset.Quote(string(got)), "there are "+strings.Join(all[:last], ", ")+" and "+all[last])
}

// play looks at how the board plays.
func (v *validator) play(c Config) {
	if c.Pace <= 0 {
		v.fault("pace", `want a duration above 0, such as "1d"`, "")
	}
	if c.Pause < 0 || c.Pause > worst {
		v.fault("pause", fmt.Sprintf("want a severity from 1 to %d, or 0, got %d", worst, c.Pause), "")
	}
}

// worst is the greatest severity of an incident.
const worst = 4

// mostKeys is more than anybody has fingers for.
const mostKeys = 16

// keys looks at the actions with their own keys last, so that a clash is told
// of the one that was set, not of the default that it met.
func (v *validator) keys(keys Keys) {
	all := bindings()
	slices.SortStableFunc(all, func(a, b binding) int {
		return cmp.Compare(rebound(keys, a), rebound(keys, b))
	})
	names, taken := KeyNames(), map[string]Action{}
	for _, b := range all {
		most := mostKeys
		if b.action == Panes {
			most = len(b.keys)
		}
		at, own := "keys."+string(b.action), keys.Of(b.action)
		if len(own) > most {
			v.fault(at, fmt.Sprintf("want at most %d keys, got %d", most, len(own)), "")
			continue
		}
		for _, key := range own {
			problem, remedy := faulty(key, names)
			if other, ok := taken[key]; problem == "" && ok {
				problem, remedy = clash(key, b.action, other)
			}
			if problem != "" {
				v.fault(at, problem, remedy)
			}
			taken[key] = b.action
		}
	}
}

// rebound is 1 where an action has other keys than its default, else 0.
func rebound(keys Keys, b binding) int {
	if slices.Equal(keys.Of(b.action), b.keys) {
		return 0
	}
	return 1
}

func clash(key string, action, other Action) (problem, remedy string) {
	if action == other {
		return dataset.Quote(key) + " stands twice", "leave one out"
	}
	return fmt.Sprintf("%s is a key of %s as well", dataset.Quote(key), other), "choose another for one of the two"
}

// faulty tells what is wrong with the name of a key; the problem is "" where
// nothing is.
func faulty(key string, names []string) (problem, remedy string) {
	bare := strings.TrimPrefix(key, "alt+")
	switch {
	case bare == "ctrl+c":
		return dataset.Quote(key) + " always quits", "leave it out"
	case slices.Contains(names, bare), types(bare):
		return "", ""
	}
	return "no key is called " + dataset.Quote(key), keyMeant(bare, names)
}

// types tells whether a key is named by the one character that it types.
// Spaces, and what could not be shown as it is, name none.
func types(key string) bool {
	r, size := utf8.DecodeRuneInString(key)
	return size > 0 && size == len(key) && r != utf8.RuneError && clean.Line(key).String() == key
}

// keyMeant is the remedy for what is not the name of a key.
func keyMeant(key string, names []string) string {
	letter, shifted := strings.CutPrefix(key, "shift+")
	switch {
	case key == " ":
		return `write "space"`
	case key == "ctrl+i":
		return `terminals send it as "tab"`
	case key == "ctrl+m":
		return `terminals send it as "enter"`
	case key == "ctrl+[":
		return `terminals send it as "esc"`
	case shifted && types(letter):
		return "write " + dataset.Quote(strings.ToUpper(letter))
	}
	if near := dataset.Nearest(key, names); near != "" {
		return "did you mean " + dataset.Quote(near) + "?"
	}
	return `write what it types, such as "x", or a name such as "pgup", "f5" or "ctrl+x"`
}
