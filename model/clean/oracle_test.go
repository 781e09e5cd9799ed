package clean_test

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi" //nolint:depguard // only this test asks whether the screen measures alike
	"github.com/mattn/go-runewidth"
	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/norm"
)

// The oracle judges a result without knowing how it was made: by patterns over the whole string and by the widths
// that the libraries give it.
var (
	// alien is anything but letters, marks, numbers, punctuation, symbols, space and line feed.
	alien = regexp.MustCompile(`[^\pL\pM\pN\pP\pS \n]`)
	// unseen is what those classes hold although it takes no ink, or colours its neighbour.
	unseen = regexp.MustCompile(`[\x{034F}\x{115F}\x{1160}\x{17B4}\x{17B5}\x{180B}-\x{180F}\x{2800}\x{3164}` +
		`\x{FE00}-\x{FE0F}\x{FFA0}\x{FFFC}\x{1F1E6}-\x{1F1FF}\x{1F3FB}-\x{1F3FF}\x{E0000}-\x{E0FFF}]`)
	// ours is what the screen draws with.
	ours = regexp.MustCompile(`[─-◿⠀-⣿🬀-🯿✓✔✕✖✗✘✅❌⚠⚡⚪⚫🔴🟢🟡🟥🟩]`)
	// crowd is more marks than a base may carry; orphan is a mark without one.
	crowd  = regexp.MustCompile(`\pM{4}`)
	orphan = regexp.MustCompile(`(?:^|[ \n\x{FFFD}])\pM`)
	// loose is space where none may stand.
	loose = regexp.MustCompile(`^[ \n]|[ \n]$|  | \n|\n |\n\n\n`)
)

// faults lists what is wrong with a cleaned string; limit is its cap in bytes.
func faults(s string, limit int) []string {
	var found []string
	if !utf8.ValidString(s) {
		found = append(found, "not UTF-8")
	}
	if len(s) > limit {
		found = append(found, fmt.Sprint("bytes: ", len(s)))
	}
	if !norm.NFC.IsNormalString(s) {
		found = append(found, "not NFC")
	}
	for name, p := range map[string]*regexp.Regexp{
		"alien": alien, "unseen": unseen, "ours": ours, "crowd": crowd, "orphan": orphan, "loose": loose,
	} {
		if at := p.FindStringIndex(s); at != nil {
			found = append(found, fmt.Sprintf("%s: %+q", name, s[at[0]:at[1]]))
		}
	}
	return append(found, disputes(s)...)
}

// disputes lists the widths that differ from the first, which is how the screen measures.
func disputes(s string) []string {
	wc := runewidth.Condition{StrictEmojiNeutral: true}
	want := ansi.StringWidth(s)
	runes := 0
	for _, c := range s {
		runes += wc.RuneWidth(c)
	}
	var found []string
	for name, got := range map[string]int{
		"ansi by rune": ansi.StringWidthWc(s), "uniseg": uniseg.StringWidth(s),
		"runewidth": wc.StringWidth(s), "runewidth by rune": runes,
	} {
		if got != want {
			found = append(found, fmt.Sprintf("width by %s: %d, want %d", name, got, want))
		}
	}
	return found
}

// show prints what may not be printed.
func show(s string) string {
	if len(s) > 200 {
		return fmt.Sprintf("%+q... (%d bytes)", s[:200], len(s))
	}
	return fmt.Sprintf("%+q", strings.ToValidUTF8(s, "\uFFFD"))
}

func cells(s string) int { return ansi.StringWidth(s) }
