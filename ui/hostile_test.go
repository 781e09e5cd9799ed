package ui_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/export"
	"bordertop/model/lang"
	"bordertop/ui"
	"bordertop/ui/pane"
	"bordertop/ui/uitest"
)

// corpus gives the hostile strings by their ids.
func corpus(tb testing.TB) map[string]string {
	tb.Helper()
	file, err := os.ReadFile("../model/clean/testdata/strings.jsonl")
	if err != nil {
		tb.Fatal(err)
	}
	all := map[string]string{}
	for line := range bytes.Lines(file) {
		var s struct{ ID, Class, B64 string }
		if err := json.Unmarshal(line, &s); err != nil {
			tb.Fatal(err)
		}
		raw, err := base64.StdEncoding.DecodeString(s.B64)
		if err != nil {
			tb.Fatal(err)
		}
		all[s.ID+" "+s.Class] = string(raw)
	}
	if len(all) != 161 {
		tb.Fatalf("the corpus has %d strings, want 161", len(all))
	}
	return all
}

// quoted writes a TOML string. Bytes that are no text stay as they are.
func quoted(raw string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRuneInString(raw[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			b.WriteByte(raw[i])
		case r < ' ' || r == '"' || r == '\\' || r >= 0x7f:
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			b.WriteRune(r)
		}
		i += n
	}
	b.WriteByte('"')
	return b.String()
}

var tableHeader = regexp.MustCompile(`(?m)^\[\[(\w+)\]\]\n`)

// filled is a dataset with a record of each kind, in which a text stands
// wherever one may.
func filled(tb testing.TB, raw string) string {
	tb.Helper()
	skeleton, err := os.ReadFile("testdata/skeleton.toml")
	if err != nil {
		tb.Fatal(err)
	}
	text := quoted(raw)
	body := tableHeader.ReplaceAllStringFunc(string(skeleton), func(header string) string {
		var b strings.Builder
		b.WriteString(header)
		kind := model.Kind(tableHeader.FindStringSubmatch(header)[1])
		for _, f := range model.Fields(model.Blank(kind)) {
			if f.Value.Type() == reflect.TypeFor[clean.Text]() {
				b.WriteString(f.Name + " = @\n")
			}
			if f.Name == "sources" && kind != model.KindSource {
				b.WriteString("sources = [\"s\"]\n")
			}
		}
		return b.String()
	})
	head := "schema = 1\ntitle = @\ntimezone = \"Europe/Vilnius\"\n" +
		"zones = [{ name = @, zone = \"Europe/Vilnius\" }, { name = @, zone = \"Europe/Minsk\" }]\n"
	return strings.ReplaceAll(head+body, "@", text)
}

// garbled is a dataset in which a text stands for every key, table, id, word,
// number and time.
func garbled(raw string) string {
	text := quoted(raw)
	var b strings.Builder
	fmt.Fprintf(&b, "schema = %s\ntimezone = %s\nzones = %s\n%s = 1\n", text, text, text, text)
	for _, k := range model.Kinds() {
		fmt.Fprintf(&b, "[[%s]]\n%s = 1\n", k, text)
		for _, f := range model.Fields(model.Blank(k)) {
			if f.Value.Type() != reflect.TypeFor[clean.Text]() {
				fmt.Fprintf(&b, "%s = %s\n", f.Name, text)
			}
		}
	}
	fmt.Fprintf(&b, "[[%s]]\nid = 1\n", text)
	return b.String()
}

func readText(name, text string) (dataset.Dataset, dataset.Faults) {
	return dataset.Read(fstest.MapFS{"f": {Data: []byte(text)}}, []string{name}, dataset.Options{Now: today()})
}

// ours are the sequences that a frame may hold: SGR.
var ours = regexp.MustCompile(`\x1b\[[0-9;:]*m`)

// obeys fails where anything but text, spaces, line feeds and our own SGR is
// written.
func obeys(tb testing.TB, where, out string) {
	tb.Helper()
	rest := ours.ReplaceAllString(out, "")
	if !utf8.ValidString(rest) {
		tb.Errorf("%s is not UTF-8: %q", where, rest)
	}
	for _, r := range rest {
		if ' ' <= r && r <= '~' || r == '\n' {
			continue
		}
		if !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S) || unicode.Is(unicode.Variation_Selector, r) {
			tb.Fatalf("%s holds %U: %q", where, r, rest)
		}
	}
}

