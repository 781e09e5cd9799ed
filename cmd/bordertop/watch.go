package main

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"strings"

	"bordertop/ui"
	"bordertop/ui/screen"
)

// watch opens the board, or prints it where there is no terminal to open it on.
func watch(ctx context.Context, e env, f flags) error {
	if err := f.checkColour(); err != nil {
		return err
	}
	if term := e.getenv("TERM"); !isTerminal(e.stdout) || term == "dumb" || term == "" || f.output != "" {
		return reply(ctx, e, &f, "text", status)
	}
	percent := hurry()
	guard := &screen.Guard{Dir: stateDir(e.getenv), Version: version(), Err: e.stderr, Now: e.now, Exit: e.exit}
	files := newLoader(e, &f, guard.Go)
	if err := files.open(); err != nil {
		return err
	}
	c, r := files.config, files.records
	borders, err := loadMap(e, c)
	if err != nil {
		return err
	}
	at, known, err := f.moments(e.now(), r.zone)
	if err != nil {
		return err
	}
	o := ui.Options{
		Log: r.log, Atlas: borders, Name: r.Title.String(), Now: e.now, At: at, Known: known, Play: f.play, Zone: r.zone, Config: fitted(e, c, r), Notice: notice(f, r),
		Title: title(e.getenv), Remote: remote(e.getenv),
		Links: screen.Hyperlinks(e.getenv), Notifier: screen.NotifierOf(e.getenv), Multiplexer: screen.MultiplexerOf(e.getenv),
		In: e.stdin, Out: e.stdout, Colours: f.colours(e), Background: background(e.getenv),
		AskBackground: e.getenv("TERM") != "linux",
		Guard:         guard, Reload: files.again, Append: appending(e), Drafts: draftsOf(e), Export: maker(e.getenv),
	}
	if !o.Remote {
		o.Clipboard = screen.NativeClipboard(e.getenv)
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var unsaved string
	o.Reader, o.Save, unsaved = remember(ctx, e, o.Config, r)
	o.Notice = cmp.Or(unsaved, o.Notice)
	o.Note, o.Copies = noting(ctx, e, r)
	listen(ctx, e, &o, r, files.changes(ctx, guard))
	o.Guard.Go("tidy", func() { tidy(percent) })
	err = ui.Run(ctx, o)
	switch status := screen.ExitStatus(err); {
	case err == nil:
		return nil
	case status == 1 && errors.Is(err, ui.ErrUnsaved): // and nothing else went wrong
		return &statusError{exitFault, err}
	default:
		return &statusError{status, err}
	}
}

// notice tells of what the settings or the dataset were warned about.
func notice(f flags, r records) string {
	if all := append(f.warned, r.faults...); len(all) > 0 {
		return all[0].Error()
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

// remote tells whether the reader sits at another machine.
func remote(getenv func(string) string) bool {
	return getenv("SSH_CONNECTION") != "" || getenv("SSH_TTY") != ""
}

// stateDir is where marks and crash reports go: the state directory of the XDG
// base directory specification. It is empty where there is no home.
func stateDir(getenv func(string) string) string {
	if dir := getenv("XDG_STATE_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "bordertop")
	}
	if home := getenv("HOME"); filepath.IsAbs(home) {
		return filepath.Join(home, ".local", "state", "bordertop")
	}
	return ""
}
