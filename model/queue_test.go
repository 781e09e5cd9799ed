package model_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
)

// noon is the moment of these tests.
func noon() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) }

// reading is one of trucks that wait at m for LT, some minutes before noon.
func reading(source model.ID, minutes int, waiting int64) *model.Queue {
	at := noon().Add(-time.Duration(minutes) * time.Minute)
	return &model.Queue{
		Fact: model.Fact{ID: model.ID(fmt.Sprintf("%s-%d", source, minutes)), Sources: []model.ID{source}}, Crossing: "m", To: "LT", Class: model.Truck,
		At: model.Exactly(at), Waiting: &waiting,
	}
}

func board(tb testing.TB, valid, known time.Time, records ...model.Record) model.Board {
	tb.Helper()
	log, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		tb.Fatal(err)
	}
	return log.At(valid, known)
}

// queuesOf tells the queues of a board in short.
func queuesOf(b model.Board) string {
	var out []string
	for _, s := range b.Queues {
		text := string(s.Queue.ID)
		if s.Queue.Waiting != nil {
			text += fmt.Sprintf("=%d", *s.Queue.Waiting)
		}
		if s.Beside {
			text = "(" + text + ")"
		}
		out = append(out, text+[]string{"", "!", "!!"}[s.Fresh]+[]string{"", "+", "~", "-"}[s.Trend])
	}
	return strings.Join(out, " ")
}

func TestTheNewestReadingOfEachSourceStands(t *testing.T) {
	t.Parallel()
	late := reading("late", 50, 9)
	late.Known = model.Exactly(noon().Add(time.Hour))
	car := reading("a", 5, 3)
	car.ID, car.Class = "a-car", model.Car
	out := reading("a", 5, 4)
	out.ID, out.To = "a-out", "BY"
	for name, tt := range map[string]struct {
		records      []model.Record
		valid, known time.Duration
		want         string
	}{
		"the newest":                       {[]model.Record{reading("a", 30, 1), reading("a", 10, 2), reading("a", 20, 3)}, 0, 0, "a-10=2"},
		"what was then":                    {[]model.Record{reading("a", 30, 1), reading("a", 10, 2), reading("a", 20, 3)}, -15 * time.Minute, 0, "a-20=3"},
		"what was known then":              {[]model.Record{reading("a", 30, 1), reading("a", 10, 2), reading("a", 20, 3)}, 0, -25 * time.Minute, "a-30=1"},
		"nothing before the first":         {[]model.Record{reading("a", 30, 1)}, -time.Hour, 0, ""},
		"each class and way":               {[]model.Record{reading("a", 5, 1), car, out}, 0, 0, "a-out=4 a-car=3 a-5=1"},
		"what another says beside":         {[]model.Record{reading("a", 20, 1), reading("b", 10, 7)}, 0, 0, "b-10=7 (a-20=1)"},
		"of the same moment by id":         {[]model.Record{reading("b", 10, 1), reading("a", 10, 7)}, 0, 0, "a-10=7 (b-10=1)"},
		"but not of days before":           {[]model.Record{reading("a", 5, 1), reading("b", 25*60, 7)}, 0, 0, "a-5=1"},
		"which stands alone, however old":  {[]model.Record{reading("b", 25*60, 7)}, 0, 0, "b-1500=7!!"},
		"what became known late":           {[]model.Record{reading("late", 70, 1), late}, 0, 0, "late-70=1!!"},
		"and is known by then":             {[]model.Record{reading("late", 70, 1), late}, 0, time.Hour, "late-50=9!"},
		"it ages by its budget":            {[]model.Record{reading("a", 40, 1)}, 0, 0, "a-40=1!"},
		"and is stale after an hour":       {[]model.Record{reading("a", 61, 1)}, 0, 0, "a-61=1!!"},
		"one without a number stands too":  {[]model.Record{&model.Queue{Fact: model.Fact{ID: "q"}, Crossing: "m", At: model.Exactly(noon())}}, 0, 0, "q"},
		"nobody knows tomorrow's readings": {[]model.Record{reading("a", -60, 1)}, 0, time.Hour, ""},
	} {
		if got := queuesOf(board(t, noon().Add(tt.valid), noon().Add(tt.known), tt.records...)); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
}

func TestAmendmentsOfReadingsHold(t *testing.T) {
	t.Parallel()
	amend := func(of model.ID, kind model.AmendmentKind, set ...model.Assignment) *model.Amendment {
		return &model.Amendment{Fact: model.Fact{ID: "x", Known: model.Exactly(noon().Add(-time.Minute))}, Of: []model.ID{of}, Type: kind, Set: set}
	}
	both := []model.Record{reading("a", 30, 1), reading("a", 10, 2)}
	for name, tt := range map[string]struct {
		by   *model.Amendment
		want string
	}{
		"a withdrawn one gives way to that before": {amend("a-10", model.Withdrawal), "a-30=1"},
		"a corrected one has its right number":     {amend("a-10", model.Correction, model.Assignment{Field: "waiting", Value: new(int64(200))}), "a-10=200"},
		"it may be of another crossing":            {amend("a-10", model.Correction, model.Assignment{Field: "crossing", Value: model.ID("s")}), "a-30=1 a-10=2"},
		"or of another time":                       {amend("a-30", model.Correction, model.Assignment{Field: "at", Value: model.Exactly(noon().Add(-5 * time.Minute))}), "a-30=1"},
		"a dispute wins nothing":                   {amend("a-10", model.Dispute, model.Assignment{Field: "waiting", Value: new(int64(7))}), "a-10=2"},
	} {
		if got := queuesOf(board(t, noon(), noon(), append(both, tt.by)...)); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
		if got := queuesOf(board(t, noon(), noon().Add(-2*time.Minute), append(both, tt.by)...)); got != "a-10=2" {
			t.Errorf("%s, before that was known: %s", name, got)
		}
	}
}

func TestATrendNeedsReadingsOfTheHourBefore(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		records []model.Record
		want    model.Trend
	}{
		"none before":                   {[]model.Record{reading("a", 0, 100)}, model.Trendless},
		"only just before":              {[]model.Record{reading("a", 0, 100), reading("a", 30, 50)}, model.Trendless},
		"only long before":              {[]model.Record{reading("a", 0, 100), reading("a", 200, 50)}, model.Trendless},
		"of another source":             {[]model.Record{reading("b", 0, 100), reading("a", 90, 50)}, model.Trendless},
		"more":                          {[]model.Record{reading("a", 0, 100), reading("a", 90, 50)}, model.Rising},
		"fewer":                         {[]model.Record{reading("a", 0, 100), reading("a", 120, 150)}, model.Falling},
		"about as many":                 {[]model.Record{reading("a", 0, 100), reading("a", 90, 95)}, model.Steady},
		"a few are nothing":             {[]model.Record{reading("a", 0, 3), reading("a", 90, 0)}, model.Steady},
		"four are something":            {[]model.Record{reading("a", 0, 4), reading("a", 90, 0)}, model.Rising},
		"by the mean of what was then":  {[]model.Record{reading("a", 0, 100), reading("a", 60, 200), reading("a", 90, 0), reading("a", 120, 100)}, model.Steady},
		"the two-hourly see their last": {[]model.Record{reading("a", 0, 100), reading("a", 130, 50)}, model.Rising},
	} {
		b := board(t, noon(), noon(), tt.records...)
		if got := b.Queues[0].Trend; got != tt.want {
			t.Errorf("%s: %d, want %d", name, got, tt.want)
		}
	}
	now, before := reading("a", 0, 0), reading("a", 90, 0)
	now.Waiting, now.Wait, before.Waiting, before.Wait = nil, new(10*time.Minute), nil, new(time.Hour)
	if got := board(t, noon(), noon(), now, before).Queues[0].Trend; got != model.Falling {
		t.Errorf("waits fall: %d", got)
	}
	before.Wait, before.Waiting = nil, new(int64(5))
	if got := board(t, noon(), noon(), now, before).Queues[0].Trend; got != model.Trendless {
		t.Errorf("waits and numbers do not compare: %d", got)
	}
}

