package export

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"text/template"

	"bordertop/model"
)

// mostTemplate is how much a template may write.
const mostTemplate = 1 << 20

// Why a template is stopped.
var (
	errTemplateSize = errors.New("it writes more than 1 MiB")
	errTemplateTime = errors.New("it takes too long")
)

// Template writes one look at the board by a template of Go (text/template): the
// fields are those of Look. Besides what Go has, there are upper, lower, join and
// json. It ends with ctx, though the template may not: a template that never ends
// keeps a processor until the program does.
func Template(ctx context.Context, w io.Writer, text string, b model.Board, o Options) error {
	t, err := template.New("template").Option("missingkey=error").Funcs(template.FuncMap{
		"upper": strings.ToUpper, "lower": strings.ToLower, "join": joined,
		"json": func(v any) (string, error) {
			out, err := json.Marshal(v)
			return string(out), err
		},
	}).Parse(text)
	if err != nil {
		return fmt.Errorf("read the template: %w", err)
	}
	out := &bounded{ctx: ctx}
	done := make(chan error, 1)
	go func() { done <- t.Execute(out, LookAt(b, o)) }()
	select {
	case <-ctx.Done():
		return errTemplateTime
	case err := <-done:
		if err != nil {
			return fmt.Errorf("write by the template: %w", err)
		}
	}
	_, err = io.WriteString(w, out.text.String())
	return err
}

// joined puts a separator between the items of a list of text or ids.
func joined(separator string, list any) (string, error) {
	switch list := list.(type) {
	case []string:
		return strings.Join(list, separator), nil
	case []model.ID:
		return strings.Join(all(list, func(id model.ID) string { return string(id) }), separator), nil
	case []model.Country:
		return strings.Join(all(list, func(c model.Country) string { return string(c) }), separator), nil
	}
	return "", fmt.Errorf("join: want a list of text, got %T", list)
}

// bounded takes text until there is too much of it, or it is too late.
type bounded struct {
	ctx  context.Context //nolint:containedctx // a writer is given none
	text strings.Builder
}

func (b *bounded) Write(p []byte) (int, error) {
	switch {
	case b.ctx.Err() != nil:
		return 0, errTemplateTime
	case b.text.Len()+len(p) > mostTemplate:
		return 0, errTemplateSize
	}
	return b.text.Write(p)
}
