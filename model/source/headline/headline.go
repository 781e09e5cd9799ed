// Package headline tells by words what a headline is about: rules of a desk, or those
// that come with the program, give it a category and a severity, and the names of a
// log its crossings and places.
package headline

import (
	"slices"
	"strconv"
	"strings"

	"bordertop/model"
	"bordertop/model/query"
	"bordertop/model/source"
)

// Rules are what a desk looks for, in the order of importance.
type Rules []rule

type rule struct {
	of             source.Rule
	any, all, none []choice
}

// choice is words of which one is enough, each a phrase.
type choice []phrase

// phrase is folded words that follow each other; open is the last only the
// beginning of a word.
type phrase struct {
	words []string
	open  bool
}

// worst is the highest severity.
const worst = 4

// Compile makes rules of settings; without any, those of Default. It tells every
// fault of them.
func Compile(of []source.Rule) (Rules, []source.Fault) {
	if len(of) == 0 {
		of = Default()
	}
	var faults []source.Fault
	out := make(Rules, len(of))
	for i, r := range of {
		c := compiler{at: "rules." + strconv.Itoa(i+1)}
		out[i] = rule{r, c.choices("any", r.Any), c.choices("all", r.All), c.choices("none", r.None)}
		if len(r.Any)+len(r.All) == 0 {
			c.fault("", "want words to look for", `any = ["balion*", "balloon*"]`)
		}
		if !r.Category.Valid() {
			c.fault("category", "want a category", `such as "balloon"`)
		}
		if r.Severity < 0 || r.Severity > worst {
			c.fault("severity", "want a number from 1 to 4", "")
		}
		faults = append(faults, c.faults...)
	}
	return out, faults
}

// compiler collects the faults of a rule.
type compiler struct {
	at     string
	faults []source.Fault
}

func (c *compiler) fault(key, problem, remedy string) {
	c.faults = append(c.faults, source.Fault{Key: strings.TrimSuffix(c.at+"."+key, "."), Problem: problem, Remedy: remedy})
}

func (c *compiler) choices(key string, entries []string) []choice {
	out := make([]choice, len(entries))
	for i, entry := range entries {
		for either := range strings.SplitSeq(entry, "|") {
			text, open := strings.CutSuffix(strings.TrimSpace(either), "*")
			words := query.Words(text)
			if len(words) == 0 || strings.Contains(text, "*") {
				c.fault(key, "no word "+strconv.Quote(entry)+": want a word, or words that follow each other, which * may end", `such as "oro uost*"`)
				continue
			}
			out[i] = append(out[i], phrase{words, open})
		}
	}
	return out
}

// Match gives the first rule that a headline matches; not ok where there is none.
func (r Rules) Match(text string) (of source.Rule, ok bool) {
	words := query.Words(text)
	in := func(c choice) bool {
		return slices.ContainsFunc(c, func(p phrase) bool { return p.in(words) })
	}
	missing := func(c choice) bool { return !in(c) }
	for _, one := range r {
		if (len(one.any) == 0 || slices.ContainsFunc(one.any, in)) &&
			!slices.ContainsFunc(one.all, missing) && !slices.ContainsFunc(one.none, in) {
			return one.of, true
		}
	}
	return source.Rule{}, false
}

func (p phrase) in(words []string) bool {
	last := len(p.words) - 1
	for at := 0; at+last < len(words); at++ {
		end := words[at+last]
		if slices.Equal(words[at:at+last], p.words[:last]) && (end == p.words[last] || p.open && strings.HasPrefix(end, p.words[last])) {
			return true
		}
	}
	return false
}

// Sites are the crossings and places of a headline that matched: those of the rule
// and those that it names.
func Sites(of source.Rule, g query.Gazetteer, text string) (crossings, places []model.ID) {
	crossings, places = g.Named(text)
	return merge(of.Crossings, crossings), merge(of.Places, places)
}

func merge(a, b []model.ID) []model.ID {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}
