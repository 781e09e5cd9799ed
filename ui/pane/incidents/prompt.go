package incidents

import (
	"errors"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/lang"
	"bordertop/model/query"
	"bordertop/ui/pane"
)

// purpose is what is done with what is typed.
type purpose uint8

const (
	filtering purpose = iota
	finding
	dating
	purposes
)

// longest is how much can be typed, in runes: no less than the language takes, for
// a filter may come from elsewhere to be changed here.
const longest = 1024

// prompt is a line that is being typed. What it asks for is done with each key.
type prompt struct {
	purpose purpose
	input   textinput.Model
	keys    promptKeys
	// before is what holds again if the prompt is taken back, from where the cursor
	// was then.
	before asked
	from   model.ID
	// fault is what is wrong with the text; pressed tells that the reader meant it
	// to be whole nevertheless.
	fault   *query.Fault
	pressed bool
	// moment is what the text of a date means, and until what it means as a filter
	// where it counts from the present, such as 3d.
	moment model.Moment
	until  asked
	// choices are how the word before the cursor may go on.
	choices choices
	// back is how far back in the past the text is from, and draft what was typed
	// before that.
	back  int
	draft string
}

// promptKeys are the keys that are not text.
type promptKeys struct{ keep, takeBack, clear, complete, back, earlier, later key.Binding }

func newPromptKeys(w lang.LogWords, done string) promptKeys {
	bind := func(label, does string, names ...string) key.Binding {
		return key.NewBinding(key.WithKeys(names...), key.WithHelp(label, does))
	}
	return promptKeys{
		keep: bind("enter", done, "enter"), takeBack: bind("esc", w.TakeBack, "esc"), clear: bind("ctrl+u", w.Clear, "ctrl+u"),
		complete: bind("tab", w.Complete, "tab"), back: bind("shift+tab", w.Complete, "shift+tab"),
		earlier: bind("↑", w.Earlier, "up", "ctrl+p"), later: bind("↓", w.Later, "down", "ctrl+n"),
	}
}

// short are those that matter most.
func (k promptKeys) short() []key.Binding {
	return []key.Binding{k.keep, k.takeBack, k.complete, k.earlier}
}

func (k promptKeys) full() []key.Binding { return append(k.short(), k.later, k.clear) }

// ask opens the prompt. A filter goes on from the one in force.
func (p *Pane) ask(s pane.Scene, what purpose) {
	a := &prompt{purpose: what, input: textinput.New(), from: p.list.Cursor(), keys: newPromptKeys(s.Words.Log, s.Words.Log.Keep)}
	a.input.CharLimit = longest
	// It would read the clipboard of the machine that the program runs on.
	a.input.KeyMap.Paste.SetEnabled(false)
	a.input.Focus()
	switch what {
	case filtering:
		a.before = p.filter
		a.input.SetValue(p.filter.text)
	case finding:
		a.before = p.find
	case dating:
		a.keys = newPromptKeys(s.Words.Log, s.Words.Log.Go)
		a.keys.complete.SetEnabled(false)
	case purposes:
	}
	a.offer(s)
	p.asking = a
}

// write gives a key to the prompt, and does what the text then asks for.
func (p *Pane) write(s pane.Scene, msg tea.KeyMsg) pane.Intent {
	a := p.asking
	switch k := a.keys; {
	case key.Matches(msg, k.keep):
		return p.keep(s)
	case key.Matches(msg, k.takeBack):
		p.takeBack()
		return nil
	case key.Matches(msg, k.clear):
		a.input.SetValue("")
	case key.Matches(msg, k.complete):
		a.complete(s, 1)
	case key.Matches(msg, k.back):
		a.complete(s, -1)
	case key.Matches(msg, k.earlier):
		a.recall(p.past[a.purpose], 1)
	case key.Matches(msg, k.later):
		a.recall(p.past[a.purpose], -1)
	case msg.Type == tea.KeyRunes && !msg.Alt, msg.Type == tea.KeySpace:
		a.insert(string(msg.Runes))
	default:
		a.input, _ = a.input.Update(msg)
	}
	p.heed(s)
	if !key.Matches(msg, a.keys.complete, a.keys.back) {
		a.offer(s)
	}
	return nil
}

// insert puts cleaned text before the cursor. It is cleaned together with what
// stands there, for a mark belongs to its letter.
func (a *prompt) insert(text string) {
	before, after := a.parts()
	before = tidy(before + text)
	a.replace(before, after)
}

