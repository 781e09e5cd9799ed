package clean

import (
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/norm"
)

// agree replaces each cluster whose width depends on who measures it. Terminals, and the libraries that we draw
// with, either measure clusters or add up runes; where the two differ, a row would be drawn torn.
func agree(s string, f *Flags) string {
	var b strings.Builder
	b.Grow(len(s))
	// The package's own condition would follow the locale of the machine.
	wc := runewidth.Condition{StrictEmojiNeutral: true}
	for s != "" {
		if n := certain(s); n > 0 {
			b.WriteString(s[:n])
			s = s[n:]
			continue
		}
		cluster, rest, width, _ := uniseg.FirstGraphemeClusterInString(s, -1)
		if same(&wc, cluster, width) {
			b.WriteString(cluster)
		} else {
			*f |= Width
			b.WriteRune(replacement)
		}
		s = rest
	}
	return b.String()
}

// virama is the combining class of the mark that joins two Indian letters, in one cluster or in two: it depends on the
// edition of Unicode.
const virama = 9

// same reports whether the first rune of the cluster has all of its width, however it is measured.
func same(wc *runewidth.Condition, cluster string, width int) bool {
	for i, c := range cluster {
		w := wc.RuneWidth(c)
		if i == 0 && w != width || i > 0 && w != 0 || norm.NFC.PropertiesString(cluster[i:]).CCC() == virama {
			return false
		}
	}
	return true
}

// certain is the length of the start of s whose runes are clusters that nobody disputes: each ordinary one, unless a
// rune that is not ordinary follows it.
func certain(s string) int {
	before := 0
	for i, c := range s {
		if _, ok := ordinary(c); !ok && c != ' ' && c != '\n' && c != replacement {
			return before
		}
		before = i
	}
	return len(s)
}
