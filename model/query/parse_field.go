package query

import (
	"fmt"
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/model/clean"
)

// fieldOf is the field of a name, or of a short form of it.
func fieldOf(name string) (Field, bool) {
	name = strings.ToLower(name)
	switch name {
	case "cat":
		return fCategory, true
	case "sev":
		return fSeverity, true
	case "by":
		return fSpeaker, true
	case "date", string(fMonth):
		return fOn, true
	}
	return Field(name), slices.Contains(fieldNames(), name)
}

// field reads a field with its sign and values. It leaves the token after them to
// be read.
func (p *parser) field(name token) *node {
	f, known := fieldOf(name.text)
	if !known {
		p.blame(&Fault{
			At: name.at, Len: name.end - name.at, Problem: "there is no field " + show(name.text),
			Meant: meant(name.text, fieldNames()),
		})
	}
	n := &node{op: opField, field: f}
	p.comparison(n)
	for more := true; more; more = p.comma() {
		t := p.value()
		if i, ok := p.item(n, t, token{at: name.at, end: t.end}); ok {
			n.items = append(n.items, i)
		}
	}
	switch {
	case len(n.items) == 0:
		return nil
	case len(n.items) > 1 && (n.sign != ":" && n.sign != "=" || f == fSince || f == fUntil):
		p.fail(token{at: name.at, end: p.at}, "%s%s takes one value", f, n.sign)
	}
	return n
}

// comparison reads the sign of a field. Only texts tell = from :.
func (p *parser) comparison(n *node) {
	sign := p.sign()
	n.sign = sign.text
	_, known := fieldOf(string(n.field))
	switch {
	case known && !strings.Contains(":=", n.sign) && !n.field.ordered():
		p.fail(sign, "%s takes : or =", n.field)
	case n.sign == "=" && !n.field.free():
		n.sign = ":"
	}
}

// ordered tells whether the values of a field come before and after each other.
func (f Field) ordered() bool {
	return slices.Contains([]Field{fSeverity, fOn, fWaiting, fWait, fValue}, f)
}

// free tells whether the values of a field are whatever somebody wrote.
func (f Field) free() bool {
	switch f {
	case fCategory, fPlace, fCrossing, fSource, fSide, fSpeaker, fUnit:
		return true
	case fMonth, fSeverity, fKind, fConfidence, fSince, fUntil, fOn, fIs, fClass, fTo, fWaiting, fWait, fValue:
	}
	return false
}

// item reads one value; whole is the field with its sign and value.
func (p *parser) item(n *node, t, whole token) (item, bool) {
	i := item{text: clean.Line(t.text).String()}
	switch {
	case t.kind == tokQuote && !t.closed:
		p.blame(&Fault{At: t.at, Len: t.end - t.at, Problem: "the quote is not closed", Unfinished: true})
	case i.text == "":
		p.wait(whole, fmt.Sprintf("%s has no value", n.field))
		return i, false
	}
	switch n.field {
	case fSeverity:
		return i, p.severity(&i, n.sign, t)
	case fSince, fUntil, fOn:
		return i, p.time(&i, n, t)
	case fKind:
		return i, p.word(&i, t, kindWords())
	case fConfidence:
		return i, p.word(&i, t, model.High.Words())
	case fIs:
		return i, p.word(&i, t, isWords())
	case fClass:
		return i, p.word(&i, t, model.Car.Words())
	case fWaiting, fWait, fValue:
		return i, p.amount(&i, n, t)
	case fCategory, fPlace, fCrossing, fSource, fMonth, fSide, fSpeaker, fUnit, fTo:
	}
	if i.words = wordsOf(i.text); len(i.words) == 0 {
		p.wait(t, "there is no letter and no digit to look for")
	}
	return i, len(i.words) > 0
}

// word reads a word of a closed list.
func (p *parser) word(i *item, t token, words []string) bool {
	i.text = strings.ToLower(i.text)
	i.words = wordsOf(i.text)
	if slices.Contains(words, i.text) {
		return true
	}
	begins := func(w string) bool { return strings.HasPrefix(w, i.text) }
	p.blame(&Fault{
		At: t.at, Len: t.end - t.at, Problem: show(t.text) + " is none of " + strings.Join(words, ", "),
		Meant: meant(i.text, words), Unfinished: p.last(t) && slices.ContainsFunc(words, begins),
	})
	return false
}

