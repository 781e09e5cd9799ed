package clean_test

import (
	"errors"
	"strings"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"bordertop/model/clean"
)

func TestLineAndBody(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		raw, line, body string
		flags           clean.Flags
	}{
		"nothing is nothing":                     {},
		"a sequence stays readable":              {"a\x1b[31mb", "a\uFFFD[31mb", "a\uFFFD[31mb", clean.Control},
		"an 8-bit control is one, as UTF-8":      {"a\u009B2Jb", "a\uFFFD2Jb", "a\uFFFD2Jb", clean.Control},
		"a run of bad bytes is one fault":        {"a\xff\xfe\xc3b", "a\uFFFDb", "a\uFFFDb", clean.Encoding},
		"a lost letter is one that came lost":    {"a\uFFFDb", "a\uFFFDb", "a\uFFFDb", clean.Encoding},
		"an overlong escape is no escape":        {"a\xc0\x9b[2J", "a\uFFFD[2J", "a\uFFFD[2J", clean.Encoding},
		"space is squeezed":                      {"  a \u00A0\u3000\t b ", "a b", "a b", 0},
		"a body keeps two line breaks":           {"\n\na \n \u00A0\n\r\n b\n", "a b", "a\n\nb", 0},
		"one line break stays one":               {"a\r\nb", "a b", "a\nb", 0},
		"a return does not overwrite":            {"CLOSED\rOPEN", "CLOSED OPEN", "CLOSED\nOPEN", clean.Control},
		"every kind of break is one":             {"a\vb\fc\u0085d", "a b c d", "a\nb\nc\nd", clean.Control},
		"so are the separators":                  {"a\u2028b\u2029c", "a b c", "a\nb\nc", 0},
		"direction is not for texts to change":   {"a\u202Eb\u2066c\u200Fd\u061Ce", "abcde", "abcde", clean.Bidi},
		"what cannot be seen goes":               {"a\u200Bb\u00ADc\u034Fd\u3164e\u2800f\uFEFFg\uFE0Fh\U000E0041i", "abcdefghi", "abcdefghi", clean.Invisible},
		"letters are composed":                   {"S\u030Calc\u030Cininkai", "Šalčininkai", "Šalčininkai", 0},
		"a base carries three marks":             {"x\u0323\u0331\u0301\u0302y", "x\u0323\u0331\u0301y", "x\u0323\u0331\u0301y", clean.Marks},
		"a mark needs a base":                    {"\u0301a \u0301b\x07\u0301", "a b\uFFFD", "a b\uFFFD", clean.Marks | clean.Control},
		"private letters are nobody's":           {"a\uE0B0b\uFFFFc\U0003FFFDd", "a\uFFFDb\uFFFDc\uFFFDd", "a\uFFFDb\uFFFDc\uFFFDd", clean.Private},
		"nobody draws with our signs":            {"│ ● OPEN ▲ ⚡ ✓ █ ⣿ ✅ 🟢", "· · OPEN · · · · · · ·", "· · OPEN · · · · · · ·", clean.Glyph},
		"plain signs stay":                       {"Minsk → Vilnius ≥ 3 km², ±5 °C ★ №599 €120", "Minsk → Vilnius ≥ 3 km², ±5 °C ★ №599 €120", "Minsk → Vilnius ≥ 3 km², ±5 °C ★ №599 €120", 0},
		"a national flag is its letters":         {"🇱🇹🇵🇱", "LTPL", "LTPL", clean.Width},
		"a flag does not run into a word":        {"🇱🇹Литва закрыла🇧🇾", "LT Литва закрыла BY", "LT Литва закрыла BY", clean.Width},
		"a flag may stand in brackets":           {"(🇱🇹)", "(LT)", "(LT)", clean.Width},
		"a skin has no tone":                     {"👍🏽", "👍", "👍", clean.Width},
		"what joins in some terminals is marked": {"क्ष", "\uFFFDष", "\uFFFDष", clean.Width},
		"a dash as wide as three is marked":      {"⸻", "\uFFFD", "\uFFFD", clean.Width},
		"a word of two scripts is kept":          {"Mеdininkai", "Mеdininkai", "Mеdininkai", clean.Mixed},
		"so is one with digits between":          {"a1а", "a1а", "a1а", clean.Mixed},
		"two words of two scripts are ordinary":  {"Medininkai-Каменный Лог", "Medininkai-Каменный Лог", "Medininkai-Каменный Лог", 0},
		"Greek and Armenian are alike too":       {"οpen oՒ", "οpen oՒ", "οpen oՒ", clean.Mixed},
		"Hebrew is read backwards":               {"שלום", "שלום", "שלום", clean.RTL},
		"Arabic is too":                          {"مرحبا", "مرحبا", "مرحبا", clean.RTL},
		"so are its numbers":                     {"٣", "٣", "٣", clean.RTL},
		"Chinese is text":                        {"封鎖中 한국", "封鎖中 한국", "封鎖中 한국", 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			line, body := clean.Line(tt.raw), clean.Body(tt.raw)
			if got := line.String(); got != tt.line {
				t.Errorf("Line(%+q) = %+q, want %+q", tt.raw, got, tt.line)
			}
			if got := body.String(); got != tt.body {
				t.Errorf("Body(%+q) = %+q, want %+q", tt.raw, got, tt.body)
			}
			if diff := cmp.Diff(tt.flags.Words(), line.Flags().Words()); diff != "" || line.Flags() != body.Flags() {
				t.Errorf("flags of %+q, in a body %v (-want +got):\n%s", tt.raw, body.Flags().Words(), diff)
			}
			check(t, tt.raw)
		})
	}
}

