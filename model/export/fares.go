package export

import (
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"time"

	"bordertop/model"
	"bordertop/model/source"
)

// Fares tells how live sources do, for programs. FaresSchema describes it, from the
// tags of these fields; what is not known is null.
type Fares struct {
	Schema  int       `json:"schema" doc:"the version of this form: it changes when a name goes or means something else, and not when one is added"`
	Now     time.Time `json:"now" doc:"the moment of which states and ages are"`
	Sources []Fare    `json:"sources" doc:"the live sources, in the order of the settings"`
}

// Fare tells how a live source does.
type Fare struct {
	ID       model.ID     `json:"id" doc:"the id of the source"`
	Kind     string       `json:"kind" doc:"the kind of source, as settings name it"`
	Title    string       `json:"title" doc:"what it is called; empty where the settings do not say"`
	State    source.State `json:"state" doc:"waiting, fresh, ageing, stale, failing or off"`
	AsOf     *time.Time   `json:"as_of" doc:"when what it told last was true"`
	Age      *int64       `json:"age_seconds" doc:"how old that is, in seconds"`
	Stale    int64        `json:"stale_seconds" doc:"the age from which it is stale, in seconds"`
	Asked    *time.Time   `json:"asked" doc:"when it was asked last"`
	Good     *time.Time   `json:"good" doc:"when it answered well last"`
	Next     *time.Time   `json:"next" doc:"when it is asked next by a board that is open"`
	Since    *time.Time   `json:"failing_since" doc:"since when it fails"`
	Failures int          `json:"failures" doc:"how often it has failed since then"`
	Why      source.Why   `json:"why" doc:"why it failed last: a word; empty while it does not fail"`
	Detail   string       `json:"detail" doc:"why it failed last, for people"`
	Rows     int          `json:"rows" doc:"how many facts were understood of its last good answer"`
	Skipped  int          `json:"skipped" doc:"how many were left out"`
	Cleaned  []string     `json:"cleaned" doc:"what was taken out of its texts"`
	Notes    []string     `json:"notes" doc:"what people should know of that answer"`
	Took     int64        `json:"took_ms" doc:"how long that answer took, in milliseconds"`
}

// FaresSchema describes what WriteFares writes, as a JSON Schema (draft 7).
func FaresSchema() map[string]any {
	s := described(reflect.TypeFor[Fares]())
	s["$schema"] = "http://json-schema.org/draft-07/schema#"
	s["title"] = "bordertop sources health --format json"
	s["description"] = "How live sources do; what is not known is null."
	return s
}

// WriteFares writes how live sources do at a moment.
func WriteFares(w io.Writer, feeds []source.Health, now time.Time) error {
	out := Fares{Schema: 1, Now: now.UTC(), Sources: []Fare{}}
	for _, h := range feeds {
		f := Fare{
			ID: h.ID, Kind: h.Kind, Title: h.Title.String(), State: h.State(now), Stale: int64(h.Stale / time.Second),
			Asked: instant(h.Asked), Good: instant(h.Good), Next: instant(h.Next), Since: instant(h.Since), Failures: h.Failures, Why: h.Why, Detail: h.Detail.String(),
			Rows: h.Rows, Skipped: h.Skipped, Cleaned: append([]string{}, h.Flags.Words()...), Notes: []string{}, Took: h.Took.Milliseconds(),
		}
		for _, note := range h.Notes {
			f.Notes = append(f.Notes, note.String())
		}
		if age, ok := h.Age(now); ok {
			seconds := int64(age / time.Second)
			f.Age, f.AsOf = &seconds, instant(h.Of)
			if f.AsOf == nil {
				f.AsOf = f.Good
			}
		}
		out.Sources = append(out.Sources, f)
	}
	text, err := json.MarshalIndent(out, "", "  ")
	if err != nil {
		return fmt.Errorf("write how sources do: %w", err)
	}
	_, err = w.Write(append(text, '\n'))
	return err //nolint:wrapcheck // it is the writer's own
}

// instant is a time for programs; nil where there is none.
func instant(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.UTC()
	return &t
}
