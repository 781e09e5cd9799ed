package dataset_test

import (
	"slices"
	"strings"
	"testing"

	"bordertop/model"
)

// shown lists what a reader of a board meets in its panes, and what the detail of
// an event tells beside it.
func shown(b model.Board) map[model.ID]model.Record {
	out := map[model.ID]model.Record{}
	add := func(records ...model.Record) {
		for _, r := range records {
			out[r.Head().ID] = r
		}
	}
	for e := range b.Events.Records() {
		add(e)
		add(slices.Collect(b.Related(e.Head().ID).Records())...)
	}
	for _, c := range b.Conditions {
		add(c.Condition)
	}
	for _, g := range b.Claims {
		for _, c := range g.Claims {
			add(c.Count)
		}
	}
	for _, d := range b.Deadlines {
		for _, m := range d.Measures {
			add(m)
		}
	}
	for _, c := range b.Crossings {
		for _, a := range b.Why(c.Crossing.ID) {
			add(a.Record)
		}
	}
	return out
}

// The founding article is wholly on the board of its day, each thing on its word
// and in words that say it.
func TestEmbeddedFoundingArticle(t *testing.T) {
	t.Parallel()
	boards := boardsOf(t)
	for _, at := range []string{"2025-11-11T18:00:00+02:00", "2025-11-11T23:59:59+02:00"} {
		t.Run(at, func(t *testing.T) {
			t.Parallel()
			records := shown(boards(at, at))
			for _, fact := range []struct {
				what, words string
				id          model.ID
			}{
				{"Budrys refuses", "rejects Minsk's terms", "i-049"},
				{"in his words", "Lukashenko does not set the rules", "q-009"},
				{"the Belarusian proposal", "Lithuanian proposals had come earlier", "i-048"},
				{"the order to the Foreign Minister", "told Foreign Minister Ryzhankov to arrange talks", "i-048"},
				{"the condition of the balloons", "balloons stop entering Lithuanian airspace", "k-lt-air"},
				{"the condition of the trucks", "trucks are allowed home", "k-lt-trucks"},
				{"the trucks", "About 1,000", "t-010"},
				{"the United States", "the US was fully involved", "i-049"},
				{"in the words of Budrys", "fully involved", "q-010"},
				{"the commission of October", "Commission backs long closure", "i-026"},
				{"the Prime Minister", "Prime Minister Ruginienė", "i-026"},
				{"the act that followed it", "after the National Security Commission of 27 Oct", "c-gov-1029-medininkai"},
				{"at the other crossing", "after the National Security Commission of 27 Oct", "c-gov-1029-salcininkai"},
				{"to the end of November", "until 30 November", "i-031"},
				{"balloons and Vilnius airport", "balloons and Vilnius airport", "seed-air"},
				{"drones in November", "drones in November", "seed-air"},
				{"the drone of 5 November", "civilian drone", "i-041"},
				{"the view of the EU", "targeted hybrid campaign", "i-032"},
				{"the threat to seize trucks", "warned of seizure", "i-047"},
				{"and who made it", "Trucks may be confiscated", "q-008"},
				{"the restrictions of Belarus", "to 31 Dec 2027", "r-by-2027"},
			} {
				r, ok := records[fact.id]
				if !ok || !slices.Contains(r.Head().Sources, "seed") {
					t.Errorf("%s: %s is not on the board on the article's word", fact.what, fact.id)
					continue
				}
				if texts := textsOf([]model.Record{r}); !slices.ContainsFunc(texts, func(s string) bool { return strings.Contains(s, fact.words) }) {
					t.Errorf("%s: %s does not say %q", fact.what, fact.id, fact.words)
				}
			}
		})
	}
}

func TestEmbeddedBoardOfTheFoundingArticle(t *testing.T) {
	t.Parallel()
	b := boardsOf(t)("2025-11-11T18:00:00+02:00", "2025-11-11T18:00:00+02:00")
	ends := map[model.ID]string{}
	for _, d := range b.Deadlines {
		if d.State == model.Running {
			ends[d.ID] = d.Left(b.Valid).String()
		}
	}
	if ends["c-gov-1029"] != "462h0m0s" || ends["r-by-2027"] != "18726h0m0s" {
		t.Errorf("left are %v, want 19 days 6 hours to 30 Nov 24:00 and 780 days 6 hours to the end of 2027", ends)
	}
	for _, c := range b.Conditions {
		if c.Condition.Side.String() == "Lithuania" && c.Condition.State != model.Unmet {
			t.Errorf("%s is %s, want unmet", c.Condition.ID, c.Condition.State)
		}
	}
	g, claim, ok := b.Claim("t-010")
	if !ok || g.Working == nil || g.Working.Count.ID != "t-010" || claim.Count.Qualifier != model.About || *claim.Count.Value != 1000 {
		t.Errorf("the figure of the article is not the newest of its group")
	}
}

func TestEmbeddedLetsNoTruckPassOnTheDayOfTheArticle(t *testing.T) {
	t.Parallel()
	b := boardsOf(t)("2025-11-11T18:00:00+02:00", "2025-11-11T18:00:00+02:00")
	for _, id := range []model.ID{"medininkai", "salcininkai"} {
		c, _ := b.Crossing(id)
		for _, p := range c.Passages {
			if p.Class == model.Truck && p.May() != model.MayNot {
				t.Errorf("a truck may pass %s to %s", id, p.To)
			}
		}
	}
}

// No figure and no state without a source, or a note that says why there is none.
func TestEmbeddedTellsWhoSaysSo(t *testing.T) {
	t.Parallel()
	records := embeddedRecords(t)
	known := map[model.ID]bool{}
	for _, r := range records {
		known[r.Head().ID] = r.Kind() == model.KindSource
	}
	for _, r := range records {
		if r.Kind() == model.KindSource || strings.Contains(r.Head().Note.String(), "The compiler's finding") {
			continue
		}
		if !slices.ContainsFunc(r.Head().Sources, func(id model.ID) bool { return known[id] }) {
			t.Errorf("%s %s has no source", r.Kind(), r.Head().ID)
		}
	}
}

// What is told of an end was not known before it, unless it was announced.
func TestEmbeddedTellsNoEndBeforeIt(t *testing.T) {
	t.Parallel()
	records := embeddedRecords(t)
	log, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		t.Fatal(err)
	}
	// The border guard's notice of the first night, and a limit announced with its
	// end, are of a day without an hour.
	announced := []model.ID{"i-013", "i-116"}
	for _, r := range records {
		i, ok := r.(*model.Incident)
		if ok && !i.Until.IsZero() && log.Known(i.ID).Before(i.Until.First()) && !slices.Contains(announced, i.ID) {
			t.Errorf("%s ended at %s, known since %s", i.ID, i.Until.First(), log.Known(i.ID))
		}
	}
}
