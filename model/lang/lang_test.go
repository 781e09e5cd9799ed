package lang_test

import (
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/lang"
	"bordertop/model/modeltest"
)

// TestEveryWordHasAName would catch a word added to the model and forgotten here,
// which would be drawn as nothing.
func TestEveryWordHasAName(t *testing.T) {
	t.Parallel()
	w := lang.English()
	each(t, "class", func(c model.Class) string { return w.Class(c) })
	each(t, "unit", func(u model.Unit) string { return w.Unit(u) })
	each(t, "what", func(x model.What) string { return w.What(x) })
	each(t, "measure", func(k model.MeasureKind) string { return w.Measure(k) })
	each(t, "source", func(k model.SourceKind) string { return w.Source(k) })
	each(t, "condition", func(s model.ConditionState) string { return w.Condition(s) })
	each(t, "demand", func(k model.ConditionKind) string { return w.Demand(k) })
	each(t, "amendment", func(k model.AmendmentKind) string { return w.Amendment(k) })
	each(t, "confidence", func(c model.Confidence) string { return w.Confidence(c) })
	for _, k := range model.Kinds() {
		if w.Kind(k) == "" {
			t.Errorf("no name for the kind %q", k)
		}
	}
	for s := model.Running; s <= model.NoDate; s++ {
		if w.DeadlineState(s) == "" {
			t.Errorf("no name for deadline state %d", s)
		}
	}
	for a := model.NotKnown; a <= model.MayNot; a++ {
		if w.Answer(a) == "" {
			t.Errorf("no name for answer %d", a)
		}
	}
	for k := model.StateChanged; k <= model.RecordAmended; k++ {
		if w.Difference(k) == "" {
			t.Errorf("no name for difference %d", k)
		}
	}
}

// each asks for the name of every word of a list.
func each[W interface {
	model.Word
	~string
}](t *testing.T, what string, name func(W) string) {
	t.Helper()
	var none W
	for _, word := range none.Words() {
		if name(W(word)) == "" {
			t.Errorf("no name for the %s %q", what, word)
		}
	}
}

func TestLengthsOfTimeAreNeverNegative(t *testing.T) {
	t.Parallel()
	const day = 24 * time.Hour
	w := lang.English()
	for _, tt := range []struct {
		d         time.Duration
		span, age string
	}{
		{-time.Hour, "0 s", "0 min"},
		{45 * time.Second, "45 s", "0 min"},
		{90 * time.Second, "1 min", "1 min"},
		{6*time.Hour + 12*time.Minute, "6 h 12 min", "6 h"},
		{3 * time.Hour, "3 h", "3 h"},
		{19*day + 6*time.Hour, "19 d 6 h", "19 d"},
		{11 * day, "11 d", "11 d"},
		{780*day + 6*time.Hour, "780 d", "780 d"},
	} {
		if got := w.Span(tt.d); got != tt.span {
			t.Errorf("span of %v is %q, want %q", tt.d, got, tt.span)
		}
		if got := w.Age(tt.d); got != tt.age {
			t.Errorf("age of %v is %q, want %q", tt.d, got, tt.age)
		}
	}
}

func TestMomentsAreAsExactAsTheyWereGiven(t *testing.T) {
	t.Parallel()
	vilnius, minsk := modeltest.Zone(t, "Europe/Vilnius"), modeltest.Zone(t, "Europe/Minsk")
	w := lang.English()
	now := time.Date(2025, 11, 11, 16, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		moment string
		zone   *time.Location
		want   string
	}{
		{"2025-11-20 00:00", vilnius, "20 Nov 00:00"},
		{"2025-11-20 00:00", minsk, "20 Nov 01:00"},
		{"2025-10-26 23:30", minsk, "27 Oct 00:30"},
		{"2025-11-30 24:00", vilnius, "30 Nov 24:00"},
		{"2025-11-30 24:00", minsk, "1 Dec 01:00"},
		{"2027-12-31", vilnius, "31 Dec 2027"},
		{"2025-10-29", minsk, "29 Oct"},
		{"2027-02", vilnius, "Feb 2027"},
		{"2026", vilnius, "2026"},
		{"2025-10-25/2025-10-27", vilnius, "25 Oct–27 Oct"},
	} {
		m, err := model.ParseMoment(tt.moment, vilnius)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Moment(m, tt.zone, now); got != tt.want {
			t.Errorf("%s in %s is %q, want %q", tt.moment, tt.zone, got, tt.want)
		}
	}
	if got := w.Moment(model.Moment{}, vilnius, now); got != "" {
		t.Errorf("no moment is %q", got)
	}
}

func TestFiguresAreSaidAsTheyWereMeant(t *testing.T) {
	t.Parallel()
	n := func(v int64) *int64 { return &v }
	w := lang.English()
	for want, c := range map[string]*model.Count{
		"about 1,000":      {Value: n(1000), Qualifier: model.About},
		"over 1,100":       {Value: n(1100), Qualifier: model.Over},
		"almost 5,000":     {Value: n(5000), Qualifier: model.Almost},
		"1,100 – 1,200":    {Min: n(1100), Max: n(1200)},
		"0":                {Value: n(0)},
		"":                 {Qualifier: model.About},
		"up to 12,345,678": {Value: n(12345678), Qualifier: model.UpTo},
	} {
		if got := w.Figure(c); got != want {
			t.Errorf("figure is %q, want %q", got, want)
		}
	}
	fee := model.Fee{Amount: 120, Currency: clean.Line("EUR"), Per: clean.Line("day")}
	if got, want := w.Fee(fee), "€120 a day"; got != want {
		t.Errorf("fee is %q, want %q", got, want)
	}
}

func TestAStateThatIsTooOldSaysSo(t *testing.T) {
	t.Parallel()
	w := lang.English()
	for want, p := range map[string]model.Passage{
		"OPEN":       {State: model.Open},
		"OPEN, BANS": {State: model.OpenWithBans},
		"RESTRICTED": {State: model.Restricted},
		"CLOSED":     {State: model.Closed},
		"UNKNOWN":    {},
		"LAST OPEN":  {Last: model.Open},
	} {
		if got := w.State(p); got != want {
			t.Errorf("state is %q, want %q", got, want)
		}
	}
}
