package tree

import (
	"strings"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"bordertop/model/source"
)

// HTML finds elements of a page: a list of those that the selector matches, in
// their order, each {"name", "text", "@x" for its attribute x, "children"}, its
// children being the elements in it, in the same form. Texts are with single spaces.
func HTML(body []byte, label string, selector cascadia.Selector) (any, error) {
	text, err := decoded(body, label)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(text) == "" {
		return nil, source.Troublef(source.Malformed, "nothing in it")
	}
	doc, err := html.Parse(strings.NewReader(text)) // It refuses more than 512 levels.
	if err != nil {
		return nil, malformed(err)
	}
	b := newBudget()
	out := []any{}
	for _, n := range cascadia.QueryAll(doc, selector) {
		e, err := node(b, n, 1)
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return out, nil
}

func node(b *budget, n *html.Node, level int) (map[string]any, error) {
	text := textOf(n)
	if err := b.spend(level, len(text)); err != nil {
		return nil, err
	}
	out := map[string]any{"name": n.Data, "text": text}
	for _, a := range n.Attr {
		if err := b.spend(0, len(a.Val)); err != nil {
			return nil, err
		}
		out["@"+a.Key] = a.Val
	}
	children := []any{}
	for c := range n.ChildNodes() {
		if c.Type != html.ElementNode {
			continue
		}
		child, err := node(b, c, level+1)
		if err != nil {
			return nil, err
		}
		children = append(children, child)
	}
	out["children"] = children
	return out, nil
}

// textOf is all text in an element, with a space where an element begins.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		switch d.Type {
		case html.TextNode:
			b.WriteString(d.Data)
		case html.ElementNode:
			b.WriteByte(' ')
		case html.ErrorNode, html.DocumentNode, html.CommentNode, html.DoctypeNode, html.RawNode:
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
