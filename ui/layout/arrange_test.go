package layout_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"bordertop/ui/layout"
)

// sizes are the edges of every class, and what lies between.
func sizes(yield func(layout.Size) bool) {
	for w := range 301 {
		for h := range 101 {
			if !yield(layout.Size{W: w, H: h}) {
				return
			}
		}
	}
}

// rects are all the rectangles of a layout.
func rects(l layout.Layout) []layout.Rect {
	all := []layout.Rect{l.Top, l.Tabs, l.Strip, l.Bottom}
	for _, p := range l.Panes {
		all = append(all, p.Rect)
	}
	return all
}

// covers reports whether the rectangles are inside the window and do not overlap, and cover it whole: being
// apart, they do if their areas sum to it.
func covers(window layout.Size, all []layout.Rect) bool {
	area := 0
	for i, r := range all {
		if r.W < 0 || r.H < 0 || r.X < 0 || r.Y < 0 || r.X+r.W > max(window.W, 0) || r.Y+r.H > max(window.H, 0) {
			return false
		}
		area += r.W * r.H
		for _, o := range all[i+1:] {
			if r.X < o.X+o.W && o.X < r.X+r.W && r.Y < o.Y+o.H && o.Y < r.Y+r.H {
				return false
			}
		}
	}
	return area == max(window.W, 0)*max(window.H, 0)
}

func find(l layout.Layout, p layout.Pane) (layout.Rect, bool) {
	for _, placed := range l.Panes {
		if placed.Pane == p {
			return placed.Rect, true
		}
	}
	return layout.Rect{}, false
}

func TestEveryWindowIsCoveredAndShowsTheFocusedPane(t *testing.T) {
	t.Parallel()
	want := layout.Wants{
		layout.Crossings: 16, layout.Deadlines: 8, layout.Trucks: 7, layout.Conditions: 5, layout.Incidents: 127, layout.Detail: 20,
	}
	crowd := layout.Grid{
		{Columns: []layout.Column{{Min: 90, Panes: []layout.Pane{1, 2, 3}}, {Min: 90, Panes: []layout.Pane{4}}}},
		{Columns: []layout.Column{{Panes: []layout.Pane{5}}}},
		{Columns: []layout.Column{{Panes: []layout.Pane{6}}}},
		{},
		{Columns: []layout.Column{{}}},
		{Columns: []layout.Column{{Panes: []layout.Pane{7}}, {Panes: []layout.Pane{8}}}},
	}
	least := layout.LeastColumns
	shares := layout.Grid{
		{Share: 1, Columns: []layout.Column{{Min: least, Weight: 100, Panes: []layout.Pane{1}}, {Min: least, Weight: 1, Panes: []layout.Pane{2}}}},
		{Share: 100, Columns: []layout.Column{{Min: least, Weight: 7, Panes: []layout.Pane{3, 4}}}},
		{Share: 3, Columns: []layout.Column{{Min: least, Weight: 2, Panes: []layout.Pane{5}}, {Min: least, Weight: 3, Panes: []layout.Pane{6}}, {Min: least, Weight: 1, Panes: []layout.Pane{7}}}},
	}
	grids := map[string]func(layout.Class) layout.Grid{
		"desk": layout.Desk, "log": layout.Log, "map": layout.Chart,
		"crowd":   func(layout.Class) layout.Grid { return crowd },
		"shares":  func(layout.Class) layout.Grid { return shares },
		"nothing": func(layout.Class) layout.Grid { return nil },
	}
	for name, grid := range grids {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for window := range sizes {
				for focused := layout.Pane(1); focused <= layout.Sources; focused++ {
					check(t, layout.Plan{
						Window: window, Grid: grid(layout.Classify(window)), Focused: focused,
						Want: want, Frame: 2, Strip: int(focused) % 4, Zoom: (window.W+window.H)%7 == 0,
					})
				}
			}
		})
	}
}

func check(t *testing.T, plan layout.Plan) {
	t.Helper()
	l := layout.Arrange(plan)
	if !covers(plan.Window, rects(l)) {
		t.Fatalf("%+v focused %d: %+v does not cover the window", plan.Window, plan.Focused, l)
	}
	if r, ok := find(l, plan.Focused); l.Class != layout.Line && (!ok || r.W < 20 || r.H < 6) {
		t.Fatalf("%+v focused %d: not to be seen in %+v", plan.Window, plan.Focused, l.Panes)
	}
}

func TestAWindowHasTheClassOfItsSize(t *testing.T) {
	t.Parallel()
	tests := map[layout.Size]layout.Class{
		{-1, -1}: layout.Line, {0, 0}: layout.Line, {39, 50}: layout.Line, {200, 11}: layout.Line,
		{40, 12}: layout.Narrow, {59, 50}: layout.Narrow, {200, 15}: layout.Narrow,
		{60, 16}: layout.Classic, {80, 24}: layout.Classic, {99, 50}: layout.Classic,
		{100, 24}: layout.Medium, {139, 50}: layout.Medium, {140, 16}: layout.Wide, {300, 100}: layout.Wide,
	}
	for size, want := range tests {
		if got := layout.Classify(size); got != want {
			t.Errorf("class of %+v = %d, want %d", size, got, want)
		}
	}
}

func panes(l layout.Layout) []layout.Pane {
	var all []layout.Pane
	for _, p := range l.Panes {
		all = append(all, p.Pane)
	}
	return all
}

