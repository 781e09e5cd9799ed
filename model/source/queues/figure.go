package queues

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"bordertop/model"
	"bordertop/model/clean"
)

// most is above any queue that a border has seen, longest any wait.
const (
	most    = 100_000
	longest = 1000 * time.Hour
)

// Count is a number of vehicles; nil where it cannot be one.
func Count(n int64) *int64 {
	if n < 0 || n > most {
		return nil
	}
	return &n
}

// Number is a value of a tree as a number of vehicles, in digits; nil where it
// cannot be one.
func Number(v any) *int64 {
	text := Text(v)
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || strings.HasPrefix(text, "+") {
		return nil
	}
	return Count(n)
}

// Wait is a length of time by the minute; nil where it cannot be a wait.
func Wait(d time.Duration) *time.Duration {
	if d < 0 || d > longest {
		return nil
	}
	return new(d.Truncate(time.Minute))
}

// Estimate says by which method we worked out a wait that the source does not tell.
func Estimate(method string) clean.Text { return clean.Line(model.Estimated + method) }

// Plain is a text in lower case, without accents and with single spaces, by which
// the words of a source are known.
func Plain(text string) string {
	// A transformer serves one goroutine.
	t := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	out, _, err := transform.String(t, text)
	if err != nil {
		out = text
	}
	return strings.ToLower(strings.Join(strings.Fields(out), " "))
}

// Zone is a clock of North America by its abbreviation in English or French; not
// ok for others. Some of the names mean other clocks elsewhere.
func Zone(name string) (zone *time.Location, ok bool) {
	half := map[string]int{
		"NST": -7, "HNT": -7, "NDT": -5, "HAT": -5, "AST": -8, "HNA": -8, "ADT": -6, "HAA": -6,
		"EST": -10, "HNE": -10, "EDT": -8, "HAE": -8, "CST": -12, "HNC": -12, "CDT": -10, "HAC": -10,
		"MST": -14, "HNR": -14, "MDT": -12, "HAR": -12, "PST": -16, "HNP": -16, "PDT": -14, "HAP": -14,
		"AKST": -18, "AKDT": -16, "HST": -20,
	}
	name = strings.ToUpper(name)
	halves, ok := half[name]
	return time.FixedZone(name, halves*30*60), ok
}
