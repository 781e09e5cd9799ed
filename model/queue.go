package model

import "strings"

// Estimated begins the method of a queue whose wait was worked out by somebody from
// other figures, and not told by the source.
const Estimated = "estimate: "

// Estimate tells whether the wait was worked out from other figures.
func (q *Queue) Estimate() bool {
	return strings.HasPrefix(strings.ToLower(q.Method.String()), strings.TrimSuffix(Estimated, ": "))
}