// parts are the text before and after the cursor.
func (a *prompt) parts() (before, after string) {
	runes := []rune(a.input.Value())
	at := a.input.Position()
	return string(runes[:at]), string(runes[at:])
}

func (a *prompt) replace(before, after string) {
	a.input.SetValue(before + after)
	a.input.SetCursor(len([]rune(before)))
}

// tidy cleans text of one line that goes on behind.
func tidy(text string) string {
	line := clean.Line(text).String()
	if line != "" && strings.HasSuffix(text, " ") {
		line += " "
	}
	return line
}

// heed does what the text asks for. A word that cannot be read, as it may be
// while it is being typed, counts for nothing; where there is no sense without it
// either, what was shown last stays.
func (p *Pane) heed(s pane.Scene) {
	a := p.asking
	text := a.input.Value()
	a.fault, a.pressed = nil, false
	if a.purpose == dating {
		a.readDate(s)
		return
	}
	q, err := query.Parse(text, s.Zone)
	if err != nil {
		a.fault = faultOf(err, text)
	}
	if err != nil && !a.fault.Unfinished {
		text = without(text, a.fault)
		if q, err = query.Parse(text, s.Zone); err != nil {
			return
		}
	}
	typed := asked{strings.TrimSpace(text), q}
	if a.purpose == filtering {
		p.filter = typed
		return
	}
	p.find = typed
	p.preview(s)
}

// without is a text without the word at fault.
func without(text string, f *query.Fault) string {
	from := max(0, min(f.At, len(text)))
	to := max(from, min(f.At+f.Len, len(text)))
	from = strings.LastIndexByte(text[:from], ' ') + 1
	if space := strings.IndexByte(text[to:], ' '); space >= 0 {
		return text[:from] + text[to+space+1:]
	}
	return text[:from]
}

func faultOf(err error, text string) *query.Fault {
	if f, ok := errors.AsType[*query.Fault](err); ok {
		return f
	}
	return &query.Fault{Len: len(text), Problem: clean.Err(err)}
}

// readDate tells what moment the text means, or else up to when, as a filter
// would say it.
func (a *prompt) readDate(s pane.Scene) {
	a.moment, a.until = model.Moment{}, asked{}
	text := strings.TrimSpace(a.input.Value())
	m, err := model.ParseMoment(text, s.Zone)
	if err == nil || text == "" {
		a.moment = m
		return
	}
	if until := "until:" + text; !strings.ContainsAny(text, " \"()") {
		if q, err := query.Parse(until, s.Zone); err == nil {
			a.until = asked{until, q}
			return
		}
	}
	a.fault = &query.Fault{Len: len(a.input.Value()), Problem: s.Words.Log.NotDate}
	if clock, ok := errors.AsType[*model.ClockError](err); ok {
		a.fault.Problem = clean.Err(clock)
	}
}

// keep closes the prompt and lets what it asks for hold.
func (p *Pane) keep(s pane.Scene) pane.Intent {
	a := p.asking
	if a.fault != nil {
		a.pressed = true
		return nil
	}
	p.asking = nil
	p.remember(a.purpose, strings.TrimSpace(a.input.Value()))
	switch {
	case !a.moment.IsZero():
		return p.date(s, a.moment)
	case a.until.text != "":
		return p.latest(s, a.until)
	case a.purpose == finding && p.find.text != "" && s.Index != nil && len(p.matches(s)) == 0:
		return pane.Say{Text: s.Words.Log.NoMatch}
	}
	return p.settle(s)
}

// takeBack closes the prompt, as if it had never been opened.
func (p *Pane) takeBack() {
	a := p.asking
	p.asking = nil
	switch a.purpose {
	case filtering:
		p.filter = a.before
	case finding:
		p.find = a.before
		p.list.Follow(a.from)
	case dating, purposes:
	}
}

// filterBy filters the list as if the text had been typed.
func (p *Pane) filterBy(s pane.Scene, text string) pane.Intent {
	text = clean.Line(text).String()
	q, err := query.Parse(text, s.Zone)
	if err != nil {
		return pane.Say{Text: explain(s, faultOf(err, text))}
	}
	p.asking, p.counting = nil, nil
	p.filter = asked{text, q}
	p.remember(filtering, p.filter.text)
	return p.settle(s)
}
