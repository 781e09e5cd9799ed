package detail_test

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/lang"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/detail"
	"bordertop/ui/theme"
	"bordertop/ui/uitest"
)

func scene(tb testing.TB, now time.Time, selected model.ID, records ...model.Record) pane.Scene {
	tb.Helper()
	l, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		tb.Fatal(err)
	}
	return pane.Scene{
		Board: l.At(now, now), Now: now, Zone: vilnius(), Focused: true, Selected: selected,
		Clocks: []pane.Clock{{Name: "Vilnius", Zone: vilnius()}, {Name: "Minsk", Zone: time.FixedZone("+03", 3*3600)}},
		Styles: theme.Plain(theme.Unicode()), Words: lang.English(),
	}
}

// whole draws all of a page.
func whole(s pane.Scene, w int) string {
	p := detail.New(pane.DefaultKeys())
	s = s.Within(layout.Size{W: w})
	return p.View(s.Within(layout.Size{W: w, H: p.Wants(s)}))
}

func ids(records []model.Record) []model.ID {
	out := []model.ID{"", "nothing", "shut", "hostile"}
	for _, r := range records {
		out = append(out, r.Head().ID)
	}
	return out
}

func TestEveryRealRecordHasAPage(t *testing.T) {
	t.Parallel()
	records := embedded(t)
	for _, now := range []time.Time{at(11, 18), at(20, 1), at(23, 12).AddDate(1, 0, 0)} {
		s := scene(t, now, "", records...)
		for _, r := range records {
			if s.Selected = r.Head().ID; !strings.Contains(whole(s, 64), string(s.Selected)) {
				t.Errorf("%s at %s cannot be quoted: no id", s.Selected, now)
			}
		}
	}
}

func TestGoldenFrames(t *testing.T) {
	t.Parallel()
	for _, id := range []model.ID{"", "medininkai", "shut-cars", "count", "stop"} {
		for _, size := range []layout.Size{{W: 48, H: 14}, {W: 78, H: 20}} {
			name := fmt.Sprintf("%s-%dx%d", cmp.Or(id, "nothing"), size.W, size.H)
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				s := scene(t, at(11, 18), id, border()...).Within(size)
				uitest.Golden(t, name, detail.New(pane.DefaultKeys()).View(s))
				s.Styles = theme.Plain(theme.ASCII())
				uitest.Golden(t, name+"-ascii", detail.New(pane.DefaultKeys()).View(s))
			})
		}
	}
}

