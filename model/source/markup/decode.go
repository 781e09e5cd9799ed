package markup

import (
	"bytes"
	"cmp"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"bordertop/model/clean"
	"bordertop/model/source"
)

// decode gives UTF-8 without a declaration, which would name another encoding.
func decode(body []byte, label string) ([]byte, error) {
	declaration := regexp.MustCompile(`^\s*<\?xml\s(?:[^>]*?\bencoding\s*=\s*["']([^"'>]*)["'])?[^>]*\?>`)
	if found := declaration.FindSubmatch(body); found != nil {
		label = cmp.Or(string(found[1]), label)
	}
	label = cmp.Or(byMark(body), label, "utf-8")
	encoding, name := charset.Lookup(label)
	if encoding == nil {
		return nil, source.Troublef(source.Malformed, "unknown encoding %q", clean.Line(label))
	}
	text, err := encoding.NewDecoder().Bytes(body)
	if err != nil {
		return nil, source.Troublef(source.Malformed, "encoding %s: %w", name, err)
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	text = text[len(declaration.Find(text)):]
	return bytes.Map(allowed, bytes.ToValidUTF8(text, []byte(string(utf8.RuneError)))), nil
}

// byMark names the encoding of a byte order mark; empty where there is none.
func byMark(body []byte) string {
	for mark, name := range map[string]string{"\xef\xbb\xbf": "utf-8", "\xfe\xff": "utf-16be", "\xff\xfe": "utf-16le"} {
		if strings.HasPrefix(string(body[:min(len(body), len(mark))]), mark) {
			return name
		}
	}
	return ""
}

// allowed replaces what XML has no room for. A control character becomes one that it
// does have room for, so that the cleaning of the text still notices.
func allowed(r rune) rune {
	switch {
	case r < ' ' && r != '\t' && r != '\n' && r != '\r':
		return r + 0x80
	case r == 0xFFFE || r == 0xFFFF:
		return utf8.RuneError
	}
	return r
}
