package ui_test

import (
	"strings"
	"testing"

	"bordertop/model"
	"bordertop/ui"
	"bordertop/ui/layout"
	"bordertop/ui/uitest"
)

func still(tb testing.TB, o ui.Options, s ui.Still) string {
	tb.Helper()
	frame, err := ui.Frame(o, s)
	if err != nil {
		tb.Fatal(err)
	}
	if err := uitest.Fills(frame.Text, s.Size.W, s.Size.H); err != nil {
		tb.Error(err)
	}
	return frame.Text
}

func lastLine(frame string) string { return frame[strings.LastIndexByte(frame, '\n')+1:] }

func TestAPictureIsTheFrameOfTheAppWithACaption(t *testing.T) {
	t.Parallel()
	o := asOf(t, board(t), "2025-11-11 18:00")
	for _, size := range []layout.Size{{W: 140, H: 42}, {W: 80, H: 24}, {W: 40, H: 12}} {
		got := still(t, o, ui.Still{Size: size})
		want := open(o, size.W, size.H).View()
		if a, b := strings.TrimSuffix(got, lastLine(got)), strings.TrimSuffix(want, lastLine(want)); a != b {
			t.Errorf("%v: not the frame of the app:\n%s\nwant:\n%s", size, a, b)
		}
	}
	frame := plain(still(t, o, ui.Still{Size: layout.Size{W: 140, H: 42}}))
	const want = " Lithuania–Belarus  11 Nov 2025 18:00 Vilnius  "
	if caption := lastLine(frame); !strings.HasPrefix(caption, want) || !strings.HasSuffix(caption, "  made with bordertop ") {
		t.Errorf("the caption is %q", caption)
	}
}

func TestTheCaptionKeepsWhatMattersMost(t *testing.T) {
	t.Parallel()
	o := asOf(t, board(t), "2025-11-11 18:00")
	o.Known = today()
	for w, want := range map[int]string{
		200: " Lithuania–Belarus  11 Nov 2025 18:00 Vilnius, as known on 23 Nov 2026  ",
		80:  " 11 Nov 2025 18:00 Vilnius, as known on 23 Nov 2026",
	} {
		got := lastLine(plain(still(t, o, ui.Still{Size: layout.Size{W: w, H: 30}})))
		if !strings.HasPrefix(strings.Join(strings.Fields(got), " "), strings.Join(strings.Fields(want), " ")) {
			t.Errorf("%d cells: %q, want %q first", w, got, want)
		}
	}
}

func TestAPictureKnowsNothingOfTheFuture(t *testing.T) {
	t.Parallel()
	early := lastLine(plain(still(t, asOf(t, board(t), "2025-10-01"), ui.Still{Size: layout.Size{W: 140, H: 42}})))
	if !strings.Contains(early, "2025") || strings.Contains(early, "Nov") || strings.Contains(early, "2026") {
		t.Errorf("the caption of 1 October 2025 is %q", early)
	}
	if empty := lastLine(plain(still(t, ui.Options{Now: today, Zone: today().Location()}, ui.Still{Size: layout.Size{W: 100, H: 30}}))); !strings.Contains(empty, "0 records") || !strings.Contains(empty, "18:45 UTC") {
		t.Errorf("the caption of nothing is %q", empty)
	}
}

func TestAPictureShowsWhatIsAskedFor(t *testing.T) {
	t.Parallel()
	o := asOf(t, board(t), "2025-11-11 18:00")
	size := layout.Size{W: 140, H: 42}
	filtered := o
	filtered.Config.Filter = "category:airport"
	for name, tt := range map[string]struct {
		o    ui.Options
		s    ui.Still
		want string
		none string
	}{
		"a pane has all the room": {o, ui.Still{Size: size, Pane: "trucks", Zoom: true}, "╭ 3 Trucks", "1 Crossings"},
		"a record is selected":    {o, ui.Still{Size: size, Select: "medininkai"}, "│ Medininkai – Kamenny Log                      │", ""},
		"the log is filtered":     {filtered, ui.Still{Size: size}, "category:airport", ""},
		"and a pane beside it":    {filtered, ui.Still{Size: size, Pane: "crossings", Zoom: true}, "╭ 1 Crossings", "5 Incidents"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			frame := plain(still(t, tt.o, tt.s))
			if !strings.Contains(frame, tt.want) || tt.none != "" && strings.Contains(frame, tt.none) {
				t.Errorf("no %q, or %q, in\n%s", tt.want, tt.none, frame)
			}
		})
	}
	for _, s := range []ui.Still{{Size: size, Pane: "dusk"}, {Size: size, Pane: "\x1b[2J"}, {Size: size, Select: "none"}, {Size: size, Select: model.ID("\x1b]0;x\a")}} {
		if frame, err := ui.Frame(o, s); err == nil || frame.Text != "" || strings.ContainsRune(err.Error(), '\x1b') {
			t.Errorf("%+v: the error is %v", s, err)
		}
	}
}

func TestAPictureOfAnythingFillsItsSize(t *testing.T) {
	t.Parallel()
	for name, log := range logs(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := board(t)
			o.Log = log
			for _, s := range uitest.Sizes() {
				if s.Width%20 == 0 && s.Height%20 == 0 {
					still(t, o, ui.Still{Size: layout.Size{W: s.Width, H: s.Height}})
				}
			}
		})
	}
}
