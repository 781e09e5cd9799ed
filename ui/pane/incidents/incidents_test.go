package incidents_test

import (
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"

	"bordertop/config/state"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/lang"
	"bordertop/model/query"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/incidents"
	"bordertop/ui/theme"
	"bordertop/ui/uitest"
)

// week is three events of a day, one of them a statement, one of the day before
// and one of another year.
func week(title clean.Text) []model.Record {
	at := func(y int, m time.Month, d, h int) model.Moment {
		return model.Exactly(time.Date(y, m, d, h, 0, 0, 0, time.UTC))
	}
	event := func(id model.ID, when model.Moment, severity int64) model.Record {
		return &model.Incident{Fact: model.Fact{ID: id}, At: when, Title: title, Category: "airport", Severity: severity}
	}
	return []model.Record{
		event("i-1", at(2025, 11, 11, 15), 4), event("i-2", at(2025, 11, 11, 12), 2),
		&model.Statement{Fact: model.Fact{ID: "s-1"}, At: at(2025, 11, 11, 9), Speaker: clean.Line("Minister"), Summary: title},
		event("i-3", at(2025, 11, 10, 9), 1), event("i-4", at(2024, 3, 1, 9), 3),
	}
}

func show(tb testing.TB, w, h int, records ...model.Record) pane.Scene {
	tb.Helper()
	log, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		tb.Fatal(err)
	}
	at := time.Date(2025, 11, 11, 18, 0, 0, 0, time.UTC)
	return pane.Scene{
		Board: log.At(at, at), Now: at, Zone: time.UTC, Size: layout.Size{W: w, H: h},
		Styles: theme.Plain(theme.Unicode()), Words: lang.English(), Focused: true,
		Log: log, Index: query.NewIndex(log), Reader: &state.Reader{},
	}
}

// frame is what the pane shows, without the spaces at the ends of lines.
func frame(p *incidents.Pane, s pane.Scene) []string {
	lines := strings.Split(p.View(s), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return lines
}

func TestADayIsToldOnce(t *testing.T) {
	t.Parallel()
	s := show(t, 50, 4, week(clean.Line("Stop"))...)
	want := []string{
		" 11 Nov ▪▪▪▪ Stop",
		"        ▪▪   Stop",
		`        "    Minister: Stop`,
		" 10 Nov ▪    Stop",
	}
	if diff := cmp.Diff(want, frame(incidents.New(pane.DefaultKeys()), s)); diff != "" {
		t.Errorf("frame (-want +got):\n%s", diff)
	}
}

func TestTheFirstLineInViewHasItsDay(t *testing.T) {
	t.Parallel()
	s := show(t, 50, 4, week(clean.Line("Stop"))...)
	p := incidents.New(pane.DefaultKeys())
	p.Update(s, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("G")})
	want := []string{
		" 11 Nov      ▪▪   Stop",
		`             "    Minister: Stop`,
		" 10 Nov      ▪    Stop",
		" 1 Mar 2024  ▪▪▪  Stop",
	}
	if diff := cmp.Diff(want, frame(p, s)); diff != "" {
		t.Errorf("frame (-want +got):\n%s", diff)
	}
}

func TestARoomyPaneTellsHoursAndCategories(t *testing.T) {
	t.Parallel()
	s := show(t, 90, 2, week(clean.Line("Stop"))...)
	for i, line := range frame(incidents.New(pane.DefaultKeys()), s) {
		want := []string{"11 Nov 15:00", "11 Nov 12:00"}[i]
		if !strings.HasPrefix(line, " "+want) || !strings.HasSuffix(line, "airport") {
			t.Errorf("no %q and category in %q", want, line)
		}
	}
}

func TestEverySizeIsFilled(t *testing.T) {
	t.Parallel()
	contents := map[string][]model.Record{"none": nil, "ordinary": week(clean.Line("Stop"))}
	for name, text := range uitest.Texts() {
		contents[name] = week(clean.Line(text))
	}
	for name, records := range contents {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := show(t, 0, 0, records...)
			p := incidents.New(pane.DefaultKeys())
			uitest.Sweep(t, uitest.Sizes(), func(w, h int) string { return p.View(s.Within(layout.Size{W: w, H: h})) })
		})
	}
}
