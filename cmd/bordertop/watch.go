package main

import (
	"context"
	"path/filepath"
	"strings"

	"bordertop/ui"
	"bordertop/ui/pane"
	"bordertop/ui/screen"
)

// watch opens the board, or prints it where there is no terminal to open it on.
func watch(ctx context.Context, e env, f flags) error {
	percent := hurry()
	c, err := settings(e, &f)
	if err != nil {
		return err
	}
	r, err := load(e, c)
	if err != nil {
		return err
	}
	if term := e.getenv("TERM"); !isTerminal(e.stdout) || term == "dumb" || term == "" {
		return status(e, f, r)
	}
	at, err := f.moment(r.zone)
	if err != nil {
		return err
	}
	o := ui.Options{
		Log: r.log, Name: r.Title.String(), Now: e.now, At: at, Zone: r.zone, Preset: ui.Preset(c.Preset), Keys: c.Keys, Notice: notice(r),
		Title: title(e.getenv),
		In:    e.stdin, Out: e.stdout, Colours: ui.ColoursOf(e.getenv), Background: background(c.Theme, e.getenv),
		AskBackground: e.getenv("TERM") != "linux", ASCII: c.ASCII || !unicode(e.getenv), Mouse: c.Mouse,
		Guard: &screen.Guard{Dir: crashDir(e.getenv), Version: version(), Err: e.stderr, Now: e.now, Exit: e.exit},
	}
	for _, c := range r.Zones {
		o.Clocks = append(o.Clocks, pane.Clock{Name: c.Name.String(), Zone: c.Zone})
	}
	o.Guard.Go("tidy", func() { tidy(percent) })
	if err := ui.Run(ctx, o); err != nil {
		return &statusError{screen.ExitStatus(err), err}
	}
	return nil
}

// notice tells of what the dataset was warned about.
func notice(r records) string {
	if n := len(r.faults); n > 0 {
		return r.faults[0].Error()
	}
	return ""
}

// title is that of the window. GNU screen and tmux take it for the name of one of
// their own, which screen does not put back, and the console of Linux has none.
func title(getenv func(string) string) string {
	term := getenv("TERM")
	if term == "linux" || strings.HasPrefix(term, "screen") || strings.HasPrefix(term, "tmux") || getenv("TMUX") != "" || getenv("STY") != "" {
		return ""
	}
	return "bordertop"
}

// unicode tells whether the locale and the terminal speak UTF-8. A locale that
// says nothing, as in a bare container, is taken to.
func unicode(getenv func(string) string) bool {
	if getenv("TERM") == "linux" {
		return false
	}
	for _, key := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := strings.ToLower(getenv(key)); v != "" {
			return strings.Contains(v, "utf-8") || strings.Contains(v, "utf8")
		}
	}
	return true
}

// crashDir is where crash reports go: the state directory of the XDG base
// directory specification. It is empty where there is no home.
func crashDir(getenv func(string) string) string {
	if dir := getenv("XDG_STATE_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "bordertop")
	}
	if home := getenv("HOME"); filepath.IsAbs(home) {
		return filepath.Join(home, ".local", "state", "bordertop")
	}
	return ""
}
