package generic_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/source"
	"bordertop/model/source/generic"
)

// page is a source.Web that always gives one page.
type page source.Page

func (p page) Get(context.Context, source.Request) (source.Page, error) { return source.Page(p), nil }

func now() time.Time { return time.Date(2026, 11, 23, 18, 0, 0, 0, time.UTC) }

func log(t *testing.T) model.Log {
	t.Helper()
	l, err := model.NewLog(
		model.DefaultRules(),
		&model.Crossing{
			Fact: model.Fact{ID: "medininkai"}, Name: clean.Line("Medininkai"), Counterpart: clean.Line("Каменный Лог"),
			Serves: []model.Class{model.Car, model.Truck},
		},
		&model.Crossing{Fact: model.Fact{ID: "salcininkai"}, Name: clean.Line("Šalčininkai"), Counterpart: clean.Line("Бенякони"), Serves: []model.Class{model.Truck}},
		&model.Crossing{Fact: model.Fact{ID: "stasylos"}, Name: clean.Line("Stasylos"), Counterpart: clean.Line("Бенякони"), Serves: []model.Class{model.RailFreight}},
		&model.Place{Fact: model.Fact{ID: "vno"}, Name: clean.Line("Vilnius airport")},
	)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func settings(rows string) source.Settings {
	return source.Settings{ID: "src", Kind: "generic", URL: "https://example.org/x", Title: clean.Line("Example"), Rows: rows}
}

func ask(t *testing.T, s source.Settings, p source.Page) (source.Reading, error) {
	t.Helper()
	a, faults := generic.Kind().New(s)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return a.Ask(t.Context(), source.Call{Now: now(), Web: page(p), Log: log(t)})
}

func TestRowsBecomeRecordsThatCiteTheirSource(t *testing.T) {
	t.Parallel()
	minsk, err := time.LoadLocation("Europe/Minsk")
	if err != nil {
		t.Fatal(err)
	}
	s := settings(`.q[] | {crossing: .[0], class: .[1], waiting: .[2], at: .[3], oldest: .[4]}`)
	s.Layouts, s.Zone, s.To = []string{"15:04:05 02.01.2006"}, minsk, "LT"
	s.Crossings = map[string]model.ID{"Kamenny  LOG": "medininkai", "brest": ""}
	got, err := ask(t, s, source.Page{Body: []byte(`{"q":[
		["kamenny log","truck",12,"20:50:00 23.11.2026","19:20:30 23.11.2026"],
		["Бенякони","truck",0,"20:40:00 23.11.2026",null],
		["brest","truck",1,null,null]]}`)})
	if err != nil {
		t.Fatal(err)
	}
	at := func(hour, minute int) time.Time { return time.Date(2026, 11, 23, hour, minute, 0, 0, minsk) }
	number := func(n int64) *int64 { return &n }
	want := source.Reading{
		Records: []model.Record{
			&model.Queue{
				Fact: model.Fact{Sources: []model.ID{"src"}}, Crossing: "medininkai", At: model.Exactly(at(20, 50)), To: "LT", Class: "truck",
				Waiting: number(12), Wait: new(89 * time.Minute), Method: clean.Line("estimate: since the first in the queue came"),
			},
			&model.Queue{
				Fact: model.Fact{Sources: []model.ID{"src"}}, Crossing: "salcininkai", At: model.Exactly(at(20, 40)), To: "LT", Class: "truck",
				Waiting: number(0),
			},
			&model.Source{Fact: model.Fact{ID: "src"}, Title: clean.Line("Example"), URL: address(t, "https://example.org/x")},
		},
		Of: at(20, 50).UTC(), Rows: 2,
	}
	for _, r := range got.Records {
		if r.Kind() == model.KindQueue {
			if !strings.HasPrefix(string(r.Head().ID), "src-") || !r.Head().ID.Valid() {
				t.Errorf("a queue is called %q", r.Head().ID)
			}
			r.Head().ID = ""
		}
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(clean.Text{}, clean.URL{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func address(t *testing.T, raw string) clean.URL {
	t.Helper()
	u, err := clean.ParseURL(raw)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func TestIncidentsNamePlacesAndCiteTheirLink(t *testing.T) {
	t.Parallel()
	got, err := ask(t, settings(`.[] | {record: "incident", id: .n, title: .t, at: .d, link: .u, publisher: "Daily", crossings: ["Medininkai", "Narva"], places: .p}`),
		source.Page{Body: []byte(`[{"n":"A 1/26","t":"Closed \u001b[2J","d":"2026-11-23T17:00:00Z","u":"https://example.com/a","p":"Vilnius airport"}]`)})
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Records) != 3 {
		t.Fatalf("%d records came: %v", len(got.Records), got)
	}
	i, _ := got.Records[0].(*model.Incident)
	cited, _ := got.Records[1].(*model.Source)
	want := &model.Incident{
		Fact: model.Fact{ID: source.ID("src", "A 1/26"), Sources: []model.ID{cited.ID}}, At: model.Exactly(time.Date(2026, 11, 23, 17, 0, 0, 0, time.UTC)),
		Title: clean.Line("Closed \x1b[2J"), Crossings: []model.ID{"medininkai"}, Places: []model.ID{"vno"},
	}
	if diff := cmp.Diff(want, i, cmp.AllowUnexported(clean.Text{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if cited.URL.String() != "https://example.com/a" || cited.Publisher.String() != "Daily" || cited.Origin.String() != "src" || cited.Published != i.At {
		t.Errorf("it cites %+v", cited)
	}
	if got.Flags&clean.Control == 0 || strings.ContainsRune(i.Title.String(), '\x1b') {
		t.Errorf("flags are %v, the title %q", got.Flags.Words(), i.Title)
	}
	if notes := told(got); !strings.Contains(notes, `crossings: nothing on the board is called "Narva"`) || !strings.Contains(notes, "title: odd text: control characters") {
		t.Errorf("noted %s", notes)
	}
	if !got.Of.Equal(time.Date(2026, 11, 23, 17, 0, 0, 0, time.UTC)) {
		t.Errorf("it is of %v", got.Of)
	}
}

func told(r source.Reading) string {
	var all []string
	for _, n := range r.Notes {
		all = append(all, n.String())
	}
	return strings.Join(all, "\n")
}

func TestASourceMayBringItsOwnCrossings(t *testing.T) {
	t.Parallel()
	got, err := ask(t, settings(`{record: "crossing", id: "LMC", name: "Lok Ma Chau", countries: ["HK", "CN"]}, {crossing: "lmc", note: "busy"}`), source.Page{Body: []byte(`1`)})
	if err != nil || got.Rows != 2 {
		t.Fatalf("%v, %v", got, err)
	}
	c, q := got.Records[0], got.Records[1]
	if queue, ok := q.(*model.Queue); !ok || queue.Crossing != c.Head().ID || c.Head().ID != source.ID("src", "LMC") {
		t.Errorf("%+v has %+v", c, q)
	}
}

func TestWhatASourceSaysIsOfItsOwnTimeOrTheServers(t *testing.T) {
	t.Parallel()
	const rows = `{crossing: "medininkai", waiting: .}`
	for name, tt := range map[string]struct{ modified, at, of time.Time }{
		"nothing says":                      {time.Time{}, now(), time.Time{}},
		"the server says":                   {now().Add(-time.Hour), now().Add(-time.Hour), now().Add(-time.Hour)},
		"the server is ahead of all clocks": {now().AddDate(100, 0, 0), now(), time.Time{}},
	} {
		got, err := ask(t, settings(rows), source.Page{Body: []byte(`1`), Modified: tt.modified})
		if err != nil || !got.Of.Equal(tt.of) || !got.Records[0].Own().First().Equal(tt.at) {
			t.Errorf("%s: of %v, the queue of %v: %v", name, got.Of, got.Records[0].Own().First(), err)
		}
	}
}

func TestTheSameAnswerGivesTheSameRecords(t *testing.T) {
	t.Parallel()
	s := settings(`.[] | {crossing: "medininkai", class: .c, waiting: .n, at: "2026-11-23T17:00:00Z"}`)
	p := source.Page{Body: []byte(`[{"c":"car","n":1},{"c":"truck","n":1},{"c":"truck","n":1}]`)}
	first, err := ask(t, s, p)
	if err != nil {
		t.Fatal(err)
	}
	second, err := ask(t, s, p)
	if diff := cmp.Diff(first, second, cmp.AllowUnexported(clean.Text{}, clean.URL{})); err != nil || diff != "" {
		t.Errorf("%v (-first +second):\n%s", err, diff)
	}
	if len(first.Records) != 3 || first.Records[0].Head().ID == first.Records[1].Head().ID {
		t.Errorf("two queues, one of them twice, are %v", first.Records)
	}
}

func TestRowsWithFaultsAreLeftOutAndTold(t *testing.T) {
	t.Parallel()
	const good = `{"crossing":"medininkai","waiting":1}`
	for name, tt := range map[string]struct{ row, want string }{
		"no object":              {`3`, "a row that is no object"},
		"an unknown kind":        {`{"record":"quue","crossing":"medininkai"}`, `record: no kind that a source may state: "quue"; did you mean "queue"?`},
		"an act":                 {`{"record":"measure","id":"x","kind":"closure","from":"2026-11-23"}`, `record: no kind that a source may state: "measure"; want one of place, crossing, report,`},
		"an amendment":           {`{"record":"amendment","of":["m"],"kind":"withdrawal"}`, `record: no kind that a source may state: "amendment"`},
		"an unknown crossing":    {`{"crossing":"Narva","waiting":1}`, `crossing: none on the board is called "Narva"`},
		"a name of several":      {`{"crossing":"Бенякони","waiting":1}`, `crossing: none on the board is called "Бенякони"`},
		"a crossing by a number": {`{"crossing":7,"waiting":1}`, `crossing: none on the board is called "7"`},
		"an unknown key":         {`{"crossing":"medininkai","waitin":1}`, `waitin: unknown key; did you mean "waiting"?`},
		"an unknown class":       {`{"crossing":"medininkai","class":"lorry"}`, `class: unknown word "lorry"`},
		"a text for a number":    {`{"crossing":"medininkai","waiting":"1"}`, `waiting: want a whole number`},
		"a time to come":         {`{"crossing":"medininkai","at":"2026-11-24T00:00:00Z"}`, `at: 2026-11-24 lies too far ahead`},
		"a time that is none":    {`{"crossing":"medininkai","at":"soon"}`, `at: `},
		"a wait in numbers":      {`{"crossing":"medininkai","wait":90}`, `wait: want a duration`},
		"an oldest to come":      {`{"crossing":"medininkai","oldest":"2026-11-24T00:00:00Z"}`, `oldest: later than the queue was seen`},
		"an oldest that is none": {`{"crossing":"medininkai","oldest":[1]}`, `oldest: want a time as layouts have it, got "[1]"`},
		"sources of its own":     {`{"crossing":"medininkai","sources":["bns"]}`, `sources: a row cites`},
		"an undated incident":    {`{"record":"incident","title":"x"}`, `at: missing; add at`},
		"a report of nothing":    {`{"record":"report","crossings":["Narva"],"state":"closed"}`, `crossings: missing`},
		"escape codes":           {`{"crossing":"\u001b]0;x\u0007\u202e"}`, `crossing: none on the board is called "�]0;x�"`},
	} {
		got, err := ask(t, settings(".[]"), source.Page{Body: []byte("[" + good + "," + tt.row + "]")})
		if notes := told(got); err != nil || got.Rows != 1 || got.Skipped != 1 || !strings.Contains(notes, tt.want) {
			t.Errorf("%s: %d and %d rows, %v, noted %q", name, got.Rows, got.Skipped, err, notes)
		}
	}
}

func TestAnAnswerThatIsNotAsExpectedIsAnError(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		expect, rows, body string
		want               source.Why
	}{
		"expect is false":           {`.id == 1`, `empty`, `{"id":2}`, source.Unexpected},
		"expect is null":            {`.id`, `empty`, `{}`, source.Unexpected},
		"expect gives nothing":      {`.[]`, `empty`, `[]`, source.Unexpected},
		"expect fails":              {`.id`, `empty`, `[]`, source.Unexpected},
		"one of several is false":   {`.[]`, `empty`, `[true,false]`, source.Unexpected},
		"the program fails":         {"", `.[]`, `1`, source.Unexpected},
		"the program halts":         {"", `halt_error`, `"x"`, source.Unexpected},
		"no row is understood":      {"", `.[]|{crossing:"medininkai",waiting:.}`, `["1","2"]`, source.Unexpected},
		"a page instead of JSON":    {"", `.`, `<!DOCTYPE html><html>Just a moment...`, source.Challenge},
		"JSON is cut off":           {"", `.`, `{"a":`, source.Malformed},
		"the program never ends":    {"", `last(range(infinite))`, `1`, source.Unexpected},
		"the program gives no end":  {"", `range(infinite)`, `1`, source.TooLarge},
		"the program calls itself":  {"", `def f: f; f`, `1`, source.Unexpected},
		"the program grows its own": {"", `[limit(100; repeat("x"*1000))] | until(false; .+.)`, `1`, source.Unexpected},
	} {
		s := settings(tt.rows)
		s.Expect = tt.expect
		got, err := ask(t, s, source.Page{Body: []byte(tt.body)})
		trouble, ok := errors.AsType[*source.TroubleError](err)
		if !ok || trouble.Why != tt.want || len(got.Records) > 0 {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}

func TestProgramsSeeNeitherTheClockNorTheMachine(t *testing.T) {
	t.Setenv("BORDERTOP_SECRET", "secret")
	got, err := ask(t, settings(`{crossing: "medininkai", note: ([now, $now, env, $ENV, (0|localtime|mktime), (0|strflocaltime("%H"))] | tojson)}`), source.Page{Body: []byte(`1`)})
	if err != nil {
		t.Fatal(err)
	}
	if note := got.Records[0].Head().Note.String(); note != `[1795456800,1795456800,{},{},0,"00"]` {
		t.Errorf("a program saw %s", note)
	}
}
