package cap

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/query"
	"bordertop/model/source"
	"bordertop/model/source/headline"
)

// edition is what alerts say when they are read once.
type edition struct {
	*feed
	now   time.Time
	names query.Gazetteer

	reading source.Reading
	// told is, by the key of an alert, the incident that it began or amends, as it
	// stands after it.
	told map[string]*model.Incident

	tests, early, other int
}

// read makes records of alerts, in the order in which they were sent.
func (e *edition) read(all []alert) source.Reading {
	e.told = map[string]*model.Incident{}
	slices.SortFunc(all, func(a, b alert) int { return cmp.Or(a.sent.Compare(b.sent), cmp.Compare(a.key(), b.key())) })
	for _, a := range all {
		if _, twice := e.told[a.key()]; !twice {
			e.tell(&a)
		}
	}
	if len(e.reading.Records) > 0 {
		e.reading.Records = append(e.reading.Records, e.settings.Cite())
	}
	e.note(e.tests, "left out: exercises, tests and drafts")
	e.note(e.early, "left out: sent in the future")
	e.note(e.other, "left out: no rule matches")
	return e.reading
}

// note says what people should know.
func (e *edition) note(n int, what string) {
	if n > 0 {
		e.reading.Notes = append(e.reading.Notes, clean.Line(fmt.Sprintf("%d %s", n, what)))
	}
}

// tell makes the records of an alert.
func (e *edition) tell(a *alert) {
	e.reading.Rows++
	root := e.root(a)
	switch {
	case a.Status != "Actual":
		e.tests++
	case a.sent.After(e.now.Add(ahead)):
		e.early++
		e.reading.Skipped++
	case a.Type == "Cancel" && root != nil:
		e.told[a.key()] = root
		e.amend(a, root, model.Withdrawal, nil)
	case a.Type == "Update" && root != nil:
		e.update(a, root)
	case a.Type == "Alert", a.Type == "Update":
		e.begin(a)
	}
}

// root is the incident that an alert refers to; nil where there is none.
func (e *edition) root(a *alert) *model.Incident {
	for _, key := range slices.Backward(a.referred()) {
		if i := e.told[key]; i != nil {
			return i
		}
	}
	return nil
}

// begin makes an incident.
func (e *edition) begin(a *alert) {
	i, ok := e.incident(a)
	if !ok {
		e.other++
		return
	}
	e.told[a.key()] = i
	e.add(e.article(a), i)
}

func (e *edition) add(records ...model.Record) {
	e.reading.Records = append(e.reading.Records, records...)
}

// incident is what an alert tells of; not ok where no rule matches.
func (e *edition) incident(a *alert) (i *model.Incident, ok bool) {
	said := a.in(e.settings.Language)
	text := said.title() + "\n" + said.Event
	of, ok := e.rules.Match(text)
	if !ok && e.rules != nil {
		return nil, false
	}
	from := said.from(a.sent)
	i = &model.Incident{
		Fact: model.Fact{ID: e.id(a), Sources: []model.ID{e.articleID(a)}, Known: model.Exactly(later(a.sent, from))},
		At:   model.Exactly(from), Category: cmp.Or(of.Category, said.category()), Severity: said.severity(of.Severity),
		Title: clean.Line(said.title()), Where: clean.Line(said.where()), Summary: clean.Body(said.Description),
	}
	i.Crossings, i.Places = headline.Sites(of, e.names, text+"\n"+said.where())
	if until, ok := moment(said.Expires); ok && until.After(from) {
		i.Until = model.Exactly(until)
	}
	e.reading.Flags |= i.Title.Flags() | i.Where.Flags() | i.Summary.Flags()
	return i, true
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// id and articleID are those of an alert's record and of the source that it cites.
func (e *edition) id(a *alert) model.ID { return source.ID(string(e.settings.ID), a.key()) }

func (e *edition) articleID(a *alert) model.ID {
	return source.ID(string(e.settings.ID), "article", a.key())
}

// article is the alert as a source, which repeats the feed.
func (e *edition) article(a *alert) *model.Source {
	said := a.in(e.settings.Language)
	s := &model.Source{
		Fact: model.Fact{ID: e.articleID(a)}, Publisher: e.settings.Publisher, Title: clean.Line(said.title()), URL: a.page,
		Published: model.Exactly(a.sent), Type: e.settings.Type, StateMedia: e.settings.StateMedia, Origin: clean.Line(string(e.settings.ID)),
	}
	if s.Publisher.Empty() {
		s.Publisher = clean.Line(said.SenderName)
	}
	if public, err := clean.ParseURL(strings.TrimSpace(said.Web)); err == nil {
		s.URL = public
	}
	return s
}

// update amends an incident by what is other in an alert.
func (e *edition) update(a *alert, root *model.Incident) {
	next, ok := e.incident(a)
	if !ok { // It became another matter, and is still the same alert.
		e.told[a.key()] = root
		return
	}
	next.Fact = root.Fact
	e.told[a.key()] = next
	if set := changes(root, next); len(set) > 0 {
		e.amend(a, root, model.Update, set)
	}
}

// changes are the fields of an incident that are other in the next.
func changes(before, next *model.Incident) (set []model.Assignment) {
	put := func(field string, value any, differs bool) {
		if differs {
			set = append(set, model.Assignment{Field: field, Value: value})
		}
	}
	put("until", next.Until, next.Until != before.Until && !next.Until.IsZero())
	put("category", next.Category, next.Category != before.Category)
	put("severity", next.Severity, next.Severity != before.Severity)
	put("crossings", next.Crossings, !slices.Equal(next.Crossings, before.Crossings))
	put("places", next.Places, !slices.Equal(next.Places, before.Places))
	put("where", next.Where, next.Where != before.Where)
	put("title", next.Title, next.Title != before.Title)
	put("summary", next.Summary, next.Summary != before.Summary)
	return set
}

// amend makes an amendment of an incident.
func (e *edition) amend(a *alert, root *model.Incident, kind model.AmendmentKind, set []model.Assignment) {
	reason := clean.Line(cmp.Or(strings.TrimSpace(a.Note), a.in(e.settings.Language).title()))
	e.reading.Flags |= reason.Flags()
	e.add(e.article(a), &model.Amendment{
		Fact: model.Fact{ID: e.id(a), Sources: []model.ID{e.articleID(a)}, Known: model.Exactly(a.sent)},
		Of:   []model.ID{root.ID}, Type: kind, Set: set, Reason: reason,
	})
}
