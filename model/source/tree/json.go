package tree

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"bordertop/model/clean"
	"bordertop/model/source"
)

// mostNotes bounds what is told of one answer.
const mostNotes = 8

// JSON decodes one JSON value. The notes tell of keys that an object has twice, or in
// other letters too, of which the last holds: what differs there may be meant to be seen by one
// reader and not by another.
func JSON(body []byte) (tree any, notes []clean.Text, err error) {
	if err := Page(body); err != nil {
		return nil, nil, err
	}
	dec := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(body, []byte("\xEF\xBB\xBF"))))
	dec.UseNumber()
	j := jsonReader{Decoder: dec, budget: newBudget()}
	v, err := j.value(1)
	if err != nil {
		return nil, nil, malformed(err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, nil, source.Troublef(source.Malformed, "more follows after its end")
	}
	return v, j.notes, nil
}

// malformed is what is wrong with a text of a format.
func malformed(err error) error {
	if _, ok := errors.AsType[*source.TroubleError](err); ok {
		return err
	}
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return source.Troublef(source.Malformed, "%w", err)
}

type jsonReader struct {
	*json.Decoder
	budget *budget
	notes  []clean.Text
}

func (j *jsonReader) value(level int) (any, error) {
	t, err := j.Token()
	if err != nil {
		return nil, err
	}
	text, _ := t.(string)
	if err := j.budget.spend(level, len(text)); err != nil {
		return nil, err
	}
	switch t {
	case json.Delim('{'):
		return j.object(level)
	case json.Delim('['):
		return j.array(level)
	}
	return t, nil
}

func (j *jsonReader) object(level int) (any, error) {
	out := map[string]any{}
	folded := map[string]bool{}
	for j.More() {
		t, err := j.Token()
		if err != nil {
			return nil, err
		}
		key, ok := t.(string)
		if !ok {
			return nil, fmt.Errorf("a key is no text but %v", t)
		}
		low := strings.ToLower(key)
		if folded[low] {
			j.note(clean.Line("the key " + key + " stands twice in one object: the last one holds"))
		}
		folded[low] = true
		if out[key], err = j.value(level + 1); err != nil {
			return nil, err
		}
	}
	_, err := j.Token()
	return out, err
}

func (j *jsonReader) array(level int) (any, error) {
	out := []any{}
	for j.More() {
		v, err := j.value(level + 1)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	_, err := j.Token()
	return out, err
}

func (j *jsonReader) note(t clean.Text) {
	if len(j.notes) < mostNotes && !slices.Contains(j.notes, t) {
		j.notes = append(j.notes, t)
	}
}
