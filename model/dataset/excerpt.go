package dataset

import (
	"regexp"
	"strings"

	"bordertop/model/clean"
)

// Excerpt is the line of a file that a fault is on, in three parts of which the
// second is at fault. They are clean and short.
type Excerpt struct{ Before, At, After string }

// The parts are at most so long, in characters.
const (
	mostBefore = 60
	mostAt     = 60
	mostAfter  = 40
)

var (
	pairHead = regexp.MustCompile(`^(?:"[^"]*"|'[^']*'|[^=#"'\[])+=[ \t]*`)
	shown    = regexp.MustCompile(`"([^"]+)"`)
)

// Excerpt finds the line that a fault is on in what its file holds; not ok where
// the fault is that of the file as a whole. At fault is the value of a key, or the
// key where that is unknown.
func (f Fault) Excerpt(text string) (e Excerpt, ok bool) {
	line, ok := lineOf(text, f.Line)
	if !ok {
		return e, false
	}
	from := min(max(f.Column-1, 0), len(line))
	to := f.end(line, from)
	if head := pairHead.FindString(line[from:]); head != "" && f.Key != "" && !f.named() {
		from += len(head)
		to = from + valueEnd(line[from:])
		if i, n := f.within(line[from:to]); n > 0 {
			from, to = from+i, from+i+n
		}
	}
	return Excerpt{tail(line[:from]), part(line[from:to], mostAt), part(line[to:], mostAfter)}, true
}

// within finds what a fault quotes in a value, such as an item of a list: where it
// begins, and how long it is.
func (f Fault) within(value string) (at, n int) {
	_, got, _ := strings.Cut(f.Problem, ", got ")
	for _, text := range []string{got, f.Problem} {
		for _, word := range shown.FindAllStringSubmatch(text, -1) {
			if i := strings.Index(value, word[1]); i >= 0 {
				return i, len(word[1])
			}
		}
	}
	return 0, 0
}

// named tells that the key itself is at fault, or that what is missing would stand
// beside it.
func (f Fault) named() bool {
	for _, problem := range []string{"unknown key", "unknown table", "missing", "differs only by case"} {
		if strings.HasPrefix(f.Problem, problem) {
			return true
		}
	}
	return false
}

// end is where the key, the header or the character at a place ends.
func (f Fault) end(line string, from int) int {
	rest := line[from:]
	switch {
	case strings.HasPrefix(rest, "["):
		return from + len(strings.TrimRight(cutComment(rest), " \t\r"))
	case f.Key == "":
		for i := range rest {
			if i > 0 {
				return from + i
			}
		}
		return len(line)
	}
	if i := strings.IndexAny(rest, " \t=,#]}"); i > 0 {
		return from + i
	}
	return len(line)
}

// valueEnd is where the value that a text begins with ends, on its line.
func valueEnd(text string) int {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '"', '\'':
			i += quoteEnd(text[i:], c) - 1
		case '[', '{':
			depth++
		case ']', '}':
			if depth--; depth == 0 {
				return i + 1
			}
			if depth < 0 {
				return len(strings.TrimRight(text[:i], " \t"))
			}
		case ',':
			if depth == 0 {
				return i
			}
		case '#':
			return len(strings.TrimRight(text[:i], " \t"))
		}
	}
	return len(strings.TrimRight(text, " \t\r"))
}

// quoteEnd is where a quoted text ends.
func quoteEnd(text string, quote byte) int {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case quote:
			return i + 1
		case '\\':
			if quote == '"' {
				i++
			}
		}
	}
	return len(text)
}

func cutComment(text string) string {
	before, _, _ := strings.Cut(text, "#")
	return before
}

// lineOf gives a line, the first of which is 1.
func lineOf(text string, n int) (string, bool) {
	if n < 1 {
		return "", false
	}
	text = strings.TrimPrefix(text, byteOrderMark)
	for ; n > 1; n-- {
		_, rest, ok := strings.Cut(text, "\n")
		if !ok {
			return "", false
		}
		text = rest
	}
	line, _, _ := strings.Cut(text, "\n")
	return strings.TrimSuffix(line, "\r"), true
}

// part is the beginning of a raw text, cleaned.
func part(raw string, most int) string {
	runes := []rune(spaced(raw[:min(len(raw), 8*most)]))
	if len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return string(runes)
}

// tail is the end of a raw text that begins a line, cleaned.
func tail(raw string) string {
	raw = strings.TrimLeft(raw, " \t")
	runes := []rune(spaced(raw[max(0, len(raw)-8*mostBefore):]))
	if len(runes) > mostBefore {
		return "…" + string(runes[len(runes)-mostBefore:])
	}
	return string(runes)
}

// spaced cleans a text that may be in the middle of a line, with the spaces at its
// ends.
func spaced(raw string) string {
	text := clean.Line(strings.ToValidUTF8(raw, "")).String()
	if text == "" {
		return ""
	}
	if strings.TrimLeft(raw, " \t") != raw {
		text = " " + text
	}
	if strings.TrimRight(raw, " \t") != raw {
		text += " "
	}
	return text
}
