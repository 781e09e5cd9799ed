package incidents

import (
	"cmp"
	"slices"

	"bordertop/model"
)

// count is 0, 1, and so on.
func count(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

func each[T any](events model.Events, of func(model.Record) T) []T {
	out := make([]T, events.Len())
	for i, r := range events.All() {
		out[i] = of(r)
	}
	return out
}

// both are the places that two searches found.
func both(a, b []int) []int {
	if same(a, b) {
		return a
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	out := make([]int, 0, len(a))
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			out = append(out, a[i])
			i, j = i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return out
}

// either are the places that any of two searches found.
func either(a, b []int) []int {
	out := slices.Concat(a, b)
	slices.Sort(out)
	return slices.Compact(out)
}

// sortBy sorts places by what tells them apart first, and then as on the board.
func sortBy(places []int, orders ...func(a, b int) int) {
	orders = slices.DeleteFunc(orders, func(f func(a, b int) int) bool { return f == nil })
	slices.SortFunc(places, func(a, b int) int {
		for _, compare := range orders {
			if c := compare(a, b); c != 0 {
				return c
			}
		}
		return cmp.Compare(a, b)
	})
}
