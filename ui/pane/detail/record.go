package detail

import (
	"fmt"
	"strings"

	"bordertop/model"
)

// record writes the page of the record at hand: what it says, what was changed,
// who says so, and then what else is told of it and happened around it.
func (p *page) record() {
	r := p.a.Record
	p.text(p.s.Styles.Heading, p.headline(r))
	p.text(p.s.Styles.Muted, p.under(r))
	p.sealed()
	if p.a.Withdrawal != nil {
		p.text(p.s.Styles.Error, p.join(p.s.Words.Page.Withdrawn, p.a.Withdrawal.Reason.String()))
	}
	p.blank()
	p.body(r)
	p.common(r)
	p.beyond(r)
	p.amendments()
	p.sources(r)
	if p.cut = len(p.lines) >= p.limit; !p.cut {
		p.surroundings(r)
	}
}

// sealed says that what is selected must not leave the desk.
func (p *page) sealed() {
	if until := p.s.Embargo(p.s.Selected); until != "" {
		p.text(p.s.Styles.Warn, p.s.Styles.Glyphs.Embargo+" "+fmt.Sprintf(p.s.Words.Private.Stays, until))
	}
}

// headline is the title of a record without what the page says below.
func (p *page) headline(r model.Record) string {
	switch r := r.(type) {
	case *model.Statement:
		return r.Speaker.String()
	case *model.Source, *model.Place, *model.Crossing, *model.Measure, *model.Report, *model.Deadline, *model.Count, *model.Queue,
		*model.Incident, *model.Condition, *model.Tally, *model.Amendment:
	}
	return p.title(r)
}

// under says what a record is and when it was; nothing where only the kind is
// to be said, as the title of the pane does.
func (p *page) under(r model.Record) string {
	if r.Own().IsZero() {
		return ""
	}
	parts := []string{p.s.Words.Kind(r.Kind()), when(p.s, r.Own())}
	if i, ok := r.(*model.Incident); ok {
		parts[0] = p.s.Words.Category(i.Category)
		if !i.Until.IsZero() {
			parts[1] += " " + p.s.Styles.Glyphs.Dash + " " + when(p.s, i.Until)
		}
		if i.Severity > 0 {
			signs := strings.Repeat(p.s.Styles.Glyphs.Severity, int(min(i.Severity, 4)))
			parts = append(parts, tied(signs+" "+p.s.Words.Degree(int(i.Severity))))
		}
	}
	return p.join(parts...)
}

// body writes what only its kind of record tells.
func (p *page) body(r model.Record) {
	switch r := r.(type) {
	case *model.Crossing:
		p.crossing(r)
	case *model.Measure:
		p.ending(r.ID)
		p.clauses(r)
	case *model.Count:
		p.count(r)
	case *model.Incident:
		p.incident(r)
	case *model.Statement:
		p.statement(r)
	case *model.Condition:
		p.condition(r)
	case *model.Deadline:
		p.deadline(r)
	case *model.Source:
		p.source(r)
	case *model.Place, *model.Report, *model.Queue, *model.Tally, *model.Amendment:
		p.small(r)
	}
}

// beyond writes what else the board tells of the record.
func (p *page) beyond(r model.Record) {
	switch r := r.(type) {
	case *model.Measure:
		p.sameAct(r)
	case *model.Count:
		p.rivals(r)
	case *model.Condition:
		p.fate(r)
	case *model.Place:
		p.here(r.ID)
	case *model.Source, *model.Crossing, *model.Report, *model.Deadline, *model.Queue, *model.Incident, *model.Statement,
		*model.Tally, *model.Amendment:
	}
}

// small writes the kinds of record that tell little.
func (p *page) small(r model.Record) {
	switch r := r.(type) {
	case *model.Place:
		p.field("kind", p.s.Words.Place(r.Type))
		p.spoken(r.Names)
		p.row(p.s.Styles.Text, p.s.Words.Field("coord_confidence"), p.position(r.Lat, r.Lon, ""))
	case *model.Report:
		p.field("state", p.s.Words.Report(r.State))
		p.refs("crossings", r.Crossings)
		p.field("to", p.towards(r.To))
		p.field("classes", p.s.Words.Classes(r.Classes))
		p.field("by", r.By.String())
	case *model.Queue:
		p.queue(r)
	case *model.Tally:
		p.field("period", when(p.s, r.Period))
		p.field("value", p.known(p.s.Words.Tally(r)))
		p.field("by", r.By.String())
		p.field("basis", r.Basis.String())
	case *model.Amendment:
		p.refs("of", r.Of)
		p.field("by", r.By.String())
		p.sets(r)
		p.field("reason", r.Reason.String())
	case *model.Source, *model.Crossing, *model.Measure, *model.Deadline, *model.Count, *model.Incident, *model.Statement,
		*model.Condition:
	}
}

// common writes what any record may tell.
func (p *page) common(r model.Record) {
	h := r.Head()
	p.field("note", h.Note.String())
	p.field("confidence", p.s.Words.Confidence(h.Confidence))
	p.learnt(r)
}

// learnt tells when a record became known, where that is another day than its
// own: a board of a moment between the two did not have it.
func (p *page) learnt(r model.Record) {
	h, own := r.Head(), r.Own()
	known := p.s.Board.KnownAt(h.ID).In(p.s.Zone)
	switch {
	case !h.Known.IsZero():
		if h.Known != own {
			p.field("known", when(p.s, h.Known))
		}
	case !own.IsZero() && p.s.Words.FullDate(known) != p.s.Words.FullDate(own.First().In(p.s.Zone)):
		p.row(p.s.Styles.Text, p.s.Words.Known, p.s.Words.FullDate(known))
	}
}

// spoken writes names by their language.
func (p *page) spoken(names []model.Name) {
	for _, n := range names {
		p.row(p.s.Styles.Text, p.s.Words.Language(n.Lang), n.Text.String())
	}
}

// position is a place on the map, and how far it is to be trusted.
func (p *page) position(lat, lon *float64, trust model.Confidence) string {
	if lat == nil || lon == nil {
		return ""
	}
	return p.join(degrees(lat)+", "+degrees(lon), p.s.Words.Confidence(trust))
}
