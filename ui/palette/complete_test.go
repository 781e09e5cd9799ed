package palette_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/ui/palette"
)

// queries are items of which one knows the words "category:", "crossing:" and two
// categories.
func queries() []palette.Item {
	return []palette.Item{{Name: "filter", Argument: "QUERY", Does: "filter the log", Complete: func(text string) (int, []string) {
		from := strings.LastIndexAny(text, " :") + 1
		all := []string{"category:", "crossing:"}
		if strings.HasSuffix(text[:from], ":") {
			all = []string{"airport", "balloon"}
		}
		var out []string
		for _, word := range all {
			if strings.HasPrefix(word, text[from:]) {
				out = append(out, word)
			}
		}
		return from, out
	}}}
}

func TestTheWordsOfAQueryAreCompleted(t *testing.T) {
	t.Parallel()
	const tab, enter, down = tea.KeyTab, tea.KeyEnter, tea.KeyDown
	for name, tt := range map[string]struct {
		keys      []any
		text, ran string
	}{
		"a field":                         {keys: []any{"filter ca", tab}, text: ":filter category:"},
		"then its value":                  {keys: []any{"filter ca", tab, tab}, text: ":filter category:airport"},
		"which is not offered again":      {keys: []any{"filter ca", tab, tab, tab}, text: ":filter category:airport"},
		"another of them":                 {keys: []any{"filter category:", down, down, tab}, text: ":filter category:balloon"},
		"after a space a word":            {keys: []any{"filter category:airport c", tab}, text: ":filter category:airport category:"},
		"what is typed is run as it is":   {keys: []any{"filter category:air", enter}, ran: "filter category:air"},
		"a value is run":                  {keys: []any{"filter category:", down, down, enter}, ran: "filter category:balloon"},
		"a field is not run but typed":    {keys: []any{"filter cr", down, enter}, text: ":filter crossing:"},
		"the beginning of the name is so": {keys: []any{"fil cr", tab}, text: ":filter crossing:"},
		"what nobody knows stays":         {keys: []any{"filter zz", tab}, text: ":filter zz"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := new(palette.Palette)
			p.Open("")
			ran := pressOf(p, queries(), tt.keys...)
			if got := prompt(p); ran != tt.ran || tt.text != "" && got != tt.text {
				t.Errorf("%q types %q and runs %q, want %q and %q", tt.keys, got, ran, tt.text, tt.ran)
			}
		})
	}
}

// prompt is the line that is typed.
func prompt(p *palette.Palette) string {
	line := strings.Split(view(p, 60, 12), "\n")[1]
	return strings.TrimRight(strings.Trim(line, "│"), " █")
}

func TestAFaultStandsUnderItsWord(t *testing.T) {
	t.Parallel()
	const query = "salč categroy:x"
	for name, tt := range map[string]struct {
		w    int
		want string
	}{
		"where it can be seen":    {60, "│             ^^^^^^^^"},
		"not where it is cut off": {20, "│ there is no"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := new(palette.Palette)
			p.Open("filter " + query)
			p.FailAt("there is no field categroy", query, len("salč "), len("categroy"))
			if got := strings.Split(view(p, tt.w, 12), "\n"); !strings.HasPrefix(got[2], tt.want) {
				t.Errorf("want %q under it:\n%s", tt.want, strings.Join(got, "\n"))
			}
			if press(p, "y"); strings.Contains(view(p, tt.w, 12), "^") || strings.Contains(view(p, tt.w, 12), "no field") {
				t.Errorf("it stays while the text is mended:\n%s", view(p, tt.w, 12))
			}
		})
	}
}
