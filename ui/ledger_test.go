package ui_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config/state"
	"bordertop/model"
	"bordertop/ui"
)

// ledger stands for the desk's journal.
type ledger struct {
	mu      sync.Mutex
	entries []ui.Entry
	fault   error
}

func (l *ledger) append(_ context.Context, e ui.Entry) (int64, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.fault != nil {
		return 0, l.fault
	}
	l.entries = append(l.entries, e)
	return int64(len(l.entries)), nil
}

// records are all that was added.
func (l *ledger) records() []model.Record {
	l.mu.Lock()
	defer l.mu.Unlock()
	var out []model.Record
	for _, e := range l.entries {
		out = append(out, e.Records...)
	}
	return out
}

// deskOf lets something be added, and forgets it.
func deskOf(o *ui.Options) {
	o.Append = new(ledger).append
	o.Config.Journal = "journal"
}

// atDesk are options with a journal, and with drafts in a directory.
func atDesk(tb testing.TB, o ui.Options) (ui.Options, *ledger) {
	tb.Helper()
	l := new(ledger)
	o.Append, o.Drafts, o.Config.Journal = l.append, &state.Drafts{Dir: tb.TempDir()}, "journal"
	return o, l
}

// counted are the keys that fill in a count.
func counted() []any {
	return []any{
		"a", "count", tea.KeyEnter, "800", tea.KeyEnter, tea.KeyRight, tea.KeyEnter, "str", tea.KeyTab, tea.KeyEnter, tea.KeyEnter,
		"Linav", tea.KeyTab, tea.KeyEnter, tea.KeyEnter, "Каменный", tea.KeyTab, tea.KeyEnter, "18:40",
	}
}

// sees fails unless all texts are in the frame.
func sees(tb testing.TB, a *ui.App, texts ...string) {
	tb.Helper()
	frame := plain(a.View())
	for _, text := range texts {
		if !strings.Contains(frame, text) {
			tb.Errorf("no %q in\n%s", text, frame)
		}
	}
}

// left are the files of drafts.
func left(tb testing.TB, d *state.Drafts) []string {
	tb.Helper()
	files, err := os.ReadDir(d.Dir)
	if err != nil {
		tb.Fatal(err)
	}
	var names []string
	for _, f := range files {
		names = append(names, f.Name())
	}
	return names
}

// texts are records as they are written.
func texts(records []model.Record) []string {
	var out []string
	for _, r := range records {
		for _, f := range model.Fields(r) {
			switch v := f.Value.Interface().(type) {
			case *int64:
				if v != nil {
					out = append(out, fmt.Sprint(f.Name, "=", *v))
				}
			case model.Moment:
				out = append(out, fmt.Sprint(f.Name, "=", v.First().UTC(), v.Last().UTC()))
			default:
				out = append(out, fmt.Sprint(f.Name, "=", v))
			}
		}
	}
	return out
}

// squeezed leaves out the spaces, which fmt puts where it likes.
func squeezed(texts []string) []string {
	out := slices.Clone(texts)
	for i := range out {
		out[i] = strings.ReplaceAll(out[i], " ", "")
	}
	return out
}

// news is a reader for whom an event came since the last visit.
func news(o *ui.Options) {
	o.Reader = new(state.Reader)
	o.Reader.Learn([]model.ID{"i-124"})
}
