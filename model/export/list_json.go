package export

import (
	"bufio"
	"encoding/json"
)

// writeItems writes a list as a document of JSON.
func (l *lister) writeItems(w *bufio.Writer, made list) error {
	look := l.fresh()
	text, err := l.object(look, made.key, all(made.items, func(i listItem) any { return i(look) }))
	if err != nil {
		return err
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(true)
	out.SetIndent("", "  ")
	return out.Encode(json.RawMessage(text))
}

// writeItemLines writes a list as JSON Lines: each item with all that it takes to
// read it alone.
func (l *lister) writeItemLines(w *bufio.Writer, made list) error {
	for _, i := range made.items {
		look := l.fresh()
		text, err := l.object(look, made.one, i(look))
		if err != nil {
			return err
		}
		_, _ = w.Write(append(text, '\n'))
	}
	return nil
}

// fresh is a looker that has named no sources yet.
func (l *lister) fresh() *looker { return &looker{text: text{b: l.b, o: l.o}} }

// object is an object of JSON with the head of all documents, what it is of, and the
// sources that are named in that.
func (l *lister) object(look *looker, key string, of any) ([]byte, error) {
	parts := []struct {
		key string
		of  any
	}{{"", l.header()}, {key, of}, {"sources", all(look.cited, look.source)}}
	if key == "sources" || key == "source" {
		parts = parts[:2]
	}
	var out []byte
	for _, p := range parts {
		text, err := json.Marshal(p.of)
		if err != nil {
			return nil, err
		}
		if p.key == "" {
			out = text[:len(text)-1]
			continue
		}
		out = append(out, `,"`+p.key+`":`...)
		out = append(out, text...)
	}
	return append(out, '}'), nil
}
