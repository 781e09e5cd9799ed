package layout_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"bordertop/ui/layout"
)

func TestSplitGivesWhatIsNeededThenWantedThenTheRest(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		total int
		parts []layout.Part
		want  []int
	}{
		"no parts":                      {10, nil, []int{}},
		"a negative total is nothing":   {-5, []layout.Part{{Min: 3}, {}}, []int{0, 0}},
		"equal shares":                  {10, []layout.Part{{}, {}, {}}, []int{3, 3, 4}},
		"shares by weight":              {10, []layout.Part{{Weight: 3}, {Weight: 2}}, []int{6, 4}},
		"no weight, no share":           {10, []layout.Part{{Min: 2}, {Weight: 1}}, []int{2, 8}},
		"too little: earlier first":     {5, []layout.Part{{Min: 3}, {Min: 3}, {Min: 3}}, []int{3, 2, 0}},
		"a short want is met":           {20, []layout.Part{{Want: 4}, {Want: 100}}, []int{4, 16}},
		"long wants share":              {21, []layout.Part{{Min: 6, Want: 90}, {Min: 6, Want: 100}}, []int{11, 10}},
		"the rest goes by weight":       {20, []layout.Part{{Want: 4}, {Want: 5, Weight: 1}}, []int{4, 16}},
		"negative figures count as 0":   {9, []layout.Part{{Min: -4, Want: -4, Weight: -4}, {Weight: 1}}, []int{0, 9}},
		"a want below the least is met": {9, []layout.Part{{Min: 4, Want: 1}, {Want: 9}}, []int{4, 5}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, layout.Split(tt.total, tt.parts...)); diff != "" {
				t.Errorf("split of %d (-want +got):\n%s", tt.total, diff)
			}
		})
	}
}

func TestShareDividesByWeightAboveTheLeast(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		total int
		parts []layout.Part
		want  []int
	}{
		"no parts":                    {10, nil, []int{}},
		"by weight":                   {120, []layout.Part{{Min: 26, Weight: 2}, {Min: 26, Weight: 1}}, []int{80, 40}},
		"no weight counts as 1":       {9, []layout.Part{{}, {Weight: 2}}, []int{3, 6}},
		"none below its least":        {100, []layout.Part{{Min: 26, Weight: 100}, {Min: 26, Weight: 1}}, []int{74, 26}},
		"and then the others neither": {30, []layout.Part{{Min: 10, Weight: 3}, {Min: 12, Weight: 1}, {Min: 1, Weight: 3}}, []int{10, 12, 8}},
		"just enough":                 {30, []layout.Part{{Min: 10}, {Min: 10}, {Min: 10}}, []int{10, 10, 10}},
		"too little: earlier first":   {5, []layout.Part{{Min: 3}, {Min: 3}, {Min: 3}}, []int{3, 2, 0}},
		"a want does not matter":      {10, []layout.Part{{Want: 9, Weight: 1}, {Weight: 1}}, []int{5, 5}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, layout.Share(tt.total, tt.parts...)); diff != "" {
				t.Errorf("shares of %d (-want +got):\n%s", tt.total, diff)
			}
		})
	}
}

func FuzzSplit(f *testing.F) {
	f.Add(80, 3, 6, 18, 0, 8, 127, 1, 0, 0, 2)
	f.Add(-1, 1, -1, -1, -1, 0, 0, 0, 0, 0, 0)
	f.Add(1<<62, 2, 1<<62, 1<<62, 1<<62, -1<<62, 5, 1<<40, 3, 3, 3)
	f.Fuzz(func(t *testing.T, total, n, a, b, c, d, e, g, h, i, j int) {
		parts := []layout.Part{{a, b, c}, {d, e, g}, {h, i, j}}[:1+uint(n)%3]
		divides(t, "split", total, parts, layout.Split(total, parts...))
		divides(t, "share", total, parts, layout.Share(total, parts...))
	})
}

// divides fails unless lengths sum to total, and each has its least where all can.
func divides(t *testing.T, how string, total int, parts []layout.Part, lengths []int) {
	t.Helper()
	const most = 1 << 20
	sum, leasts := 0, 0
	for _, p := range parts {
		leasts += min(max(p.Min, 0), most)
	}
	for i, length := range lengths {
		if sum += length; length < 0 {
			t.Fatalf("%s of %d among %+v = %v", how, total, parts, lengths)
		}
		if leasts <= min(max(total, 0), most) && length < min(parts[i].Min, most) {
			t.Fatalf("%s of %d among %+v = %v: %d is below its least", how, total, parts, lengths, i)
		}
	}
	if want := min(max(total, 0), most); sum != want {
		t.Fatalf("%s of %d among %+v = %v, sum %d", how, total, parts, lengths, sum)
	}
}
