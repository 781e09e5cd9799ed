package screen_test

import (
	"strings"
	"testing"
	"testing/synctest"

	"bordertop/ui/screen"
)

func TestNotificationsAreAskedForAsTheTerminalKnowsThem(t *testing.T) {
	t.Parallel()
	for way, want := range map[screen.Notifier]string{
		screen.NoNotifier: "",
		screen.OSC9:       "\x1b]9;a;b: Closed; now\x1b\\",
		screen.OSC777:     "\x1b]777;notify;a,b;Closed, now\x1b\\",
		screen.OSC99:      "\x1b]99;i=bordertop:d=0;a;b\x1b\\\x1b]99;i=bordertop:p=body;Closed; now\x1b\\",
	} {
		synctest.Test(t, func(t *testing.T) {
			_, sent, _ := press(t, screen.Notify("a;b", "Closed; now"), screen.Options{Notifier: way})
			if want == "" && strings.Contains(sent, "\x1b]") || !strings.Contains(sent, want) {
				t.Errorf("%d: sent %q, want %q", way, sent, want)
			}
		})
	}
}

func TestHostileTextCannotLeaveANotification(t *testing.T) {
	t.Parallel()
	for _, way := range []screen.Notifier{screen.OSC9, screen.OSC777, screen.OSC99} {
		synctest.Test(t, func(t *testing.T) {
			text := "a\x1b\\\x1b]52;c;AAAA\a\u009c\u202eb\n" + strings.Repeat("x", 10_000)
			_, sent, _ := press(t, screen.Notify(text, text), screen.Options{Notifier: way})
			if n := strings.Count(sent, "\x1b]"); n > 2 || strings.Contains(sent, "\a") || strings.ContainsAny(sent, "\u009c\u202e\n") || len(sent) > 2000 {
				t.Errorf("%d: sent %q", way, sent)
			}
			if strings.Contains(sent, "\x1b]52") {
				t.Errorf("%d: the clipboard was set", way)
			}
		})
	}
}

func TestBellRings(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		if _, sent, _ := press(t, screen.Bell, screen.Options{}); !strings.Contains(sent, "\a") {
			t.Errorf("sent %q", sent)
		}
	})
}

func TestNotifierIsThatOfTheEnvironment(t *testing.T) {
	t.Parallel()
	for env, want := range map[string]screen.Notifier{
		"TERM=xterm-kitty":                         screen.OSC99,
		"TERM=foot":                                screen.OSC777,
		"TERM=rxvt-unicode-256color":               screen.OSC777,
		"TERM=xterm-256color TERM_PROGRAM=WezTerm": screen.OSC777,
		"TERM=xterm-256color":                      screen.OSC9,
		"TERM=xterm-kitty TMUX=/tmp/x":             screen.NoNotifier,
		"TERM=tmux-256color":                       screen.NoNotifier,
		"TERM=screen-256color":                     screen.NoNotifier,
		"TERM=xterm STY=1.a":                       screen.NoNotifier,
		"TERM=linux":                               screen.NoNotifier,
		"TERM=dumb":                                screen.NoNotifier,
	} {
		vars := map[string]string{}
		for pair := range strings.FieldsSeq(env) {
			name, value, _ := strings.Cut(pair, "=")
			vars[name] = value
		}
		if got := screen.NotifierOf(func(name string) string { return vars[name] }); got != want {
			t.Errorf("%s: %d, want %d", env, got, want)
		}
	}
}
