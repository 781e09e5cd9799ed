package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
)

// fieldFlags makes a flag for each field of a kind of record.
func fieldFlags(e env, f *flags, c *cobra.Command, k model.Kind, fields []string) {
	for _, field := range fields {
		c.Flags().String(flagOf(field), "", "`TEXT`: "+dataset.About(k, field))
		if words := dataset.Words(k, field); words != nil {
			complete(c, flagOf(field), choosing(words))
		}
		if field == "crossing" || field == "crossings" {
			complete(c, field, completing(e, f, func(q *question, _ string) []string { return idsOf(q.board.Crossings) }))
		}
	}
}

// typedFlags are the fields that the command line gives.
func typedFlags(c *cobra.Command, fields []string) []dataset.Typed {
	var typed []dataset.Typed
	for _, field := range fields {
		if flag := c.Flags().Lookup(flagOf(field)); flag.Changed {
			typed = append(typed, dataset.Typed{Field: field, Value: flag.Value.String()})
		}
	}
	return typed
}

// mostJSON is how much of standard input is read.
const mostJSON = 1 << 20

// fieldsFrom reads the fields of records from a JSON object or a list of them.
func fieldsFrom(in *os.File) ([][]dataset.Typed, error) {
	raw, err := io.ReadAll(io.LimitReader(in, mostJSON+1))
	if err != nil {
		return nil, fmt.Errorf("read standard input: %w", err)
	}
	if len(raw) > mostJSON {
		return nil, errors.New("standard input holds more than 1 MiB")
	}
	var list []map[string]any
	if strings.HasPrefix(strings.TrimSpace(string(raw)), "{") {
		raw = append(append([]byte{'['}, raw...), ']')
	}
	decoder := json.NewDecoder(strings.NewReader(string(raw)))
	decoder.UseNumber()
	if err := decoder.Decode(&list); err != nil {
		return nil, fmt.Errorf("standard input is no JSON object, nor a list of them: %w", err)
	}
	if decoder.More() || len(list) == 0 {
		return nil, errors.New("standard input is one JSON object, or one list of them")
	}
	var out [][]dataset.Typed
	for _, fields := range list {
		var typed []dataset.Typed
		for _, name := range slices.Sorted(maps.Keys(fields)) {
			value, err := typedJSON(fields[name])
			if err != nil {
				return nil, fmt.Errorf("%s: %w", clean.Line(name), err)
			}
			typed = append(typed, dataset.Typed{Field: name, Value: value})
		}
		out = append(out, typed)
	}
	return out, nil
}

// typedJSON is a JSON value as it would be typed.
func typedJSON(v any) (string, error) {
	switch v := v.(type) {
	case string:
		return v, nil
	case json.Number:
		return v.String(), nil
	case bool:
		return strconv.FormatBool(v), nil
	case []any:
		words := make([]string, len(v))
		for i, item := range v {
			text, ok := item.(string)
			if !ok || strings.Contains(text, ",") {
				return "", errors.New("want a list of texts without commas")
			}
			words[i] = text
		}
		return strings.Join(words, ","), nil
	}
	return "", errors.New("want a text, a number, true, false or a list of texts")
}
