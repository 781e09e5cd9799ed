package pane_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/theme"
)

// list is a list of letters, each rows lines high, in a pane of a height.
type list struct {
	pane.List

	ids   []model.ID
	rows  int
	scene pane.Scene
	under func(int) int
	place func(model.ID) int
}

func newList(ids string, rows, height int) *list {
	l := &list{rows: rows, scene: pane.Scene{
		Size: layout.Size{W: 12, H: height}, Focused: true, Styles: theme.Plain(theme.Unicode()),
	}}
	for _, r := range ids {
		l.ids = append(l.ids, model.ID(string(r)))
	}
	return l
}

func (l *list) things() pane.Things {
	return pane.Things{
		Len: len(l.ids), Rows: l.rows, Under: l.under, Place: l.place,
		ID: func(i int) model.ID { return l.ids[i] },
		Draw: func(i int) []string {
			lines := make([]string, l.rows)
			for n := range lines {
				lines[n] = fmt.Sprintf("%s%d", l.ids[i], n)
			}
			return lines
		},
	}
}

func (l *list) press(keys string) pane.Intent {
	var last pane.Intent
	for _, r := range keys {
		last = l.Update(l.scene, pane.DefaultKeys(), l.things(), tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
	}
	return last
}

func (l *list) view() string {
	lines := l.View(l.scene, l.things())
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, " ")
}

func TestACursorFollowsItsThing(t *testing.T) {
	t.Parallel()
	l := newList("abcdef", 1, 3)
	if got, want := l.press("jj"), (pane.Select{ID: "c"}); got != want {
		t.Fatalf("two presses down ask for %v, want %v", got, want)
	}
	slices.Reverse(l.ids)
	if got, want := l.press("j"), (pane.Select{ID: "b"}); got != want {
		t.Errorf("after the list turned round, down from c asks for %v, want %v", got, want)
	}
}

func TestACursorWhoseThingIsGoneStaysWhereItWas(t *testing.T) {
	t.Parallel()
	l := newList("abcdef", 1, 3)
	l.press("jjj")
	l.ids = []model.ID{"a", "b", "c", "e", "f"}
	if got, want := l.press("k"), (pane.Select{ID: "c"}); got != want {
		t.Errorf("up from where d was asks for %v, want %v", got, want)
	}
	l.ids = nil
	if got := l.press("j"); got != nil {
		t.Errorf("an empty list asks for %v", got)
	}
	if got := l.view(); strings.TrimSpace(got) != "" {
		t.Errorf("an empty list shows %q", got)
	}
}

func TestTheCursorStaysInView(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name         string
		rows, height int
		keys, want   string
	}{
		{"at first the beginning", 1, 3, "", "a0 b0 c0"},
		{"down to the edge nothing scrolls", 1, 3, "jj", "a0 b0 c0"},
		{"past the edge a line", 1, 3, "jjj", "b0 c0 d0"},
		{"back up within the window nothing", 1, 3, "jjjk", "b0 c0 d0"},
		{"the end fills the window", 1, 3, "G", "d0 e0 f0"},
		{"and the beginning again", 1, 3, "Gg", "a0 b0 c0"},
		{"things of two lines", 2, 4, "jj", "b0 b1 c0 c1"},
		{"a thing that has half its room", 2, 3, "", "a0 a1 b0"},
		{"a window lower than a thing", 2, 1, "j", "b0"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			l := newList("abcdef", tt.rows, tt.height)
			for _, r := range tt.keys {
				l.press(string(r))
				l.view()
			}
			if got := l.view(); got != tt.want {
				t.Errorf("after %q it shows %q, want %q", tt.keys, got, tt.want)
			}
		})
	}
}

func TestAClickChoosesWhatIsUnderIt(t *testing.T) {
	t.Parallel()
	l := newList("abcdef", 2, 4)
	l.press("jjj")
	l.view() // shows c and d
	click := func(y int) pane.Intent {
		return l.Update(l.scene, pane.DefaultKeys(), l.things(), tea.MouseMsg{Y: y, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft})
	}
	if got, want := click(1), (pane.Select{ID: "c"}); got != want {
		t.Errorf("a click on the second line asks for %v, want %v", got, want)
	}
	for _, y := range []int{-1, 99} {
		if got := click(y); got != nil {
			t.Errorf("a click on line %d asks for %v", y, got)
		}
	}
}

func TestEnterOpensWhatIsUnderTheCursor(t *testing.T) {
	t.Parallel()
	l := newList("abc", 1, 3)
	l.press("j")
	got := l.Update(l.scene, pane.DefaultKeys(), l.things(), tea.KeyMsg{Type: tea.KeyEnter})
	if want := (pane.Open{ID: "b"}); got != want {
		t.Errorf("enter asks for %v, want %v", got, want)
	}
}

