package palette_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"bordertop/ui/layout"
	"bordertop/ui/palette"
	"bordertop/ui/theme"
	"bordertop/ui/uitest"
)

func items() []palette.Item {
	return []palette.Item{
		{Name: "as-of", Argument: "MOMENT", Does: "show the board as of a moment", Needs: true},
		{Name: "filter", Argument: "QUERY", Does: "filter the log", Key: "/"},
		{Name: "theme", Argument: "NAME", Does: "choose the colours", Needs: true, Choices: []string{"auto", "dark", "light"}},
		{Name: "next-match", Does: "next match", Key: "n"},
		{Name: "next-pane", Does: "žymėti įrašą", Key: "tab"},
		{Name: "open", Does: "open", Key: "enter"},
		{Name: "open-link", Does: "open the link", Key: "o"},
		{Name: "quit", Does: "quit", Key: "q"},
	}
}

// opened is a palette in which keys were pressed: text, or keys by their type. It
// tells what was run last.
func opened(keys ...any) (*palette.Palette, string) {
	p := new(palette.Palette)
	p.Open("")
	return p, press(p, keys...)
}

func press(p *palette.Palette, keys ...any) string { return pressOf(p, items(), keys...) }

func pressOf(p *palette.Palette, items []palette.Item, keys ...any) string {
	ran := ""
	send := func(msg tea.KeyMsg) {
		if line, run := p.Update(msg, items); run {
			ran = line
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
	return ran
}

func view(p *palette.Palette, w, h int) string {
	return strings.Join(p.View("Commands", items(), layout.Size{W: w, H: h}, theme.Plain(theme.Unicode())), "\n")
}

// listed are the names in the list, from the top.
func listed(p *palette.Palette) []string {
	var out []string
	lines := strings.Split(view(p, 80, 20), "\n")
	for _, line := range lines[2 : len(lines)-1] {
		if f := strings.Fields(strings.Trim(line, "│ ")); len(f) > 0 {
			out = append(out, f[0])
		}
	}
	return out
}

func TestWhatIsChosenIsRun(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		keys []any
		want string
	}{
		"a name":                                    {[]any{"quit", tea.KeyEnter}, "quit"},
		"a name that others begin with":             {[]any{"open", tea.KeyEnter}, "open"},
		"scattered letters":                         {[]any{"opl", tea.KeyEnter}, "open-link"},
		"capitals":                                  {[]any{"QUIT", tea.KeyEnter}, "quit"},
		"a word of what it does":                    {[]any{"link", tea.KeyEnter}, "open-link"},
		"what it does, without accents":             {[]any{"zymeti ir", tea.KeyEnter}, "next-pane"},
		"what follows stays as typed":               {[]any{"as-of 2025-11-11 18:00", tea.KeyEnter}, "as-of 2025-11-11 18:00"},
		"a query is not taken for a name":           {[]any{"filter quit", tea.KeyEnter}, "filter quit"},
		"a choice comes near":                       {[]any{"theme li", tea.KeyEnter}, "theme light"},
		"what is no choice is run to be told of":    {[]any{"theme x", tea.KeyEnter}, "theme x"},
		"what is no command too":                    {[]any{"zzz", tea.KeyEnter}, "zzz"},
		"the row under the cursor":                  {[]any{tea.KeyDown, tea.KeyDown, tea.KeyUp, tea.KeyEnter}, "filter"},
		"the cursor stays in the list":              {[]any{tea.KeyUp, "quit", tea.KeyDown, tea.KeyPgDown, tea.KeyEnter}, "quit"},
		"one that needs more is not run":            {[]any{"theme", tea.KeyEnter}, ""},
		"and then asks for it":                      {[]any{"the", tea.KeyEnter, "dark", tea.KeyEnter}, "theme dark"},
		"nothing follows an end of spaces":          {[]any{"as-of   ", tea.KeyEnter}, ""},
		"tab completes a name":                      {[]any{"fil", tea.KeyTab, "is:new", tea.KeyEnter}, "filter is:new"},
		"tab completes what follows":                {[]any{"theme d", tea.KeyTab, tea.KeyEnter}, "theme dark"},
		"a beginning that only one name has stands": {[]any{"as 2025", tea.KeyEnter}, "as 2025"},
		"esc takes it back":                         {[]any{"quit", tea.KeyEsc}, ""},
		"nothing is run of nothing found":           {[]any{" ", tea.KeyDown, tea.KeyBackspace, tea.KeyBackspace}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if _, got := opened(tt.keys...); got != tt.want {
				t.Errorf("%v ran %q, want %q", tt.keys, got, tt.want)
			}
		})
	}
}