// kindWords lists the kinds of record, and the kinds that these have.
func kindWords() []string {
	var out []string
	for _, k := range model.Kinds() {
		out = append(out, string(k))
	}
	for _, w := range []model.Word{
		model.Closure, model.Demand, model.Official, model.Airport, model.Update, model.Stranded,
	} {
		out = append(out, w.Words()...)
	}
	return out
}

const (
	leastSevere = 1
	mostSevere  = 4
)

// severity reads a severity or a range of them.
func (p *parser) severity(i *item, sign string, t token) bool {
	from, to, ranged := strings.Cut(i.text, "..")
	low, ok := severityOf(from, leastSevere)
	high, also := severityOf(to, mostSevere)
	if !ranged {
		high, also = low, ok
	}
	switch sign {
	case ">":
		low, high = low+1, mostSevere
	case ">=":
		high = mostSevere
	case "<":
		low, high = leastSevere, high-1
	case "<=":
		low = leastSevere
	}
	i.low, i.high = low, high
	if ok && also && low <= high && (!ranged || sign == ":") {
		return true
	}
	p.blame(&Fault{
		At: t.at, Len: t.end - t.at, Problem: "severity is from 1 to 4, such as severity:3, severity>=3 or severity:2..3",
		Unfinished: p.last(t) && ok && to == "" && strings.HasSuffix(i.text, "."),
	})
	return false
}

// severityOf reads one, which may be missing from a range.
func severityOf(text string, missing int64) (int64, bool) {
	if text == "" {
		return missing, true
	}
	if len(text) != 1 || text[0] < '0'+leastSevere || text[0] > '0'+mostSevere {
		return 0, false
	}
	return int64(text[0] - '0'), true
}

// time reads a time, or of on: a range of them.
func (p *parser) time(i *item, n *node, t token) bool {
	from, to, ranged := strings.Cut(i.text, "..")
	if ranged && (n.field != fOn || n.sign != ":") {
		p.fail(t, "%s takes one time: a range is on:%s", n.field, show(i.text))
		return false
	}
	if !ranged {
		to = from
	}
	first, ok := p.when(from, t)
	last, also := p.when(to, t)
	if !ok || !also {
		return false
	}
	if n.field == fOn && !ranged && n.sign == ":" && (first.kind == whenAgo || first.kind == whenClock) {
		p.blame(&Fault{At: t.at, Len: t.end - t.at, Problem: "on: takes a day, a month or a range", Meant: "since:" + i.text})
		return false
	}
	i.from, i.to = span(n, first, last)
	return true
}

// span tells from when until when a field asks, of which each end may be open.
func span(n *node, first, last when) (from, to when) {
	switch {
	case n.field == fSince, n.sign == ">=", n.sign == ">":
		return first, when{}
	case n.field == fUntil, n.sign == "<=", n.sign == "<":
		return when{}, last
	}
	return first, last
}

// when reads one end of a range, which may be missing, or a time.
func (p *parser) when(text string, t token) (when, bool) {
	if text == "" {
		return when{}, true
	}
	w, err := parseWhen(text, p.zone)
	if err == nil {
		return w, true
	}
	f := &Fault{At: t.at, Len: t.end - t.at, Problem: clean.Err(err)}
	f.Meant = meant(text, namedDays())
	if strings.Trim(text, "0123456789") == "" && len(text) < 4 {
		f.Meant = text + "d"
	}
	f.Unfinished = p.last(t) && couldBeTime(text)
	p.blame(f)
	return w, false
}

// couldBeTime tells whether a text may be the beginning of a time.
func couldBeTime(text string) bool {
	begins := func(w string) bool { return strings.HasPrefix(w, strings.ToLower(text)) }
	return len(text) < len("2006-01-02T15:04") && strings.Trim(text, "0123456789-:T+./") == "" ||
		slices.ContainsFunc(append(namedDays(), "now"), begins)
}
