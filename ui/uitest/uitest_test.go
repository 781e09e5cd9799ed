package uitest_test

import (
	"io"
	"os"
	"strings"
	"testing"
	"testing/synctest"

	"bordertop/ui/uitest"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestTermShowsWhatIsWritten(t *testing.T) {
	t.Parallel()
	term := uitest.NewTerm(t, 12, 3)
	_, err := term.Write([]byte("\x1b[?1049h\x1b[?25l\x1b]2;borders\x1b\\\x1b[2;3H\x1b[31m東京 eilė\x1b[m"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"", "  東京 eilė", ""}, term.Lines()); diff != "" {
		t.Errorf("screen (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int{25, 1049}, term.Modes()); diff != "" {
		t.Errorf("modes (-want +got):\n%s", diff)
	}
	if term.Title() != "borders" {
		t.Errorf("title %q", term.Title())
	}
	if c := term.Cell(2, 1); c.Content != "東" || c.Width != 2 || c.Style.Fg == nil {
		t.Errorf("cell %+v", c)
	}
}

func TestTermShowsLinksAndTakesCopies(t *testing.T) {
	t.Parallel()
	term := uitest.NewTerm(t, 16, 2)
	const a, b, end = "\x1b]8;id=1;https://a.lt/\x1b\\", "\x1b]8;id=2;https://b.lt/\x1b\\", "\x1b]8;;\x1b\\"
	_, err := term.Write([]byte(a + "東 eilė" + b + "東" + end + " x\r\n" + a + "go" + end + "\x1b]52;c;ZWlsxJc=\a\x1b]52;c;?\a"))
	if err != nil {
		t.Fatal(err)
	}
	want := []uitest.Link{{Text: "東 eilė", URL: "https://a.lt/", ID: "1"}, {Text: "東", URL: "https://b.lt/", ID: "2"}, {Text: "go", URL: "https://a.lt/", ID: "1"}}
	if diff := cmp.Diff(want, term.Links()); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	if got := term.Cell(0, 0).Link.URL; got != "https://a.lt/" {
		t.Errorf("link of a cell %q", got)
	}
	if diff := cmp.Diff([]string{"eilė"}, term.Copied()); diff != "" {
		t.Errorf("copied (-want +got):\n%s", diff)
	}
}

func TestTermAnswersUnlessSilent(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		for _, silent := range []bool{false, true} {
			term := uitest.NewTerm(t, 10, 2)
			if silent {
				term.Silence()
			}
			_, _ = term.Write([]byte("\x1b]11;?\x1b\\\x1b[c"))
			synctest.Wait()
			term.Press("j", "up", "ctrl+c", "alt+x")
			term.Hangup()
			got, err := io.ReadAll(term)
			if err != nil {
				t.Fatal(err)
			}
			if keys := "j\x1b[A\x03\x1bx"; !strings.HasSuffix(string(got), keys) || silent != (string(got) == keys) {
				t.Errorf("silent %v: read %q", silent, got)
			}
		}
	})
}

func TestFillsTellsWhatIsWrong(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		frame string
		want  string // part of the error; empty if there is none
	}{
		"exact":                      {"ab\n\x1b[31m東\x1b[0m", ""},
		"link":                       {"\x1b]8;id=1;https://x.lt\x1b\\ab\x1b]8;;\x1b\\\nab", ""},
		"a line short":               {"ab", "1 lines"},
		"a cell short":               {"ab\na", "line 2 is 1 cells"},
		"a cell long":                {"abc\nab", "line 1 is 3 cells"},
		"moves the cursor":           {"ab\n\x1b[Hab", "control"},
		"carriage return":            {"ab\n\rcd", "control"},
		"link to where not all can":  {"\x1b]8;;a\u009bb\x1b\\ab\x1b]8;;\x1b\\\nab", "line 1"},
		"link to what is no page":    {"\x1b]8;id=1;file:///etc\x1b\\ab\x1b]8;;\x1b\\\nab", "line 1"},
		"link left open by the line": {"\x1b]8;id=1;https://x.lt\x1b\\ab\nab", "open"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := uitest.Fills(tt.frame, 2, 2)
			if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

func TestSweepAndGolden(t *testing.T) {
	t.Parallel()
	uitest.Sweep(t, uitest.Sizes(), func(w, h int) string {
		return strings.TrimSuffix(strings.Repeat(strings.Repeat(" ", w)+"\n", h), "\n")
	})
	uitest.Golden(t, "sample", "Medininkai  open\nКаменный Лог  \x1b[31mclosed\x1b[0m")
	if os.Getenv("GOLDEN") == "update" {
		return // what follows would write over it
	}
	var failed fails
	uitest.Golden(&failed, "sample", "Medininkai  closed")
	uitest.Sweep(&failed, uitest.Sizes()[:1], func(int, int) string { return "too wide" })
	if failed.n != 2 {
		t.Errorf("%d failures, want 2", failed.n)
	}
}

// fails counts failures.
type fails struct {
	testing.TB
	n int
}

func (f *fails) Helper()               {}
func (f *fails) Errorf(string, ...any) { f.n++ }
