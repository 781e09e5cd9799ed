package dataset

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"bordertop/model"
)

// site is where a value stands: a path below a table, such as "set.until".
type site struct {
	f     *file
	b     *binder
	table *table
	path  string
}

func (s site) sub(key string) site {
	if s.path != "" {
		key = s.path + "." + key
	}
	s.path = key
	return s
}

func (s site) fault(problem, remedy string) { s.report(Fault{Problem: problem, Remedy: remedy}) }

func (s site) warn(problem, remedy string) {
	s.report(Fault{Problem: problem, Remedy: remedy, Warning: true})
}

// report looks for the place only when the fault will be told, because that
// takes time.
func (s site) report(f Fault) {
	if !s.f.room(f) {
		return
	}
	m := s.table.mark
	s.f.restore()
	if s.f.effort -= len(s.table.keys); s.f.effort > 0 {
		m = s.table.find(s.path)
	}
	f.Line, f.Column = int(m.line), int(m.column)
	f.Key = s.path
	if s.table.name != "" && s.path != s.table.name {
		f.Key = strings.TrimSuffix(s.table.name+"."+s.path, ".")
	}
	s.f.add(f)
}

// plan says where the value of each TOML key goes in a struct.
type plan map[string][]int

// binder binds the tables of one file. It keeps the plans that it has made, for
// making one looks through every field.
type binder struct {
	*file
	now time.Time
	// zone places times without an offset; nil refuses them. Times with one are
	// judged by the clocks.
	zone     *time.Location
	clocks   []*time.Location
	many     bool
	plans    map[reflect.Type]plan
	assigned map[string]reflect.Type
}

// binder is what binds a file of the dataset.
func (d *Dataset) binder(f *file, o Options) *binder {
	b := &binder{file: f, now: o.Now, zone: f.zone, plans: map[reflect.Type]plan{}, assigned: map[string]reflect.Type{}}
	if b.zone == nil {
		b.zone = d.Zone
	}
	for _, clock := range d.Zones {
		if clock.Zone != nil {
			b.clocks = append(b.clocks, clock.Zone)
		}
	}
	switch {
	case b.zone != nil:
		b.clocks = append(b.clocks, b.zone)
	case len(b.clocks) == 0 && o.Zone != nil:
		b.clocks = append(b.clocks, o.Zone)
	}
	return b
}

func (b *binder) plan(t reflect.Type) plan {
	p, ok := b.plans[t]
	if !ok {
		p = plan{}
		for _, field := range reflect.VisibleFields(t) {
			if name := field.Tag.Get("toml"); name != "" {
				p[name] = field.Index
			}
		}
		b.plans[t] = p
	}
	return p
}

// bind makes the records of a file, in the order of its tables.
func (b *binder) bind() {
	for i := range b.tables {
		t := &b.tables[i]
		r := model.Blank(t.kind())
		list, ok := b.tree[t.name].([]map[string]any)
		if r == nil || !ok || t.nth >= len(list) {
			continue
		}
		s, m := site{f: b.file, b: b, table: t}, list[t.nth]
		if b.owns(t.kind()) {
			m = ownTable(m)
		}
		s.fields(m, reflect.ValueOf(r).Elem())
		s.check(r, m)
		b.records = append(b.records, placed{r, b.file, t})
	}
}

// fields binds the keys of a table to the fields of a struct.
func (s site) fields(m map[string]any, dst reflect.Value) {
	p := s.b.plan(dst.Type())
	known := 0
	for key, v := range m {
		if index, ok := p[key]; ok {
			known++
			s.sub(key).value(v, dst.FieldByIndex(index))
		}
	}
	if known < len(m) {
		s.only(m, slices.Sorted(maps.Keys(p))...)
	}
}

// only warns of the keys of m that are not among those given, and refuses two
// that differ only by case, of which one would be lost unseen.
func (s site) only(m map[string]any, known ...string) {
	lower := map[string]string{}
	for _, key := range slices.Backward(slices.Sorted(maps.Keys(m))) { // Small letters first.
		folded := strings.ToLower(key)
		if other, ok := lower[folded]; ok {
			s.sub(key).fault("differs only by case from "+show(other), "keep one of them")
			continue
		}
		lower[folded] = key
		switch {
		case slices.Contains(known, key):
		case strings.Contains(folded, "embargo") || s.f.nearest(key, slices.Values(known)) == "embargo":
			// What leaves it unread would tell what must not be told.
			s.sub(key).fault("unknown key", `did you mean "embargo"?`)
		default:
			s.sub(key).warn("unknown key", s.f.meantKey(key, known))
		}
	}
}

// meantKey is the remedy for an unknown key; a list of all would be too long.
func (l *ledger) meantKey(key string, known []string) string {
	if near := l.nearest(key, slices.Values(known)); near != "" {
		return "did you mean " + show(near) + "?"
	}
	return "it is not read"
}
