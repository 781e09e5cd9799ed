package dataset

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"bordertop/model"
	"bordertop/model/clean"
)

// encode is a value of a record as TOML; empty for what is not given.
func encode(v any, zone *time.Location) (string, error) {
	r := reflect.ValueOf(v)
	if !r.IsValid() || r.IsZero() {
		return "", nil
	}
	return encodeGiven(v, zone)
}

// encodeGiven is a value that is written even where it is empty.
func encodeGiven(v any, zone *time.Location) (string, error) {
	switch v := v.(type) {
	case model.Moment:
		return momentText(v, zone)
	case clean.Text:
		return quoted(v.String()), nil
	case clean.URL:
		return quoted(v.String()), nil
	case bool:
		return strconv.FormatBool(v), nil
	case int64:
		return strconv.FormatInt(v, 10), nil
	case float64:
		return number(v), nil
	case *int64:
		if v != nil {
			return strconv.FormatInt(*v, 10), nil
		}
	case *float64:
		if v != nil {
			return number(*v), nil
		}
	case *time.Duration:
		if v != nil {
			return quoted(span(*v)), nil
		}
	default:
		return encodeList(v, zone)
	}
	return "", errors.New("nothing can be written for it")
}

// encodeList is a value that holds others, or a word.
func encodeList(v any, zone *time.Location) (string, error) {
	switch v := v.(type) {
	case []model.Name:
		return inline(len(v), func(i int) (string, string) { return string(v[i].Lang), quoted(v[i].Text.String()) }), nil
	case []model.Figure:
		return inline(len(v), func(i int) (string, string) { return string(v[i].Name), strconv.FormatInt(v[i].Value, 10) }), nil
	case []model.Assignment:
		texts := make([]string, len(v))
		for i, set := range v {
			text, err := encodeGiven(set.Value, zone)
			if err != nil {
				return "", fmt.Errorf("%s: %w", set.Field, err)
			}
			texts[i] = text
		}
		return inline(len(v), func(i int) (string, string) { return v[i].Field, texts[i] }), nil
	case *model.Fee:
		return inlineOf(*v, zone)
	case model.Permit:
		return inlineOf(v, zone)
	}
	r := reflect.ValueOf(v)
	switch r.Kind() { //nolint:exhaustive // records have no other kinds
	case reflect.String:
		return quoted(r.String()), nil
	case reflect.Slice:
		items := make([]string, r.Len())
		for i := range items {
			text, err := encodeGiven(r.Index(i).Interface(), zone)
			if err != nil {
				return "", err
			}
			items[i] = text
		}
		return list(items), nil
	}
	return "", fmt.Errorf("a value of type %T cannot be written", v)
}

// inlineOf is a struct as an inline table. An amount of nothing is written, for a fee
// must have one.
func inlineOf(v any, zone *time.Location) (string, error) {
	r := reflect.ValueOf(v)
	var keys, texts []string
	for i := range r.NumField() {
		field := r.Field(i)
		if field.IsZero() && field.Kind() != reflect.Float64 {
			continue
		}
		text, err := encodeGiven(field.Interface(), zone)
		if err != nil {
			return "", err
		}
		keys, texts = append(keys, r.Type().Field(i).Tag.Get("toml")), append(texts, text)
	}
	return inline(len(keys), func(i int) (string, string) { return keys[i], texts[i] }), nil
}

func inline(n int, pair func(i int) (key, value string)) string {
	if n == 0 {
		return "{}"
	}
	pairs := make([]string, n)
	for i := range pairs {
		key, value := pair(i)
		pairs[i] = key + " = " + value
	}
	return "{ " + strings.Join(pairs, ", ") + " }"
}

// wideList is how long a list may be on one line, in bytes.
const wideList = 120

func list(items []string) string {
	if line := "[" + strings.Join(items, ", ") + "]"; len(line) <= wideList {
		return line
	}
	return "[\n  " + strings.Join(items, ",\n  ") + ",\n]"
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// span is a length of time without the zeros that say nothing.
func span(d time.Duration) string {
	s := d.String()
	if short, ok := strings.CutSuffix(s, "m0s"); ok {
		s = short + "m"
	}
	if short, ok := strings.CutSuffix(s, "h0m"); ok {
		s = short + "h"
	}
	return s
}

// longText is from which length on a text is written over several lines, of which
// a file may not have long ones.
const longText = 8 << 10

// quoted is a text as TOML has it on one line, or on several where it is long. What
// does not stand for itself in print is escaped.
func quoted(s string) string {
	var b strings.Builder
	long := len(s) > longText
	b.WriteString(`"`)
	if long {
		b.WriteString("\"\"\\\n")
	}
	line := 0
	for i, r := range s {
		// Space after a line's end would be lost.
		if long && b.Len()-line > longText && r != ' ' && utf8.RuneStart(s[i]) {
			b.WriteString("\\\n")
			line = b.Len()
		}
		b.WriteString(escaped(r))
	}
	if long {
		b.WriteString(`""`)
	}
	b.WriteString(`"`)
	return b.String()
}

func escaped(r rune) string {
	switch {
	case r == '"' || r == '\\':
		return `\` + string(r)
	case r == '\n':
		return `\n`
	case r == ' ' || unicode.IsPrint(r):
		return string(r)
	case r > 0xFFFF:
		return fmt.Sprintf(`\U%08X`, r)
	}
	return fmt.Sprintf(`\u%04X`, r)
}
