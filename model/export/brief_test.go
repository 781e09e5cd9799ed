package export_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/export"
	"bordertop/model/lang"
	"bordertop/model/modeltest"
)

// handover writes a brief of what changed in the day before a moment.
func handover(tb testing.TB, log model.Log, at time.Time, o export.Options) string {
	tb.Helper()
	var b strings.Builder
	from := at.Add(-24 * time.Hour)
	if err := (export.Changes{From: log.At(from, from), To: log.At(at, at), Options: o}).Brief(&b); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

// printed breaks a page as it is printed: without addresses, at 100 characters.
func printed(page string) []string {
	page = regexp.MustCompile(`\]\(<[^>]*>\)`).ReplaceAllString(page, "]")
	var out []string
	for line := range strings.SplitSeq(strings.TrimRight(page, "\n"), "\n") {
		for len([]rune(line)) > 100 {
			cut := strings.LastIndexByte(string([]rune(line)[:101]), ' ')
			if cut <= 0 {
				break
			}
			out, line = append(out, line[:cut]), line[cut+1:]
		}
		out = append(out, line)
	}
	return out
}

// sourced holds that each sentence with a figure has a source, that each source that
// is named is listed, and that the page is one.
func sourced(tb testing.TB, page string) {
	tb.Helper()
	mark, listed := regexp.MustCompile(`\[s([0-9]+)\]`), regexp.MustCompile(`(?:^|; |\n)s([0-9]+) `)
	var named, given []string
	for line := range strings.SplitSeq(page, "\n") {
		found := mark.FindAllStringSubmatch(line, -1)
		for _, m := range found {
			named = append(named, m[1])
		}
		if strings.HasPrefix(line, "- ") && strings.ContainsAny(line, "0123456789") && len(found) == 0 && !strings.Contains(line, "[no source is given]") {
			tb.Errorf("no source stands behind %s", line)
		}
	}
	_, sources, _ := strings.Cut(page, "\n## Sources\n\n")
	if sources == "" {
		_, sources, _ = strings.Cut(page, "\n## Šaltiniai\n\n")
	}
	for _, m := range listed.FindAllStringSubmatch(sources, -1) {
		given = append(given, m[1])
	}
	slices.Sort(named)
	slices.Sort(given)
	if named = slices.Compact(named); !slices.Equal(named, given) {
		tb.Errorf("the sentences name %v, the list has %v:\n%s", named, given, page)
	}
	if n := len(printed(page)); n > 66 {
		tb.Errorf("the page has %d lines:\n%s", n, strings.Join(printed(page), "\n"))
	}
}

func TestAHandoverFitsAPageAndNamesItsSources(t *testing.T) {
	t.Parallel()
	log, _, o := embedded(t)
	for _, l := range []model.Lang{model.English, model.Lithuanian} {
		o.Words = lang.Of(l)
		for at := time.Date(2025, 10, 1, 20, 0, 0, 0, time.UTC); at.Year() < 2027; at = at.AddDate(0, 0, 11) {
			sourced(t, handover(t, log, at, o))
		}
	}
}

func TestHandovers(t *testing.T) {
	t.Parallel()
	log, _, o := embedded(t)
	for _, l := range []model.Lang{model.English, model.Lithuanian} {
		o.Words = lang.Of(l)
		golden(t, "brief-article-"+string(l)+".md", handover(t, log, modeltest.Time(t, "2025-11-11 18:00"), o))
		golden(t, "brief-later-"+string(l)+".md", handover(t, log, modeltest.Time(t, "2027-01-15 09:00"), o))
	}
	golden(t, "brief-reopened-en.md", handover(t, log, modeltest.Time(t, "2025-11-20 00:30"), o))
}

func TestAHandoverOfALongBorderCountsWhatIsLeftOut(t *testing.T) {
	t.Parallel()
	_, _, o := embedded(t)
	var records strings.Builder
	records.WriteString("source src publisher=Somebody\n")
	for i := range 300 {
		fmt.Fprintf(&records, "crossing c%d name=\"Crossing %d\" countries=LT,BY serves=car\nreport r%d crossings=c%d at=2025-11-0%d state=open sources=src\n", i, i, i, i, 1+i%9)
		fmt.Fprintf(&records, "incident i%d at=2025-11-09 severity=4 title=\"Incident %d\" sources=src\n", i, i)
	}
	page := handover(t, modeltest.Log(t, records.String()), modeltest.Time(t, "2025-11-09 20:00"), o)
	sourced(t, page)
	for _, want := range []string{"*Left out:* Crossings 2", "(`bordertop status`)", "What changed 3"} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not on the page:\n%s", want, page)
		}
	}
}

func TestAHandoverOfNothingSaysSo(t *testing.T) {
	t.Parallel()
	_, _, o := embedded(t)
	o.Clocks = nil
	page := handover(t, model.Log{}, modeltest.Time(t, "2025-11-09 20:00"), o)
	for _, want := range []string{"9 Nov 2025 20:00. Changes since 8 Nov 2025 20:00.", "- Nothing changed.", "- Nothing that is known falls due by then."} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not on the page:\n%s", want, page)
		}
	}
}

func TestAHandoverOfHostileTextStaysAPage(t *testing.T) {
	t.Parallel()
	_, _, o := embedded(t)
	for _, text := range hostile(t) {
		log, err := model.NewLog(model.DefaultRules(), desk(t, text)...)
		if err != nil {
			t.Fatal(err)
		}
		at := time.Date(2026, 1, 14, 0, 0, 0, 0, time.UTC)
		var b strings.Builder
		if err := (export.Changes{From: log.At(at.AddDate(-9, 0, 0), at), To: log.At(at, at), Options: o}).Brief(&b); err != nil {
			t.Fatal(err)
		}
		page := b.String()
		if strings.ContainsFunc(page, steering) {
			t.Errorf("control or direction characters of %.60q in %.300q", text, page)
		}
		if n := len(printed(page)); n > 66 {
			t.Errorf("%.60q makes %d lines of a page", text, n)
		}
		unlinked(t, text, unmarked(page))
	}
}
