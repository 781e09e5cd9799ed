// Package tree makes one tree of whatever format a source answers in: of maps
// (map[string]any), lists ([]any), texts, numbers (json.Number, never float64),
// booleans and nil. What comes in is hostile, so there are caps on how deep and how
// large a tree may grow. Every error is a *source.TroubleError.
package tree

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"bordertop/model/clean"
	"bordertop/model/source"
)

const (
	// deepest is how many levels a tree may have.
	deepest = 64
	// mostNodes bounds the values of one tree.
	mostNodes = 500_000
	// mostText bounds the bytes of all texts of one tree: elements of a page hold
	// those of the elements in them once more.
	mostText = 16 << 20
)

// budget is what is left to a tree.
type budget struct{ nodes, text int }

func newBudget() *budget { return &budget{mostNodes, mostText} }

// spend takes a value with so many bytes of text, at so many levels.
func (b *budget) spend(level, text int) error {
	b.nodes--
	b.text -= text
	switch {
	case level > deepest:
		return source.Troublef(source.Malformed, "more than %d levels deep", deepest)
	case b.nodes < 0:
		return source.Troublef(source.TooLarge, "more than %d values", mostNodes)
	case b.text < 0:
		return source.Troublef(source.TooLarge, "more than %d MiB of text", mostText>>20)
	}
	return nil
}

// Page refuses what is a web page where none was expected, such as one that asks
// for a human being, and what is empty.
func Page(body []byte) error {
	start := strings.ToLower(string(bytes.TrimLeft(body[:min(len(body), 512)], "\xEF\xBB\xBF \t\r\n")))
	switch {
	case start == "":
		return source.Troublef(source.Malformed, "nothing in it")
	case strings.HasPrefix(start, "<!doctype html"), strings.HasPrefix(start, "<html"), strings.HasPrefix(start, "<head"), strings.HasPrefix(start, "<body"):
		return source.Troublef(source.Challenge, "a web page instead of data")
	}
	return nil
}

// decoded is a text in UTF-8 without a byte order mark. The label is that of its
// charset; where it is empty the bytes tell, by their mark or a declaration in HTML.
func decoded(body []byte, label string) (string, error) {
	if label == "" && utf8.Valid(body) {
		return strings.TrimPrefix(string(body), "\uFEFF"), nil
	}
	kind := "text/html"
	if label != "" {
		if e, _ := charset.Lookup(label); e == nil {
			return "", source.Troublef(source.Malformed, "unknown charset %s", clean.Line(label))
		}
		kind += "; charset=" + label
	}
	e, _, _ := charset.DetermineEncoding(body, kind)
	text, err := e.NewDecoder().Bytes(body)
	if err != nil {
		return "", source.Troublef(source.Malformed, "not in its charset: %w", err)
	}
	return strings.TrimPrefix(string(text), "\uFEFF"), nil
}
