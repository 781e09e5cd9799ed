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

func FuzzSplit(f *testing.F) {
	f.Add(80, 3, 6, 18, 0, 8, 127, 1, 0, 0, 2)
	f.Add(-1, 1, -1, -1, -1, 0, 0, 0, 0, 0, 0)
	f.Add(1<<62, 2, 1<<62, 1<<62, 1<<62, -1<<62, 5, 1<<40, 3, 3, 3)
	f.Fuzz(func(t *testing.T, total, n, a, b, c, d, e, g, h, i, j int) {
		parts := []layout.Part{{a, b, c}, {d, e, g}, {h, i, j}}[:1+uint(n)%3]
		sum, least := 0, 0
		lengths := layout.Split(total, parts...)
		for i, length := range lengths {
			if length < 0 {
				t.Fatalf("split of %d among %+v = %v", total, parts, lengths)
			}
			sum += length
			if least += min(max(parts[i].Min, 0), 1<<20); least <= min(total, 1<<20) && length < min(parts[i].Min, 1<<20) {
				t.Fatalf("split of %d among %+v = %v: %d is below its least", total, parts, lengths, i)
			}
		}
		if want := min(max(total, 0), 1<<20); sum != want {
			t.Fatalf("split of %d among %+v = %v, sum %d", total, parts, lengths, sum)
		}
	})
}
