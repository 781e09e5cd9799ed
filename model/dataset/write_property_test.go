package dataset_test

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/modeltest"
)

// raw are the hostile texts of the corpus.
func raw(tb testing.TB) []string {
	tb.Helper()
	f, err := os.Open(filepath.Join("..", "clean", "testdata", "strings.jsonl"))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = f.Close() })
	out := []string{`"""`, `\`, `'''`, "a\n\nb", `\u0041`, strings.Repeat("ž", 40_000), strings.Repeat(`"\`, 30_000), strings.Repeat("a b\n", 9000), strings.Repeat(" x", 5000)}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 4<<20)
	for lines.Scan() {
		var line struct{ B64 string }
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			tb.Fatal(err)
		}
		text, err := base64.StdEncoding.DecodeString(line.B64)
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, string(text))
	}
	return out
}

func TestHostileTextIsReadBackAsItIs(t *testing.T) {
	t.Parallel()
	var records []model.Record
	for i, text := range raw(t) {
		id := model.ID(fmt.Sprint("r-", i))
		line, body := clean.Line("x"+text), clean.Body("x"+text)
		records = append(records,
			&model.Incident{Fact: model.Fact{ID: id, Note: body}, At: modeltest.Moment(t, "2025-11-01"), Title: line, Summary: body, Where: line},
			&model.Amendment{
				Fact: model.Fact{ID: "a-" + id}, Of: []model.ID{id}, Type: model.Correction, At: modeltest.Moment(t, "2025-11-02"),
				By: line, Reason: body, Set: []model.Assignment{{Field: "summary", Value: body}, {Field: "title", Value: line}},
			},
			&model.Measure{
				Fact: model.Fact{ID: "m-" + id}, Type: model.Closure, From: modeltest.Moment(t, "2025-11-01"),
				Allows: []model.Permit{{Who: line, To: "LT", Text: body}}, Fee: &model.Fee{Amount: 1.5, Currency: line},
			})
	}
	zone := modeltest.Zone(t, "Europe/Vilnius")
	for chunk := range slices.Chunk(records, 30) {
		rewritten(t, dataset.Dataset{Title: clean.Line(raw(t)[12]), Zone: zone, Records: chunk})
	}
}

// strange writes a random moment.
func strange(r *rand.Rand) string {
	day := func() string { return fmt.Sprintf("2025-%02d-%02d", 1+r.IntN(12), 1+r.IntN(28)) }
	hour := func() string { return fmt.Sprintf("%s %02d:%02d", day(), r.IntN(3)+10, r.IntN(60)) }
	one := func() string { return []string{day(), hour(), day() + " 24:00", day()[:7], "2025"}[r.IntN(5)] }
	if r.IntN(3) > 0 {
		return one()
	}
	for {
		text := one() + "/" + one()
		if _, err := model.ParseMoment(text, time.UTC); err == nil {
			return text
		}
	}
}

func TestRandomRecordsAreReadBackAsTheyWere(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 7))
	for range 300 {
		var b strings.Builder
		line := func(format string, a ...any) { fmt.Fprintf(&b, format+"\n", a...) }
		line("source s publisher=P published=%q", strange(r))
		line("crossing c name=C countries=LT,BY roads=A3,M7")
		for i := range r.IntN(8) {
			at := strange(r)
			line("measure m%d kind=closure from=%q until=%q known=%q crossings=%s allows=mail,citizens>LT sources=s", i, at, strange(r), strange(r), []string{"c", ""}[r.IntN(2)])
			line("count t%d at=%q value=%d max=%d unit=truck", i, at, r.IntN(5), r.IntN(1_000_000))
			line("amendment a%d of=m%d kind=update at=%q set.note=x set.until=%q", i, i, strange(r), strange(r))
			line("amendment b%d of=t%d,m%d kind=dispute at=%q set.note=x", i, i, i, strange(r))
		}
		rewrite(t, modeltest.Records(t, b.String()))
	}
}

// rewrite holds records to what is read back, whatever the check thinks of them.
func rewrite(tb testing.TB, records []model.Record) {
	tb.Helper()
	var text bytes.Buffer
	if err := dataset.Write(&text, dataset.Dataset{Zone: modeltest.Zone(tb, "Europe/Vilnius"), Records: records}); err != nil {
		tb.Fatal(err)
	}
	d, faults := read(dataset.Options{}, "written.toml", text.String())
	for _, f := range faults.Errors() {
		if !strings.Contains(f.Problem, "ends before it begins") {
			tb.Fatalf("%s in\n%s", f, text.String())
		}
	}
	if faults.Err() == nil {
		if diff := cmp.Diff(byID(records), byID(d.Records), words()); diff != "" {
			tb.Fatalf("(-before +read back):\n%s\nof\n%s", diff, text.String())
		}
	}
}
