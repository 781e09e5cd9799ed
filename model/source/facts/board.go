package facts

import (
	"context"
	"path"
	"time"

	"bordertop/model/source"
	"bordertop/model/source/rows"
)

// HTTP is the kind of source that is the published board of another desk: what
// `bordertop dataset` writes, or lines of JSON, at an address.
func HTTP() source.Kind {
	return source.Kind{
		Name: "http", Keys: keys("url", "headers", "ca", "plain", "local", "hosts"),
		Floor: 30 * time.Second, Every: 5 * time.Minute, Stale: 24 * time.Hour,
		New: func(s source.Settings) (source.Asker, []source.Fault) {
			faults := rows.Check(s)
			if s.URL == "" {
				faults = append(faults, source.Fault{Key: "url", Problem: "missing", Remedy: `add url = "https://…"`})
			}
			if len(faults) > 0 {
				return nil, faults
			}
			return &board{s}, nil
		},
	}
}

type board struct{ settings source.Settings }

// Ask fetches the records.
func (b *board) Ask(ctx context.Context, c source.Call) (source.Reading, error) {
	page, err := c.Web.Get(ctx, source.Request{URL: b.settings.URL, Limit: mostBytes})
	if err != nil {
		return source.Reading{}, err //nolint:wrapcheck // a *source.TroubleError says all
	}
	out, err := read([]document{{path.Base(page.URL), string(page.Body)}}, b.settings, c)
	if err == nil && out.Of.IsZero() && !page.Modified.After(c.Now) {
		out.Of = page.Modified
	}
	return out, err
}
