package detail_test

import (
	"strings"
	"testing"

	"bordertop/model"
	"bordertop/model/lang"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/detail"
	"bordertop/ui/uitest"
)

func TestEveryFrameFillsItsRectangle(t *testing.T) {
	t.Parallel()
	records := hostile()
	s := scene(t, at(11, 18), "", records...)
	for _, id := range ids(records) {
		t.Run(string(id), func(t *testing.T) {
			t.Parallel()
			s := s
			s.Selected = id
			p := detail.New(pane.DefaultKeys())
			uitest.Sweep(t, sizes(), func(w, h int) string { return p.View(s.Within(layout.Size{W: w, H: h})) })
			for _, size := range []layout.Size{{}, {W: 10}, {H: 3}} {
				if got := strings.TrimRight(p.View(s.Within(size)), "\n"); got != "" {
					t.Errorf("%v: %q, want nothing", size, got)
				}
			}
		})
	}
}

func TestEveryLanguageFillsItsRectangle(t *testing.T) {
	t.Parallel()
	for _, code := range model.English.Words() {
		t.Run(code, func(t *testing.T) {
			t.Parallel()
			s := scene(t, at(11, 18), "", hostile()...)
			s.Words = lang.Of(model.Lang(code))
			for _, r := range border() {
				s.Selected = r.Head().ID
				p := detail.New(pane.DefaultKeys())
				uitest.Sweep(t, []uitest.Size{{Width: 7, Height: 60}, {Width: 30, Height: 40}, {Width: 80, Height: 60}}, func(w, h int) string {
					return p.View(s.Within(layout.Size{W: w, H: h}))
				})
				if got := whole(s, 80); strings.Contains(got, "%!") {
					t.Errorf("%s has a fault of format:\n%s", s.Selected, got)
				}
			}
		})
	}
}

// sizes are fewer than all, for there are many records.
func sizes() []uitest.Size {
	var out []uitest.Size
	for _, w := range []int{1, 2, 3, 5, 10, 20, 39, 48, 80, 300} {
		for _, h := range []int{1, 2, 14, 100} {
			out = append(out, uitest.Size{Width: w, Height: h})
		}
	}
	return out
}

func TestKeysOnAnyPageOfAnySize(t *testing.T) {
	t.Parallel()
	records := append(hostile(), addresses(t)...)
	for _, id := range ids(records) {
		t.Run(string(id), func(t *testing.T) {
			t.Parallel()
			s := scene(t, at(11, 18), id, records...)
			s.Links = true
			p := detail.New(pane.DefaultKeys())
			uitest.Sweep(t, sizes(), func(w, h int) string {
				s := s.Within(layout.Size{W: w, H: h})
				press(t, p, s, "nnGNo\r"+strings.Repeat("n", w%7)+"j")
				p.Update(s, click(w/2, h/2))
				p.Update(s, pane.OpenMsg{})
				return p.View(s)
			})
		})
	}
}
