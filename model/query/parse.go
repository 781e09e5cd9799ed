package query

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"bordertop/model/clean"
	"bordertop/model/near"
)

const (
	// longest is how many bytes a query may have, deepest how many parentheses and
	// signs may stand within each other.
	longest = 1024
	deepest = 32
)

// Parse reads a query. Dates are by the clocks of zone. The error is a *Fault;
// with one that says Unfinished the query is what the text says so far.
func Parse(text string, zone *time.Location) (Query, error) {
	if len(text) > longest {
		return Query{}, &Fault{At: longest, Len: len(text) - longest, Problem: fmt.Sprintf("a query has at most %d bytes", longest)}
	}
	p := &parser{lexer: lexer{text: text}, zone: zone}
	p.advance()
	root := p.either()
	if p.tok.kind == tokClose {
		p.fail(p.tok, "nothing was opened that this closes")
	}
	switch {
	case p.fault == nil:
		return Query{root}, nil
	case p.fault.Unfinished:
		return Query{root}, p.fault
	}
	return Query{}, p.fault
}

// parser reads a query by descent. It goes on after a fault, so that a text that
// is merely unfinished gives what is there.
type parser struct {
	lexer

	tok   token
	zone  *time.Location
	depth int
	fault *Fault
}

func (p *parser) advance() { p.tok = p.next() }

// blame keeps the first fault, but for one that only says that more must come.
func (p *parser) blame(f *Fault) {
	if p.fault == nil || p.fault.Unfinished && !f.Unfinished {
		p.fault = f
	}
}

func (p *parser) fail(t token, format string, a ...any) {
	p.blame(&Fault{At: t.at, Len: t.end - t.at, Problem: fmt.Sprintf(format, a...)})
}

// wait says that more must come where a token ends the text, and fails elsewhere.
func (p *parser) wait(t token, problem string) {
	p.blame(&Fault{At: t.at, Len: t.end - t.at, Problem: problem, Unfinished: p.last(t)})
}

// last tells whether nothing but space comes after a token.
func (p *parser) last(t token) bool { return strings.TrimSpace(p.text[t.end:]) == "" }

// either reads parts with "or" between them.
func (p *parser) either() *node {
	kids := []*node{}
	for {
		before := p.tok
		kid := p.all()
		switch {
		case kid != nil:
			kids = append(kids, kid)
		case p.tok.at == before.at && p.tok.kind == tokOr:
			p.fail(p.tok, "nothing stands before %q", p.tok.text)
		}
		if p.tok.kind != tokOr {
			return join(opAny, kids)
		}
		sign := p.tok
		p.advance()
		if p.tok.kind == tokEnd || p.tok.kind == tokClose {
			p.wait(sign, "nothing stands after "+inQuotes(sign.text))
			return join(opAny, kids)
		}
	}
}

// all reads parts of which each must match.
func (p *parser) all() *node {
	kids := []*node{}
	for p.tok.kind != tokEnd && p.tok.kind != tokOr && p.tok.kind != tokClose {
		if kid := p.part(); kid != nil {
			kids = append(kids, kid)
		}
	}
	return join(opAll, kids)
}

func (p *parser) part() *node {
	t := p.tok
	if p.depth++; p.depth > deepest {
		p.fail(t, "more than %d parentheses or signs stand within each other", deepest)
		p.at = len(p.text)
	}
	defer func() { p.depth-- }()
	switch t.kind {
	case tokNot:
		return p.negated()
	case tokOpen:
		return p.group()
	case tokField:
		n := p.field(t)
		p.advance()
		return n
	case tokWord, tokQuote:
		p.advance()
		return p.plain(t)
	case tokEnd, tokSign, tokOr, tokClose:
	}
	return nil
}

func (p *parser) negated() *node {
	sign := p.tok
	p.advance()
	switch p.tok.kind {
	case tokEnd, tokOr, tokClose:
		p.wait(sign, "nothing stands after -")
		return nil
	case tokWord, tokQuote, tokField, tokSign, tokNot, tokOpen:
	}
	kid := p.part()
	switch {
	case kid == nil:
		return nil
	case kid.op == opNot:
		return kid.kids[0]
	}
	return &node{op: opNot, kids: []*node{kid}}
}

func (p *parser) group() *node {
	open := p.tok
	p.advance()
	if p.tok.kind == tokClose {
		p.fail(token{at: open.at, end: p.tok.end}, "nothing stands in the parentheses")
	}
	n := p.either()
	if p.tok.kind == tokClose {
		p.advance()
	} else {
		p.blame(&Fault{At: open.at, Len: 1, Problem: "the parenthesis is not closed", Unfinished: true})
	}
	return n
}

// plain makes a word or a phrase.
func (p *parser) plain(t token) *node {
	text := clean.Line(t.text).String()
	words := wordsOf(text)
	if t.kind == tokWord && text != t.text && (quoted(text) != text || fieldName(text) > 0 || strings.EqualFold(text, "or")) {
		words = nil
	}
	if t.kind == tokQuote && !t.closed {
		p.blame(&Fault{At: t.at, Len: t.end - t.at, Problem: "the quote is not closed", Unfinished: true})
	}
	if len(words) == 0 {
		p.wait(t, "there is no letter and no digit to look for")
		return nil
	}
	return &node{op: opText, text: text, words: words, whole: t.closed}
}

// join ties parts together; nil where there are none.
func join(o op, kids []*node) *node {
	flat := make([]*node, 0, len(kids))
	for _, k := range kids {
		if k.op == o {
			flat = append(flat, k.kids...)
		} else {
			flat = append(flat, k)
		}
	}
	switch len(flat) {
	case 0:
		return nil
	case 1:
		return flat[0]
	}
	return &node{op: o, kids: flat}
}

// show quotes what was typed in a message.
func show(text string) string {
	const most = 40
	r := []rune(clean.Line(text).String())
	if len(r) > most {
		r = append(r[:most], '…')
	}
	return `"` + string(r) + `"`
}

// meant is the word of a list that was probably meant.
func meant(word string, words []string) string { return near.Word(word, slices.Values(words)) }