func TestReadingsOfADay(t *testing.T) {
	t.Parallel()
	late := reading("a", 45, 5)
	late.Known = model.Exactly(noon().Add(time.Hour))
	wrong := reading("a", 50, 99)
	records := []model.Record{
		reading("a", 60, 1), reading("a", 30, 2), reading("a", 0, 3), reading("b", 40, 4), late, wrong, reading("a", -10, 6),
		&model.Amendment{Fact: model.Fact{ID: "x", Known: model.Exactly(noon())}, Of: []model.ID{wrong.ID}, Type: model.Withdrawal},
	}
	line := model.Line{Crossing: "m", To: "LT", Class: model.Truck}
	for name, tt := range map[string]struct {
		known  time.Duration
		source model.ID
		from   int
		want   string
	}{
		"of one source":        {0, "a", 60, "a-60 a-30 a-0"},
		"of all":               {0, "", 60, "a-60 b-40 a-30 a-0"},
		"of a stretch":         {0, "a", 59, "a-30 a-0"},
		"as known later":       {time.Hour, "a", 60, "a-60 a-45 a-30 a-0"},
		"before the amendment": {-20 * time.Minute, "a", 60, "a-60 a-50 a-30"},
	} {
		var got []string
		for _, q := range board(t, noon(), noon().Add(tt.known), records...).Readings(line, tt.source, noon().Add(-time.Duration(tt.from)*time.Minute), noon().Add(time.Hour)) {
			got = append(got, string(q.ID))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %s, want %s", name, s, tt.want)
		}
	}
}

