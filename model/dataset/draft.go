package dataset

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
)

// Typed is the value of a field as somebody types it.
type Typed struct{ Field, Value string }

// Drafting is what a draft depends on.
type Drafting struct {
	Options

	// Zone places days and hours without an offset.
	Zone *time.Location
	// Moment reads a time as it is typed.
	Moment func(text string) (model.Moment, error)
}

// Draft makes a record of what somebody typed: lists with commas, figures as
// "flights=20", what has parts of its own as TOML. It goes through the same door as
// what files say, and what is a warning there is a fault here: who types can mend
// it. Each fault has the field for its key.
func Draft(k model.Kind, fields []Typed, d Drafting) (model.Record, Faults) {
	blank := model.Blank(k)
	if blank == nil {
		return nil, Faults{{Problem: "no kind of record is called " + show(string(k))}}
	}
	known := model.Fields(blank)
	var b strings.Builder
	var faults Faults
	b.WriteString("timezone = " + quoted(d.Zone.String()) + "\n[[" + string(k) + "]]\n")
	for _, f := range fields {
		i := slices.IndexFunc(known, func(one model.Field) bool { return one.Name == f.Field })
		if i < 0 {
			faults = append(faults, Fault{Key: f.Field, Problem: "no such field", Remedy: Meant(f.Field, FieldsOf(k))})
			continue
		}
		text, err := d.typed(known[i].Value.Type(), f.Value)
		if err != nil {
			faults = append(faults, Fault{Key: f.Field, Problem: clean.Err(err)})
			continue
		}
		b.WriteString(f.Field + " = " + text + "\n")
	}
	if len(faults) > 0 {
		return nil, faults
	}
	o := d.Options
	o.More = []Text{{Name: "", Content: b.String()}}
	read, faults := load(nil, o)
	for i := range faults {
		faults[i].Line, faults[i].Column, faults[i].Warning = 0, 0, false
		faults[i].Key = strings.TrimPrefix(faults[i].Key, string(k)+".")
	}
	switch {
	case len(faults) > 0:
		return nil, faults
	case len(read.Records) != 1 || read.Records[0].Kind() != k:
		return nil, Faults{{Problem: "what was typed is not one record"}}
	}
	if end := read.Records[0].Head().Embargo; !end.IsZero() && !end.Last().After(d.Now) {
		return nil, Faults{{Key: "embargo", Problem: "that is over already", Remedy: "write when it ends, such as 18:00 or tomorrow 9:00"}}
	}
	return read.Records[0], nil
}

// Set writes the new values of an amendment to records of a kind as they are typed
// into a draft of it.
func (d Drafting) Set(k model.Kind, fields []Typed) (Typed, Faults) {
	var items []string
	var faults Faults
	known := model.Fields(model.Blank(k))
	for _, f := range fields {
		i := slices.IndexFunc(known, func(one model.Field) bool { return one.Name == f.Field && f.Field != "id" })
		if i < 0 {
			faults = append(faults, Fault{Key: f.Field, Problem: "no such field of a " + string(k), Remedy: Meant(f.Field, FieldsOf(k))})
			continue
		}
		text, err := d.typed(known[i].Value.Type(), f.Value)
		if err != nil {
			faults = append(faults, Fault{Key: f.Field, Problem: clean.Err(err)})
			continue
		}
		items = append(items, f.Field+" = "+text)
	}
	return Typed{"set", "{ " + strings.Join(items, ", ") + " }"}, faults
}

// FieldsOf lists the fields of a kind of record, its own first.
func FieldsOf(k model.Kind) []string {
	var out []string
	for _, f := range ordered(model.Fields(model.Blank(k))) {
		out = append(out, f.Name)
	}
	return out
}

// AboutKind says what records of a kind state.
func AboutKind(k model.Kind) string { return kindAbout()[k] }

// About says what a field of a kind of record is for.
func About(k model.Kind, field string) string { return about(k, field) }

// Words lists what a field may say; nil where that is open.
func Words(k model.Kind, field string) []string {
	for _, f := range model.Fields(model.Blank(k)) {
		t := f.Value.Type()
		if t.Kind() == reflect.Slice {
			t = t.Elem()
		}
		if f.Name != field {
			continue
		}
		if w, ok := reflect.TypeAssert[model.Word](reflect.Zero(t)); ok {
			return w.Words()
		}
	}
	return nil
}

// figure is a number as TOML has it, and pair one with its name.
func figure() *regexp.Regexp { return regexp.MustCompile(`^[-+]?\d{1,18}(\.\d{1,9})?$`) }

// typed is what somebody typed as the TOML of a field of a type.
func (d Drafting) typed(t reflect.Type, value string) (string, error) {
	value = strings.TrimSpace(value)
	switch t {
	case reflect.TypeFor[model.Moment]():
		m, err := d.Moment(value)
		if err != nil {
			return "", err
		}
		return momentText(m, d.Zone)
	case reflect.TypeFor[[]model.Figure]():
		return figures(value)
	case reflect.TypeFor[[]model.Permit](), reflect.TypeFor[*model.Fee](), reflect.TypeFor[[]model.Name](), reflect.TypeFor[[]model.Assignment]():
		return asTOML(value)
	}
	switch t.Kind() { //nolint:exhaustive // all others are text
	case reflect.Bool, reflect.Int64, reflect.Float64, reflect.Pointer:
		if plain := strings.ReplaceAll(value, ",", ""); figure().MatchString(plain) {
			return strings.TrimPrefix(plain, "+"), nil
		}
		if t.Kind() == reflect.Bool && (value == "true" || value == "false") {
			return value, nil
		}
	case reflect.Slice:
		return listed(value), nil
	}
	return quoted(value), nil
}

// listed is a list with commas as one of TOML.
func listed(value string) string {
	var items []string
	for item := range strings.SplitSeq(value, ",") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, quoted(item))
		}
	}
	return "[" + strings.Join(items, ", ") + "]"
}

// figures are named numbers: "flights=20, passengers=3000".
func figures(value string) (string, error) {
	var items []string
	for item := range strings.SplitSeq(value, ",") {
		name, number, ok := strings.Cut(item, "=")
		name, number = strings.TrimSpace(name), strings.TrimSpace(number)
		if !ok || !model.ID(name).Valid() || !figure().MatchString(number) {
			return "", fmt.Errorf("want figures such as flights=20,passengers=3000, got %s", show(value))
		}
		items = append(items, quoted(name)+" = "+number)
	}
	return "{ " + strings.Join(items, ", ") + " }", nil
}

// asTOML is what was typed as TOML already, in one line.
func asTOML(value string) (string, error) {
	if strings.ContainsAny(value, "\n\r") || value == "" || value[0] != '[' && value[0] != '{' {
		return "", fmt.Errorf("want it as TOML in one line, such as { amount = 120, currency = \"EUR\" }, got %s", show(value))
	}
	return value, nil
}
