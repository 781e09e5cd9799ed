package config

import (
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/alert"
	"bordertop/model/dataset"
	"bordertop/model/source"
)

// Check finds what more there is to say of valid settings, such as what would be
// hard to read; each fault has its key. Those that are no warnings are of single
// sources.
type Check func(Config) dataset.Faults

// Load reads settings from a file; what it does not set is as in Default. Data
// that it names relatively are looked for beside it. With an error nothing of it
// is used, and all but Data, which can be checked, is as in Default. Those of single
// sources are partial: for them these are off, or are none at all without an id.
func Load(path string, checks ...Check) (Config, dataset.Faults) {
	text, err := slurp(path)
	if err != nil {
		// It tells why.
		return bind(dataset.OpenDocument(path), "", filepath.Dir(path), checks)
	}
	return Parse(path, text, checks...)
}

// Parse is Load for what the file at a path holds.
func Parse(path, text string, checks ...Check) (Config, dataset.Faults) {
	return bind(dataset.ParseDocument(path, text), text, filepath.Dir(path), checks)
}

// Meant tells whether a text is one of settings, and not of records: it sets what
// only settings have. Both have sources.
func Meant(text string) bool {
	var c Config
	known := settings(&c)
	tree := dataset.ParseDocument("", text).Tree()
	for _, kind := range model.Kinds() {
		if _, ok := tree[string(kind)]; ok && kind != model.KindSource {
			return false
		}
	}
	for key := range tree {
		if _, ok := known[key]; ok && key != "schema" && key != string(model.KindSource) {
			return true
		}
	}
	return live(tree[string(model.KindSource)])
}

// slurp reads no more of a file than shows that it is too large.
func slurp(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("open the settings: %w", err)
	}
	defer f.Close() //nolint:errcheck // it was only read
	data, err := io.ReadAll(io.LimitReader(f, 5<<20))
	if err != nil {
		return "", fmt.Errorf("read the settings: %w", err)
	}
	return string(data), nil
}

func bind(d *dataset.Document, text, dir string, checks []Check) (Config, dataset.Faults) {
	c := Default()
	known := settings(&c)
	s := site{d: d, top: known}
	s.table(d.Tree(), known)
	told := map[string]bool{}
	for _, f := range d.Faults() {
		told[f.Key] = true
	}
	for _, f := range c.Validate() {
		// What could not be read is not missing as well.
		if !told[f.Key] {
			d.Fault(f.Problem, f.Remedy, strings.Split(f.Key, ".")...)
		}
	}
	c.lie(dir)
	if faults := partial(d.Faults()); faults.Err() != nil {
		only := Default()
		if !slices.ContainsFunc(faults, func(f dataset.Fault) bool { return f.Key == "data" }) {
			only.Data = c.Data
		}
		return only, placed(faults, text)
	}
	wrong := d.Faults()
	for _, check := range checks {
		for _, f := range check(c) {
			if f.Warning || !tellsOf(wrong, f.Key) {
				d.Report(f, strings.Split(f.Key, ".")...)
			}
		}
	}
	faults := partial(d.Faults())
	c.spare(faults)
	return c, placed(faults, text)
}

// lie looks for the files that settings in a folder name beside them.
func (c *Config) lie(dir string) {
	for i, path := range c.Data {
		c.Data[i] = beside(dir, path)
	}
	paths := []*string{&c.Map, &c.Journal}
	for i := range c.Sources {
		paths = append(paths, pathsOf(&c.Sources[i])...)
		program(dir, c.Sources[i].Argv)
	}
	for _, a := range c.Alerts {
		program(dir, a.Out.Command)
	}
	for _, path := range paths {
		if *path != "" {
			*path = beside(dir, *path)
		}
	}
}

// beside is where to look for a file that settings in a folder name.
func beside(dir, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}

// site is where a value stands in a file.
type site struct {
	d *dataset.Document
	// top are the settings that belong into no table.
	top  map[string]setting
	path []string
}

