package screen_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"bordertop/model/clean"
	"bordertop/ui/screen"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"
)

func opener() []string {
	switch runtime.GOOS {
	case "darwin":
		return []string{"open"}
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler"}
	}
	return []string{"xdg-open"}
}

func TestAPageIsHandedToTheBrowser(t *testing.T) {
	t.Parallel()
	to, err := clean.ParseURL("https://vsat.lrv.lt/lt/naujienos?id=1&q=eilė#a")
	if err != nil {
		t.Fatal(err)
	}
	argv := append(opener(), "https://vsat.lrv.lt/lt/naujienos?id=1&q=eil%C4%97#a")
	for name, tt := range map[string]struct {
		to   clean.URL
		desk *desk
		want string
		argv [][]string
	}{
		"by its launcher":     {to, &desk{}, "<nil>", [][]string{argv}},
		"that is the browser": {to, &desk{takes: time.Hour}, "<nil>", [][]string{argv}},
		"that fails":          {to, &desk{err: errors.New("xdg-open failed: exit status 3")}, "xdg-open failed: exit status 3", [][]string{argv}},
		"but not to nowhere":  {clean.URL{}, &desk{}, "there is no address", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				seen, sent, _ := press(t, screen.Visit(tt.to), screen.Options{Command: tt.desk.run})
				if !cmp.Equal(seen, []string{"screen.VisitedMsg{" + tt.want + "}"}) || sent != "" {
					t.Errorf("told %q, sent %q", seen, sent)
				}
				time.Sleep(2 * time.Hour) // outlive the browser
				if diff := cmp.Diff(tt.argv, tt.desk.ran); diff != "" {
					t.Errorf("ran (-want +got):\n%s", diff)
				}
			})
		})
	}
}

// hostile reads the strings that nobody should be able to do harm with.
func hostile(t *testing.T) []string {
	t.Helper()
	all, err := os.ReadFile("testdata/strings.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for dec := json.NewDecoder(bytes.NewReader(all)); ; {
		var sample struct{ B64 []byte }
		if err := dec.Decode(&sample); errors.Is(err, io.EOF) {
			return texts
		} else if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(sample.B64))
	}
}

func TestNoPageIsOpenedFromFarAway(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		to, err := clean.ParseURL("https://vsat.lrv.lt/")
		if err != nil {
			t.Fatal(err)
		}
		seen, sent, _ := press(t, screen.Visit(to), screen.Options{})
		if !cmp.Equal(seen, []string{"screen.VisitedMsg{there is no browser at this end}"}) || sent != "" {
			t.Errorf("told %q, sent %q", seen, sent)
		}
	})
}

// addresses makes what passes for a web address of text and what may stand around it.
func addresses(text string) []clean.URL {
	var all []clean.URL
	for _, raw := range []string{
		text, "--" + text, "https://vsat.lrv.lt/" + text, "https://vsat.lrv.lt/?" + text, "https://vsat.lrv.lt/#" + text,
		"http://" + text, "https://vsat.lrv.lt/ " + text, "https://vsat.lrv.lt/\" --profile=\"" + text,
	} {
		if to, err := clean.ParseURL(raw); err == nil {
			all = append(all, to)
		}
	}
	return all
}

func TestNoHostileAddressBecomesAnythingElse(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		d := &desk{}
		b := &board{on: map[rune]tea.Cmd{}}
		term, end := show(t, b, screen.Options{Command: d.run})
		visits := 0
		for _, text := range hostile(t) {
			for _, to := range addresses(text) {
				visits++
				b.on['x'] = screen.Visit(to)
				term.Press("x")
				pass(time.Second)
			}
		}
		quit(t, term, end)
		if visits < 100 || len(d.ran) != visits {
			t.Fatalf("%d visits, %d programs run", visits, len(d.ran))
		}
		for _, argv := range d.ran {
			onlyAWebPage(t, argv)
		}
	})
}

func onlyAWebPage(t *testing.T, argv []string) {
	t.Helper()
	to := argv[len(argv)-1]
	web := strings.HasPrefix(to, "https://") || strings.HasPrefix(to, "http://")
	unfit := func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune("\"\\`;", r) }
	if !cmp.Equal(argv[:len(argv)-1], opener()) || !web || strings.ContainsFunc(to, unfit) {
		t.Errorf("ran %q", argv)
	}
}
