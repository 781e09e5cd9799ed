package dataset_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/dataset"
)

// drafting reads times as datasets write them, over a dataset with a crossing and a
// source.
func drafting(t *testing.T) dataset.Drafting {
	t.Helper()
	base, faults := read(options(), "a.toml", crossing+"[[source]]\nid = \"lrt\"\npublisher = \"LRT\"\n")
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	zone, err := time.LoadLocation("Europe/Vilnius")
	if err != nil {
		t.Fatal(err)
	}
	o := options()
	o.Base = base.Records
	return dataset.Drafting{Options: o, Zone: zone, Moment: func(s string) (model.Moment, error) { return model.ParseMoment(s, zone) }}
}

// pairs are fields and values by turns.
func pairs(words ...string) []dataset.Typed {
	var out []dataset.Typed
	for i := 0; i+1 < len(words); i += 2 {
		out = append(out, dataset.Typed{Field: words[i], Value: words[i+1]})
	}
	return out
}

func TestADraftIsTheRecordThatAFileWouldGive(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		kind   model.Kind
		fields []dataset.Typed
		file   string
	}{
		"a count": {
			model.KindCount,
			pairs("id", "c", "at", "2025-11-11 18:40", "value", "1,000", "qualifier", "about", "what", "stranded", "unit", "truck", "by", "Linava", "sources", "lrt"),
			"[[count]]\nid = \"c\"\nat = 2025-11-11 18:40:00\nvalue = 1000\nqualifier = \"about\"\nwhat = \"stranded\"\nunit = \"truck\"\nby = \"Linava\"\nsources = [\"lrt\"]\n",
		},
		"an incident": {
			model.KindIncident,
			pairs("id", "i", "at", "2025-11-11", "category", "airport", "severity", "3", "title", "A \"stop\"", "figures", "flights=20, passengers=3000", "sources", "lrt"),
			"[[incident]]\nid = \"i\"\nat = 2025-11-11\ncategory = \"airport\"\nseverity = 3\ntitle = 'A \"stop\"'\nfigures = { flights = 20, passengers = 3000 }\nsources = [\"lrt\"]\n",
		},
		"a fee": {
			model.KindMeasure,
			pairs("id", "m", "kind", "fee", "by", "Belarus", "from", "2025-11-10", "fee", `{ amount = 120, currency = "EUR", per = "day" }`, "allows", `[{ who = "mail" }]`),
			"[[measure]]\nid = \"m\"\nkind = \"fee\"\nby = \"Belarus\"\nfrom = 2025-11-10\nfee = { amount = 120, currency = \"EUR\", per = \"day\" }\nallows = [{ who = \"mail\" }]\n",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := drafting(t)
			got, faults := dataset.Draft(tt.kind, tt.fields, d)
			want, more := read(d.Options, "f.toml", "timezone = \"Europe/Vilnius\"\n"+tt.file)
			if err := append(faults, more...).Err(); err != nil || len(want.Records) != 1 {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want.Records[0], got, compared()); diff != "" {
				t.Errorf("record (-of a file +typed):\n%s", diff)
			}
		})
	}
}

func TestADraftTellsWhichFieldIsAtFault(t *testing.T) {
	t.Parallel()
	for want, fields := range map[string][]dataset.Typed{
		"valeu: no such field": pairs("id", "c", "valeu", "3"),
		"value: want":          pairs("id", "c", "at", "2025-11-11", "value", "many"),
		"at: ":                 pairs("id", "c", "at", "soonish"),
		"what: ":               pairs("id", "c", "at", "2025-11-11", "what", "stuck"),
		"sources: ":            pairs("id", "c", "at", "2025-11-11", "value", "3", "sources", "nobody"),
		"id: ":                 pairs("id", "Bad Id", "at", "2025-11-11", "value", "3"),
		"crossing: ":           pairs("id", "c", "at", "2025-11-11", "value", "3", "crossing", "nowhere"),
	} {
		r, faults := dataset.Draft(model.KindCount, fields, drafting(t))
		if err := faults.Err(); r != nil || err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v gave %v, %v; want %q", fields, r, err, want)
		}
	}
	// What is typed cannot become more than one record.
	r, faults := dataset.Draft(model.KindMeasure, pairs("id", "m", "kind", "fee", "from", "2025-11-10", "fee", "{}\n[[count]]\nid = \"x\""), drafting(t))
	if r != nil || faults.Err() == nil {
		t.Errorf("%v, %v", r, faults)
	}
}

func TestAnEntryIsReadBackAsItsRecords(t *testing.T) {
	t.Parallel()
	d := drafting(t)
	r, faults := dataset.Draft(model.KindCount, pairs("id", "c", "at", "2025-11-30 24:00", "value", "5", "what", "parked", "unit", "truck", "sources", "lrt"), d)
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	text, err := dataset.Entry("Desk \"1\"", time.Date(2026, 11, 26, 10, 42, 0, 0, time.UTC), d.Zone, r)
	if err != nil {
		t.Fatal(err)
	}
	o := d.Options
	o.More = []dataset.Text{{Name: "journal-000001.toml", Content: "schema = 1\ntimezone = \"Europe/Vilnius\"\n" + text}}
	got, faults := read(o, "a.toml", "schema = 1\n")
	if faults.Err() != nil || len(got.Records) != 1 {
		t.Fatalf("%d records, faults %v", len(got.Records), faults)
	}
	if diff := cmp.Diff(r, got.Records[0], compared()); diff != "" {
		t.Errorf("record (-typed +read):\n%s\n%s", diff, text)
	}
}

// "2h" is two hours ago wherever a moment is typed.
func TestADraftRefusesAnEmbargoThatIsOver(t *testing.T) {
	t.Parallel()
	d := drafting(t)
	for embargo, want := range map[string]string{
		d.Now.Add(-time.Hour).Format(time.RFC3339): "embargo: that is over already; write when it ends, such as 18:00 or tomorrow 9:00",
		d.Now.Add(time.Hour).Format(time.RFC3339):  "",
	} {
		_, faults := dataset.Draft(model.KindCount, pairs("id", "c", "at", "2025-11-11", "value", "5", "embargo", embargo), d)
		got := ""
		if err := faults.Err(); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("embargo %s: got %q, want %q", embargo, got, want)
		}
	}
}