// TestQueuesAreWhatASlowFoldSays compares boards with a fold that looks at every
// reading.
func TestQueuesAreWhatASlowFoldSays(t *testing.T) {
	t.Parallel()
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 3))
		records := randomReadings(r, 40)
		valid, known := noon().Add(time.Duration(r.IntN(300)-200)*time.Minute), noon().Add(time.Duration(r.IntN(300)-200)*time.Minute)
		b := board(t, valid, known, records...)
		want := slowly(b, records)
		if got := queuesOf(b); withoutTrend(got) != want {
			t.Fatalf("seed %d: %s, want %s", seed, got, want)
		}
		r.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		if again := queuesOf(board(t, valid, known, records...)); again != queuesOf(b) {
			t.Fatalf("seed %d: in another order %s, was %s", seed, again, queuesOf(b))
		}
	}
}

func withoutTrend(s string) string { return strings.NewReplacer("+", "", "~", "", "-", "").Replace(s) }

func randomReadings(r *rand.Rand, n int) []model.Record {
	var out []model.Record
	for i := range n {
		q := reading(model.ID([]string{"a", "b"}[r.IntN(2)]), r.IntN(3000)-100, int64(r.IntN(50)))
		q.ID = model.ID(fmt.Sprintf("q%d", i))
		q.Crossing = model.ID([]string{"m", "s"}[r.IntN(2)])
		if r.IntN(5) == 0 {
			q.Known = model.Exactly(q.At.First().Add(time.Duration(r.IntN(500)) * time.Minute))
		}
		out = append(out, q)
		if r.IntN(4) == 0 {
			a := &model.Amendment{Fact: model.Fact{ID: model.ID(fmt.Sprintf("x%d", i)), Known: model.Exactly(q.At.First().Add(time.Hour))}, Of: []model.ID{q.ID}}
			switch r.IntN(3) {
			case 0:
				a.Type = model.Withdrawal
			case 1:
				a.Type, a.Set = model.Correction, []model.Assignment{{Field: "crossing", Value: model.ID("m")}}
			default:
				a.Type, a.Set = model.Update, []model.Assignment{{Field: "waiting", Value: new(int64(1000))}}
			}
			out = append(out, a)
		}
	}
	return out
}

// slowly tells what the queues of a board must be, in the form of queuesOf.
func slowly(b model.Board, records []model.Record) string {
	var all []*model.Queue
	for _, r := range records {
		a, known := b.Record(r.Head().ID)
		if q, ok := a.Record.(*model.Queue); ok && known && a.Withdrawal == nil && !q.At.First().After(b.Valid) && !b.KnownAt(q.ID).After(b.Known) {
			all = append(all, q)
		}
	}
	slices.SortFunc(all, func(x, y *model.Queue) int {
		return cmp.Or(cmp.Compare(x.Crossing, y.Crossing), y.At.First().Compare(x.At.First()), cmp.Compare(x.ID, y.ID))
	})
	var out model.Board
	newest := map[model.ID]time.Time{}
	seen := map[string]bool{}
	for _, q := range all {
		first, ok := newest[q.Crossing]
		key := string(q.Crossing + q.Source())
		if seen[key] || ok && first.Sub(q.At.First()) > 24*time.Hour {
			continue
		}
		if !ok {
			newest[q.Crossing] = q.At.First()
		}
		seen[key] = true
		out.Queues = append(out.Queues, model.QueueStatus{Queue: q, Beside: ok, Fresh: model.FreshnessOf(b.Valid.Sub(q.At.First()), time.Hour)})
	}
	return queuesOf(out)
}

func TestAQueueChangesNoState(t *testing.T) {
	t.Parallel()
	bridge := &model.Crossing{Fact: model.Fact{ID: "m"}, Name: clean.Line("M"), Serves: []model.Class{model.Truck}, Countries: []model.Country{"LT", "BY"}}
	if s := board(t, noon(), noon(), bridge, reading("a", 0, 500)).Crossings[0]; s.Headline.State != model.Unknown || s.Headline.Last != model.Unknown {
		t.Errorf("a queue makes a crossing %d, last %d", s.Headline.State, s.Headline.Last)
	}
}

func TestReadingsAreNoStepsAndRestOnTheirSource(t *testing.T) {
	t.Parallel()
	records := []model.Record{&model.Source{Fact: model.Fact{ID: "a"}, Title: clean.Line("A")}}
	for i := range 40 {
		records = append(records, reading("a", i*5, int64(i)))
	}
	log, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil || log.Steps().Len() != 0 || log.StepsKnown(noon()).Len() != 0 {
		t.Errorf("%d steps, %v", log.Steps().Len(), err)
	}
	b := log.At(noon(), noon())
	if resting := b.Resting("a"); resting.Len() != 12 || resting.ID(0) != "a-0" {
		t.Errorf("%d records rest on the source", resting.Len())
	}
	if rest := log.Rest(); len(rest) != len(records) || !log.Known("a-5").Equal(noon().Add(-5*time.Minute)) {
		t.Errorf("%d of %d records are left, known %s", len(rest), len(records), log.Known("a-5"))
	}
}
