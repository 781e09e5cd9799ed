package form_test

import (
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"bordertop/model/lang"
	"bordertop/ui/form"
	"bordertop/ui/layout"
	"bordertop/ui/theme"
)

// fields are one of each sort.
func fields() []form.Field {
	words := []form.Choice{{Value: "truck", Means: "trucks"}, {Value: "trailer"}, {Value: "both"}}
	places := func(text string) []form.Choice {
		var out []form.Choice
		for _, name := range []string{"kena", "medininkai", "merkine"} {
			if strings.HasPrefix(name, text) {
				out = append(out, form.Choice{Value: name})
			}
		}
		return out
	}
	return []form.Field{
		{Name: "title", Label: "title", Rank: form.Needed, Blank: "needed"},
		{Name: "unit", Label: "unit", Rank: form.Usual, Words: words},
		{Name: "places", Label: "places", Rank: form.Usual, List: true, Known: true, Offer: places},
		{Name: "set.note", Label: "note", Rank: form.Rare},
	}
}

// opened is a form in which keys were pressed, with what they asked for.
func opened(keys ...any) (*form.Form, []form.Event) {
	f := new(form.Form)
	f.Open("Add", fields(), nil, nil)
	return f, press(f, keys...)
}

func press(f *form.Form, keys ...any) []form.Event {
	var out []form.Event
	send := func(msg tea.KeyMsg) {
		if e := f.Update(msg); e != form.None && e != form.Changed {
			out = append(out, e)
		}
	}
	for _, k := range keys {
		switch k := k.(type) {
		case string:
			for _, r := range k {
				send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
			}
		case tea.KeyType:
			send(tea.KeyMsg{Type: k})
		}
	}
	return out
}

func typed(f *form.Form) string {
	var out []string
	for name, text := range f.Typed {
		out = append(out, name+"="+text)
	}
	return strings.Join(out, "; ")
}

func view(f *form.Form, w, h int) string {
	return strings.Join(f.View(layout.Size{W: w, H: h}, theme.Plain(theme.Unicode()), lang.English()), "\n")
}

const (
	enter, tab, back, up, down = tea.KeyEnter, tea.KeyTab, tea.KeyShiftTab, tea.KeyUp, tea.KeyDown
	left, right, esc           = tea.KeyLeft, tea.KeyRight, tea.KeyEsc
	ctrlS, ctrlX               = tea.KeyCtrlS, tea.KeyCtrlX
)

func TestKeysFillTheFormIn(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		keys []any
		want string
	}{
		"text":                              {[]any{"Balloons"}, "title=Balloons"},
		"the next field":                    {[]any{"a", enter, right}, "title=a; unit=truck"},
		"words go around, nothing between":  {[]any{enter, right, right, right, right}, ""},
		"and back":                          {[]any{enter, left}, "unit=both"},
		"a word is completed":               {[]any{enter, "tra", tab}, "unit=trailer"},
		"what it means completes it":        {[]any{enter, "trucks", tab}, "unit=truck"},
		"a name is completed":               {[]any{down, down, "ke", tab}, "places=kena"},
		"tab goes through all":              {[]any{down, down, "me", tab, tab}, "places=merkine"},
		"and around":                        {[]any{down, down, "me", tab, tab, tab}, "places=medininkai"},
		"shift+tab goes back":               {[]any{down, down, "me", tab, back}, "places=merkine"},
		"the last of a list":                {[]any{down, down, "ke", tab, ",me", tab}, "places=kena, medininkai"},
		"a whole name goes on":              {[]any{down, down, "kena", tab, tab}, "places=kena"},
		"tab on nothing goes on":            {[]any{tab, right}, "unit=truck"},
		"shift+tab on nothing goes back":    {[]any{down, back, "a"}, "title=a"},
		"spaces at the ends are nothing":    {[]any{"  a  "}, "title=a"},
		"the rare ones are behind a line":   {[]any{down, down, down, enter, "x"}, "set.note=x"},
		"above the first there is nothing":  {[]any{up, up, "a"}, "title=a"},
		"below the last there is nothing":   {[]any{down, down, down, down, down, "a", up, up, up, up, "b"}, "title=b"},
		"a page":                            {[]any{tea.KeyPgDown, tea.KeyPgUp, "a"}, "title=a"},
		"what is taken back is not typed":   {[]any{"a", tea.KeyBackspace}, ""},
		"the cursor moves within the text":  {[]any{"ac", left, "b"}, "title=abc"},
		"a fault of one press is no danger": {[]any{"a", ctrlX, "b"}, "title=ab"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f, events := opened(tt.keys...)
			if got := typed(f); got != tt.want || len(events) > 0 {
				t.Errorf("%v typed %q and asked for %v, want %q", tt.keys, got, events, tt.want)
			}
		})
	}
}

func TestKeysAskForWhatBecomesOfIt(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		keys []any
		want []form.Event
	}{
		"ctrl+s":                 {[]any{"a", ctrlS}, []form.Event{form.Save}},
		"the last line":          {[]any{down, down, down, down, enter}, []form.Event{form.Save}},
		"esc":                    {[]any{"a", esc}, []form.Event{form.Leave}},
		"ctrl+x twice":           {[]any{"a", ctrlX, ctrlX}, []form.Event{form.Discard}},
		"ctrl+x with a between":  {[]any{ctrlX, "a", ctrlX}, nil},
		"ctrl+x after a whole":   {[]any{ctrlX, up, ctrlX}, nil},
		"enter on a field saves": {[]any{enter, enter}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if _, got := opened(tt.keys...); !slices.Equal(got, tt.want) {
				t.Errorf("%v asked for %v, want %v", tt.keys, got, tt.want)
			}
		})
	}
}