// settings tells where the values of all keys go.
func settings(c *Config) map[string]setting {
	own := map[string]setting{}
	for _, b := range budgets(&c.Budgets) {
		own[b.name] = lasting(b)
	}
	keys := map[string]setting{}
	for _, a := range Actions() {
		keys[string(a)] = listed("key", object{"type": "string", "minLength": 1},
			func() []string { return c.Keys.Of(a) }, func(list []string) { c.Keys[a] = list })
	}
	return map[string]setting{
		"schema": {take: site.schema, shape: shaped(object{"const": 1}), show: func() string { return "1" }},
		"data": listed("file", object{"type": "string", "minLength": 1},
			func() []string { return c.Data }, func(list []string) { c.Data = list }),
		"map":       textual(&c.Map),
		"journal":   textual(&c.Journal),
		"desk":      textual(&c.Desk),
		"shared":    switched(&c.Shared),
		"preset":    textual(&c.Preset),
		"theme":     chosen(&c.Theme, Themes()),
		"ascii":     switched(&c.ASCII),
		"mouse":     switched(&c.Mouse),
		"working":   chosen(&c.Working, wordsOf(c.Working)),
		"language":  chosen(&c.Language, append(wordsOf(c.Language), "")),
		"clipboard": chosen(&c.Clipboard, Clipboards()),
		"copied":    switched(&c.Copied),
		"links":     chosen(&c.Links, LinkWays()),
		"filter":    textual(&c.Filter),
		"pace":      lasting(budget{"pace", "1d", &c.Pace}),
		"pause":     numbered(&c.Pause, 0, worst),
		"clocks":    many(&c.Clocks, `a list such as [{ name = "Kyiv", zone = "Europe/Kyiv" }]`, mostClocks, Clock{}, clocked),
		"filters":   many(&c.Filters, "tables such as [[filters]]", mostFilters, SavedFilter{}, saved),
		"alert":     many(&c.Alerts, "tables such as [[alert]]", mostAlerts, alert.Rule{}, alerted),
		"source":    many(&c.Sources, "tables such as [[source]]", mostSources, source.Settings{}, sourced),
		"presets":   many(&c.Presets, "tables such as [[presets]]", mostPresets, Arrangement{}, arranged),
		"palette":   within(inks(c.Palette)),
		"wall":      within(across(&c.Wall)),
		"budgets":   within(own),
		"keys":      within(keys),
	}
}

// wordsOf lists the words of a closed list, as its type.
func wordsOf[W interface {
	~string
	Words() []string
}](none W) []W {
	var out []W
	for _, w := range none.Words() {
		out = append(out, W(w))
	}
	return out
}

// table gives the values of a table to their settings.
func (s site) table(t map[string]any, known map[string]setting) {
	names := slices.Sorted(maps.Keys(known))
	for _, key := range slices.Sorted(maps.Keys(t)) {
		at := site{s.d, s.top, append(slices.Clip(s.path), key)}
		if take, ok := known[key]; ok {
			take.take(at, t[key])
		} else if _, strayed := s.top[key]; strayed {
			at.fault("unknown key", "write it above the first [table]")
		} else {
			at.fault("unknown key", dataset.Meant(key, names))
		}
	}
}

func (s site) sub(v any, known map[string]setting) {
	if t, ok := v.(map[string]any); ok {
		s.table(t, known)
		return
	}
	s.wrong("a table such as ["+s.path[0]+"]", v)
}

func (s site) fault(problem, remedy string) { s.d.Fault(problem, remedy, s.path...) }

func (s site) wrong(want string, got any) { s.d.Wrong(want, got, s.path...) }

func (s site) schema(v any) {
	if v != int64(1) {
		s.fault("not a schema that this program reads", "write schema = 1, or use a newer program")
	}
}

func text[T ~string](s site, v any, to *T) {
	word, ok := v.(string)
	if !ok {
		s.wrong("a word in quotes", v)
		return
	}
	*to = T(word)
}

func (s site) yes(v any, to *bool) {
	yes, ok := v.(bool)
	if !ok {
		s.wrong("true or false", v)
		return
	}
	*to = yes
}

// list takes a list of text; a single text is a list of one.
func (s site) list(v any, what string) (list []string, ok bool) {
	items, ok := v.([]any)
	if !ok {
		items = []any{v}
	}
	list = make([]string, len(items))
	for i, item := range items {
		if list[i], ok = item.(string); !ok {
			s.wrong(fmt.Sprintf(`a list such as ["%s"]`, what), item)
			return nil, false
		}
	}
	return list, true
}

// span is a duration: weeks, days, hours, minutes and seconds, in that order. Four
// digits keep it far below what a time.Duration can hold.
var span = regexp.MustCompile(`^(?:(\d{1,4})w)?(?:(\d{1,4})d)?(?:(\d{1,4})h)?(?:(\d{1,4})m)?(?:(\d{1,4})s)?$`)

func (s site) duration(v any, b budget) {
	raw, _ := v.(string)
	d, ok := Duration(raw)
	if !ok {
		s.wrong(fmt.Sprintf("a duration such as %q", b.example), v)
		return
	}
	*b.budget = d
}

// Duration reads a duration as settings have it: weeks, days, hours, minutes and
// seconds such as "1w", "1d12h", "90m" or "15s". It is not ok where the text is none.
func Duration(text string) (d time.Duration, ok bool) {
	parts := span.FindStringSubmatch(text)
	if text == "" || parts == nil {
		return 0, false
	}
	for i, unit := range []time.Duration{7 * 24 * time.Hour, 24 * time.Hour, time.Hour, time.Minute, time.Second} {
		n, _ := strconv.Atoi(parts[i+1]) // Up to four digits, or none, which is 0.
		d += time.Duration(n) * unit
	}
	return d, true
}
