package tree

import (
	"encoding/csv"
	"regexp"
	"strings"
	"unicode/utf8"

	"bordertop/model/source"
)

// CSV decodes lines of fields: a list of lists of texts without space at their
// ends, the head among them. A separator of one character takes quotes as RFC 4180
// has them; a longer one is looked for as it is. Empty lines are left out.
func CSV(body []byte, label, separator string) (any, error) {
	if err := Page(body); err != nil {
		return nil, err
	}
	text, err := decoded(body, label)
	if err != nil {
		return nil, err
	}
	rows, err := fields(text, separator)
	if err != nil {
		return nil, malformed(err)
	}
	b := newBudget()
	out := []any{}
	for _, row := range rows {
		list := make([]any, len(row))
		for i, field := range row {
			if err := b.spend(0, len(field)); err != nil {
				return nil, err
			}
			list[i] = strings.TrimSpace(field)
		}
		out = append(out, list)
	}
	return out, nil
}

func fields(text, separator string) ([][]string, error) {
	if r, size := utf8.DecodeRuneInString(separator); size == len(separator) {
		dec := csv.NewReader(strings.NewReader(text))
		dec.Comma, dec.FieldsPerRecord = r, -1
		return dec.ReadAll()
	}
	var rows [][]string
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			rows = append(rows, strings.Split(strings.TrimRight(line, "\r\n"), separator))
		}
	}
	return rows, nil
}

// Text finds a pattern in a text: a list with a map for each place where it
// matches, of its named groups; a group that took no part is nil.
func Text(body []byte, label string, pattern *regexp.Regexp) (any, error) {
	text, err := decoded(body, label)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(text) == "" {
		return nil, source.Troublef(source.Malformed, "nothing in it")
	}
	b := newBudget()
	out := []any{}
	for _, at := range pattern.FindAllStringSubmatchIndex(text, mostNodes) {
		row := map[string]any{}
		for i, name := range pattern.SubexpNames() {
			if from, to := at[2*i], at[2*i+1]; name != "" && from >= 0 {
				row[name] = text[from:to]
			} else if name != "" {
				row[name] = nil
			}
		}
		if err := b.spend(0, at[1]-at[0]); err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	return out, nil
}
