package picture_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/runenames"

	"bordertop/ui/picture"
	"bordertop/ui/theme"
)

// TestEverySignOfTheBoardCanBePainted finds a sign that neither the font has nor a
// shape is made for: it would be an empty frame.
func TestEverySignOfTheBoardCanBePainted(t *testing.T) {
	t.Parallel()
	font, err := sfnt.Parse(gomono.TTF)
	if err != nil {
		t.Fatal(err)
	}
	// Nothing but strings and arrays of them is in it.
	signs := "ąčęėįšųūžĄČĘĖĮŠŲŪŽ„“”’–—…·ЎўІіҐґЁё€№≈≥≤×" + fmt.Sprint(theme.Unicode())
	signs = strings.NewReplacer("{", "", "}", "", "[", "", "]", "", " ", "", "true", "").Replace(signs)
	for _, r := range signs {
		if i, err := font.GlyphIndex(nil, r); (err != nil || i == 0) && !drawn(t, r) {
			t.Errorf("%c (%U) is in no font, and not drawn", r, r)
		}
	}
}

// drawn tells whether a sign is drawn as a shape: then it is no text.
func drawn(tb testing.TB, r rune) bool {
	tb.Helper()
	_, words := svgKinds(tb, written(tb, picture.SVG, picture.Frame{Text: string(r)}))
	return !strings.ContainsRune(words, r)
}

// TestLinesGoWhereTheirNamesSay looks at the pixels in the middle of the four
// edges of a cell: a line that goes there is met by that of the next cell.
func TestLinesGoWhereTheirNamesSay(t *testing.T) {
	t.Parallel()
	for r := rune(0x2500); r < 0x2580; r++ {
		name := runenames.Name(r)
		if strings.Contains(name, "DASH") || strings.Contains(name, "DIAGONAL") || strings.Contains(name, "DOUBLE") || !drawn(t, r) {
			continue
		}
		img := pixels(t, picture.Frame{Text: string(r)})
		ink, paper := at(img, 0, 0, 5, 10), at(img, -1, 0, 0, 0)
		for _, edge := range []struct {
			ways []string
			x, y int
		}{{[]string{"UP", "VERTICAL"}, 5, 0}, {[]string{"RIGHT", "HORIZONTAL"}, 9, 10}, {[]string{"DOWN", "VERTICAL"}, 5, 19}, {[]string{"LEFT", "HORIZONTAL"}, 0, 10}} {
			want := slices.ContainsFunc(edge.ways, func(way string) bool { return strings.Contains(name, way) })
			if got := at(img, 0, 0, edge.x, edge.y) != paper; got != want {
				t.Errorf("%c, %s: a line at %d, %d is %v, want %v", r, name, edge.x, edge.y, got, want)
			}
		}
		if strings.Contains(name, "HORIZONTAL") && ink == paper {
			t.Errorf("%c, %s: there is nothing in the middle", r, name)
		}
	}
}

// TestBrailleHasADotForEachBit counts the dots of patterns.
func TestBrailleHasADotForEachBit(t *testing.T) {
	t.Parallel()
	places := [8][2]int{{2, 2}, {2, 7}, {2, 12}, {7, 2}, {7, 7}, {7, 12}, {2, 17}, {7, 17}}
	for bit := range places {
		img := pixels(t, picture.Frame{Text: string(rune(0x2800 + 1<<bit))})
		for other, q := range places {
			if got := at(img, 0, 0, q[0], q[1]) != at(img, -1, 0, 0, 0); got != (other == bit) {
				t.Errorf("dot %d of the pattern of dot %d is there: %v", other+1, bit+1, got)
			}
		}
	}
}

// TestBlocksFillWhatTheirNamesSay looks at eighths of the height.
func TestBlocksFillWhatTheirNamesSay(t *testing.T) {
	t.Parallel()
	for i := range 8 {
		r := '▁' + rune(i)
		img := pixels(t, picture.Frame{Text: string(r) + string(r)})
		for _, column := range []int{0, 1} {
			low, high := at(img, column, 0, 3, 19-2*i-2*i/4), at(img, column, 0, 3, max(15-5*i/2, 0))
			if ink := at(img, column, 0, 3, 19); low != ink {
				t.Errorf("%c is not filled to its height", r)
			}
			if i < 7 && high != at(img, -1, 0, 0, 0) && 15-5*i/2 >= 0 {
				t.Errorf("%c is filled over its height", r)
			}
		}
	}
}
