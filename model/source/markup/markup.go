// Package markup lets XML from outside in: as UTF-8, within limits, and without what
// only an attacker needs. Parsers get what passed, and need not be careful.
package markup

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"bordertop/model/source"
)

// deepest is how far elements may nest: parsers call themselves for each.
const deepest = 64

// Limits bound a document besides.
type Limits struct {
	// Items are the local names of the elements that are counted, such as "item";
	// what follows the first Most of them is cut away.
	Items []string
	Most  int
}

// Document is XML that passed.
type Document struct {
	// Text is UTF-8, without a declaration.
	Text []byte
	// Root is the local name of the outermost element.
	Root string
	// Cut tells that items were cut away.
	Cut bool
}

// Admit lets a document in. Its encoding is that of its byte order mark, its
// declaration or else the given charset, which may be empty. A *source.TroubleError
// tells why it has to stay outside.
func Admit(body []byte, charset string, l Limits) (Document, error) {
	text, err := decode(body, charset)
	if err != nil {
		return Document{}, err
	}
	p := pass{limits: l, text: text, in: xml.NewDecoder(bytes.NewReader(text))}
	p.in.Strict = false
	for !p.doc.Cut {
		err := p.step()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return Document{}, err
		}
	}
	switch {
	case p.doc.Root == "":
		return Document{}, source.Troublef(source.Malformed, "no XML")
	case len(p.open) > 0:
		return Document{}, source.Troublef(source.Malformed, "the end is missing")
	}
	p.doc.Text = p.text
	return p.doc, nil
}

// pass goes through a document once.
type pass struct {
	limits Limits
	text   []byte
	in     *xml.Decoder
	doc    Document
	// open are the elements that are not closed yet, and items those counted.
	open  []xml.Name
	items int
}

// step takes the next token.
func (p *pass) step() error {
	at := p.in.InputOffset()
	token, err := p.in.RawToken()
	if err != nil && !errors.Is(err, io.EOF) {
		return source.Troublef(source.Malformed, "%w", err)
	}
	switch t := token.(type) {
	case xml.Directive:
		if isPage(t) {
			return source.Troublef(source.Challenge, "a web page")
		}
		return source.Troublef(source.Malformed, "a DOCTYPE, which is not let in")
	case xml.CharData:
		if len(p.open) == 0 && len(bytes.TrimSpace(t)) > 0 {
			return source.Troublef(source.Malformed, "no XML")
		}
	case xml.StartElement:
		return p.begin(t.Name, at)
	case xml.EndElement:
		if len(p.open) > 0 {
			p.open = p.open[:len(p.open)-1]
		}
	}
	return err
}

// begin takes an element that begins at a byte of the text.
func (p *pass) begin(name xml.Name, at int64) error {
	switch {
	case len(p.open) == deepest:
		return source.Troublef(source.TooLarge, "elements nest deeper than %d", deepest)
	case p.doc.Root == "" && strings.EqualFold(name.Local, "html"):
		return source.Troublef(source.Challenge, "a web page")
	case p.doc.Root == "":
		p.doc.Root = name.Local
	case slices.Contains(p.limits.Items, name.Local):
		p.items++
	}
	if p.limits.Most > 0 && p.items > p.limits.Most {
		p.cut(at)
		return nil
	}
	p.open = append(p.open, name)
	return nil
}

// cut ends the text at a byte, and closes what is open there.
func (p *pass) cut(at int64) {
	p.text = slices.Clip(p.text[:at])
	for _, name := range slices.Backward(p.open) {
		tag := name.Local
		if name.Space != "" {
			tag = name.Space + ":" + tag
		}
		p.text = append(p.text, "</"+tag+">"...)
	}
	p.open, p.doc.Cut = nil, true
}

// isPage tells a DOCTYPE of HTML.
func isPage(directive []byte) bool {
	words := bytes.Fields(bytes.ToLower(directive))
	return len(words) > 1 && string(words[0]) == "doctype" && string(words[1]) == "html"
}