func TestAPageTells(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		id            model.ID
		want, without []string
	}{
		"how to select":                              {"", []string{"press enter"}, []string{"id "}},
		"that nothing was known of it":               {"later", []string{"Nothing was known", "id          later"}, nil},
		"both clocks of an instant":                  {"stop", []string{"10 Nov 2025 23:30 Vilnius · 11 Nov 00:30 Minsk"}, nil},
		"a severity in signs and words":              {"stop", []string{"▪▪▪ severity 3"}, nil},
		"names where ids are stored":                 {"stop", []string{"Vilnius airport", "Lithuania: Balloons stop"}, []string{"vno"}},
		"figures with their units":                   {"stop", []string{"flights 30, duration 2 h 59 min"}, nil},
		"an end with what it was before":             {"shut-cars", []string{"20 Nov 2025 00:00 Vilnius · 01:00 Minsk", "was 30 Nov 2025 24:00 Vilnius · 1 Dec 01:00 Minsk", "misprint"}, nil},
		"how long is left":                           {"shut-cars", []string{"8 d 6 h left, 56 % elapsed"}, nil},
		"who may pass in full":                       {"shut-cars", []string{"· holders of diplomatic passports", "· citizens (→ Lithuania)"}, nil},
		"an act by its id":                           {"shut", []string{"Government: closure", "Resolution 7"}, nil},
		"a crossing's state for each class":          {"medininkai", []string{"cars            ◧ some may", "trucks          ■ may not"}, nil},
		"a crossing's names and place":               {"medininkai", []string{"Belarusian  Каменны Лог", "54.541, 25.711 · low confidence", "day and night"}, nil},
		"a crossing's chain with its bans":           {"medininkai", []string{"Belarus: ban for trucks", "the border opens", "misprint"}, nil},
		"a crossing's news":                          {"medininkai", []string{"10 Nov · Drone stops the airport"}, nil},
		"a claim with its rivals":                    {"count", []string{"about 1,000 trucks stranded", "unit        lorries", "· 2,000 · Hauliers · 9 Nov"}, nil},
		"a dispute beside the value":                 {"count", []string{"figure      about 1,000", "≠ dispute · Hauliers", "counted twice"}, nil},
		"state media by word":                        {"count", []string{"State TV† state media", "3 Nov 2025, 8 d ago"}, nil},
		"where a source is and what it repeats":      {"stop", []string{"wire.example.com/a/1 · news agency · repeats Reuters"}, nil},
		"that sources came later":                    {"shut-cars", []string{"1 later source is not shown"}, []string{"Late News"}},
		"that a source has no date":                  {"medininkai", []string{"undated"}, nil},
		"each step of a condition":                   {"demand", []string{"◧ partly met", "5 Nov 2025  unmet", "8 Nov 2025  partly met", "calm nights"}, nil},
		"what tells of a condition":                  {"demand", []string{"Told in  2", "· 11 Nov · Budrys: No talks."}, nil},
		"a quote word for word":                      {"said", []string{"“fully involved”", "Foreign Minister"}, nil},
		"when a pledge falls due":                    {"pledge", []string{"running, 4 d 6 h left", "15 Nov 2025"}, nil},
		"that a record was withdrawn":                {"gone", []string{"WITHDRAWN · a kite"}, nil},
		"that a queue's length is not known":         {"queue", []string{"waiting     not known", "wait        3 h"}, nil},
		"that a tally is not known, instead of zero": {"tally", []string{"Airport stops: not known", "Oct 2025"}, []string{" 0"}},
		"that nobody gave a source":                  {"said", []string{"no source is given"}, nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := whole(scene(t, at(11, 18), tt.id, border()...), 78)
			for _, want := range tt.want {
				if !strings.Contains(got, want) {
					t.Errorf("no %q in\n%s", want, got)
				}
			}
			for _, not := range tt.without {
				if strings.Contains(got, not) {
					t.Errorf("%q in\n%s", not, got)
				}
			}
		})
	}
}

func TestWhatWasChangedIsToldOnce(t *testing.T) {
	t.Parallel()
	got := whole(scene(t, at(14, 18), "noted", append(border(), beside()...)...), 78)
	for want, times := range map[string]int{
		"note        … Second word.":   1, // what came to the note
		"was First word. Second word.": 1, // where it was written anew, and not above
		"note        Last word.":       2,
		"was Vilnius ":                 2, // a short value is told with the field too
		"update · Desk · 12 Nov 2025":  1,
	} {
		if n := strings.Count(got, want); n != times {
			t.Errorf("%d times %q, want %d, in\n%s", n, want, times, got)
		}
	}
}

func TestAnActTellsOfEachAmendmentOnce(t *testing.T) {
	t.Parallel()
	records := append(border(), &model.Measure{
		Fact: fact("shut-trains"), Act: "shut", Type: model.Closure, From: day(1), Classes: []model.Class{model.RailFreight}, Crossings: []model.ID{"medininkai"},
	})
	got := whole(scene(t, at(11, 18), "shut", records...), 78)
	for want, times := range map[string]int{"correction · Government · 9 Nov 2025": 2, "as above": 1, "misprint": 1} {
		if n := strings.Count(got, want); n != times {
			t.Errorf("%d times %q, want %d, in\n%s", n, want, times, got)
		}
	}
}

