package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is what a query is written with.
type token struct {
	kind tokenKind
	// at and end are its bytes; text is what it says, without quotes.
	at, end int
	text    string
	// closed tells that a quote is.
	closed bool
}

type tokenKind uint8

const (
	tokEnd tokenKind = iota
	tokWord
	tokQuote
	tokField // with text as its name; the sign comes next
	tokSign
	tokNot
	tokOr
	tokOpen
	tokClose
)

// lexer reads tokens. Positions are bytes of text.
type lexer struct {
	text string
	at   int
}

// next reads the token that begins a term, or stands between terms.
func (l *lexer) next() token {
	l.space()
	rest := l.text[l.at:]
	switch {
	case rest == "":
		return token{kind: tokEnd, at: l.at, end: l.at}
	case rest[0] == '(':
		return l.take(tokOpen, 1)
	case rest[0] == ')':
		return l.take(tokClose, 1)
	case rest[0] == '|':
		return l.take(tokOr, 1)
	case rest[0] == '-':
		return l.take(tokNot, 1)
	case rest[0] == '"':
		return l.quote()
	}
	if n := fieldName(rest); n > 0 {
		return l.take(tokField, n)
	}
	t := l.take(tokWord, bare(rest, ""))
	if t.text == "or" || t.text == "OR" {
		t.kind = tokOr
	}
	return t
}

// sign reads what stands between a field and its value.
func (l *lexer) sign() token {
	rest := l.text[l.at:]
	if len(rest) > 1 && rest[1] == '=' && (rest[0] == '<' || rest[0] == '>') {
		return l.take(tokSign, 2)
	}
	return l.take(tokSign, 1)
}

// value reads one value of a list, which may be empty.
func (l *lexer) value() token {
	if strings.HasPrefix(l.text[l.at:], `"`) {
		return l.quote()
	}
	return l.take(tokWord, bare(l.text[l.at:], ","))
}

// comma tells whether another value follows, and reads up to it.
func (l *lexer) comma() bool {
	if strings.HasPrefix(l.text[l.at:], ",") {
		l.at++
		return true
	}
	return false
}

func (l *lexer) space() {
	rest := strings.TrimLeftFunc(l.text[l.at:], unicode.IsSpace)
	l.at = len(l.text) - len(rest)
}

func (l *lexer) take(kind tokenKind, n int) token {
	t := token{kind: kind, at: l.at, end: l.at + n, text: l.text[l.at : l.at+n]}
	l.at = t.end
	return t
}

// quote reads a quoted text, in which a backslash stands before a quote and
// before another backslash.
func (l *lexer) quote() token {
	t := token{kind: tokQuote, at: l.at}
	var text strings.Builder
	l.at++
	for l.at < len(l.text) && !t.closed {
		c := l.text[l.at]
		switch {
		case c == '"':
			t.closed = true
		case c == '\\' && l.at+1 < len(l.text) && (l.text[l.at+1] == '"' || l.text[l.at+1] == '\\'):
			l.at++
			text.WriteByte(l.text[l.at])
		default:
			text.WriteByte(c)
		}
		l.at++
	}
	t.end, t.text = l.at, text.String()
	return t
}

// bare is the length of the text up to what ends a word without quotes.
func bare(text, also string) int {
	for i, r := range text {
		if unicode.IsSpace(r) || strings.ContainsRune(`()|"`, r) || strings.ContainsRune(also, r) {
			return i
		}
	}
	return len(text)
}

// fieldName is the length of the name of a field at the start of a text; 0 where
// there is none.
func fieldName(text string) int {
	for i, r := range text {
		switch {
		case unicode.IsLetter(r), r == '-' && i > 0, r == '_' && i > 0:
		case i > 0 && strings.ContainsRune(":=<>", r):
			return i
		default:
			return 0
		}
	}
	return 0
}

// quoted writes a text as a value, in quotes where it needs them.
func quoted(text string) string {
	r, _ := utf8.DecodeRuneInString(text)
	if text != "" && bare(text, ",") == len(text) && r != '-' {
		return text
	}
	return inQuotes(text)
}

func inQuotes(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}
