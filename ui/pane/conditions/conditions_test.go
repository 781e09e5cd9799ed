package conditions_test

import (
	"io"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"github.com/muesli/termenv"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/lang"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/conditions"
	"bordertop/ui/theme"
	"bordertop/ui/uitest"
)

func date(m time.Month, d int) model.Moment { return model.DayOf(2025, m, d, time.UTC) }

// demand is a condition of a side that was stated on a day of November.
func demand(id model.ID, side, text string, state model.ConditionState, day int) *model.Condition {
	return &model.Condition{
		Fact: model.Fact{ID: id}, Type: model.Demand, Side: clean.Line(side), By: clean.Line("the minister of " + side),
		Stated: date(11, day), Text: clean.Line(text), State: state,
	}
}

// few are the conditions of the autumn; one is disputed, and one was met.
func few() []model.Record {
	offer := demand("k-level", "Lithuania", "Talks only at the level of ambassadors-at-large, not between foreign ministers.", model.StillOpen, 12)
	offer.Type = model.Offer
	return []model.Record{
		demand("k-air", "Lithuania", "Smugglers' balloons stop entering Lithuanian airspace.", model.Unmet, 11),
		offer,
		demand("k-open", "Belarus", "Lithuania must restore normal traffic at both crossings before trucks leave.", model.Unmet, 10),
		&model.Amendment{
			Fact: model.Fact{ID: "x-level"}, Of: []model.ID{"k-level"}, At: date(11, 13), Type: model.Dispute, By: clean.Line("Lukashenko"),
			Set: []model.Assignment{{Field: "text", Value: clean.Line("Talks at the level of deputy ministers are agreed.")}},
		},
		&model.Amendment{
			Fact: model.Fact{ID: "a-open"}, Of: []model.ID{"k-open"}, At: date(11, 20), Type: model.Update,
			Set: []model.Assignment{{Field: "state", Value: string(model.Met)}},
		},
	}
}

// many has a condition in each state.
func many() []model.Record {
	records := few()
	for i, state := range model.UnknownCondition.Words() {
		side := []string{"Belarus", "Lithuania"}[i%2]
		records = append(records, demand(model.ID("s-"+state), side, "What is asked for here is "+strings.Repeat("long ", 10)+"and "+state+".",
			model.ConditionState(state), 1+i))
	}
	return records
}

func show(tb testing.TB, size layout.Size, g theme.Glyphs, records ...model.Record) pane.Scene {
	tb.Helper()
	log, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		tb.Fatal(err)
	}
	at := time.Date(2025, 11, 21, 18, 0, 0, 0, time.UTC)
	return pane.Scene{Board: log.At(at, at), Now: at, Zone: time.UTC, Size: size, Styles: theme.Plain(g), Words: lang.English()}
}

func TestFrames(t *testing.T) {
	t.Parallel()
	contents := map[string][]model.Record{"few": few(), "many": many()}
	for name, records := range contents {
		for suffix, size := range map[string]layout.Size{"48x14": {W: 48, H: 14}, "78x20": {W: 78, H: 20}, "101x24": {W: 101, H: 24}} {
			t.Run(name+"-"+suffix, func(t *testing.T) {
				t.Parallel()
				s := show(t, size, theme.Unicode(), records...)
				uitest.Golden(t, name+"-"+suffix, conditions.New(pane.DefaultKeys()).View(s))
			})
		}
	}
}

func TestFrameWithoutUnicode(t *testing.T) {
	t.Parallel()
	s := show(t, layout.Size{W: 48, H: 14}, theme.ASCII(), many()...)
	uitest.Golden(t, "ascii-48x14", conditions.New(pane.DefaultKeys()).View(s))
}

func TestEverySizeIsFilled(t *testing.T) {
	t.Parallel()
	sizes := append(uitest.Sizes(), uitest.Size{Width: 0, Height: 1}, uitest.Size{Width: 91, Height: 6}, uitest.Size{Width: 301, Height: 3})
	contents := map[string][]model.Record{"none": nil, "few": few(), "many": many()}
	for name, hostile := range uitest.Texts() {
		contents["text "+name] = rename(many(), clean.Line(hostile))
	}
	for name, records := range contents {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := show(t, layout.Size{}, theme.Unicode(), records...)
			for _, s.Focused = range []bool{false, true} {
				p := conditions.New(pane.DefaultKeys())
				uitest.Sweep(t, sizes, func(w, h int) string { return p.View(s.Within(layout.Size{W: w, H: h})) })
				if got := p.View(s.Within(layout.Size{})); got != "" {
					t.Errorf("at 0x0: %q", got)
				}
			}
		})
	}
}

// rename puts a text in the place of all texts.
func rename(records []model.Record, to clean.Text) []model.Record {
	for _, r := range records {
		switch r := r.(type) {
		case *model.Condition:
			r.Text, r.By = to, to
			if r.ID == "k-air" {
				r.Side = to
			}
		case *model.Amendment:
			r.By, r.Reason, r.Set = to, to, nil
		case *model.Source, *model.Place, *model.Crossing, *model.Measure, *model.Report, *model.Deadline, *model.Count, *model.Queue,
			*model.Incident, *model.Statement, *model.Tally:
		}
	}
	return records
}

