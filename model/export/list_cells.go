package export

import (
	"fmt"
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/model/export/table"
)

// cell is a text in one line.
func cell(text string) table.Cell { return table.Text(text) }

// words is a column that may become narrow; fixed is one that may not.
func words(title string, least int) column {
	return column{Column: table.Column{Title: title, Least: least}}
}

// ids is a column of names that somebody may want to copy.
func ids(title string, least int) column {
	return column{Column: table.Column{Title: title, Least: least, Names: true}}
}

func fixed(title string) column { return column{Column: table.Column{Title: title}} }

func numbers(title string) column { return column{Column: table.Column{Title: title, Right: true}} }

func (c column) only(u use) column {
	c.use = u
	return c
}

func (c column) aside() column {
	c.Aside = true
	return c
}

// ids is the last column.
func (l *lister) ids() column { return ids(l.o.Words.Page.ID, 8).aside() }

// backing is the column of sources.
func (l *lister) backing() column { return ids(l.o.Words.Page.Sources, 10) }

// standing is the column of when it was so, and how far that may be relied on.
func (l *lister) asOfColumn() column { return words(l.o.Words.Lists.AsOf, 8) }

// behindCell names the sources of records: to people the first and how many more
// there are.
func (l *lister) behindCell(ids ...model.ID) table.Cell {
	var named []string
	for _, id := range ids {
		for _, s := range l.b.Sources(id) {
			named = l.remember(named, s)
		}
	}
	return l.sourceCell(named)
}

// remember adds a source to those of a cell and of the list.
func (l *lister) remember(named []string, s *model.Source) []string {
	if slices.Contains(named, string(s.ID)) {
		return named
	}
	if !slices.Contains(l.named, s) {
		l.named = append(l.named, s)
	}
	return append(named, string(s.ID))
}

func (l *lister) sourceCell(named []string) table.Cell {
	w := l.o.Words
	switch len(named) {
	case 0:
		return cell(w.Page.NoSources)
	case 1:
		return cell(named[0])
	}
	return table.Cell{Text: named[0] + " " + w.More(len(named)-1), Whole: strings.Join(named, ", ")}
}

// when is a moment: to people without the year that is shown.
func (l *lister) when(m model.Moment) table.Cell {
	return table.Cell{Text: l.look.moment(m), Whole: l.day(m)}
}

// seenCell is on which day something was so, and how far that may still be relied on.
func (l *lister) seenCell(at model.Moment, f model.Freshness) table.Cell {
	return l.reliedCell(l.look.day(at), at, f)
}

// readCell is when something was read that holds an hour: at what time of the day of
// the board, or on which day; see seenCell.
func (l *lister) readCell(at model.Moment, f model.Freshness) table.Cell {
	told := l.look.day(at)
	if at.Precision() == model.Minute && told == l.look.day(model.Exactly(l.b.Valid)) {
		told = at.First().In(l.o.Zone).Format("15:04")
	}
	return l.reliedCell(told, at, f)
}

func (l *lister) reliedCell(told string, at model.Moment, f model.Freshness) table.Cell {
	o := l.o
	if told == "" {
		return cell("")
	}
	c := table.Cell{Text: told + ", " + o.Words.Freshness(f), Whole: l.day(at) + ", " + o.Words.Freshness(f)}
	if f == model.Stale {
		c.Paint = func(text string) string { return o.marked(Faint, text) }
	}
	return c
}

// amendedCell is a text with what was corrected in its record, who disputes it, and
// whether it was withdrawn.
func (l *lister) amendedCell(text string, id model.ID) table.Cell {
	a, ok := l.b.Record(id)
	if !ok {
		return cell(text)
	}
	o := l.o
	c := cell(text)
	if a.Withdrawal != nil {
		c.Text = o.Words.Page.Withdrawn + ": " + text
		c.Paint = func(text string) string { return o.marked(Faint, text) }
	}
	c.Whole = bracketed(c.Text, l.notes(a))
	c.Text = bracketed(c.Text, l.shortNotes(a))
	return c
}

// bracketed adds notes to a text.
func bracketed(text string, notes []string) string {
	if len(notes) == 0 {
		return text
	}
	return text + " [" + strings.Join(notes, "; ") + "]"
}

// noteRoom is how long what is disputed may be in a short note, in bytes.
const noteRoom = 60

// shortNotes tells in few words what notes tells in many.
func (l *lister) shortNotes(a model.Amended) []string {
	w := l.o.Words
	var out []string
	for _, c := range a.Changes {
		if was := l.o.value(c.Old); c.By.Type == model.Correction && was != "" && telling(c.Field) {
			out = append(out, fmt.Sprintf(w.Quote.Corrected, l.amendedOn(c.By), w.Field(c.Field), short(was, noteRoom)))
		}
	}
	for _, d := range a.Disputes {
		out = append(out, w.Page.Disputed+": "+short(l.claimed(d), noteRoom))
	}
	if a.Withdrawal != nil {
		out = append(out, join(l.amendedOn(a.Withdrawal), short(line(a.Withdrawal.Reason), noteRoom)))
	}
	return out
}

// notes tells of what amendments did but for updates, which are news and no
// corrections.
func (l *lister) notes(a model.Amended) []string {
	var corrected []model.Change
	for _, c := range a.Changes {
		if c.By.Type == model.Correction {
			corrected = append(corrected, c)
		}
	}
	a.Changes = corrected
	return l.amendments(a)
}