func TestAListFillsItsRectangle(t *testing.T) {
	t.Parallel()
	for w := range 15 {
		for h := range 9 {
			l := newList("abcdef", 2, h)
			l.scene.Size.W = w
			l.press("jjjj")
			lines := l.View(l.scene, l.things())
			if len(lines) != h {
				t.Fatalf("%dx%d: %d lines", w, h, len(lines))
			}
			for _, line := range lines {
				if draw.Width(line) != w {
					t.Fatalf("%dx%d: %q is %d cells", w, h, line, draw.Width(line))
				}
			}
		}
	}
}

// headed makes a list in which capitals are headings.
func headed(ids string, rows, height int) *list {
	l := newList(ids, rows, height)
	l.under = func(i int) int {
		for ; l.ids[i] > "Z"; i-- {
		}
		return i
	}
	return l
}

func TestHeadingsAreSkippedAndStayInView(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name         string
		rows, height int
		keys, want   string
		on           model.ID
	}{
		{"at first the first thing", 1, 3, "k", "A0 b0 c0", "b"},
		{"down past a heading", 1, 4, "jj", "A0 c0 D0 e0", "e"},
		{"below the view the heading stays", 1, 3, "jj", "D0 e0 f0", "e"},
		{"further down it still stays", 1, 3, "jjj", "D0 e0 f0", "f"},
		{"the end", 1, 3, "G", "G0 h0 i0", "i"},
		{"the end with a view larger than a group", 1, 5, "G", "D0 f0 G0 h0 i0", "i"},
		{"up from the first of a group", 1, 4, "Gkk", "D0 f0 G0 h0", "f"},
		{"a view of one line", 1, 1, "jj", "e0", "e"},
		{"things of two lines", 2, 6, "jj", "D0 D1 e0 e1 f0 f1", "e"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			l := headed("AbcDefGhi", tt.rows, tt.height)
			var last pane.Intent
			for _, r := range tt.keys {
				last = l.press(string(r))
				l.view()
			}
			if want := (pane.Select{ID: tt.on}); last != want {
				t.Errorf("%q asks for %v, want %v", tt.keys, last, want)
			}
			if got := l.view(); got != tt.want {
				t.Errorf("after %q it shows %q, want %q", tt.keys, got, tt.want)
			}
		})
	}
}

func TestTheCursorIsAlwaysInViewBelowHeadings(t *testing.T) {
	t.Parallel()
	for height := 1; height < 9; height++ {
		l := headed("AbCdeFghiJkLmno", 1, height)
		for i, key := range strings.Repeat("jjjkjjGkkkgjjjjjjjjjkkkkk", 3) {
			sel, ok := l.press(string(key)).(pane.Select)
			if !ok || sel.ID < "a" {
				t.Fatalf("height %d, key %d: %v is no thing", height, i, sel)
			}
			if got := l.view(); !strings.Contains(got, string(sel.ID)) {
				t.Fatalf("height %d, key %d (%c): %s is not in view: %s", height, i, key, sel.ID, got)
			}
		}
	}
}

func TestWhatIsInViewFollowsItsThing(t *testing.T) {
	t.Parallel()
	l := newList("abcdefgh", 1, 3)
	l.press("jjjj")
	before := l.view()
	l.ids = append([]model.ID{"x", "y"}, l.ids...)
	if after := l.view(); after != before {
		t.Errorf("with news above it shows %q, want %q still", after, before)
	}
	first := newList("abcdefgh", 1, 3)
	first.press("j")
	first.view()
	first.ids = append([]model.ID{"x"}, first.ids...)
	if got, want := first.view(), "x0 a0 b0"; got != want {
		t.Errorf("at the beginning, with news above, it shows %q, want %q", got, want)
	}
}

func TestAThingThatIsGoneIsLookedForByItsPlace(t *testing.T) {
	t.Parallel()
	l := newList("abcdef", 1, 3)
	l.press("jjj") // d
	l.ids = []model.ID{"a", "b", "f"}
	l.place = func(model.ID) int { return 1 }
	if got, want := l.press("j"), (pane.Select{ID: "f"}); got != want {
		t.Errorf("down from the neighbour asks for %v, want %v", got, want)
	}
	l.Follow("a")
	l.place = nil
	if got, want := l.press("j"), (pane.Select{ID: "b"}); got != want {
		t.Errorf("down from what it was told to follow asks for %v, want %v", got, want)
	}
}

func TestAfterAJumpThereIsContext(t *testing.T) {
	t.Parallel()
	l := newList("abcdefghijklmnopqrstuvwxyz", 1, 5)
	l.view()
	l.Follow("m")
	if got, want := l.view(), "k0 l0 m0 n0 o0"; got != want {
		t.Errorf("after a jump it shows %q, want %q", got, want)
	}
	l.Follow("b")
	if got, want := l.view(), "a0 b0 c0 d0 e0"; got != want {
		t.Errorf("after a jump back it shows %q, want %q", got, want)
	}
}
