package draw

import (
	"strings"
	"unicode"
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
	bare := norm.NFD.String(cluster)
	if c := bare[0]; c < utf8.RuneSelf {
		return string(c)
	}
	r, _ := utf8.DecodeRuneInString(bare)
	if latin := transliterated(unicode.ToLower(r)); latin != "" {
		if unicode.IsUpper(r) {
			return strings.ToUpper(latin)
		}
		return latin
	}
	for _, alike := range []struct{ from, to string }{
		{"–—−‐‑", "-"},
		{"“”„«»", `"`},
		{"‘’‚", "'"},
		{"…", "~"},
		{"·•", "."},
		{"→", ">"},
		{"←", "<"},
		{"€", "E"},
		{"№", "#"},
		{"łŁ", "l"},
		{"ø", "o"},
		{"│", "|"},
		{"├", "+"},
		{"└", "`"},
		{"─", "-"},
	} {
		if strings.Contains(alike.from, cluster) {
			return alike.to
		}
	}
	return "?"
}

// transliterated returns one Latin letter for a small Cyrillic one without its
// accents, as nearly as one can; empty for what is none.
func transliterated(r rune) string {
	const (
		cyrillic = "абвгдежзиклмнопрстуфхцчшщъыьэюяієґ"
		latin    = "abvgdezziklmnoprstufhccss'y'euaieg"
	)
	if i := strings.IndexRune(cyrillic, r); i >= 0 {
		at := utf8.RuneCountInString(cyrillic[:i])
		return latin[at : at+1]
	}
	return ""
}