func TestTheDeskShowsWhatTheClassHasRoomFor(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		window  layout.Size
		focused layout.Pane
		zoom    bool
		want    []layout.Pane
	}{
		"three columns":                        {layout.Size{W: 160, H: 50}, 1, false, []layout.Pane{1, 3, 2, 4, 5, 6}},
		"two columns":                          {layout.Size{W: 120, H: 34}, 1, false, []layout.Pane{1, 3, 5, 2, 4, 6}},
		"two columns, short":                   {layout.Size{W: 120, H: 18}, 1, false, []layout.Pane{1, 5, 2, 6}},
		"a short column keeps the focused":     {layout.Size{W: 120, H: 18}, 3, false, []layout.Pane{1, 3, 2, 6}},
		"crossings and deadlines on incidents": {layout.Size{W: 80, H: 24}, 5, false, []layout.Pane{1, 2, 5}},
		"trucks stand for the crossings":       {layout.Size{W: 80, H: 24}, 3, false, []layout.Pane{3, 2, 5}},
		"conditions stand for the deadlines":   {layout.Size{W: 80, H: 24}, 4, false, []layout.Pane{1, 4, 5}},
		"the detail stands for the incidents":  {layout.Size{W: 80, H: 24}, 6, false, []layout.Pane{1, 2, 6}},
		"the map stands for the detail":        {layout.Size{W: 160, H: 50}, 7, false, []layout.Pane{1, 3, 2, 4, 5, 7}},
		"one pane":                             {layout.Size{W: 50, H: 24}, 4, false, []layout.Pane{4}},
		"one pane, the first":                  {layout.Size{W: 50, H: 24}, 0, false, []layout.Pane{1}},
		"zoomed":                               {layout.Size{W: 160, H: 50}, 2, true, []layout.Pane{2}},
		"a line":                               {layout.Size{W: 30, H: 50}, 2, false, nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := layout.Arrange(layout.Plan{
				Window: tt.window, Grid: layout.Desk(layout.Classify(tt.window)), Focused: tt.focused, Zoom: tt.zoom,
			})
			if diff := cmp.Diff(tt.want, panes(l)); diff != "" {
				t.Errorf("panes of %+v (-want +got):\n%s", tt.window, diff)
			}
		})
	}
}

func TestSharesDivideTheWindow(t *testing.T) {
	t.Parallel()
	grid := layout.Grid{
		{Share: 1, Columns: []layout.Column{{Min: 26, Weight: 2, Panes: []layout.Pane{1}}, {Min: 26, Weight: 1, Panes: []layout.Pane{2}}}},
		{Share: 3, Columns: []layout.Column{{Min: 26, Weight: 1, Panes: []layout.Pane{5}}}},
	}
	l := layout.Arrange(layout.Plan{Window: layout.Size{W: 120, H: 42}, Grid: grid, Want: layout.Wants{1: 30, 5: 2}})
	want := []layout.Placement{
		{Pane: 1, Rect: layout.Rect{Y: 1, W: 80, H: 10}},
		{Pane: 2, Rect: layout.Rect{X: 80, Y: 1, W: 40, H: 10}},
		{Pane: 5, Rect: layout.Rect{Y: 11, W: 120, H: 30}},
	}
	if diff := cmp.Diff(want, l.Panes); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
	for i, p := range []layout.Pane{layout.Trucks, layout.Conditions, layout.Detail} {
		l := layout.Arrange(layout.Plan{Window: layout.Size{W: 120, H: 42}, Grid: grid, Focused: p})
		if got, ok := find(l, p); !ok || got != want[i].Rect {
			t.Errorf("pane %d is at %+v, want it at %+v", p, got, want[i].Rect)
		}
	}
	if l := layout.Arrange(layout.Plan{Window: layout.Size{W: 50, H: 42}, Grid: grid}); len(l.Panes) != 1 || l.Panes[0].Pane != 1 {
		t.Errorf("a narrow window shows %+v", l.Panes)
	}
}

func TestPanesThatHaveLittleToSayLeaveTheirRoom(t *testing.T) {
	t.Parallel()
	window := layout.Size{W: 120, H: 42}
	l := layout.Arrange(layout.Plan{
		Window: window, Grid: layout.Desk(layout.Medium), Focused: layout.Crossings, Frame: 2,
		Want: layout.Wants{layout.Crossings: 8, layout.Trucks: 5, layout.Incidents: 127, layout.Deadlines: 6, layout.Conditions: 30},
	})
	want := layout.Wants{
		layout.Crossings: 10, layout.Trucks: 7, layout.Incidents: 23,
		layout.Deadlines: 8, layout.Conditions: 26, layout.Detail: 6,
	}
	got := layout.Wants{}
	for _, p := range l.Panes {
		got[p.Pane] = p.Rect.H
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("heights (-want +got):\n%s", diff)
	}
}

func TestARectangleContainsItsCellsOnly(t *testing.T) {
	t.Parallel()
	r := layout.Rect{X: 2, Y: 3, W: 4, H: 1}
	for x := range 10 {
		for y := range 10 {
			if got, want := r.Contains(x, y), x >= 2 && x <= 5 && y == 3; got != want {
				t.Errorf("contains %d,%d = %v", x, y, got)
			}
		}
	}
	if diff := cmp.Diff(layout.Size{W: 4, H: 1}, r.Size()); diff != "" {
		t.Errorf("size (-want +got):\n%s", diff)
	}
}
