package screen_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"bordertop/model/clean"
	"bordertop/ui/draw"
	"bordertop/ui/screen"
	"bordertop/ui/uitest"

	"github.com/google/go-cmp/cmp"
)

func TestLinksReachTheTerminal(t *testing.T) {
	t.Parallel()
	to, err := clean.ParseURL("https://vsat.lrv.lt/" + strings.Repeat("a", 2000))
	if err != nil {
		t.Fatal(err)
	}
	size := screen.Size{Width: 12, Height: 3}
	term := uitest.NewTerm(t, size.Width, size.Height)
	var c screen.Canvas
	frame := "a " + draw.Link("東 eilė", to) + " b\n" + draw.Link("\x1b[31mtail end\x1b[m", to)
	write(t, term, c.Draw(nil, frame, size))
	links := term.Links()
	if len(links) != 2 || links[0].Text != "東 eilė" || links[1].Text != "tail end" || links[0].URL != to.String() || links[0].ID != links[1].ID {
		t.Errorf("links %+v", links)
	}
	// The text stays as it is, and only a part of it is a link.
	before := term.Screen()
	b := c.Draw(nil, "a 東 "+draw.Link("eilė", to)+" b\n\x1b[31mtail end\x1b[m", size)
	write(t, term, b)
	if links := term.Links(); len(links) != 1 || links[0].Text != "eilė" || term.Screen() != before {
		t.Errorf("links %+v\n%s", links, term.Screen())
	}
	if bytes.Contains(b, []byte("https://")) {
		t.Errorf("a link that stays is written again: %q", b)
	}
	unlinked(t, term)
}

func TestNoOtherLinkReachesTheTerminal(t *testing.T) {
	t.Parallel()
	for name, frame := range map[string]string{
		"without an id":         "\x1b]8;;https://x.lt/\x1b\\ab",
		"with an empty id":      "\x1b]8;id=;https://x.lt/\x1b\\ab",
		"with another id":       "\x1b]8;id=xyz;https://x.lt/\x1b\\ab",
		"with more than an id":  "\x1b]8;id=1:a=b;https://x.lt/\x1b\\ab",
		"ended by a bell":       "\x1b]8;id=1;https://x.lt/\aab",
		"never ended":           "\x1b]8;id=1;https://x.lt/\nab",
		"to a file":             "\x1b]8;id=1;file:///etc/passwd\x1b\\ab",
		"to a script":           "\x1b]8;id=1;javascript:alert(1)\x1b\\ab",
		"to nothing":            "\x1b]8;id=1;\x1b\\ab",
		"with a space":          "\x1b]8;id=1;https://x.lt/ y\x1b\\ab",
		"with a semicolon":      "\x1b]8;id=1;https://x.lt/;y\x1b\\ab",
		"with other letters":    "\x1b]8;id=1;https://x.lt/ė\x1b\\ab",
		"with an escape":        "\x1b]8;id=1;https://x.lt/\x1b[31m\x1b\\ab",
		"too long":              "\x1b]8;id=1;https://x.lt/" + strings.Repeat("y", 3000) + "\x1b\\ab",
		"after one that is fit": linkOpen + "\x1b]8;;https://y.lt/\x1b\\ab",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			size := screen.Size{Width: 60, Height: 2}
			term := uitest.NewTerm(t, size.Width, size.Height)
			var c screen.Canvas
			b := c.Draw(nil, frame, size)
			write(t, term, b)
			if links := term.Links(); len(links) > 0 || bytes.Contains(b, []byte("]8;id")) {
				t.Errorf("links %+v by %q", links, b)
			}
			if !strings.Contains(term.Screen(), "ab") {
				t.Errorf("the text is lost:\n%s", term.Screen())
			}
		})
	}
}

// severed is a terminal that a write to breaks off within the first link.
type severed struct {
	io.Writer
	broken bool
}

func (s *severed) Write(p []byte) (int, error) {
	if at := bytes.Index(p, []byte("https")); at >= 0 && !s.broken {
		s.broken = true
		n, _ := s.Writer.Write(p[:at+2])
		return n, errors.New("connection reset")
	}
	return s.Writer.Write(p)
}

func TestALinkThatIsCutOffIsClosed(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		term := uitest.NewTerm(t, 40, 4)
		out := &recorder{Writer: term}
		_, end := show(t, &board{}, screen.Options{In: term, Out: &severed{Writer: out}})
		if err := end(); !errors.Is(err, screen.ErrHangup) {
			t.Errorf("error %v", err)
		}
		// The emulator takes its pen back from the other screen, and not all do.
		if _, after, _ := strings.Cut(out.String(), "\x1b]8;id=1f;ht"); !strings.HasPrefix(after, "\x1b\\\x1b[m"+linkEnd) {
			t.Errorf("after the cut comes %q", after)
		}
		unlinked(t, term)
		if diff := cmp.Diff([]string{"x", "", "", ""}, term.Lines()); diff != "" || len(term.Modes()) > 0 {
			t.Errorf("modes left %v, screen (-want +got):\n%s", term.Modes(), diff)
		}
		pass(time.Second)
	})
}
