package lang_test

import (
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/lang"
)

// partial lists the languages of which only names, states and dates are asked.
func partial() []model.Lang {
	return []model.Lang{model.Polish, model.Russian, model.Belarusian, model.Ukrainian}
}

// others lists all languages but English.
func others() []model.Lang { return append(partial(), model.Lithuanian) }

// messages are all that words say, by key.
func messages(w lang.Words) map[string]string {
	out := make(map[string]string)
	w.Each(func(key, text string) string {
		out[key] = text
		return text
	})
	return out
}

// said are the texts of a catalogue, by key.
func said(tb testing.TB, l model.Lang) map[string]string {
	tb.Helper()
	raw, err := lang.Catalogue(l)
	if err != nil {
		tb.Fatal(err)
	}
	var tree map[string]any
	if err := toml.Unmarshal(raw, &tree); err != nil {
		tb.Fatalf("%s: %v", l, err)
	}
	return lang.Flatten(tree)
}

// original is the English text for a key: for a form that English does not have,
// the one for any other number.
func original(english map[string]string, key string) string {
	if text := english[key]; text != "" {
		return text
	}
	stem := key[:strings.LastIndex(key, ".")+1]
	return english[stem+"other"]
}

func TestLithuanianSaysEverything(t *testing.T) {
	t.Parallel()
	english, lt := messages(lang.English()), said(t, model.Lithuanian)
	for _, key := range slices.Sorted(maps.Keys(english)) {
		if original(english, key) != "" && lt[key] == "" {
			t.Errorf("not translated: %s = %q", key, original(english, key))
		}
	}
}

func TestOtherLanguagesSayStatesCategoriesAndDates(t *testing.T) {
	t.Parallel()
	required := regexp.MustCompile(`^(months|alone|weekdays|dates|report|category)\.|` +
		`^(closed|restricted|open_with_bans|open|unknown|last|disputed|thousands|decimal)$`)
	english := messages(lang.English())
	for _, l := range partial() {
		texts := said(t, l)
		for _, key := range slices.Sorted(maps.Keys(english)) {
			if required.MatchString(key) && texts[key] == "" {
				t.Errorf("%s: not translated: %s = %q", l, key, english[key])
			}
		}
	}
}

func TestCataloguesSayNothingThatIsNotAsked(t *testing.T) {
	t.Parallel()
	for _, l := range others() {
		raw, err := lang.Catalogue(l)
		if err != nil {
			t.Fatal(err)
		}
		if err := lang.English().Lay(l, raw); err != nil {
			t.Error(err)
		}
	}
	err := lang.English().Lay("xx", []byte("closed = \"x\"\nclosde = \"x\"\n[page]\nwsa = \"x\"\n"))
	if want := "catalogue xx: unknown keys closde, page.wsa"; err == nil || err.Error() != want {
		t.Errorf("fault %v, want %s", err, want)
	}
	if err := lang.English().Lay("xx", []byte("closed")); err == nil {
		t.Error("no fault in a broken catalogue")
	}
}

var verb = regexp.MustCompile(`%(\[\d+\])?.`)

// blanks lists what a format leaves out, sorted: "1" for the first %s.
func blanks(t *testing.T, key, format string) []string {
	t.Helper()
	var out []string
	for _, v := range verb.FindAllString(format, -1) {
		switch {
		case v == "%%":
		case v == "%s":
			out = append(out, string(rune('1'+len(out))))
		case strings.HasSuffix(v, "]s"):
			out = append(out, strings.Trim(v, "%[]s"))
		default:
			t.Errorf("%s: %q in %q", key, v, format)
		}
	}
	slices.Sort(out)
	return out
}

func TestFormatsLeaveOutWhatTheEnglishDo(t *testing.T) {
	t.Parallel()
	english := messages(lang.English())
	for _, l := range others() {
		for key, text := range said(t, l) {
			if pattern := key == "dates.day" || key == "dates.full" || key == "dates.month"; pattern {
				if rest := regexp.MustCompile(`%[YmdebB]`).ReplaceAllString(text, ""); strings.Contains(rest, "%") {
					t.Errorf("%s: %s = %q", l, key, text)
				}
				continue
			}
			want, got := blanks(t, key, original(english, key)), blanks(t, string(l)+": "+key, text)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: %s = %q (-English +own):\n%s", l, key, text, diff)
			}
		}
	}
}

func TestMessagesAreCleanText(t *testing.T) {
	t.Parallel()
	for _, l := range append(others(), model.English) {
		for key, text := range messages(lang.Of(l)) {
			if key == "thousands" {
				continue // a space alone, which is no text
			}
			// The examples of the filter language stand two spaces apart.
			text = strings.ReplaceAll(text, "  ", " ")
			if got := clean.Line(text).String(); got != text || clean.Line(text).Flags() != 0 {
				t.Errorf("%s: %s = %+q is cleaned to %+q", l, key, text, got)
			}
		}
		if n := lang.Of(l).Number(1234567); n != "1,234,567" && n != "1 234 567" {
			t.Errorf("%s: a number is %q", l, n)
		}
	}
}

func TestOfAnUnknownLanguageIsEnglish(t *testing.T) {
	t.Parallel()
	for _, l := range []model.Lang{"", "en", "xx", "../lt"} {
		w := lang.Of(l)
		if diff := cmp.Diff(messages(lang.English()), messages(w)); diff != "" || w.Lang() != model.English {
			t.Errorf("%q speaks %q (-English +own):\n%s", l, w.Lang(), diff)
		}
	}
	if lang.Of(model.Lithuanian).Closed == lang.English().Closed {
		t.Error("Lithuanian is English")
	}
}

// TestCataloguesReachEveryMap would catch a map of words that no catalogue can
// translate.
func TestCataloguesReachEveryMap(t *testing.T) {
	t.Parallel()
	want := 0
	for f := range reflect.TypeFor[lang.Messages]().Fields() {
		if f.Type.Kind() == reflect.Map && f.Name != "english" {
			want++
		}
	}
	if got := len(lang.English().Terms()); got != want {
		t.Errorf("catalogues reach %d maps of %d", got, want)
	}
}

func BenchmarkEnglish(b *testing.B) {
	for b.Loop() {
		lang.English()
	}
}

func BenchmarkLithuanian(b *testing.B) {
	for b.Loop() {
		lang.Of(model.Lithuanian)
	}
}