// written puts a text into every text of a record: many lines of it where the
// text that stands there shows that there may be many.
func written(v reflect.Value, raw string) {
	if old, ok := reflect.TypeAssert[clean.Text](v); ok {
		text := clean.Line(raw)
		if strings.Contains(old.String(), "\n") {
			text = clean.Body(raw)
		}
		v.Set(reflect.ValueOf(text))
		return
	}
	switch v.Kind() { //nolint:exhaustive // what holds others
	case reflect.Pointer:
		if !v.IsNil() {
			written(v.Elem(), raw)
		}
	case reflect.Slice:
		for i := range v.Len() {
			written(v.Index(i), raw)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				written(v.Field(i), raw)
			}
		}
	}
}

// hostile is a dataset with the text in it. What no file can hold is put where a
// file would have put it.
func hostile(tb testing.TB, raw string) dataset.Dataset {
	tb.Helper()
	d, faults := readText("f", filled(tb, raw))
	obeys(tb, "the faults", faults.Error())
	if faults.Err() == nil {
		return d
	}
	text := clean.Line(raw)
	if utf8.ValidString(raw) && len(raw) < 8<<10 && !text.Empty() {
		tb.Fatalf("refused: %v", faults.Err())
	}
	if d, faults = readText("f", filled(tb, "x\ny")); faults.Err() != nil {
		tb.Fatal(faults)
	}
	for _, r := range d.Records {
		written(reflect.ValueOf(r), raw)
	}
	d.Title, d.Zones[0].Name, d.Zones[1].Name = text, text, text
	return d
}

func TestHostileTextStaysInItsPlace(t *testing.T) {
	t.Parallel()
	for name, raw := range corpus(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := hostile(t, raw)
			log, err := model.NewLog(model.DefaultRules(), d.Records...)
			if err != nil {
				t.Fatal(err)
			}
			o := ui.Options{
				Log: log, Name: d.Title.String(), Now: today, Zone: d.Zone, Colours: ui.TrueColour,
				Notice: clean.Line(raw).String(),
			}
			for _, c := range d.Zones {
				o.Clocks = append(o.Clocks, pane.Clock{Name: c.Name.String(), Zone: c.Zone})
			}
			for _, size := range []uitest.Size{{Width: 20, Height: 5}, {Width: 80, Height: 24}, {Width: 200, Height: 60}} {
				tour(t, open(o, size.Width, size.Height), size)
			}
			printed(t, d, log)
		})
	}
}

// printed judges the plain status.
func printed(tb testing.TB, d dataset.Dataset, log model.Log) {
	tb.Helper()
	o := export.Options{Name: d.Title.String(), Words: lang.English(), Zone: d.Zone, Width: 80}
	for _, c := range d.Zones {
		o.Clocks = append(o.Clocks, export.Clock{Name: c.Name.String(), Zone: c.Zone})
	}
	var out strings.Builder
	if err := export.Status(&out, log.At(today(), today()), o); err != nil {
		tb.Fatal(err)
	}
	obeys(tb, "the status", out.String())
	for line := range strings.Lines(out.String()) {
		if w := ansi.StringWidth(strings.TrimSuffix(line, "\n")); w > o.Width {
			tb.Errorf("%d cells in the status: %q", w, line)
		}
	}
}

// tour draws with every pane focused, and with every record of it opened.
func tour(tb testing.TB, a *ui.App, size uitest.Size) {
	tb.Helper()
	look := func(where string) string {
		frame := a.View()
		obeys(tb, where, frame)
		if err := uitest.Fills(frame, size.Width, size.Height); err != nil {
			tb.Fatalf("%dx%d, %s: %v", size.Width, size.Height, where, err)
		}
		return frame
	}
	for _, p := range []string{"1", "2", "3", "4", "5", "7"} {
		press(a, p, "g")
		last := look("pane " + p)
		for range 8 {
			if size.Width < 100 { // or else the detail stands beside it
				press(a, tea.KeyEnter)
				look("what pane " + p + " opens")
				press(a, tea.KeyEsc)
			}
			press(a, "j")
			frame := look("pane " + p)
			if frame == last {
				break
			}
			last = frame
		}
	}
	press(a, "1", tea.KeyEnter, "z", "G")
	look("the end of the detail")
}

func TestHostileFilesAreToldOfInPlainText(t *testing.T) {
	t.Parallel()
	for name, raw := range corpus(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, faults := readText("f", garbled(raw[:min(len(raw), 8<<10)]))
			_, missing := readText(raw, "")
			_, absent := dataset.Open([]string{raw}, dataset.Options{})
			if faults.Err() == nil || missing.Err() == nil || absent.Err() == nil {
				t.Errorf("accepted: %v %v %v", faults, missing, absent)
			}
			for _, f := range append(append(faults, missing...), absent...) {
				obeys(t, "a fault", f.Error())
				if strings.Contains(f.Error(), "\n") || ansi.StringWidth(f.Error()) > 600 {
					t.Errorf("too long for a line: %q", f.Error())
				}
			}
		})
	}
}
