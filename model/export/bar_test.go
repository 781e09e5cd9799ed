package export_test

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/export"
	"bordertop/model/lang"
)

func bar(tb testing.TB, format string, b model.Board, o export.Options) string {
	tb.Helper()
	var out strings.Builder
	if err := export.Bar(&out, format, b, o); err != nil {
		tb.Fatal(err)
	}
	if strings.Count(out.String(), "\n") != 1 {
		tb.Errorf("%s: not one line: %q", format, out.String())
	}
	return strings.TrimSuffix(out.String(), "\n")
}

func TestBarsSumUpTheBoard(t *testing.T) {
	t.Parallel()
	b, o := looked(t, time.Date(2025, 11, 11, 16, 0, 0, 0, time.UTC))
	one := b
	one.Crossings = b.Crossings[:1]
	for format, want := range map[string][2]string{
		"prompt": {"x6 /1 ?1 · next 19 d 6 h · 6 stale", "/ Medininkai RESTRICTED until 30 Nov 24:00"},
		"tmux": {
			"#[fg=red]x6#[fg=default] #[fg=yellow]/1#[fg=default] ?1 · next 19 d 6 h · 6 stale",
			"#[fg=yellow]/#[fg=default] Medininkai #[fg=yellow]RESTRICTED#[fg=default] until 30 Nov 24:00",
		},
		"polybar": {
			"%{F#ff8a80}x6%{F-} %{F#f0c05a}/1%{F-} %{F#9aa2b0}?1%{F-} · next 19 d 6 h · %{F#9aa2b0}6 stale%{F-}",
			"%{F#f0c05a}/%{F-} Medininkai %{F#f0c05a}RESTRICTED%{F-} until 30 Nov 24:00",
		},
		"i3status": {
			`{"name":"bordertop","full_text":"x6 /1 ?1 · next 19 d 6 h · 6 stale","short_text":"x6","color":"#ff8a80","markup":"none"}`,
			`{"name":"bordertop","full_text":"/ Medininkai RESTRICTED until 30 Nov 24:00","short_text":"/","color":"#f0c05a","markup":"none"}`,
		},
	} {
		if got := bar(t, format, b, o); got != want[0] {
			t.Errorf("%s of all:\n got %s\nwant %s", format, got, want[0])
		}
		if got := bar(t, format, one, o); got != want[1] {
			t.Errorf("%s of one:\n got %s\nwant %s", format, got, want[1])
		}
	}
}

func TestWaybarGetsWhatItReads(t *testing.T) {
	t.Parallel()
	b, o := looked(t, time.Date(2025, 11, 11, 16, 0, 0, 0, time.UTC))
	var module struct {
		Text, Alt, Tooltip string
		Class              []string
		Percentage         int
	}
	if err := json.Unmarshal([]byte(bar(t, "waybar", b, o)), &module); err != nil {
		t.Fatal(err)
	}
	if module.Text != "x6 /1 ?1 · next 19 d 6 h · 6 stale" || module.Alt != "closed" || strings.Join(module.Class, " ") != "closed stale" ||
		module.Percentage != 12 || !strings.Contains(module.Tooltip, "\nCROSSINGS\n") {
		t.Errorf("got %+v", module)
	}
}

// TestNothingInABarIsObeyed puts into a name what each bar would obey.
func TestNothingInABarIsObeyed(t *testing.T) {
	t.Parallel()
	const name = `#(reboot) #[fg=x] %{A1:reboot:} %{F-} <b>&amp;"'</b> $(reboot) \u \! %n {{.}}`
	crossing := &model.Crossing{Fact: model.Fact{ID: "bridge"}, Name: clean.Line(name), Counterpart: clean.Line(name)}
	log, err := model.NewLog(model.DefaultRules(), crossing)
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2025, 11, 11, 18, 0, 0, 0, time.UTC)
	b, o := log.At(at, at), export.Options{Name: name, Words: lang.English(), Zone: time.UTC, Signs: export.Signs{Unknown: "?"}}
	got := bar(t, "tmux", b, o)
	if left := strings.ReplaceAll(got, "##", ""); strings.Contains(left, "#") {
		t.Errorf("tmux obeys %q", got)
	}
	if got := bar(t, "polybar", b, o); strings.Contains(strings.ReplaceAll(strings.ReplaceAll(got, "%{F#9aa2b0}", ""), "%{F-}", ""), "%{") {
		t.Errorf("polybar obeys %q", got)
	}
	if got := bar(t, "prompt", b, o); strings.ContainsAny(got, "%$`\\!") {
		t.Errorf("a prompt obeys %q", got)
	}
	var module struct {
		Text, Tooltip, Markup string
		Full                  string `json:"full_text"`
	}
	if err := json.Unmarshal([]byte(bar(t, "i3status", b, o)), &module); err != nil || module.Markup != "none" || !strings.Contains(module.Full, "<b>") {
		t.Errorf("i3bar gets %+v, %v", module, err)
	}
	if err := json.Unmarshal([]byte(bar(t, "waybar", b, o)), &module); err != nil {
		t.Fatal(err)
	}
	for _, markup := range []string{module.Text, module.Tooltip} {
		if text := spoken(t, markup); !strings.Contains(text, `<b>&amp;"'</b>`) {
			t.Errorf("Pango shows %q", text)
		}
	}
}

// spoken is what markup shows, and fails where there is any element in it.
func spoken(tb testing.TB, markup string) string {
	tb.Helper()
	var text strings.Builder
	for d := xml.NewDecoder(strings.NewReader("<r>" + markup + "</r>")); ; {
		token, err := d.Token()
		if err == io.EOF { //nolint:errorlint // it is never wrapped
			return text.String()
		}
		if err != nil {
			tb.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if token.Name.Local != "r" {
				tb.Errorf("an element %s in %q", token.Name.Local, markup)
			}
		case xml.CharData:
			text.Write(token)
		}
	}
}
