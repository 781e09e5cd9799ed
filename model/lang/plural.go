package lang

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Plural is a message by the grammatical number of what it counts (the CLDR
// plural categories), each with %s for the number. English has One and Other;
// Lithuanian and the Slavic languages have all four.
type Plural struct{ One, Few, Many, Other string }

// Count says how many there are, in the form that the number asks for. What
// follows the number in the message is given in more.
func (w Words) Count(p Plural, n int64, more ...any) string {
	return fmt.Sprintf(w.form(p, strconv.FormatInt(n, 10)), append([]any{w.Number(n)}, more...)...)
}

// form gives the form for a decimal number with a full stop, as strconv writes
// it. Where a language does not say a message, the English numbers count.
func (w Words) form(p Plural, number string) string {
	tag := w.tag
	if p.Few == "" && p.Many == "" {
		tag = language.English
	}
	form := p.Other
	switch category(tag, number) {
	case plural.One:
		form = p.One
	case plural.Few:
		form = p.Few
	case plural.Many:
		form = p.Many
	case plural.Zero, plural.Two, plural.Other:
	}
	return cmp.Or(form, p.Other)
}

// category is the CLDR category of a decimal number. Its rules look at the digits
// before and after the point; seven before it are enough, and that there are more.
func category(tag language.Tag, number string) plural.Form {
	whole, decimals, _ := strings.Cut(strings.TrimPrefix(number, "-"), ".")
	if n := len(whole); n > 7 {
		whole = "1" + whole[n-7:]
	}
	decimals = decimals[:min(len(decimals), 7)]
	short := strings.TrimRight(decimals, "0")
	digits := func(s string) int {
		n, _ := strconv.Atoi("0" + s) // nothing but digits comes here
		return n
	}
	return plural.Cardinal.MatchPlural(tag, digits(whole), len(decimals), len(short), digits(decimals), digits(short))
}