func TestALongListIsCutAndCounted(t *testing.T) {
	t.Parallel()
	records := slices.Concat(border(), crowd(60))
	now := at(23, 12).AddDate(1, 0, 0)
	if got := whole(scene(t, now, "x-0000030", records...), 78); !strings.Contains(got, "Here within 48 hours  59 ") || !strings.Contains(got, "\n and 47 more ") {
		t.Errorf("incidents near another:\n%s", got)
	}
	if got := whole(scene(t, now, "vno", records...), 78); strings.Count(got, "Queue at Medininkai") != 5 {
		t.Errorf("the news of a place:\n%s", got)
	}
}

func TestAReplacedValueIsStruckThrough(t *testing.T) {
	t.Parallel()
	s := scene(t, at(11, 18), "shut-cars", border()...)
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.TrueColor)
	s.Styles = theme.New(r, theme.Dark(), theme.Unicode())
	if want := s.Styles.Struck.Render("30 Nov 2025 24:00 Vilnius · 1 Dec 01:00 Minsk"); !strings.Contains(whole(s, 78), want) {
		t.Errorf("no %q in\n%q", want, whole(s, 78))
	}
}

func TestAPageIsWrittenAnewWhenWhatItTellsChanges(t *testing.T) {
	t.Parallel()
	s := scene(t, at(11, 18), "stop", border()...).Within(layout.Size{W: 78, H: 30})
	p := detail.New(pane.DefaultKeys())
	if got := p.View(s); !strings.Contains(got, "1 Nov 2025, 10 d ago") {
		t.Fatalf("before:\n%s", got)
	}
	next := s
	next.Live, next.Now = true, at(13, 18)
	if got := p.View(next); !strings.Contains(got, "1 Nov 2025, 12 d ago") {
		t.Errorf("two days later:\n%s", got)
	}
	amended := scene(t, at(11, 18), "stop", append(border(), &model.Amendment{
		Fact: fact("hours"), Of: []model.ID{"stop"}, Type: model.Correction, At: day(11),
		Set: []model.Assignment{{Field: "title", Value: clean.Line("Kite stops the airport")}},
	})...).Within(s.Size)
	amended.Version = s.Version + 1
	if got := p.View(amended); !strings.HasPrefix(got, " Kite stops") {
		t.Errorf("corrected:\n%s", got)
	}
	if got := p.View(s.Within(layout.Size{W: 40, H: 30})); !strings.HasPrefix(got, " Drone stops the airport") {
		t.Errorf("narrower:\n%s", got)
	}
}

func TestEachRecordKeepsItsPlace(t *testing.T) {
	t.Parallel()
	s := scene(t, at(11, 18), "medininkai", border()...).Within(layout.Size{W: 48, H: 10})
	p := detail.New(pane.DefaultKeys())
	top := p.View(s)
	down := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("j")}
	if in, cmd := p.Update(s, down); in != nil || cmd != nil {
		t.Errorf("scrolling asks for %v", in)
	}
	second := p.View(s)
	if strings.Split(second, "\n")[1] != strings.Split(top, "\n")[2] {
		t.Errorf("a line down:\n%s\nfrom\n%s", second, top)
	}
	other := s
	other.Selected = "count"
	if got := p.View(other); !strings.HasPrefix(got, " about 1,000") {
		t.Errorf("another record begins with\n%s", got)
	}
	p.Update(other, tea.KeyMsg{Type: tea.KeyEnd})
	if got := p.View(other); !strings.Contains(got, "id          count") {
		t.Errorf("the end of a page:\n%s", got)
	}
	p.Update(other, tea.KeyMsg{Type: tea.KeyUp})
	if got := p.View(other); strings.Contains(got, "id          count") {
		t.Errorf("a line up from the end:\n%s", got)
	}
	if got := p.View(s); got != second {
		t.Errorf("back at the first record:\n%s\nwant\n%s", got, second)
	}
}

func embedded(tb testing.TB) []model.Record {
	tb.Helper()
	d, faults := dataset.Embedded(dataset.Options{})
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	return d.Records
}
