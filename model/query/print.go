package query

import (
	"slices"
	"strings"
)

// String writes the query so that parsing it again gives the same query.
func (q Query) String() string {
	if q.root == nil {
		return ""
	}
	var b strings.Builder
	q.root.write(&b)
	return b.String()
}

func (n *node) write(b *strings.Builder) {
	switch n.op {
	case opAll:
		n.writeKids(b, " ")
	case opAny:
		n.writeKids(b, " or ")
	case opNot:
		b.WriteByte('-')
		n.kids[0].writeUnless(b, opAll, opAny)
	case opText:
		if n.whole {
			b.WriteString(inQuotes(n.text))
		} else {
			b.WriteString(n.text)
		}
	case opField:
		b.WriteString(string(n.field))
		b.WriteString(n.sign)
		for i, item := range n.items {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(quoted(item.text))
		}
	}
}

func (n *node) writeKids(b *strings.Builder, between string) {
	for i, k := range n.kids {
		if i > 0 {
			b.WriteString(between)
		}
		k.writeUnless(b, opAny)
	}
}

// writeUnless writes a part in parentheses where it is one of those.
func (n *node) writeUnless(b *strings.Builder, ops ...op) {
	if !slices.Contains(ops, n.op) {
		n.write(b)
		return
	}
	b.WriteByte('(')
	n.write(b)
	b.WriteByte(')')
}
