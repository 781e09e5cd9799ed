package state

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/lang"
)

// Copy is what left the board at one time: what was copied or, where it names a
// command or a file, what was exported. It is for the person who did it alone.
type Copy struct {
	At    time.Time
	Board string
	// To is where it went; empty is the clipboard.
	To clean.Text
	// Records are those that left, with more beyond the bounds of the file.
	Records []Copied
	More    int
}

// Copied is a record that left.
type Copied struct {
	ID model.ID
	// Text is what it said.
	Text clean.Text
	// Amended are the amendments that were known of it then.
	Amended []model.ID
}

// Outgoing are the records of a board as they leave, each with what say says of it.
// With a crossing goes what its state rests on.
func Outgoing(b model.Board, ids []model.ID, say func(model.Record) string) []Copied {
	var out []Copied
	seen := map[model.ID]bool{}
	for _, id := range within(b, ids) {
		a, ok := b.Record(id)
		if !ok || seen[id] {
			continue
		}
		seen[id] = true
		c := Copied{ID: id, Text: clean.Line(say(a.Record))}
		for _, by := range amending(a) {
			c.Amended = append(c.Amended, by.ID)
		}
		out = append(out, c)
	}
	return out
}

// within are records with those of acts, and with those that states rest on.
func within(b model.Board, ids []model.ID) []model.ID {
	var out []model.ID
	for _, id := range ids {
		out = append(out, id)
		for _, m := range b.Act(id) {
			out = append(out, m.ID)
		}
		if c, ok := b.Crossing(id); ok {
			out = append(out, c.Headline.Why...)
		}
	}
	return out
}

// amending are the amendments of a record, each once.
func amending(a model.Amended) []*model.Amendment {
	var out []*model.Amendment
	for _, c := range a.Changes {
		out = append(out, c.By)
	}
	out = append(out, a.Disputes...)
	if a.Withdrawal != nil {
		out = append(out, a.Withdrawal)
	}
	slices.SortFunc(out, func(a, b *model.Amendment) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return slices.CompactFunc(out, func(a, b *model.Amendment) bool { return a.ID == b.ID })
}

// Fate is what became of a record after it left.
type Fate struct {
	Copy   Copy
	Copied Copied
	// By is the last amendment that was not known then, and Known when it was; Now is
	// what the record says with it, empty where that is nothing.
	By    *model.Amendment
	Known time.Time
	Now   string
}

// Fates tells what became of what left, as a board knows it: of each record the last
// time that it left without an amendment which is known now, the last news first.
func Fates(b model.Board, copies []Copy, say func(model.Record) string) []Fate {
	var out []Fate
	told := map[model.ID]bool{}
	for _, c := range slices.Backward(copies) {
		for _, r := range c.Records {
			if told[r.ID] {
				continue
			}
			if f, ok := FateOf(b, c, r, say); ok {
				told[r.ID] = true
				out = append(out, f)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Fate) int { return b.Known.Compare(a.Known) })
	return out
}

// FateOf tells what became of a record that left; not ok where nothing did.
func FateOf(b model.Board, c Copy, r Copied, say func(model.Record) string) (Fate, bool) {
	a, ok := b.Record(r.ID)
	f := Fate{Copy: c, Copied: r}
	for _, by := range amending(a) {
		if known := b.KnownAt(by.ID); !slices.Contains(r.Amended, by.ID) && (f.By == nil || !known.Before(f.Known)) {
			f.By, f.Known = by, known
		}
	}
	if ok && f.By != nil && a.Withdrawal == nil {
		if f.Now = say(a.Record); f.Now == r.Text.String() {
			f.Now = ""
		}
	}
	return f, ok && f.By != nil
}

// Sentence tells it to the person who did it.
func (f Fate) Sentence(w lang.Words, zone *time.Location, now time.Time) string {
	moment := func(t time.Time) string { return w.Moment(model.Exactly(t), zone, now) }
	did := fmt.Sprintf(w.Private.YouCopied, f.Copied.Text, moment(f.Copy.At))
	if !f.Copy.To.Empty() {
		did = fmt.Sprintf(w.Private.YouExported, f.Copied.Text, f.Copy.To, moment(f.Copy.At))
	}
	return did + "; " + f.Became(w, zone, now)
}

// Became tells what was done to it, what it says now, and why.
func (f Fate) Became(w lang.Words, zone *time.Location, now time.Time) string {
	became := fmt.Sprintf(w.Private.Became(f.By.Type), w.Moment(model.Exactly(f.Known), zone, now))
	more := slices.DeleteFunc([]string{f.Now, clean.Line(f.By.Reason.String()).String()}, func(s string) bool { return s == "" })
	if len(more) == 0 {
		return became
	}
	return became + ": " + strings.Join(more, "; ")
}
