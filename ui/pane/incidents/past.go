package incidents

import "slices"

// recall goes back and forth in what was typed before.
func (a *prompt) recall(past []string, by int) {
	if a.back == 0 {
		a.draft = a.input.Value()
	}
	a.back = max(0, min(a.back+by, len(past)))
	text := a.draft
	if a.back > 0 {
		text = past[len(past)-a.back]
	}
	a.replace(text, "")
}

// remember takes down what was asked for, once and as the newest.
func (p *Pane) remember(what purpose, text string) {
	if text == "" {
		return
	}
	others := slices.DeleteFunc(p.past[what], func(old string) bool { return old == text })
	p.past[what] = append(others, text)
}
