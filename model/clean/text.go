// Package clean is the one door for text from outside. Whatever a feed, a file, a form or a stranger sends, what
// comes out of here holds only letters, marks, numbers, punctuation, symbols and single spaces (and, in a body, line
// breaks); it cannot steer a terminal, and every terminal gives it the width that we measure.
package clean

// The caps hold for the raw text and for the cleaned one, in bytes.
const (
	lineCap = 8 << 10
	bodyCap = 64 << 10
)

// Text is cleaned text with the flags of its cleaning. Only this package makes one. The zero value is empty text;
// two are equal under == when both their strings and their flags are.
type Text struct {
	s     string
	flags Flags
}

// Line cleans a field of one line: at most 8 KiB, every run of space and line breaks one space, none at the ends.
func Line(raw string) Text { return scrub(raw, rules{limit: lineCap}) }

// Body cleans paragraphs: at most 64 KiB, every line break LF and at most two in a row, no space beside them.
func Body(raw string) Text { return scrub(raw, rules{limit: bodyCap, breaks: 2}) }

// String returns the cleaned text. Cleaning it again by the same function returns the same string.
func (t Text) String() string { return t.s }

// Empty reports whether nothing is left to show, which may be so although the raw text was not empty.
func (t Text) Empty() bool { return t.s == "" }

// Flags says what the cleaning met.
func (t Text) Flags() Flags { return t.flags }
