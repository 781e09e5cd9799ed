// Package form is a form to fill in: fields with labels, what is offered for each and
// how it is understood, and what would come of all of them.
package form

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"bordertop/ui/palette"
)

// Rank is how much a field matters.
type Rank uint8

// The ranks. Rare fields are out of the way until they are asked for.
const (
	Needed Rank = iota
	Usual
	Rare
)

// Choice is a value that a field may have, and what it means; empty where that is
// plain.
type Choice struct{ Value, Means string }

// Field is a line of a form.
type Field struct {
	// Name tells it from the others, Label stands before it.
	Name, Label string
	Rank        Rank
	// Default stands in it at first and is no value that the record has. Blank is shown
	// while nothing is typed, Hint says what may be.
	Default, Blank, Hint string
	// List tells that several values may stand there, with commas.
	List bool
	// Words are all the values that there are; nil where that is open. Offer gives
	// those that a text may stand for, all for none; nil offers nothing. Known tells that
	// nothing else may be typed than what it offers.
	Words []Choice
	Known bool
	Offer func(text string) []Choice
	// Read says how a text is understood; nil and empty say nothing.
	Read func(text string) string
}

// Report tells what would come of what is typed.
type Report struct {
	// Faults are what is wrong, by the name of the field; what is under another name, or
	// none, is told of the whole.
	Faults map[string]string
	// Shows is what the board would show, Twins what it shows already; Notes are what
	// there is to say besides.
	Shows, Twins, Notes []string
}

// line is a field with what is typed into it.
type line struct {
	Field

	input palette.Prompt
	begun string // what stood there at first
}

// Form is what is typed, and the place in it. The zero Form is closed.
type Form struct {
	open  bool
	title string
	lines []line
	// hidden is how the names of fields begin that have no sense now; empty hides none.
	hidden string
	// at is the name of the field, or of the line, that the cursor is on.
	at string
	// rare shows the rare fields. Tried tells that the reader meant it to be whole.
	rare, tried bool
	// busy tells that it is being saved, discards that it is to be thrown away if the
	// key is pressed again.
	busy, discards bool
	fault          string
	report         Report
	reported       bool
	cycle          *cycle
}

// The lines that are no fields.
const (
	more = ":more"
	save = ":save"
)

// longest is how much may be typed into a field, in runes: about what a record may
// hold.
const longest = 4000

// Open shows a form. Begun are the values that fields have already, and typed what
// is typed instead.
func (f *Form) Open(title string, fields []Field, begun, typed map[string]string) {
	*f = Form{open: true, title: title}
	for _, field := range fields {
		l := line{Field: field, input: palette.NewPrompt()}
		l.input.Allow(longest)
		l.input.Set(cmp.Or(begun[field.Name], field.Default))
		l.begun = l.input.Text()
		if text, ok := typed[field.Name]; ok {
			l.input.Set(text)
		}
		f.lines = append(f.lines, l)
	}
	f.at = f.rows()[0]
	for _, l := range f.lines { // where it goes on
		if l.Rank == Needed && l.input.Text() == "" {
			f.at = l.Name
			break
		}
	}
}

// Close hides it.
func (f *Form) Close() { f.open = false }

// IsOpen tells whether it shows.
func (f *Form) IsOpen() bool { return f.open }

// Busy tells whether it waits for what it holds to be saved.
func (f *Form) Busy() bool { return f.busy }

// Wait shows that what it holds is being saved. It takes no text until Fail.
func (f *Form) Wait() { f.busy, f.fault = true, "" }

// Fail says why what it holds was not saved: it stays.
func (f *Form) Fail(why string) { f.busy, f.fault = false, why }

// Tell shows what would come of what is typed.
func (f *Form) Tell(r Report) {
	f.report, f.reported = r, true
	named := func(name string) bool {
		return slices.ContainsFunc(f.lines, func(l line) bool { return l.Name == name })
	}
	for _, name := range slices.Sorted(maps.Keys(r.Faults)) {
		if name != "" && !named(name) { // or nobody would see it
			r.Faults[""] = strings.TrimPrefix(r.Faults[""]+"; "+r.Faults[name], "; ")
		}
	}
}

// Missing lists the fields that must be filled in and are not.
func (f *Form) Missing() []string {
	var out []string
	for _, l := range f.lines {
		if l.Rank == Needed && l.input.Text() == "" && !l.hides(f.hidden) {
			out = append(out, l.Name)
		}
	}
	return out
}

// Refuse shows what is wrong with what was to be saved, with the cursor on the first
// field at fault.
func (f *Form) Refuse(r Report) {
	f.Tell(r)
	f.busy, f.tried = false, true
	for _, l := range f.lines {
		if r.Faults[l.Name] != "" && f.has(l.Name) {
			f.at = l.Name
			return
		}
	}
}

// Hide hides the fields whose names begin so; empty hides none.
func (f *Form) Hide(prefix string) {
	f.hidden = prefix
	if !f.has(f.at) {
		f.at = f.rows()[0]
	}
}

// Value is what is typed into a field.
func (f *Form) Value(name string) string {
	for _, l := range f.lines {
		if l.Name == name {
			return strings.TrimSpace(l.input.Text())
		}
	}
	return ""
}

// Typed gives the fields in which something else stands than at first, each with its
// text, in their order.
func (f *Form) Typed(yield func(name, text string) bool) {
	for _, l := range f.lines {
		if text := l.input.Text(); text != l.begun && !l.hides(f.hidden) && !yield(l.Name, strings.TrimSpace(text)) {
			return
		}
	}
}

// touched tells whether anything is typed.
func (f *Form) touched() bool {
	for range f.Typed {
		return true
	}
	return false
}

func (l *line) hides(prefix string) bool { return prefix != "" && strings.HasPrefix(l.Name, prefix) }

// rows are the names of the lines in view, in their order.
func (f *Form) rows() []string {
	var out []string
	rare := false
	for _, l := range f.lines {
		if l.hides(f.hidden) {
			continue
		}
		rare = rare || l.Rank == Rare
		if l.Rank != Rare || f.rare || l.input.Text() != l.begun || f.faultOf(&l) != "" {
			out = append(out, l.Name)
		}
	}
	if rare && !f.rare {
		out = append(out, more)
	}
	return append(out, save)
}

func (f *Form) has(row string) bool { return slices.Contains(f.rows(), row) }

// current is the field that the cursor is on; nil where it is on none.
func (f *Form) current() *line {
	for i := range f.lines {
		if f.lines[i].Name == f.at {
			return &f.lines[i]
		}
	}
	return nil
}

// faultOf is what is wrong with a field, as far as the reader is to know: what is
// missing is no fault while the form is being filled in.
func (f *Form) faultOf(l *line) string {
	if l.input.Text() == "" && !f.tried {
		return ""
	}
	return f.report.Faults[l.Name]
}
