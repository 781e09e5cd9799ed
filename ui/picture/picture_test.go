package picture_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"bordertop/model"
	"bordertop/ui/picture"
	"bordertop/ui/theme"
	"bordertop/ui/uitest"
)

// article is a frame of the board of the founding article, dark or light, as the
// snapshot command writes it in ANSI.
func article(tb testing.TB, name string, g theme.Ground) picture.Frame {
	tb.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name+".ansi"))
	if err != nil {
		tb.Fatal(err)
	}
	return picture.Frame{
		Text: strings.TrimSuffix(string(text), "\n"), Caption: "Lithuania–Belarus · 11 Nov 2025 18:00", Lang: model.English, Ground: g,
	}
}

func written(tb testing.TB, f picture.Format, frame picture.Frame) string {
	tb.Helper()
	var b bytes.Buffer
	if err := picture.Write(&b, f, frame); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

func TestPicturesOfTheFoundingArticle(t *testing.T) {
	t.Parallel()
	frame := article(t, "dark", theme.OnDark)
	for _, f := range []picture.Format{picture.Text, picture.SVG, picture.HTML} {
		t.Run(string(f), func(t *testing.T) {
			t.Parallel()
			uitest.Golden(t, string(f), strings.TrimSuffix(written(t, f, frame), "\n"))
		})
	}
}

// pixels reads a PNG.
func pixels(tb testing.TB, frame picture.Frame) image.Image {
	tb.Helper()
	img, err := png.Decode(strings.NewReader(written(tb, picture.PNG, frame)))
	if err != nil {
		tb.Fatal(err)
	}
	return img
}

// at is the colour in a cell, so many of its twentieths from its corner.
func at(img image.Image, column, row, x, y int) color.RGBA {
	r, g, b, a := img.At(24+20*column+2*x, 24+40*row+2*y).RGBA()
	return color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), uint8(a >> 8)}
}

func TestPixelsOfAPicture(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		ground                theme.Ground
		paper, closed, border color.RGBA
	}{
		"dark":  {theme.OnDark, color.RGBA{0x1e, 0x1e, 0x1e, 0xff}, color.RGBA{0xff, 0x8a, 0x80, 0xff}, color.RGBA{0x6f, 0x77, 0x85, 0xff}},
		"light": {theme.OnLight, color.RGBA{0xfa, 0xfa, 0xfa, 0xff}, color.RGBA{0xa8, 0x1c, 0x1c, 0xff}, color.RGBA{0x85, 0x8c, 0x98, 0xff}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			img := pixels(t, article(t, name, tt.ground))
			if got, want := img.Bounds().Size(), image.Pt(2*12*2+80*20, 2*12*2+24*40); got != want {
				t.Fatalf("the picture has %v, want %v", got, want)
			}
			for what, p := range map[string]struct{ got, want color.RGBA }{
				"the margin":                     {at(img, -1, 0, 5, 5), tt.paper},
				"the sign of a closed crossing":  {at(img, 2, 4, 5, 10), tt.closed},
				"beside it":                      {at(img, 1, 4, 5, 10), tt.paper},
				"the frame of the deadlines":     {at(img, 70, 1, 5, 10), tt.border},
				"below it":                       {at(img, 70, 1, 5, 13), tt.paper},
				"the side of it, between rows":   {at(img, 46, 3, 5, 0), tt.border},
				"the side of it, to the seam":    {at(img, 46, 3, 5, 19), tt.border},
				"the frame, where cells meet":    {at(img, 71, 1, 0, 10), tt.border},
				"the corner of a frame is round": {at(img, 46, 1, 5, 10), tt.paper},
			} {
				if p.got != p.want {
					t.Errorf("%s is %v, want %v", what, p.got, p.want)
				}
			}
		})
	}
}

func TestLettersAreInThePicture(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"Š", "ė", "Ў", "ґ", "€", "国", "†", "\u28ff", "▓", "╬", "✓"} {
		img := pixels(t, picture.Frame{Text: text})
		painted := 0
		for x := range img.Bounds().Dx() {
			for y := range img.Bounds().Dy() {
				if r, _, _, _ := img.At(x, y).RGBA(); r>>8 != 0x1e {
					painted++
				}
			}
		}
		if painted < 20 {
			t.Errorf("%s: %d pixels are painted", text, painted)
		}
	}
}

// kinds are the elements of a document, and the names of their attributes.
type kinds map[string]bool

