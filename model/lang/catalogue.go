package lang

import (
	"embed"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/language"

	"bordertop/model"
)

// English stands in the code, where the compiler holds it to what is said. Every
// other language is a catalogue that is laid over it.
//
//go:embed catalogue
var catalogues embed.FS

// Of gives the words of a language; what its catalogue does not say is in
// English. A catalogue is read each time: keep what Of gives.
func Of(l model.Lang) Words {
	w := English()
	raw, err := catalogues.ReadFile("catalogue/" + string(l) + ".toml")
	if err != nil {
		return w
	}
	// A fault in a catalogue is found by the tests; here it leaves the English.
	_ = w.lay(l, raw)
	return w
}

// lay puts a catalogue in the place of what it says, and tells of each key that
// there is no message for.
func (w Words) lay(l model.Lang, raw []byte) error {
	var tree map[string]any
	if err := toml.Unmarshal(raw, &tree); err != nil {
		return fmt.Errorf("catalogue %s: %w", l, err)
	}
	texts := make(map[string]string)
	flatten("", tree, texts)
	w.each(func(key, text string) string {
		if other, ok := texts[key]; ok {
			delete(texts, key)
			return other
		}
		return text
	})
	w.lang, w.tag = l, language.Make(string(l))
	if len(texts) > 0 {
		return fmt.Errorf("catalogue %s: unknown keys %s", l, strings.Join(slices.Sorted(maps.Keys(texts)), ", "))
	}
	return nil
}

// flatten names each value of a tree by the way to it: "page.was".
func flatten(at string, v any, into map[string]string) {
	switch v := v.(type) {
	case map[string]any:
		for k, v := range v {
			flatten(under(at, k), v, into)
		}
	case []any:
		for i, v := range v {
			flatten(under(at, strconv.Itoa(i)), v, into)
		}
	default:
		into[at] = fmt.Sprint(v)
	}
}

func under(at, key string) string {
	if at == "" {
		return key
	}
	return at + "." + key
}

// each goes through all messages by their keys in catalogues, and puts what put
// gives in the place of each.
func (w Words) each(put func(key, text string) string) {
	visit("", reflect.ValueOf(w.Messages).Elem(), put)
	for name, m := range w.terms() {
		visit(name, reflect.ValueOf(m), put)
	}
}

func visit(at string, v reflect.Value, put func(key, text string) string) {
	switch v.Kind() { //nolint:exhaustive // messages are made of nothing else
	case reflect.String:
		v.SetString(put(at, v.String()))
	case reflect.Array:
		for i := range v.Len() {
			visit(under(at, strconv.Itoa(i)), v.Index(i), put)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				visit(under(at, snake(f.Name)), v.Field(i), put)
			}
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			text := reflect.New(v.Type().Elem()).Elem()
			text.Set(v.MapIndex(k))
			visit(under(at, k.String()), text, put)
			v.SetMapIndex(k, text)
		}
	}
}

// snake writes the name of a field as datasets write theirs: "NoDate" is
// "no_date", "ID" is "id".
func snake(name string) string {
	var b strings.Builder
	before := 'A'
	for _, r := range name {
		if unicode.IsUpper(r) && !unicode.IsUpper(before) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
		before = r
	}
	return b.String()
}