func TestNamesOfThisBorderAreUntouched(t *testing.T) {
	t.Parallel()
	for _, name := range []string{
		"Ąžuolų Čekiškė, Šalčininkai, Žiežmariai, Lavoriškės, Tverečius, Šumskas, Krakūnai, Įlūža, Mūšiai",
		"Sakiaĩ, žẽmė, ė́jo, tū̃kstantis", // dictionaries write the accent of a word
		"Terespol–Brześć, Kuźnica, Bobrowniki, Połowce, Sławatycze, Żółkiew, Gdańsk, Ąę",
		"Каменный Лог, Бенякони, Привалка, Котловка, съезд, подъём, ёж, ЩЁ, № 599",
		"Каменны Лог, Беняконі, Прывалка, Гродна, Ўшачы, роўна, дзяржаўны, аб’езд",
		"Львів, Ягодин, Краківець, Їжакевич, ґанок, Єнакієве, п'ять, об’їзд",
		"Latgale: Pāternieki, Grebņeva, Ķeipene; Eesti: Koidula, Võru, Õismäe, Jõhvi, ŠŽ",
		"„Rambynas“ «Минск» “quoted” ‘so’ … – — €120, 100 %, ~3 km, 5 °C, § 2, ½",
	} {
		raw := norm.NFC.String(name)
		for _, got := range []clean.Text{clean.Line(raw), clean.Body(raw), clean.Line(norm.NFD.String(raw))} {
			if got.String() != raw || got.Flags() != 0 {
				t.Errorf("%q became %q, flags %v", raw, got, got.Flags().Words())
			}
		}
	}
}

func TestCaps(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		raw  string
		want int // bytes of the line
		cut  bool
	}{
		"as long as allowed":                {strings.Repeat("x", lineCap), lineCap, false},
		"one byte longer":                   {strings.Repeat("x", lineCap+1), lineCap, true},
		"no half letters":                   {"x" + strings.Repeat("ž", lineCap), lineCap - 1, true},
		"what grows is cut once more":       {strings.Repeat("\x01", lineCap), lineCap - lineCap%3, true},
		"the cut leaves no space":           {strings.Repeat("x", lineCap-1) + " y", lineCap - 1, true},
		"the cap is for what came in":       {strings.Repeat(" ", lineCap) + "x", 0, true},
		"a megabyte of bad bytes":           {strings.Repeat("\xff", 1<<20), 3, true},
		"a megabyte of marks on one letter": {"x" + strings.Repeat("\u0323", 1<<19), 1 + 3*2, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := clean.Line(tt.raw)
			if len(got.String()) != tt.want || got.Flags()&clean.Cut != 0 != tt.cut {
				t.Errorf("%d bytes, flags %v; want %d, cut %t", len(got.String()), got.Flags().Words(), tt.want, tt.cut)
			}
		})
	}
	if got := clean.Body(strings.Repeat("x\n", bodyCap)); len(got.String()) != bodyCap-1 || got.Flags() != clean.Cut {
		t.Errorf("body: %d bytes, flags %v", len(got.String()), got.Flags().Words())
	}
}

func TestTextIsAValue(t *testing.T) {
	t.Parallel()
	if (clean.Text{}) != clean.Line("") || clean.Line("a  b") != clean.Body("a b") {
		t.Error("texts of the same letters and flags differ")
	}
	if clean.Line("a\u200B") == clean.Line("a") {
		t.Error("flags are lost in a comparison")
	}
	if blank := clean.Line("\u200B \n"); !blank.Empty() || blank.Flags() != clean.Invisible || clean.Line("x").Empty() {
		t.Errorf("blank text: %+q, flags %v", blank, blank.Flags().Words())
	}
	raw := "Vyriausybė uždarė Каменный Лог"
	if unsafe.StringData(clean.Line(raw).String()) != unsafe.StringData(raw) {
		t.Error("ordinary text is copied")
	}
}

func TestErr(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		err  error
		want string
	}{
		"no error is no text":       {nil, ""},
		"one line":                  {errors.New("line 3:\n  \x1b[2Jx"), "line 3: \uFFFD[2Jx"},
		"400 cells fit":             {errors.New(strings.Repeat("x", 400)), strings.Repeat("x", 400)},
		"401 do not":                {errors.New(strings.Repeat("x", 401)), strings.Repeat("x", 399) + "…"},
		"a wide letter is not cut":  {errors.New(strings.Repeat("封", 300)), strings.Repeat("封", 199) + "…"},
		"no space before the dots":  {errors.New(strings.Repeat("x", 398) + " yyy"), strings.Repeat("x", 398) + "…"},
		"ten megabytes of one line": {errors.New(strings.Repeat("x", 10<<20)), strings.Repeat("x", 399) + "…"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := clean.Err(tt.err); got != tt.want {
				t.Errorf("%+q, want %+q", got, tt.want)
			}
		})
	}
}
