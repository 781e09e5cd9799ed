package sources_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/lang"
	live "bordertop/model/source"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/sources"
	"bordertop/ui/theme"
	"bordertop/ui/uitest"
)

func day(d int) model.Moment { return model.DayOf(2025, time.November, d, time.UTC) }

func source(id model.ID, publisher, title string, kind model.SourceKind, published int) *model.Source {
	s := &model.Source{Fact: model.Fact{ID: id}, Publisher: clean.Line(publisher), Title: clean.Line(title), Type: kind}
	if published > 0 {
		s.Published = day(published)
	}
	return s
}

func incident(id model.ID, d int, from ...model.ID) *model.Incident {
	return &model.Incident{Fact: model.Fact{ID: id, Sources: from}, At: day(d), Title: clean.Line(string(id)), Category: "airport", Severity: 2}
}

// press is the press of one November: an agency, two that repeat it, state media,
// an undated archive, and one that comes later.
func press() []model.Record {
	wire := source("wire", "BNS", "Vyriausybė uždarė sieną su Baltarusija", model.Wire, 3)
	radio, copied := source("radio", "LRT", "Border shut until the end of the month", model.NationalMedia, 4), source("copy", "Charter 97", "Граница закрыта", model.BYIndependentMedia, 5)
	radio.Origin, copied.Origin = clean.Line("wire"), clean.Line("Reuters")
	tv := source("tv", "Belarusian state television and radio company", "Почти 5 тыс. литовских грузовиков", model.BYStateMedia, 9)
	tv.StateMedia = true
	return []model.Record{
		wire, radio, copied, tv,
		source("archive", "Archive", "", model.Repository, 0),
		source("late", "Late News", "What came after", model.NationalMedia, 20),
		source("idle", "Nobody cites it", "", model.Blog, 2),
		incident("stop", 3, "wire", "radio"), incident("balloon", 4, "wire", "copy"), incident("drone", 9, "tv"), incident("talks", 10, "tv", "wire"),
		incident("after", 20, "late"),
		&model.Crossing{Fact: model.Fact{ID: "medininkai", Sources: []model.ID{"archive"}}, Name: clean.Line("Medininkai")},
	}
}

func scene(tb testing.TB, records ...model.Record) pane.Scene {
	tb.Helper()
	l, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		tb.Fatal(err)
	}
	at := time.Date(2025, 11, 12, 18, 0, 0, 0, time.UTC)
	return pane.Scene{
		Board: l.At(at, at), Now: at, Zone: time.UTC, Log: l, Focused: true, Styles: theme.Plain(theme.Unicode()), Words: lang.English(),
		Size: layout.Size{W: 138, H: 12}, Version: 1,
	}
}

func newPane() *sources.Pane { return sources.New(pane.DefaultKeys()) }

func rune1(r rune) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}} }

func TestFrames(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		w, h int
		keys string
		g    theme.Glyphs
		lang model.Lang
	}{
		"138x12": {138, 12, "", theme.Unicode(), model.English}, "78x10": {78, 10, "", theme.Unicode(), model.English},
		"43x6": {43, 6, "", theme.Unicode(), model.English}, "records-78x10": {78, 10, "s", theme.Unicode(), model.English},
		"ascii-98x10": {98, 10, "", theme.ASCII(), model.English}, "lithuanian-138x12": {138, 12, "", theme.Unicode(), model.Lithuanian},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, p := scene(t, press()...), newPane()
			s.Size, s.Styles, s.Words = layout.Size{W: tt.w, H: tt.h}, theme.Plain(tt.g), lang.Of(tt.lang)
			for _, k := range tt.keys {
				p.Update(s, rune1(k))
			}
			uitest.Golden(t, name, p.Title(s)+"\n"+p.View(s))
		})
	}
}

// feeds are live sources, one in each state.
func feeds(now time.Time) []live.Health {
	ago := func(minutes int) time.Time { return now.Add(-time.Duration(minutes) * time.Minute) }
	of := func(id model.ID, title string, good int) live.Health {
		return live.Health{
			ID: id, Kind: "rss", Title: clean.Line(title), Every: 5 * time.Minute, Stale: 20 * time.Minute,
			Asked: ago(good), Good: ago(good), Of: ago(good), Next: ago(good - 30), Rows: 1204,
		}
	}
	fails, fresh, odd := of("vsat", "State Border Guard Service of Lithuania", 190), of("queue", "Electronic queue", 2), of("odd", "Odd", 3)
	fails.Since, fails.Failures, fails.Why, fails.Detail = ago(180), 12, live.Refused, clean.Line("HTTP 503")
	fresh.Next = now.Add(3 * time.Minute)
	odd.Flags, odd.Skipped, odd.Notes = clean.Control, 2, []clean.Text{clean.Line("the newest item is 9 days old")}
	return []live.Health{
		fresh, fails, odd, of("slow", "Ageing", 15), of("old", "Stale", 3000),
		{ID: "new", Kind: "cap"},
		{ID: "off", Kind: "exec", Off: true, Title: clean.Line("Own counter")},
	}
}

// saying are live sources that say nothing but a text; none where that is empty.
func saying(text string, now time.Time) []live.Health {
	if text == "" {
		return nil
	}
	out := feeds(now)
	for i := range out {
		out[i].Title, out[i].Detail, out[i].Notes = clean.Line(text), clean.Line(text), []clean.Text{clean.Line(text)}
	}
	return out
}

