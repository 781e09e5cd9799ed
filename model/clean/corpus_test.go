package clean_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"

	"bordertop/model/clean"
)

const (
	lineCap = 8 << 10
	bodyCap = 64 << 10
)

// hostile is one string of the corpus.
type hostile struct{ ID, Class, B64 string }

func (h hostile) raw(tb testing.TB) string {
	tb.Helper()
	b, err := base64.StdEncoding.DecodeString(h.B64)
	if err != nil {
		tb.Fatalf("%s: %v", h.ID, err)
	}
	return string(b)
}

func corpus(tb testing.TB) []hostile {
	tb.Helper()
	file, err := os.ReadFile("testdata/strings.jsonl")
	if err != nil {
		tb.Fatal(err)
	}
	var all []hostile
	for line := range bytes.Lines(file) {
		var h hostile
		if err := json.Unmarshal(line, &h); err != nil {
			tb.Fatal(err)
		}
		all = append(all, h)
	}
	if len(all) != 161 {
		tb.Fatalf("the corpus has %d strings, want 161", len(all))
	}
	return all
}

// check judges every door of the package on one raw string.
func check(tb testing.TB, raw string) {
	tb.Helper()
	line, body := clean.Line(raw).String(), clean.Body(raw).String()
	for _, f := range faults(line, lineCap) {
		tb.Errorf("Line(%s) = %s: %s", show(raw), show(line), f)
	}
	if strings.Contains(line, "\n") {
		tb.Errorf("Line(%s) = %s: more than a line", show(raw), show(line))
	}
	for p := range strings.SplitSeq(body, "\n") {
		for _, f := range disputes(p) {
			tb.Errorf("Body(%s), line %s: %s", show(raw), show(p), f)
		}
	}
	for _, f := range faults(body, bodyCap) {
		if !strings.HasPrefix(f, "width") { // a line feed has none: the lines were measured above
			tb.Errorf("Body(%s) = %s: %s", show(raw), show(body), f)
		}
	}
	if again := clean.Line(line).String(); again != line {
		tb.Errorf("Line is not idempotent on %s: %s, then %s", show(raw), show(line), show(again))
	}
	if again := clean.Body(body).String(); again != body {
		tb.Errorf("Body is not idempotent on %s: %s, then %s", show(raw), show(body), show(again))
	}
	for _, t := range []clean.Text{clean.Line(raw), clean.Body(raw)} {
		if again := clean.Restore(t.String(), t.Flags()); again != t {
			tb.Errorf("%s of %s is not restored: %s, flags %v", show(t.String()), show(raw), show(again.String()), again.Flags().Words())
		}
	}
	if got := clean.Restore(raw, 0).String(); got != body {
		tb.Errorf("Restore(%s) = %s, which Body would make %s", show(raw), show(got), show(body))
	}
	checkErr(tb, raw)
	checkURL(tb, raw)
}

func checkErr(tb testing.TB, raw string) {
	tb.Helper()
	got := clean.Err(errors.New(raw))
	for _, f := range faults(got, lineCap) {
		tb.Errorf("Err(%s) = %s: %s", show(raw), show(got), f)
	}
	if n := len([]rune(got)); n > 400*4 || cells(got) > 400 || strings.Contains(got, "\n") {
		tb.Errorf("Err(%s) = %s: %d runes, %d cells", show(raw), show(got), n, cells(got))
	}
}

// address is what a URL may look like.
var address = regexp.MustCompile(`^https?://([a-z0-9-]{1,63}\.)+[a-z0-9-]*[a-z-][a-z0-9-]*(:[0-9]{1,5})?([/?#][!#-&(-:=?-\[\]_a-z~]*)?$`)

func checkURL(tb testing.TB, raw string) {
	tb.Helper()
	u, err := clean.ParseURL(raw)
	if err != nil {
		if !u.IsZero() || strings.ContainsFunc(err.Error(), func(r rune) bool { return r < ' ' || r > '~' }) {
			tb.Errorf("ParseURL(%s): %v, %+q", show(raw), u, err)
		}
		return
	}
	if len(u.String()) > 2048 || !address.MatchString(u.String()) || !strings.Contains(u.String(), "://"+u.Host()) {
		tb.Errorf("ParseURL(%s) = %q on %q", show(raw), u, u.Host())
	}
	if again, err := clean.ParseURL(u.String()); again != u {
		tb.Errorf("ParseURL is not idempotent on %s: %q, then %q, %v", show(raw), u, again, err)
	}
}

func TestTheCorpusIsCleaned(t *testing.T) {
	t.Parallel()
	for _, h := range corpus(t) {
		t.Run(h.ID, func(t *testing.T) {
			t.Parallel()
			raw := h.raw(t)
			check(t, raw)
			if h.Class != "legit/keep" {
				return
			}
			for _, got := range []clean.Text{clean.Line(raw), clean.Body(raw)} {
				if got.String() != raw || got.Flags() != 0 {
					t.Errorf("%q became %q, flags %v", raw, got, got.Flags().Words())
				}
			}
		})
	}
}

func TestTheCorpusIsFlagged(t *testing.T) {
	t.Parallel()
	// By class, or by its kind up to the slash. What is absent is legal text: spaces, line breaks, letters of other scripts.
	want := map[string]clean.Flags{
		"csi/": clean.Control, "osc/": clean.Control, "str/": clean.Control, "c1-utf8/": clean.Control,
		"c1-raw/": clean.Encoding, "utf8/": clean.Encoding, "bidi/": clean.Bidi, "invisible/": clean.Invisible,
		"marks/50": clean.Marks, "marks/enclosing": clean.Marks, "marks/leading": clean.Marks, "odd/pua": clean.Private, "odd/nonchar": clean.Private, "odd/unassigned": clean.Private,
		"odd/frame": clean.Glyph, "width/flag": clean.Width, "width/flag-odd": clean.Width, "width/skin": clean.Width, "width/3em": clean.Width,
		"width/deva": clean.Width, "homoglyph/latin-cyr": clean.Mixed, "homoglyph/all-cyr": clean.Mixed,
		"homoglyph/greek-o": clean.Mixed, "long/ascii-65536": clean.Cut, "long/ascii-1048576": clean.Cut,
		"c0/bel": clean.Control, "c0/cr": clean.Control, "c0/bs": clean.Control, "c0/nul": clean.Control,
		"c0/del": clean.Control, "c0/vt": clean.Control, "c0/esc-end": clean.Control, "c0/esc-esc": clean.Control,
	}
	for _, h := range corpus(t) {
		got := clean.Line(h.raw(t)).Flags()
		for class, flag := range want {
			match := class == h.Class || strings.HasSuffix(class, "/") && strings.HasPrefix(h.Class, class)
			if match && got&flag == 0 {
				t.Errorf("%s %s: flags %v lack %v", h.ID, h.Class, got.Words(), flag.Words())
			}
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, h := range corpus(f) {
		if raw := h.raw(f); len(raw) <= lineCap {
			f.Add(raw)
		}
	}
	f.Fuzz(func(t *testing.T, raw string) { check(t, raw) })
}

func FuzzURL(f *testing.F) {
	for _, h := range corpus(f) {
		if strings.HasPrefix(h.Class, "url/") {
			f.Add(h.raw(f))
		}
	}
	f.Add("https://пример.рф:8443/a%2Fb;c?d=%zz&e=ж#é")
	f.Add("http://0x7f.1/")
	f.Add("https://[::ffff:127.0.0.1]/")
	f.Fuzz(func(t *testing.T, raw string) { checkURL(t, raw) })
}
