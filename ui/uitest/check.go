package uitest

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
)

// Golden compares got with testdata/NAME.golden. GOLDEN=update in the environment
// writes the file instead.
func Golden(tb testing.TB, name, got string) {
	tb.Helper()
	path := filepath.Join("testdata", name+".golden")
	if os.Getenv("GOLDEN") == "update" {
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got+"\n"), 0o600); err != nil {
			tb.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		tb.Fatalf("%v\nGOLDEN=update go test writes it", err)
	}
	if diff := cmp.Diff(lines(strings.TrimSuffix(string(want), "\n")), lines(got)); diff != "" {
		tb.Errorf("%s (-want +got):\n%s\nGOLDEN=update go test rewrites it", path, diff)
	}
}

// lines shows what does not print.
func lines(s string) []string {
	all := strings.Split(s, "\n")
	for i, l := range all {
		all[i] = strings.ReplaceAll(l, "\x1b", "␛")
	}
	return all
}

// The sequences that a frame may hold: SGR, and OSC 8 as draw.Link writes it.
var allowed = regexp.MustCompile(`\x1b\[[0-9;:]*m|\x1b\]8;(?:id=[0-9a-f]+;https?://[!-:<-~]+|;)\x1b\\`)

// Fills returns what is wrong with a frame that is to fill a rectangle exactly:
// height lines of width cells, of text, SGR and OSC 8, each link closed in its
// line.
func Fills(frame string, width, height int) error {
	all := strings.Split(frame, "\n")
	if len(all) != height {
		return fmt.Errorf("%d lines, want %d", len(all), height)
	}
	for y, l := range all {
		if w := ansi.StringWidth(l); w != width {
			return fmt.Errorf("line %d is %d cells wide, want %d: %q", y+1, w, width, l)
		}
		if strings.ContainsFunc(allowed.ReplaceAllString(l, ""), control) {
			return fmt.Errorf("line %d has control characters: %q", y+1, l)
		}
		if links := strings.Split(l, "\x1b]8;"); len(links) > 1 && !strings.HasPrefix(links[len(links)-1], ";\x1b\\") {
			return fmt.Errorf("line %d leaves a link open: %q", y+1, l)
		}
	}
	return nil
}

func control(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }

// Sweep draws in each size, and expects every frame to fill it.
func Sweep(tb testing.TB, sizes []Size, draw func(width, height int) string) {
	tb.Helper()
	for _, s := range sizes {
		if err := Fills(draw(s.Width, s.Height), s.Width, s.Height); err != nil {
			tb.Errorf("%dx%d: %v", s.Width, s.Height, err)
		}
	}
}

// Size is that of a rectangle in cells.
type Size struct{ Width, Height int }

// Sizes returns awkward ones, from 1x1 to 300x100: tiny, thin, usual, and huge.
func Sizes() []Size {
	var sizes []Size
	for _, width := range []int{1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 39, 40, 59, 60, 79, 80, 81, 99, 100, 120, 200, 300} {
		for _, height := range []int{1, 2, 3, 4, 5, 7, 10, 19, 20, 24, 40, 60, 100} {
			sizes = append(sizes, Size{width, height})
		}
	}
	return sizes
}

// Texts returns samples of what a cell may have to show, by name.
func Texts() map[string]string {
	return map[string]string{
		"empty":      "",
		"latin":      "Medininkai",
		"lithuanian": "Šalčininkai–Benekainys: eilė į Baltarusiją, ąčęėįšųūž",
		"polish":     "Kuźnica Białostocka, Łódź, żółć",
		"cyrillic":   "Каменный Лог, Берестовица, Григоровщина, Ўзда",
		"cjk":        "国境检查站 東京 서울 国境",
		"emoji":      "🚧 closed 🛂 🚛🚛",
		"combining":  "S\u030calc\u030cininkai",
		"long":       strings.Repeat("A queue of trucks before the ridge station. ", 50),
		"unbroken":   strings.Repeat("Wiedźmin", 60),
		"spaces":     "   a   b   ",
	}
}
