package draw

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// ASCII returns a line for terminals without Unicode, as wide as it was: letters
// without their accents, punctuation that looks alike, and "?" for what has no
// likeness. Escape sequences stay.
func ASCII(s string) string {
	if ascii(s) == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for len(s) > 0 {
		p := next(s)
		if s[0] < utf8.RuneSelf {
			b.WriteString(s[:p.size])
		} else {
			b.WriteString(strings.Repeat(likeness(s[:p.size]), p.cells))
		}
		s = s[p.size:]
	}
	return b.String()
}

// likeness returns one ASCII character for a cluster.
func likeness(cluster string) string {
	if c := norm.NFD.String(cluster)[0]; c < utf8.RuneSelf {
		return string(c)
	}
	for _, alike := range []struct{ from, to string }{
		{"–—−‐‑", "-"}, {"“”„«»", `"`}, {"‘’‚", "'"}, {"…", "~"}, {"·•", "."}, {"→", ">"}, {"←", "<"}, {"€", "E"}, {"№", "#"}, {"łŁ", "l"}, {"ø", "o"},
	} {
		if strings.Contains(alike.from, cluster) {
			return alike.to
		}
	}
	return "?"
}
