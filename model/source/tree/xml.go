package tree

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html/charset"

	"bordertop/model/clean"
	"bordertop/model/source"
)

// XML decodes a document: {"root": …}. An element with neither attributes nor
// elements in it is its text; any other is a map, in which "@x" is the attribute x
// and "#text" what text there is besides. Names are without their prefixes.
// Elements of one name are a list where there are several of them, and always where
// lists has the name. A DOCTYPE is refused, so no entity is expanded.
func XML(body []byte, label string, lists []string) (any, error) {
	if err := Page(body); err != nil {
		return nil, err
	}
	if label != "" {
		// What the server says of the charset comes before what the document says.
		text, err := decoded(body, label)
		if err != nil {
			return nil, err
		}
		body = []byte(text)
	}
	dec := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(string(body), "\uFEFF")))
	dec.CharsetReader = func(declared string, r io.Reader) (io.Reader, error) {
		if label != "" {
			return r, nil
		}
		return charset.NewReaderLabel(declared, r)
	}
	x := xmlReader{Decoder: dec, budget: newBudget(), lists: lists}
	out, err := x.document()
	if err != nil {
		return nil, malformed(err)
	}
	return out, nil
}

type xmlReader struct {
	*xml.Decoder
	budget *budget
	lists  []string
	open   []*element
}

// element is one that has begun and not ended.
type element struct {
	name  xml.Name
	items map[string]any
	text  strings.Builder
}

// document reads to the end. Tokens are raw, for resolving their namespaces takes
// memory without bounds; so that elements end as they began is looked after here.
func (x *xmlReader) document() (any, error) {
	root := &element{items: map[string]any{}}
	x.open = []*element{root}
	for {
		t, err := x.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = x.token(t)
		}
		if err != nil {
			return nil, err
		}
	}
	switch {
	case len(x.open) > 1:
		return nil, io.ErrUnexpectedEOF
	case len(root.items) != 1 || strings.TrimSpace(root.text.String()) != "":
		return nil, source.Troublef(source.Malformed, "not one document of XML")
	}
	return root.items, nil
}

func (x *xmlReader) token(t xml.Token) error {
	top := x.open[len(x.open)-1]
	switch t := t.(type) {
	case xml.StartElement:
		return x.start(t)
	case xml.EndElement:
		if t.Name != top.name {
			return source.Troublef(source.Malformed, "element %s ends as %s", clean.Line(top.name.Local), clean.Line(t.Name.Local))
		}
		x.open = x.open[:len(x.open)-1]
		x.put(x.open[len(x.open)-1], top)
	case xml.CharData:
		top.text.Write(t)
		return x.budget.spend(0, len(t))
	case xml.Directive:
		return source.Troublef(source.Malformed, "a DOCTYPE is refused")
	}
	return nil
}

func (x *xmlReader) start(t xml.StartElement) error {
	e := &element{name: t.Name, items: map[string]any{}}
	x.open = append(x.open, e)
	for _, a := range t.Attr {
		if err := x.budget.spend(0, len(a.Value)); err != nil {
			return err
		}
		if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
			e.items["@"+a.Name.Local] = a.Value
		}
	}
	return x.budget.spend(len(x.open), 0)
}

// put puts an element that has ended into the one around it.
func (x *xmlReader) put(into, e *element) {
	var v any = strings.TrimSpace(e.text.String())
	if len(e.items) > 0 {
		if v != "" {
			e.items["#text"] = v
		}
		v = e.items
	}
	name := e.name.Local
	switch before, ok := into.items[name]; {
	case !ok && slices.Contains(x.lists, name):
		into.items[name] = []any{v}
	case !ok:
		into.items[name] = v
	default:
		list, isList := before.([]any)
		if !isList {
			list = []any{before}
		}
		into.items[name] = append(list, v)
	}
}