func TestLiveSourcesStandAboveTheOthers(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		w, h int
		g    theme.Glyphs
		lang model.Lang
	}{
		"live-138x18": {138, 18, theme.Unicode(), model.English}, "live-78x16": {78, 16, theme.Unicode(), model.English},
		"live-43x12": {43, 12, theme.Unicode(), model.English}, "live-ascii-98x18": {98, 18, theme.ASCII(), model.English},
		"live-lithuanian-138x18": {138, 18, theme.Unicode(), model.Lithuanian},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, p := scene(t, press()...), newPane()
			s.Size, s.Styles, s.Words, s.Feeds = layout.Size{W: tt.w, H: tt.h}, theme.Plain(tt.g), lang.Of(tt.lang), feeds(s.Now)
			uitest.Golden(t, name, p.Title(s)+"\n"+p.View(s))
		})
	}
}

func TestALiveSourceStandsOnce(t *testing.T) {
	t.Parallel()
	s, p := scene(t, press()...), newPane()
	s.Feeds = feeds(s.Now)
	s.Feeds[0].ID = "radio"
	if got, want := under(p, s), "radio vsat odd slow old new off tv copy wire archive"; got != want {
		t.Errorf("the cursor goes over %s, want %s", got, want)
	}
	p.Update(s, rune1('g'))
	if in, _ := p.Update(s, tea.KeyMsg{Type: tea.KeyEnter}); in != (pane.Open{ID: "radio"}) {
		t.Errorf("enter asks for %v", in)
	}
}

func TestEverySizeIsFilled(t *testing.T) {
	t.Parallel()
	contents := map[string][]model.Record{"none": nil, "few": press()}
	for name, text := range uitest.Texts() {
		records := press()
		for _, r := range records {
			if s, ok := r.(*model.Source); ok {
				s.Publisher, s.Title, s.Origin = clean.Line(text), clean.Line(text), clean.Line(text)
			}
		}
		contents["text "+name] = records
	}
	for name, records := range contents {
		for _, l := range []model.Lang{model.English, model.Lithuanian} {
			t.Run(name+string(l), func(t *testing.T) {
				t.Parallel()
				s, p := scene(t, records...), newPane()
				s.Words = lang.Of(l)
				s.Feeds = saying(uitest.Texts()[strings.TrimPrefix(name, "text ")], s.Now)
				uitest.Sweep(t, append(uitest.Sizes(), uitest.Size{Width: 0, Height: 3}), func(w, h int) string { return p.View(s.Within(layout.Size{W: w, H: h})) })
				if got := p.View(s.Within(layout.Size{})); got != "" {
					t.Errorf("at 0x0: %q", got)
				}
			})
		}
	}
}

// under lists what the cursor goes over from the top.
func under(p *sources.Pane, s pane.Scene) string {
	var ids []string
	p.Update(s, rune1('g'))
	for range s.Log.Len() {
		if id := string(p.Under(s)); len(ids) == 0 || ids[len(ids)-1] != id {
			ids = append(ids, id)
		}
		p.Update(s, rune1('j'))
	}
	return strings.Join(ids, " ")
}

func TestTheListIsSortedByDateOrByWhatRestsOnIt(t *testing.T) {
	t.Parallel()
	s, p := scene(t, press()...), newPane()
	if got, want := under(p, s), "tv copy radio wire archive"; got != want {
		t.Errorf("by date: %s, want %s", got, want)
	}
	p.Update(s, rune1('s'))
	if got, want := under(p, s), "wire tv copy radio archive"; got != want {
		t.Errorf("by records: %s, want %s", got, want)
	}
	p.Update(s, rune1('s'))
	if got, want := under(p, s), "tv copy radio wire archive"; got != want {
		t.Errorf("by date again: %s, want %s", got, want)
	}
}

func TestTheCursorFollowsItsSource(t *testing.T) {
	t.Parallel()
	s, p := scene(t, press()...), newPane()
	p.Update(s, rune1('j'))
	p.Update(s, rune1('s'))
	if got := p.Under(s); got != "copy" {
		t.Errorf("after sorting the cursor is on %s", got)
	}
	at := time.Date(2025, 11, 21, 0, 0, 0, 0, time.UTC)
	s.Board, s.Now, s.Version = s.Log.At(at, at), at, 2
	if got := p.Under(s); got != "copy" {
		t.Errorf("at another moment the cursor is on %s", got)
	}
	if !strings.Contains(p.View(s), "Late News") {
		t.Errorf("what came meanwhile is not listed:\n%s", p.View(s))
	}
}

func TestKeysAndClicksOpenASource(t *testing.T) {
	t.Parallel()
	s, p := scene(t, press()...), newPane()
	click := func(y int) pane.Intent {
		in, _ := p.Update(s, tea.MouseMsg{Y: y, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft})
		return in
	}
	if in, _ := p.Update(s, tea.KeyMsg{Type: tea.KeyEnter}); in != (pane.Open{ID: "tv"}) {
		t.Errorf("enter asks for %v", in)
	}
	if in := click(3); in != (pane.Select{ID: "copy"}) {
		t.Errorf("a click on the second asks for %v", in)
	}
	if in := click(1); in != nil {
		t.Errorf("a click on the head asks for %v", in)
	}
	if got := p.Shown(s); len(got) != 5 || got[0].Head().ID != "tv" {
		t.Errorf("it shows %v", got)
	}
}

func BenchmarkFrameOfManySources(b *testing.B) {
	var records []model.Record
	for i := range 2000 {
		id := model.ID("s" + strconv.Itoa(i))
		records = append(records, source(id, "P", "T", model.Wire, 1+i%10), incident(model.ID("i"+strconv.Itoa(i)), 1+i%10, id))
	}
	s, p := scene(b, records...), newPane()
	s.Size = layout.Size{W: 138, H: 40}
	for b.Loop() {
		p.View(s)
	}
}
