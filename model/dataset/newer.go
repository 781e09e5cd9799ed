package dataset

import (
	"regexp"
	"strings"
)

// Newer warns of what TOML 1.1 has and TOML 1.0 has not, which this program reads
// and others may not: an inline table of several lines, or with a comma at its end;
// \x and \e in strings; and times without seconds.
func Newer(file, text string) Faults {
	n := newer{text: strings.TrimPrefix(text, byteOrderMark), line: 1}
	for n.pos < len(n.text) && len(n.list) < mostFaults {
		n.step()
	}
	for i := range n.list {
		n.list[i].File = fileName(file)
	}
	return n.list
}

// newer goes through valid TOML.
type newer struct {
	text            string
	pos, line, head int
	// open are the brackets around pos; comma is set behind one.
	open  []byte
	comma bool
	list  Faults
}

// noSeconds is a time of day without them, after a date or alone.
var noSeconds = regexp.MustCompile(`^(?:\d{4}-\d{2}-\d{2}[Tt ])?\d{2}:\d{2}(?:$|[^:\d])`)

func (n *newer) warn(at int, problem, remedy string) {
	n.list = append(n.list, Fault{
		Line: n.line, Column: at - n.head + 1, Problem: problem + ": TOML 1.1, which not every tool reads", Remedy: remedy, Warning: true,
	})
}

// within tells whether pos is in an inline table.
func (n *newer) within() bool { return len(n.open) > 0 && n.open[len(n.open)-1] == '{' }

func (n *newer) step() {
	c := n.text[n.pos]
	switch c {
	case '\n':
		if n.within() {
			n.warn(n.pos, "an inline table goes on in the next line", "write it in one line, or as a [table]")
		}
		n.newline()
	case '#':
		n.pos += len(n.text[n.pos:]) - len(strings.TrimLeftFunc(n.text[n.pos:], func(r rune) bool { return r != '\n' }))
		return
	case '"', '\'':
		n.string(c)
		n.comma = false
		return
	case '[', '{':
		n.open = append(n.open, c)
	case ']', '}':
		if n.comma && c == '}' {
			n.warn(n.pos, "a comma ends an inline table", "leave it out")
		}
		n.open = n.open[:max(0, len(n.open)-1)]
	}
	if c == ',' || c > ' ' {
		n.comma = c == ','
	}
	if c >= '0' && c <= '9' {
		n.number()
		return
	}
	n.pos++
}

func (n *newer) newline() { n.line, n.head = n.line+1, n.pos+1 }

// number goes past what begins with a digit.
func (n *newer) number() {
	rest := n.text[n.pos:]
	// An offset is no time.
	if n.pos == 0 || !isBare(n.text[n.pos-1]) && n.text[n.pos-1] != '+' {
		if found := noSeconds.FindString(rest[:min(len(rest), 32)]); found != "" {
			n.warn(n.pos, "a time without seconds", "write the seconds, such as 22:10:00")
			n.pos += len(found) - 1
		}
	}
	for n.pos < len(n.text) && isBare(n.text[n.pos]) {
		n.pos++
	}
}

// string goes past a string.
func (n *newer) string(quote byte) {
	end := string(quote)
	if triple := strings.Repeat(end, 3); strings.HasPrefix(n.text[n.pos:], triple) {
		end = triple
	}
	n.pos += len(end)
	for n.pos < len(n.text) && !strings.HasPrefix(n.text[n.pos:], end) {
		switch n.text[n.pos] {
		case '\n':
			n.newline()
		case '\\':
			n.escape(quote)
		}
		n.pos++
	}
	// Up to two quotes may stand before the three that end it.
	for n.pos += len(end); len(end) == 3 && n.pos < len(n.text) && n.text[n.pos] == quote; {
		n.pos++
	}
}

func (n *newer) escape(quote byte) {
	if quote != '"' || n.pos+1 >= len(n.text) {
		return
	}
	if c := n.text[n.pos+1]; c == 'x' || c == 'e' {
		n.warn(n.pos, `the escape \`+string(c), `write it as \u00…`)
	}
	if n.text[n.pos+1] != '\n' {
		n.pos++
	}
}
