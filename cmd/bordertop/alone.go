package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"bordertop/model"
	"bordertop/model/alert"
	"bordertop/model/alert/send"
	"bordertop/model/clean"
	"bordertop/model/lang"
	"bordertop/ui"
)

func watchCommand(e env, f *flags) *cobra.Command {
	c := &cobra.Command{
		Use:   "watch",
		Short: "Open the board, or tell of alerts without one",
		Long: `Open the board, as bordertop itself does. With --no-ui nothing is shown: the files
and the live sources are followed, and a line is written for each alert of the
settings, which goes its other ways too, until a signal comes. With --once it looks
once, as cron would have it: what is new since the last look is told, and the first
look tells nothing.

json is a line of JSON for each, as commands and webhooks get it.`,
		GroupID: groupPanes,
		Args:    noCommand,
		Example: `  bordertop watch --no-ui
  bordertop watch --no-ui --format json >> alerts.jsonl
  */5 * * * * bordertop watch --no-ui --once`,
	}
	var a alone
	c.Flags().BoolVar(&a.on, "no-ui", false, "show nothing, and write a line for each alert")
	c.Flags().BoolVar(&a.once, "once", false, "look once, with --no-ui")
	c.Flags().StringVar(&a.format, "format", "text", "`FORMAT` of the lines: text or json")
	complete(c, "format", choosing([]string{"text", "json"}))
	c.RunE = func(c *cobra.Command, _ []string) error {
		a.e, a.f = e, f
		if !a.on {
			if a.once {
				return errors.New("--once shows no board: add --no-ui")
			}
			return watch(c.Context(), e, *f)
		}
		return a.watch(c.Context())
	}
	return c
}

// alone watches without a screen.
type alone struct {
	e        env
	f        *flags
	on, once bool
	format   string
}

func (a *alone) watch(ctx context.Context) error {
	at, known, err := a.f.moments(a.e.now(), time.UTC)
	switch {
	case err != nil:
		return err
	case !at.IsZero() || !known.IsZero():
		return errors.New("--no-ui watches the present: leave --as-of and --known out")
	case a.format != "text" && a.format != "json":
		return fmt.Errorf("--format: no format %s", unknownWord(a.format, []string{"text", "json"}))
	}
	start := func(_ string, fn func()) { go fn() }
	files := newLoader(a.e, a.f, nil)
	if err := files.open(); err != nil {
		return err
	}
	alerts := newAlerter(a.e, files.config, files.records, start)
	alerts.said, alerts.failed = a.said(alerts), a.failed
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	if a.once {
		return a.glance(ctx, files, alerts)
	}
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(signals)
	_, _ = fmt.Fprintf(a.e.stderr, "watching %s: a line follows for every alert; ctrl+c ends\n", files.board)
	go files.run(ctx, start, func(c ui.Change) {
		(&watcher{e: a.e}).report(c)
		alerts.see(c)
	})
	go alerts.run(ctx)
	select {
	case <-ctx.Done():
	case s := <-signals:
		if s == syscall.SIGTERM {
			return interrupted(exitTerminated)
		}
	}
	return interrupted(exitInterrupted)
}

// glance asks all sources once and looks once.
func (a *alone) glance(ctx context.Context, files *loader, alerts *alerter) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	if len(files.config.Sources) > 0 {
		log := files.records.log
		hub, _ := hubOf(a.e, files.config, func() model.Log { return log }, nil)
		snap := hub.Once(ctx)
		joined, err := snap.On(log)
		if err != nil {
			return fmt.Errorf("put together what sources told: %w", err)
		}
		alerts.shown.log, alerts.shown.feeds = joined, snap.Feeds
	}
	if ctx.Err() == nil {
		alerts.look(ctx)
		alerts.out.Wait()
	}
	if ctx.Err() != nil {
		return interrupted(exitInterrupted)
	}
	return nil
}

// said writes a line for an alert.
func (a *alone) said(of *alerter) func(alert.Alert) {
	return func(one alert.Alert) {
		of.mu.Lock()
		words, s := lang.Of(of.config.Language), of.shown
		of.mu.Unlock()
		line := words.Clock(one.At, s.zone) + ": " + one.Rule + ": " + one.Text
		if body, err := send.Body(one, s.name); err == nil && a.format == "json" {
			line = string(body)
		}
		if err := deliver(a.e, "", []byte(line+"\n")); err != nil {
			a.failed(err)
		}
	}
}

func (a *alone) failed(err error) { _, _ = fmt.Fprintln(a.e.stderr, "bordertop: "+clean.Err(err)) }
