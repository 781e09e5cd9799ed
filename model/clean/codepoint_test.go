package clean_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"bordertop/model/clean"
)

// judge checks a line, unless it is the one before again: most code points come out as U+FFFD.
type judge struct{ last string }

func (j *judge) line(t *testing.T, raw string) {
	t.Helper()
	got := clean.Line(raw).String()
	if got == j.last {
		return
	}
	j.last = got
	for _, f := range faults(got, lineCap) {
		t.Errorf("Line(%+q) = %+q: %s", raw, got, f)
	}
	if again := clean.Line(got).String(); again != got {
		t.Errorf("Line is not idempotent on %+q: %+q, then %+q", raw, got, again)
	}
}

func TestEveryCodePoint(t *testing.T) {
	t.Parallel()
	for name, before := range map[string]string{"alone": "", "after a base": "я"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var j judge
			for c := range unicode.MaxRune + 1 {
				if j.line(t, before+string(c)); t.Failed() {
					return
				}
			}
		})
	}
}

// TestWhatIsKept works from the other side: nothing legal is lost. It knows only the tables.
func TestWhatIsKept(t *testing.T) {
	t.Parallel()
	for _, table := range []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Hebrew, unicode.Georgian} {
		for _, r := range table.R16 {
			for c := rune(r.Lo); c <= rune(r.Hi); c += rune(r.Stride) {
				if raw := string(c); unicode.IsLetter(c) && norm.NFC.IsNormalString(raw) && clean.Line(raw).String() != raw {
					t.Errorf("%U %q is lost: %+q", c, c, clean.Line(raw))
				}
			}
		}
	}
}

func TestRandomStrings(t *testing.T) {
	t.Parallel()
	alphabet := []string{
		"a", "B", "1", " ", "\n", "\t", "\r\n", "\u00A0", "ž", "Щ", "ο", "ש", "ع", "封", "한", "\u1100", "\u1161", "\u11A8", "ก", "\u0E33",
		"क", "\u094D", "ष", "\u0301", "\u0323", "\u20DD", "\u0338", "\u3099", "\uFF9E", "か", "\uFF76", "\u0903", "\u0D4E",
		"👍", "🏽", "🇱", "🇹", "❤", "\uFE0F", "\u200D", "\u20E3", "\u202E", "\u200B", "\u034F", "\x1b", "\u009B", "\xff", "\xc3",
		"●", "─", "⚡", "·", "\uFFFD", "\uE000", "\u2126", "\u0340", "\u1E9B", "\uFDFA", "\U0001D15E", "\U0002F800", "\u0F77",
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 5_000 {
		var raw strings.Builder
		for range 1 + random.IntN(12) {
			raw.WriteString(alphabet[random.IntN(len(alphabet))])
		}
		if check(t, raw.String()); t.Failed() {
			return
		}
	}
}
