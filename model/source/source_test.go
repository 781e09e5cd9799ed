package source_test

import (
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/source"
)

func TestIDIsValidStableAndApart(t *testing.T) {
	t.Parallel()
	valid := regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,63}$`)
	seen := map[model.ID]string{}
	for _, parts := range [][]string{
		{"declarant", "medininkai", "truck"},
		{"declarant", "medininkai", "car"},
		{"a b"},
		{"a-b"},
		{"a", "b"},
		{""},
		{"Каменный Лог"},
		{"Бенякони"},
		{strings.Repeat("x", 64)},
		{strings.Repeat("x", 65)},
		{strings.Repeat("x", 66)},
		{"--"},
		{"\x1b]0;x"},
	} {
		id := source.ID(parts...)
		if !valid.MatchString(string(id)) {
			t.Errorf("ID(%q) = %q, which is none", parts, id)
		}
		if id != source.ID(parts...) {
			t.Errorf("ID(%q) is not the same each time", parts)
		}
		if before, ok := seen[id]; ok && before != strings.Join(parts, "-") {
			t.Errorf("ID(%q) = %q, which is that of %q", parts, id, before)
		}
		seen[id] = strings.Join(parts, "-")
	}
}

func TestHealthTellsHowASourceFares(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)
	ago := func(minutes int) time.Time { return now.Add(-time.Duration(minutes) * time.Minute) }
	for name, tt := range map[string]struct {
		health source.Health
		want   source.State
	}{
		"nobody has asked":                 {source.Health{}, source.Waiting},
		"it said so just now":              {source.Health{Good: ago(1)}, source.Fresh},
		"past half of its limit":           {source.Health{Good: ago(11)}, source.Ageing},
		"past its limit":                   {source.Health{Good: ago(21)}, source.Stale},
		"its own time counts, not ours":    {source.Health{Good: ago(1), Of: ago(21)}, source.Stale},
		"a failing one fails, however new": {source.Health{Good: ago(1), Since: ago(1)}, source.Failing},
		"one that is off is off":           {source.Health{Off: true, Since: ago(1)}, source.Off},
		"a clock may be a little ahead":    {source.Health{Good: ago(1), Of: ago(-5)}, source.Fresh},
		"data of the future are not new":   {source.Health{Good: ago(1), Of: ago(-6)}, source.Stale},
	} {
		tt.health.Stale = 20 * time.Minute
		if got := tt.health.State(now); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
}

func TestTroubleIsCleanAndKeepsItsCause(t *testing.T) {
	t.Parallel()
	err := source.Troublef(source.Unreachable, "read \x1b]0;pwn\x07: %w", io.ErrUnexpectedEOF)
	if !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Error("the cause is lost")
	}
	if strings.ContainsAny(err.Error(), "\x1b\x07") || !strings.HasPrefix(err.Error(), "unreachable: read ") {
		t.Errorf("told as %q", err.Error())
	}
}

func TestSnapshotsStandBehindTheLog(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)
	log, err := model.NewLog(model.Rules{}, incident("i", "desk", at, "As the desk has it"))
	if err != nil {
		t.Fatal(err)
	}
	s := source.Snapshot{Records: []model.Record{incident("i", "feed", at, "As the feed has it"), incident("j", "feed", at, "More")}}
	both, err := s.On(log)
	if err != nil || both.Len() != 2 || both.Record("i").Head().Sources[0] != "desk" {
		t.Errorf("%d records, %v: %v", both.Len(), err, both.Record("i"))
	}
}