func TestTheBestComesFirst(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string][]string{
		"open":  {"open", "open-link"},
		"ne":    {"next-match", "next-pane"},
		"the":   {"theme", "as-of", "filter", "open-link"},
		"theme": {"theme"},
	} {
		t.Run(typed, func(t *testing.T) {
			t.Parallel()
			p, _ := opened(typed)
			got := listed(p)
			if diff := cmp.Diff(want, got[:min(len(got), len(want))]); diff != "" {
				t.Errorf("list (-want +got):\n%s", diff)
			}
		})
	}
}

func TestWhatWasRunLastComesFirst(t *testing.T) {
	t.Parallel()
	p, _ := opened()
	for _, line := range []string{"quit", "theme dark", "quit", "open-link"} {
		p.Remember(line)
	}
	p.Open("")
	want := []string{"open-link", "quit", "theme", "as-of", "filter", "theme", "next-match", "next-pane", "open"}
	if diff := cmp.Diff(want, listed(p)); diff != "" {
		t.Errorf("list (-want +got):\n%s", diff)
	}
	if got := press(p, tea.KeyDown, tea.KeyDown, tea.KeyEnter); got != "theme dark" {
		t.Errorf("the third row ran %q", got)
	}
	p.Open("")
	if press(p, "n"); listed(p)[0] != "next-match" {
		t.Errorf("by n there is %v", listed(p))
	}
	p.Remember("next-pane")
	p.Open("")
	if press(p, "n"); listed(p)[0] != "next-pane" {
		t.Errorf("by n, after next-pane was run, there is %v", listed(p))
	}
}

func TestAFaultStaysUntilTheTextChanges(t *testing.T) {
	t.Parallel()
	p, _ := opened("as-of never", tea.KeyEnter)
	p.Close()
	p.Fail(`"never" is not a time`)
	for _, want := range []string{":as-of never", `"never" is not a time`} {
		if frame := view(p, 60, 12); !p.IsOpen() || !strings.Contains(frame, want) {
			t.Errorf("no %q in\n%s", want, frame)
		}
	}
	press(p, tea.KeyBackspace)
	if frame := view(p, 60, 12); strings.Contains(frame, "not a time") {
		t.Errorf("the fault is still there:\n%s", frame)
	}
}

func TestBackspaceInAnEmptyPromptCloses(t *testing.T) {
	t.Parallel()
	p, _ := opened("a", tea.KeyBackspace)
	if !p.IsOpen() {
		t.Fatal("closed with the last letter")
	}
	if press(p, tea.KeyBackspace); p.IsOpen() {
		t.Error("still open")
	}
}

func TestAClickChoosesItsRow(t *testing.T) {
	t.Parallel()
	size := layout.Size{W: 60, H: 8}
	p, _ := opened()
	press(p, tea.KeyPgDown) // scrolls: five rows fit
	lines := strings.Split(view(p, size.W, size.H), "\n")
	for y, line := range lines {
		got, _ := p.Click(y, items(), size)
		first, _, _ := strings.Cut(strings.Trim(line, "│ "), " ")
		if want := first; y < 2 || y == size.H-1 {
			if got != "" {
				t.Errorf("line %d ran %q", y, got)
			}
		} else if got != want {
			t.Errorf("line %d ran %q, want %q", y, got, want)
		}
	}
	q, _ := opened()
	if _, run := q.Click(2, items(), size); run {
		t.Error("a click ran a command without what it needs")
	}
	if frame := view(q, 60, 8); !strings.Contains(frame, ":as-of ") {
		t.Errorf("a click did not begin to type:\n%s", frame)
	}
}