func TestNothingIsTypedWhileItIsSaved(t *testing.T) {
	t.Parallel()
	f, _ := opened("a")
	f.Wait()
	if got := press(f, "b", ctrlS, enter, ctrlX, ctrlX, esc); !slices.Equal(got, []form.Event{form.Leave}) || typed(f) != "title=a" {
		t.Errorf("asked for %v, typed %q", got, typed(f))
	}
	f.Fail("the disk is full")
	press(f, "b")
	if got := typed(f); got != "title=ab" || !strings.Contains(view(f, 80, 24), "the disk is full") {
		t.Errorf("typed %q, shows\n%s", got, view(f, 80, 24))
	}
}

func TestFaultsAreToldWhereTheyAre(t *testing.T) {
	t.Parallel()
	f, _ := opened(down, down, "kena")
	faults := map[string]string{"title": "needed", "places": "is closed", "known": "too early"}
	f.Tell(form.Report{Faults: faults})
	if frame := view(f, 120, 24); !strings.Contains(frame, "kena█  ✗ is closed") || strings.Contains(frame, "✗ needed") || !strings.Contains(frame, "too early") {
		t.Errorf("before it was meant to be whole:\n%s", frame)
	}
	f.Refuse(form.Report{Faults: faults})
	if frame := view(f, 120, 24); !strings.Contains(frame, "▌ title") || !strings.Contains(frame, "✗ needed") {
		t.Errorf("after it was refused:\n%s", frame)
	}
	if diff := cmp.Diff([]string{"title"}, f.Missing()); diff != "" {
		t.Errorf("missing (-want +got):\n%s", diff)
	}
}

func TestHiddenFieldsHaveNoPart(t *testing.T) {
	t.Parallel()
	f := new(form.Form)
	f.Open("Amend", fields(), map[string]string{"title": "old", "set.note": "x"}, map[string]string{"set.note": "y"})
	if got := typed(f); got != "set.note=y" || f.Value("title") != "old" {
		t.Errorf("typed %q over %q", got, f.Value("title"))
	}
	f.Hide("set.")
	if got := typed(f); got != "" || strings.Contains(view(f, 80, 24), "note") {
		t.Errorf("typed %q, shows\n%s", got, view(f, 80, 24))
	}
}

func TestAClickGoesToAField(t *testing.T) {
	t.Parallel()
	size, st := layout.Size{W: 80, H: 24}, theme.Plain(theme.Unicode())
	f, _ := opened("a")
	lines := strings.Split(view(f, 80, 24), "\n")
	at := func(text string) int {
		return slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, text) })
	}
	if e := f.Click(5, at("unit"), size, st, lang.English()); e != form.None {
		t.Errorf("a click asks for %v", e)
	}
	press(f, right)
	if got := typed(f); got != "title=a; unit=truck" {
		t.Errorf("typed %q", got)
	}
	f.Click(5, at("more field"), size, st, lang.English())
	if frame := view(f, 80, 24); !strings.Contains(frame, "note") {
		t.Errorf("the rare ones are not in view:\n%s", frame)
	}
	if e := f.Click(5, 23, size, st, lang.English()); e != form.None {
		t.Errorf("a click on the frame asks for %v", e)
	}
	lines = strings.Split(view(f, 80, 24), "\n")
	if e := f.Click(5, at("add to the journal"), size, st, lang.English()); e != form.Save {
		t.Errorf("a click on the last line asks for %v", e)
	}
}

func TestALongTextIsInView(t *testing.T) {
	t.Parallel()
	for _, text := range []string{strings.Repeat("long text ", 60), strings.Repeat("国境", 200)} {
		f, _ := opened()
		f.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text + "END"), Paste: true})
		for _, w := range []int{40, 80, 140} {
			if frame := view(f, w, 24); !strings.Contains(frame, "END") {
				t.Errorf("%d cells do not show the end:\n%s", w, frame)
			}
		}
		press(f, tea.KeyHome)
		if frame := view(f, 80, 24); strings.Contains(frame, "END") || ansi.StringWidth(strings.Split(frame, "\n")[1]) != 80 {
			t.Errorf("the beginning is not in view:\n%s", frame)
		}
	}
}

func TestHintsAreOfTheField(t *testing.T) {
	t.Parallel()
	for keys, want := range map[string]string{"": "ctrl+s esc enter ctrl+x", "d": "ctrl+s esc ←→ enter ctrl+x", "dd": "ctrl+s esc tab enter ctrl+x"} {
		f, _ := opened()
		for range keys {
			press(f, down)
		}
		var got []string
		for _, b := range f.Hints(lang.English()) {
			got = append(got, b.Help().Key)
		}
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("hints after %s (-want +got):\n%s", keys, diff)
		}
	}
}

func TestNothingIsForetoldOfAnEmptyForm(t *testing.T) {
	t.Parallel()
	f, _ := opened()
	foretold := form.Report{Shows: []string{"a line of the board"}}
	f.Tell(foretold)
	if frame := view(f, 80, 24); strings.Contains(frame, "a line of the board") {
		t.Errorf("nothing was typed:\n%s", frame)
	}
	f, _ = opened("a")
	f.Tell(foretold)
	if frame := view(f, 80, 24); !strings.Contains(frame, "a line of the board") {
		t.Errorf("what would come of it is not in view:\n%s", frame)
	}
}