func svgKinds(tb testing.TB, text string) (k kinds, words string) {
	tb.Helper()
	k = kinds{}
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return k, words
		}
		if err != nil {
			tb.Fatalf("not XML: %v\n%.2000s", err, text)
		}
		switch e := token.(type) {
		case xml.StartElement:
			k[e.Name.Local] = true
			for _, a := range e.Attr {
				k["@"+a.Name.Local] = true
			}
		case xml.CharData:
			words += string(e)
		case xml.Comment, xml.Directive:
			tb.Errorf("it holds %T", e)
		}
	}
}

func htmlKinds(tb testing.TB, text string) (k kinds, words string) {
	tb.Helper()
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		tb.Fatal(err)
	}
	k = kinds{}
	for n := range root.Descendants() {
		switch n.Type { //nolint:exhaustive // the others are not in a document
		case html.ElementNode:
			k[n.Data] = true
			for _, a := range n.Attr {
				k["@"+a.Key] = true
			}
		case html.TextNode:
			words += n.Data
		case html.CommentNode:
			tb.Errorf("it holds a comment: %q", n.Data)
		}
	}
	return k, words
}

func (k kinds) without(allowed string) []string {
	var odd []string
	for kind := range k {
		if !strings.Contains(" "+allowed+" ", " "+kind+" ") {
			odd = append(odd, kind)
		}
	}
	return odd
}

const (
	inSVG  = "svg title rect path g text @xmlns @width @height @viewBox @role @aria-label @lang @fill @d @x @y @textLength @font-family @font-size @font-weight"
	inHTML = "html head meta title style body pre span @lang @charset @http-equiv @content @name @class"
)

func TestHostileTextStaysText(t *testing.T) {
	t.Parallel()
	for i, text := range append(hostile(t), `</text><script>alert(1)</script>`, `"/><image href="x" onload="y`, `]]>&lt;&#0;<!--`, "</pre></style><img src=x onerror=y>", "\x1b]8;;javascript:x\x1b\\x", "\x00\x7f\u0085\u202e") {
		for _, frame := range []picture.Frame{
			{Text: text, Caption: text, Lang: model.Lang(text)},
			{Text: "\x1b[1;38;2;1;2;3m" + text + "\x1b[0m \x1b[7m" + text, Caption: "x", Lang: model.English},
		} {
			harmless(t, text, frame)
			if i%10 == 0 { // it takes its time
				pixels(t, frame)
			}
		}
	}
}

// harmless fails where a text is more than text in any of the formats.
func harmless(tb testing.TB, text string, frame picture.Frame) {
	tb.Helper()
	k, words := svgKinds(tb, written(tb, picture.SVG, frame))
	if odd := k.without(inSVG); odd != nil {
		tb.Errorf("%.200q: an SVG with %q", text, odd)
	}
	page := written(tb, picture.HTML, frame)
	k, more := htmlKinds(tb, page)
	if odd := k.without(inHTML); odd != nil {
		tb.Errorf("%.200q: a page with %q:\n%.3000s", text, odd, page)
	}
	all := words + more + written(tb, picture.Text, frame)
	if strings.ContainsFunc(all, func(r rune) bool { return r != '\n' && r < ' ' || r >= 0x7f && r < 0xa0 }) {
		tb.Errorf("%.200q: controls in %.500q", text, all)
	}
}

func TestANSIIsTheFrameItself(t *testing.T) {
	t.Parallel()
	frame := article(t, "light", theme.OnLight)
	if got := written(t, picture.ANSI, frame); got != frame.Text+"\n" {
		t.Errorf("it is\n%q\nwant\n%q", got, frame.Text)
	}
}

func TestAPictureThatCannotBeWrittenFails(t *testing.T) {
	t.Parallel()
	for _, f := range picture.Formats() {
		if err := picture.Write(full{}, f, picture.Frame{Text: "x"}); !errors.Is(err, errFull) {
			t.Errorf("%s: the error is %v", f, err)
		}
	}
}

var errFull = errors.New("no room")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestNothingHasNoSize(t *testing.T) {
	t.Parallel()
	for _, f := range picture.Formats() {
		for _, text := range []string{"", "\n", "\n\n   \n"} {
			if got := written(t, f, picture.Frame{Text: text, Ground: theme.OnLight}); got == "" {
				t.Errorf("%s of %q is empty", f, text)
			}
		}
	}
}
