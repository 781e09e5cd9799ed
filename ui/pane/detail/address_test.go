package detail_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
)

var hyperlink = regexp.MustCompile("\x1b]8;[^;]*;([^\x1b]+)\x1b\\\\(.*?)\x1b]8;;\x1b\\\\")

func TestAnAddressOpensExactlyTheHostThatIsShown(t *testing.T) {
	t.Parallel()
	for name, records := range map[string][]model.Record{"embedded": embedded(t), "awkward": append(hostile(), addresses(t)...)} {
		for _, w := range []int{20, 48, 140} {
			t.Run(fmt.Sprintf("%s, %d wide", name, w), func(t *testing.T) {
				t.Parallel()
				s := scene(t, at(23, 12).AddDate(1, 0, 0), "", records...).Within(layout.Size{W: w})
				for _, r := range records {
					s.Selected = r.Head().ID
					found := hyperlinks(t, s)
					// Of a narrow page the host may not fit in a line.
					if src, ok := r.(*model.Source); ok && !src.URL.IsZero() && w == 140 && !slices.Contains(found, src.URL.String()) {
						t.Errorf("%s cannot be clicked on the page of its source", src.URL)
					}
				}
			})
		}
	}
}

// hyperlinks gives the addresses that a page has for the terminal, and holds each
// to what is shown of it.
func hyperlinks(tb testing.TB, s pane.Scene) []string {
	tb.Helper()
	bare := whole(s, s.Size.W)
	s.Links = true
	linked := whole(s, s.Size.W)
	if strings.Contains(bare, "\x1b") || ansi.Strip(linked) != bare {
		tb.Errorf("%s reads otherwise with links:\n%s\nwant\n%s", s.Selected, ansi.Strip(linked), bare)
	}
	var out []string
	for _, found := range hyperlink.FindAllStringSubmatch(linked, -1) {
		to, err := clean.ParseURL(found[1])
		if err != nil || to.String() != found[1] {
			tb.Errorf("%s leads to %q: %v", s.Selected, found[1], err)
		}
		if got := host(found[2]); got != to.Host() {
			tb.Errorf("%s, %d wide: %q shows the host %q and opens %q", s.Selected, s.Size.W, found[2], got, to)
		}
		out = append(out, to.String())
	}
	if n := strings.Count(linked, "\x1b]8;"); n != 2*len(out) {
		tb.Errorf("%s, %d wide: a link is left open", s.Selected, s.Size.W)
	}
	return out
}

// host is what a reader takes for the host of an address.
func host(text string) string {
	text = strings.TrimPrefix(strings.TrimPrefix(text, "https://"), "http://")
	if i := strings.IndexAny(text, "/?#:…"); i >= 0 {
		text = text[:i]
	}
	return text
}

// addresses are sources whose addresses are awkward to show.
func addresses(tb testing.TB) []model.Record {
	tb.Helper()
	var out []model.Record
	for i, raw := range []string{
		"http://plain.example.com", "https://example.com:8443/a", "https://example.com/?q=https://other.example.org/", "https://example.org#other.example.com",
		"https://a.very.long.name.that.fills.more.than.a.narrow.pane.example.com/path", "https://пример.укр/шлях", "https://example.com/" + strings.Repeat("x", 1500),
		"https://bank.example.com.evil.example.org/bank.example.com",
	} {
		url, err := clean.ParseURL(raw)
		if err != nil {
			tb.Fatalf("%s: %v", raw, err)
		}
		id := model.ID(fmt.Sprintf("u-%d", i))
		out = append(out, &model.Source{Fact: fact(id), Publisher: clean.Line("Bank at bank.example.com"), URL: url, Published: day(1)},
			&model.Incident{Fact: fact(id+"-i", id), At: day(2), Title: clean.Line("T")})
	}
	return out
}