// Walking down reaches every condition, and each is in view when it is reached.
func TestTheCursorIsAlwaysInView(t *testing.T) {
	t.Parallel()
	for _, size := range []layout.Size{{W: 48, H: 1}, {W: 48, H: 3}, {W: 48, H: 9}, {W: 100, H: 2}, {W: 100, H: 7}} {
		s := show(t, size, theme.Unicode(), many()...)
		s.Focused = true
		p := conditions.New(pane.DefaultKeys())
		for i, c := range s.Board.Conditions {
			want := pane.Intent(pane.Select{ID: c.Condition.ID})
			if i > 0 {
				if got, _ := p.Update(s, tea.KeyMsg{Type: tea.KeyDown}); got != want {
					t.Errorf("down at %d: %v, want %v", i, got, want)
				}
			}
			if !strings.Contains(marked(p, s), c.Condition.Text.String()[:20]) {
				t.Errorf("%v: %s is not in view:\n%s", size, c.Condition.ID, p.View(s))
			}
		}
	}
}

// marked gives what stands on the row of the cursor.
func marked(p *conditions.Pane, s pane.Scene) string {
	s.Styles = theme.New(colours(), theme.Dark(), theme.Unicode())
	_, after, _ := strings.Cut(p.View(s), s.Styles.Selected.Over("x")[:len(s.Styles.Selected.Over("x"))-len("x\x1b[0m")])
	return ansi.Strip(after)
}

func colours() *lipgloss.Renderer {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.TrueColor)
	return r
}

func TestAClickSelectsWhatIsUnderIt(t *testing.T) {
	t.Parallel()
	for _, size := range []layout.Size{{W: 48, H: 14}, {W: 48, H: 6}, {W: 100, H: 24}, {W: 100, H: 5}} {
		s := show(t, size, theme.Unicode(), many()...)
		s.Focused = true
		p := conditions.New(pane.DefaultKeys())
		clicks := 0
		for _, c := range s.Board.Conditions {
			// Each click may open what it hits, so the frame is read afresh.
			x, y, ok := find(p.View(s), c.Condition.Text.String())
			if !ok {
				continue
			}
			clicks++
			got, _ := p.Update(s, tea.MouseMsg{X: x, Y: y, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft})
			if diff := cmp.Diff(pane.Intent(pane.Select{ID: c.Condition.ID}), got); diff != "" {
				t.Errorf("%v, click at %d, %d (-want +got):\n%s", size, x, y, diff)
			}
		}
		if clicks == 0 {
			t.Errorf("%v: nothing in view to click:\n%s", size, p.View(s))
		}
	}
}

// find gives the cell where the text of a condition of few begins; those of many
// begin alike.
func find(frame, text string) (x, y int, ok bool) {
	if strings.HasPrefix(text, "What is asked") {
		return 0, 0, false
	}
	for y, line := range strings.Split(frame, "\n") {
		if before, _, found := strings.Cut(line, text[:20]); found {
			return len([]rune(before)), y, true
		}
	}
	return 0, 0, false
}

func TestEnterOpensTheCondition(t *testing.T) {
	t.Parallel()
	s := show(t, layout.Size{W: 48, H: 14}, theme.Unicode(), few()...)
	got, _ := conditions.New(pane.DefaultKeys()).Update(s, tea.KeyMsg{Type: tea.KeyEnter})
	if want := pane.Intent(pane.Open{ID: "k-open"}); got != want {
		t.Errorf("enter = %v, want %v", got, want)
	}
	empty := show(t, layout.Size{W: 48, H: 14}, theme.Unicode())
	if got, _ := conditions.New(pane.DefaultKeys()).Update(empty, tea.KeyMsg{Type: tea.KeyEnter}); got != nil {
		t.Errorf("enter without conditions = %v, want nothing", got)
	}
}

func TestWantsHoldsAllInFull(t *testing.T) {
	t.Parallel()
	for _, w := range []int{30, 48, 78, 101} {
		s := show(t, layout.Size{W: w, H: 5}, theme.Unicode(), many()...)
		p := conditions.New(pane.DefaultKeys())
		frame := p.View(s.Within(layout.Size{W: w, H: p.Wants(s)}))
		if lines := strings.Split(frame, "\n"); strings.TrimSpace(lines[len(lines)-1]) == "" {
			t.Errorf("at %d: more than it takes:\n%s", w, frame)
		}
		for _, c := range s.Board.Conditions {
			words := strings.Fields(c.Condition.Text.String())
			if last := words[len(words)-1]; !strings.Contains(frame, last) {
				t.Errorf("at %d: %s is cut:\n%s", w, c.Condition.ID, frame)
			}
		}
	}
}

func BenchmarkView(b *testing.B) {
	s := show(b, layout.Size{W: 78, H: 20}, theme.Unicode(), few()...)
	p := conditions.New(pane.DefaultKeys())
	for b.Loop() {
		p.View(s)
	}
}
