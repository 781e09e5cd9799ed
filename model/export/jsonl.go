package export

import (
	"encoding/json"
	"io"
	"time"
)

// header begins every document and every line for programs.
type header struct {
	Schema int       `json:"schema" doc:"the version of this form: it changes when a name goes or means something else, and not when one is added"`
	Board  string    `json:"board" doc:"what the board is of"`
	AsOf   time.Time `json:"as_of" doc:"the moment that is shown"`
	Known  time.Time `json:"known" doc:"the moment by which it was public"`
}

func (q quoter) header() header {
	return header{schema, q.o.Name, seconds(q.b.Valid, q.o.Zone), seconds(q.b.Known, q.o.Zone)}
}

// recordLine is a record with all that it takes to read it alone.
type recordLine struct {
	header
	Record  entry      `json:"record"`
	Sources []citation `json:"sources"`
}

// writeLines writes records as JSON Lines: each stands for itself.
func writeLines(w io.Writer, d dossier) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(true)
	for _, a := range d.records {
		if err := out.Encode(recordLine{d.header(), d.entry(a), all(d.cites(a.Record), cite)}); err != nil {
			return err
		}
	}
	return nil
}
