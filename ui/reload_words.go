package ui

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/lang"
)

// stays says why the records that are shown stay: the first fault, and how many
// more there are.
func (a *App) stays(d Data) string {
	w := a.words.Data
	text := fmt.Sprintf(w.Kept, first(d.Err))
	if faults, ok := errors.AsType[dataset.Faults](d.Err); ok && len(faults) > 1 {
		text = fmt.Sprintf(w.KeptMore, first(d.Err), strconv.Itoa(len(faults)-1))
	}
	if key := a.keys.Reload; d.Anyway && key.Enabled() {
		text = fmt.Sprintf(w.Anyway, text, key.Help().Key)
	}
	return text
}

// became says what became of the records.
func (a *App) became(d Data, healed bool) string {
	w := a.words
	var parts []string
	for _, part := range []struct {
		count lang.Plural
		ids   []model.ID
	}{{w.Data.Came, d.Turnover.Came}, {w.Data.Changed, d.Turnover.Changed}, {w.Data.Gone, d.Turnover.Gone}} {
		if n := len(part.ids); n > 0 {
			parts = append(parts, w.Count(part.count, int64(n)))
		}
	}
	text := strings.Join(parts, ", ")
	switch len(d.Files) {
	case 0:
	case 1:
		text = fmt.Sprintf(w.Data.In, text, clean.Line(d.Files[0]))
	default:
		text = fmt.Sprintf(w.Data.In, text, w.Count(w.Data.Files, int64(len(d.Files))))
	}
	switch {
	case text == "" && healed:
		text = w.Data.Healed
	case text == "":
		text = w.Data.Same
	}
	if d.Warning != nil {
		text += "; " + first(d.Warning)
	}
	return text
}

// age tells for how long the files have been at fault; empty while they are not.
func (a *App) age(w int) string {
	since := a.reload.since
	if since.IsZero() {
		return ""
	}
	words, age := a.words.Data, a.words.Age(a.now.Sub(since))
	text := fmt.Sprintf(words.Old, age)
	if w >= roomy && a.keys.Reload.Enabled() {
		text = fmt.Sprintf(words.OldWhy, age, a.keys.Reload.Help().Key)
	}
	return a.styles.Error.Render(text)
}
