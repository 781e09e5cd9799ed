package palette

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"
	"golang.org/x/text/unicode/norm"

	"bordertop/ui/theme"
)

// How a text comes near what was typed, the nearest first.
const (
	same = iota
	begins
	scattered // the letters of it in their order
	described
)

// row is a line of the list.
type row struct {
	line string // what is run
	name string
	item Item
	// named and described are the letters that match, in bytes of the name and of
	// what it does.
	named, described []int
	rank, score      int
	begun            bool // it makes no sense without more
}

// rows lists what can be chosen, the best first.
func (p *Palette) rows(items []Item) []row {
	typed := strings.TrimLeft(p.prompt.Text(), " ")
	word, argument, more := strings.Cut(typed, " ")
	if item, ok := Find(items, word); ok && more && item.Argument != "" {
		return arguments(item, typed, strings.TrimLeft(argument, " "))
	}
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return p.everything(items)
	}
	var out []row
	for _, item := range p.latest(items) {
		r := row{line: item.Name, name: item.Name, item: item}
		if near(&r, typed) {
			out = append(out, r)
		}
	}
	sorted(out)
	return out
}

// everything lists the lines run before, and then all items.
func (p *Palette) everything(items []Item) []row {
	var out []row
	for _, line := range p.used {
		name, _, _ := strings.Cut(line, " ")
		if item, ok := Find(items, name); ok {
			out = append(out, row{line: line, name: line, item: item})
		}
	}
	for _, item := range items {
		if !slices.Contains(p.used, item.Name) {
			out = append(out, row{line: item.Name, name: item.Name, item: item})
		}
	}
	return out
}

// latest puts the items used last first.
func (p *Palette) latest(items []Item) []Item {
	age := func(item Item) int {
		i := slices.IndexFunc(p.used, func(line string) bool {
			name, _, _ := strings.Cut(line, " ")
			return name == item.Name
		})
		if i < 0 {
			return len(p.used)
		}
		return i
	}
	items = slices.Clone(items)
	slices.SortStableFunc(items, func(a, b Item) int { return cmp.Compare(age(a), age(b)) })
	return items
}

// arguments lists what may follow an item, or the item where anything may.
func arguments(item Item, typed, argument string) []row {
	if item.Choices == nil {
		return append([]row{{line: strings.TrimSpace(typed), name: item.Name, item: item}}, completed(item, argument)...)
	}
	argument = strings.TrimSpace(argument)
	var out []row
	for _, choice := range item.Choices {
		r := row{line: item.Name + " " + choice, name: choice, item: Item{Name: choice}}
		if item.Tells != nil {
			r.item.Does = item.Tells(choice)
		}
		if argument == "" || near(&r, argument) {
			out = append(out, r)
		}
	}
	sorted(out)
	return out
}

// completed lists how what follows an item may go on.
func completed(item Item, argument string) []row {
	if item.Complete == nil || strings.HasSuffix(argument, `"`) { // a word must not be glued to another
		return nil
	}
	var out []row
	from, words := item.Complete(argument)
	for _, word := range words {
		if line := argument[:from] + word; line != argument {
			out = append(out, row{line: item.Name + " " + line, name: word, item: Item{Name: word}, begun: strings.HasSuffix(word, ":")})
		}
	}
	return out
}

func sorted(rows []row) {
	slices.SortStableFunc(rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(b.score, a.score))
	})
}

// near tells whether a row comes near what was typed, and how.
func near(r *row, typed string) bool {
	typed = Plain(typed)
	if found := fuzzy.Find(typed, []string{Plain(r.name)}); len(found) > 0 {
		r.rank, r.score, r.named = scattered, found[0].Score, unfold(r.name, found[0].MatchedIndexes)
		switch {
		case Plain(r.name) == typed:
			r.rank = same
		case strings.HasPrefix(Plain(r.name), typed):
			r.rank, r.score = begins, 0 // what was used last is the likeliest
		}
		return true
	}
	// Letters anywhere in a sentence say little: what it does matches from the
	// beginning of a word.
	at := strings.Index(" "+Plain(r.item.Does), " "+typed)
	for i := range typed {
		r.described = append(r.described, at+i)
	}
	r.rank, r.described = described, unfold(r.item.Does, r.described)
	return at >= 0
}

// Plain leaves out case and accents, a rune for a rune.
func Plain(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
		return base
	}, s))
}

// unfold turns places in the plain form of a text into places in the text.
func unfold(s string, at []int) []int {
	places := make(map[int]int, len(s))
	original := make([]int, 0, len(s))
	for i := range s {
		original = append(original, i)
	}
	n := 0
	for i := range Plain(s) {
		places[i] = original[n]
		n++
	}
	out := make([]int, len(at))
	for i, a := range at {
		out[i] = places[a]
	}
	return out
}

// lit draws text with the runes at some places in a style.
func lit(s string, at []int, style theme.Style) string {
	var b strings.Builder
	for i, r := range s {
		if slices.Contains(at, i) {
			b.WriteString(style.Render(string(r)))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