func TestWhatIsPastedIsCleanAndOneLine(t *testing.T) {
	t.Parallel()
	around := []string{"%s", "\x1b[31m%s\x1b]8;;http://x\x1b\\", "a\n%s\r\nb", "\u202e%s\u2066", "%s\u0301\u0301\u0301", "\x00%s\x9b"}
	for name, text := range uitest.Texts() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, hostile := range around {
				pasted(t, "", fmt.Sprintf(hostile, text))
				pasted(t, "as-of 20", fmt.Sprintf(hostile, text))
			}
		})
	}
}

// pasted pastes text before the last letter of what was typed, and draws it in
// each width.
func pasted(tb testing.TB, typed, text string) {
	tb.Helper()
	p, _ := opened(typed, tea.KeyLeft)
	p.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true}, items())
	for w := range 90 {
		if err := uitest.Fills(view(p, w+1, 6), w+1, 6); err != nil {
			tb.Fatalf("%q at width %d: %v", text, w+1, err)
		}
	}
}

func TestTheCursorStaysInView(t *testing.T) {
	t.Parallel()
	p, _ := opened(strings.Repeat("国", 40) + "end")
	line := view(p, 20, 1)
	if got := strings.TrimRight(line, " "); !strings.HasSuffix(got, "end█") || ansi.StringWidth(line) != 20 {
		t.Errorf("the line is %q", line)
	}
	press(p, tea.KeyHome)
	if line := view(p, 20, 1); !strings.HasPrefix(line, ":国国") {
		t.Errorf("from its beginning the line is %q", line)
	}
}

func TestSpacesStayWhileTyping(t *testing.T) {
	t.Parallel()
	p, _ := opened("filter a")
	press(p, tea.KeyLeft, " ", "b ")
	if line := view(p, 30, 1); !strings.HasPrefix(line, ":filter b a") {
		t.Errorf("the line is %q", line)
	}
}

func TestEverySizeIsFilled(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string][]any{
		"empty": nil, "some": {"the"}, "none": {"xyz"}, "arguments": {"theme "}, "low": {tea.KeyPgDown, tea.KeyPgDown}, "long": {strings.Repeat("long ", 80)},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p, _ := opened(keys...)
			uitest.Sweep(t, uitest.Sizes(), func(w, h int) string { return view(p, w, h) })
			p.Fail("a fault that says what to do " + strings.Repeat("at length ", 20))
			uitest.Sweep(t, uitest.Sizes(), func(w, h int) string { return view(p, w, h) })
		})
	}
}

func FuzzPaste(f *testing.F) {
	for _, text := range uitest.Texts() {
		f.Add("as-of 20", text, 7)
	}
	f.Add("theme ", "\x1b]0;x\a\u202e", 0)
	f.Fuzz(func(t *testing.T, typed, pasted string, left int) {
		p := new(palette.Palette)
		p.Open(typed)
		for range min(max(left, 0), 50) {
			p.Update(tea.KeyMsg{Type: tea.KeyLeft}, items())
		}
		p.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(pasted), Paste: true}, items())
		if err := uitest.Fills(view(p, 40, 8), 40, 8); err != nil {
			t.Errorf("%q into %q: %v", pasted, typed, err)
		}
		if line, _ := p.Update(tea.KeyMsg{Type: tea.KeyEnter}, items()); strings.ContainsFunc(line, unicode.IsControl) {
			t.Errorf("%q into %q ran %q", pasted, typed, line)
		}
	})
}
