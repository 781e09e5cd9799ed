package dataset_test

import (
	"strings"
	"testing"

	"bordertop/model/dataset"
)

// TestExcerptsPointAtTheValue writes what is at fault between ⟨ and ⟩.
func TestExcerptsPointAtTheValue(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct{ in, want string }{
		"a word":            {"[[measure]]\nid = \"m\"\nfrom = 2025-11-01T00:00:00+02:00\nkind = \"clsoure\" # why", `kind = "⟨clsoure⟩" # why`},
		"a word in a list":  {"[[measure]]\nid = \"m\"\nkind = \"ban\"\nfrom = 2025-11-01T00:00:00Z\nclasses = [\"car\", \"truk\"]", `classes = ["car", "⟨truk⟩"]`},
		"a word in a table": {"[[measure]]\nid = \"m\"\nkind = \"ban\"\nfrom = 2025-11-01T00:00:00Z\nallows = [{ who = \"LT\", to = \"Lt\" }]", `allows = [{ who = "LT", to = "⟨Lt⟩" }]`},
		"a number":          {crossing + "lat = 95.5   # far\nlon = 2.0", `lat = ⟨95.5⟩ # far`},
		"an unknown key":    {crossing + "  countrys = [\"LT\"]", `⟨countrys⟩ = ["LT"]`},
		"what is missing":   {"[[crossing]] # nothing\nname = \"x\"", `⟨[[crossing]]⟩ # nothing`},
		"a syntax error":    {"title = \"x\nzones = []", `title = "x⟨⟩`},
		"hostile text":      {"title = 5\n[[crossing]]\nid = \"x\u202e\\u001b[2J\"\nname = \"x\"", "title = ⟨5⟩"},
		"a line as a curse": {"zones = \"" + strings.Repeat("z", 2000) + "\"", "zones = ⟨\"" + strings.Repeat("z", 59) + "…⟩"},
		"a table in a list": {"zones = [{ name = \"Minsk\" }]\n" + crossing, `zones = ⟨[{ name = "Minsk" }]⟩`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, faults := read(dataset.Options{}, "f.toml", tt.in)
			if len(faults) == 0 {
				t.Fatal("no fault")
			}
			e, ok := faults[0].Excerpt(tt.in)
			if got := e.Before + "⟨" + e.At + "⟩" + e.After; !ok || got != tt.want {
				t.Errorf("%v:\n got %s\nwant %s", faults[0], got, tt.want)
			}
		})
	}
}

func TestWhatIsOnlyInNewerTOMLIsToldOf(t *testing.T) {
	t.Parallel()
	const in = `a = { b = 1 } # { , }
c = [1, 2,
  3, ] # fine
d = "} \u00e9 \\x \" ," # fine
e = { f = "x",
 g = 1, }
h = "\x41 \e[2J"
i = 07:32
j = 2025-11-01 07:32
k = [2025-11-01T07:32:00+02:00, 2025-11-01T07:32+02:00]
l = '\x'
m = """ \x41 """ # a " b
n = "22:10"
o-10 = 1
`
	var got []string
	for _, f := range dataset.Newer("f.toml", in) {
		got = append(got, strings.Replace(f.Error(), ": TOML 1.1, which not every tool reads", "", 1))
	}
	want := []string{
		"f.toml:5:15: warning: an inline table goes on in the next line; write it in one line, or as a [table]",
		"f.toml:6:9: warning: a comma ends an inline table; leave it out",
		`f.toml:7:6: warning: the escape \x; write it as \u00…`,
		`f.toml:7:11: warning: the escape \e; write it as \u00…`,
		"f.toml:8:5: warning: a time without seconds; write the seconds, such as 22:10:00",
		"f.toml:9:5: warning: a time without seconds; write the seconds, such as 22:10:00",
		"f.toml:10:33: warning: a time without seconds; write the seconds, such as 22:10:00",
		`f.toml:12:9: warning: the escape \x; write it as \u00…`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
