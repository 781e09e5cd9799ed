package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"time"

	"bordertop/config"
	"bordertop/model"
	"bordertop/model/alert"
	"bordertop/model/alert/send"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/source"
	"bordertop/model/source/web"
	"bordertop/ui/screen"
)

// post is an alert on its way to programs.
type post struct {
	e      env
	config config.Config
	shown  shown
	alert  alert.Alert
	out    alert.Out
	// desktop tells that no screen will tell the desktop.
	desktop bool
}

// commanding is for how long a program may read an alert.
const commanding = 30 * time.Second

// send goes all ways that the settings want. One that fails leaves the others.
func (p post) send(ctx context.Context) error {
	body, err := send.Body(p.alert, p.shown.name)
	if err != nil {
		return err
	}
	var errs []error
	if p.out.Desktop && p.desktop {
		errs = append(errs, p.run(ctx, "", send.Desktop(runtime.GOOS, "bordertop: "+p.alert.Rule, p.alert.Text)))
	}
	if len(p.out.Command) > 0 {
		errs = append(errs, p.run(ctx, string(body)+"\n", p.out.Command))
	}
	if p.out.Journal {
		errs = append(errs, p.enter(ctx))
	}
	if p.out.Webhook != "" {
		errs = append(errs, p.webhook(ctx, body))
	}
	return errors.Join(errs...)
}

func (p post) run(ctx context.Context, stdin string, argv []string) error {
	ctx, stop := context.WithTimeout(ctx, commanding)
	defer stop()
	return screen.RunCommand(ctx, stdin, argv...)
}

// webhook posts the alert. The desk named the address itself, so that it may be one of
// its own network; where it redirects to is guarded as for a source.
func (p post) webhook(ctx context.Context, body []byte) error {
	client := web.New(source.Settings{
		URL: p.out.Webhook, Getenv: p.e.getenv, Local: true, Plain: strings.HasPrefix(p.out.Webhook, "http:"),
	}, web.Options{Now: p.e.now})
	defer client.Close()
	secret := ""
	if p.out.Secret != "" {
		if secret = p.e.getenv(p.out.Secret); secret == "" {
			return fmt.Errorf("webhook: the environment has no %s to sign with", clean.Line(p.out.Secret))
		}
	}
	if err := send.Webhook(ctx, client, p.out.Webhook, secret, p.e.now, body); err != nil {
		return fmt.Errorf("webhook: %w", err)
	}
	return nil
}

// enter writes the alert into the journal.
func (p post) enter(ctx context.Context) error {
	at := model.Exactly(p.alert.At)
	i := &model.Incident{
		Fact: model.Fact{ID: source.ID("alert", p.alert.Key), Known: at, Note: clean.Line(p.alert.Rule)},
		At:   at, Category: alert.Category, Severity: 1, Title: clean.Line(p.alert.Text),
	}
	if p.shown.log.Holds(p.alert.ID) {
		i.About = []model.ID{p.alert.ID}
	}
	text, err := dataset.Entry(deskName(p.e, p.config), p.e.now(), p.shown.zone, i)
	if err != nil {
		return fmt.Errorf("journal: %w", err)
	}
	j, err := openJournal(p.e, p.config, preamble(p.shown.zone))
	if err != nil {
		return fmt.Errorf("journal: %w", err)
	}
	if _, err := j.Append(ctx, text); err != nil {
		return fmt.Errorf("journal: %w", err)
	}
	return nil
}
