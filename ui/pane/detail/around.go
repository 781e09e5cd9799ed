package detail

import (
	"fmt"
	"slices"
	"time"

	"bordertop/model"
)

// What is around a record is bounded: enough to see that there is more.
const (
	aroundMax  = 12
	restingMax = 40
	// hereFar is how far back the news of a crossing are looked for, so that the
	// page costs the same however long the log is.
	hereFar = 200
	hereMax = 5
)

// near is how far from a record incidents are told of as near it.
const near = 48 * time.Hour

// surroundings lists what tells of the record and what happened around it, each
// once on the page.
func (p *page) surroundings(r model.Record) {
	w, id := p.s.Words.Page, r.Head().ID
	p.others(w.Related, p.s.Board.Related(id), aroundMax, p.dated)
	p.others(w.SameDay, p.s.Board.SameDay(id), aroundMax, p.timed)
	p.others(w.Around, p.s.Board.Around(id, near), aroundMax, p.dated)
	if r.Kind() == model.KindSource {
		p.others(w.Resting, p.s.Board.Resting(id), restingMax, p.dated)
	}
}

// others lists records to which the page does not lead yet, and how many there
// are.
func (p *page) others(title string, records model.Events, most int, tell func(model.Record) string) {
	n := records.Len()
	for id := range p.led {
		if records.Place(id) >= 0 {
			n--
		}
	}
	if n == 0 {
		return
	}
	p.section(title + "  " + p.s.Words.Number(int64(n)))
	shown := 0
	for i := 0; i < records.Len() && shown < most; i++ {
		if !p.led[records.ID(i)] {
			r := records.At(i)
			p.item(r, tell(r))
			shown++
		}
	}
	if more := n - most; more > 0 {
		p.text(p.s.Styles.Faint, fmt.Sprintf(p.s.Words.Page.More, p.s.Words.Number(int64(more))))
	}
}

// item leads to a record from a list; to one that was withdrawn, with the word.
func (p *page) item(r model.Record, text string) {
	id := r.Head().ID
	if a, _ := p.s.Board.Record(id); a.Withdrawal != nil {
		word := p.s.Words.Amendment(model.Withdrawal)
		p.bullet(p.to(p.s.Styles.Struck, id, text), piece{text: " " + word, style: p.s.Styles.Warn})
		return
	}
	p.bullet(p.to(p.s.Styles.Text, id, text))
}

// dated tells a record in a line: its day and what it is called.
func (p *page) dated(r model.Record) string {
	own := r.Own()
	if s, ok := r.(*model.Source); ok {
		own = s.Published
	}
	return p.join(p.s.Day(own), p.called(r))
}

// timed is dated for what is of a known day: its hour, where that is known.
func (p *page) timed(r model.Record) string {
	if r.Own().Precision() != model.Minute {
		return p.called(r)
	}
	return p.join(r.Own().First().In(p.s.Zone).Format("15:04"), p.called(r))
}

// called is what a record is called in a list of several kinds, a claim with
// whoever makes it.
func (p *page) called(r model.Record) string {
	switch r := r.(type) {
	case *model.Count:
		return p.join(p.title(r), r.By.String())
	case *model.Source:
		return p.join(p.title(r), r.Title.String())
	case *model.Place, *model.Crossing, *model.Measure, *model.Report, *model.Deadline, *model.Queue, *model.Incident,
		*model.Statement, *model.Condition, *model.Tally, *model.Amendment:
	}
	return p.title(r)
}

// here lists the newest incidents at a crossing or a place.
func (p *page) here(id model.ID) {
	var out []model.Record
	for at, e := range p.s.Board.Events.All() {
		if at == hereFar || len(out) == hereMax {
			break
		}
		i, ok := e.(*model.Incident)
		if ok && (slices.Contains(i.Crossings, id) || slices.Contains(i.Places, id)) {
			out = append(out, i)
		}
	}
	if len(out) == 0 {
		return
	}
	p.section(p.s.Words.Page.Here)
	for _, r := range out {
		p.item(r, p.dated(r))
	}
}
