package export

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"bordertop/model"
)

// BarFormats lists the formats of Bar: those of status bars and of prompts.
func BarFormats() []string { return []string{"tmux", "waybar", "i3status", "polybar", "prompt"} }

// Bar writes one look at the board as a line for a status bar. Of one crossing it
// tells the state and until when; of more, how many there are in which state, how
// long the next deadline is off, and how many facts are stale. Text of the dataset
// means nothing to the bar, whatever it holds.
func Bar(w io.Writer, format string, b model.Board, o Options) error {
	p := pieces(b, o)
	var out string
	var err error
	switch format {
	case "tmux":
		out = p.joined(tmuxPiece)
	case "polybar":
		out = p.joined(polybarPiece)
	case "prompt":
		out = p.joined(promptPiece)
	case "i3status":
		out, err = p.i3(b)
	case "waybar":
		out, err = p.waybar(b, o)
	default:
		return fmt.Errorf("no format %q; there are %s", format, strings.Join(BarFormats(), ", "))
	}
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, out+"\n")
	return err
}

// piece is a part of the line of a bar.
type piece struct {
	text string
	mark Mark
	// apart tells that it is about something else than the piece before.
	apart bool
}

// bar are the pieces of a bar, the most important first.
type bar []piece

func (p bar) joined(write func(piece) string) string {
	var out strings.Builder
	for i, piece := range p {
		switch {
		case i > 0 && piece.apart:
			out.WriteString(" · ")
		case i > 0:
			out.WriteString(" ")
		}
		out.WriteString(write(piece))
	}
	return out.String()
}

// pieces says what a bar tells.
func pieces(b model.Board, o Options) bar {
	if len(b.Crossings) == 1 {
		return alone(b, o)
	}
	var out bar
	n := b.StateCounts()
	for _, s := range []struct {
		mark   Mark
		sign   string
		states []model.State
	}{
		{Closed, o.Signs.Closed, []model.State{model.Closed}},
		{Restricted, o.Signs.Restricted, []model.State{model.Restricted}},
		{Open, o.Signs.Open, []model.State{model.Open, model.OpenWithBans}},
		{Faint, o.Signs.Unknown, []model.State{model.Unknown}},
	} {
		count := 0
		for _, state := range s.states {
			count += n[state]
		}
		if count > 0 {
			out = append(out, piece{text: s.sign + strconv.Itoa(count), mark: s.mark})
		}
	}
	if d, ok := b.NextDeadline(); ok {
		out = append(out, piece{text: o.Words.Next + " " + o.Words.Countdown(d, b.Valid), apart: true})
	}
	if stale := b.StaleCount(); stale > 0 {
		out = append(out, piece{text: strconv.Itoa(stale) + " " + o.Words.Freshness(model.Stale), mark: Faint, apart: true})
	}
	return out
}

// alone says what a bar tells of one crossing.
func alone(b model.Board, o Options) bar {
	c := b.Crossings[0]
	near, _ := o.Words.Crossing(c.Crossing)
	t := text{b: b, o: o}
	return bar{
		{text: o.Signs.of(c.Headline), mark: markOf(c.Headline)},
		{text: near},
		{text: t.label(c.Headline), mark: markOf(c.Headline)},
		{text: t.since(c.Headline)},
	}.told()
}

// told leaves out what says nothing.
func (p bar) told() bar {
	out := p[:0]
	for _, piece := range p {
		if piece.text != "" {
			out = append(out, piece)
		}
	}
	return out
}

// Signs stand for states where there is no room for words.
type Signs struct{ Closed, Restricted, Open, Unknown, Disputed string }

func (s Signs) of(p model.Passage) string {
	if p.Disputed() {
		return s.Disputed
	}
	switch p.State {
	case model.Closed:
		return s.Closed
	case model.Restricted:
		return s.Restricted
	case model.Open, model.OpenWithBans:
		return s.Open
	case model.Unknown:
	}
	return s.Unknown
}

// tmuxPiece is a piece for the status line of tmux, in which # begins a format.
func tmuxPiece(p piece) string {
	colour := [...]string{
		Unmarked: "", Heading: "", Faint: "", Closed: "red", Restricted: "yellow", Open: "green", Disputed: "magenta",
	}[p.mark]
	text := strings.ReplaceAll(p.text, "#", "##")
	if colour == "" {
		return text
	}
	return "#[fg=" + colour + "]" + text + "#[fg=default]"
}

// polybarPiece is a piece for polybar, in which %{ begins a tag and nothing undoes
// it; so a space comes between the two.
func polybarPiece(p piece) string {
	text := strings.ReplaceAll(p.text, "%{", "% {")
	if colour := hexOf(p.mark); colour != "" {
		return "%{F" + colour + "}" + text + "%{F-}"
	}
	return text
}

// promptPiece is a piece for the prompt of a shell, some of which read on in what a
// command has written.
func promptPiece(p piece) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("%$`\\!", r) {
			return '·'
		}
		return r
	}, p.text)
}

// hexOf is a colour that can be read on dark bars; empty for none.
func hexOf(m Mark) string {
	return [...]string{
		Unmarked: "", Heading: "", Faint: "#9aa2b0", Closed: "#ff8a80", Restricted: "#f0c05a", Open: "#7fd4a0", Disputed: "#e3a3ee",
	}[m]
}

// i3 is a block of the protocol of i3bar.
func (p bar) i3(b model.Board) (string, error) {
	mark := gravest(b)
	block := struct {
		Name   string `json:"name"`
		Full   string `json:"full_text"`
		Short  string `json:"short_text"`
		Colour string `json:"color,omitempty"`
		Markup string `json:"markup"`
	}{"bordertop", p.joined(bare), p[:min(len(p), 1)].joined(bare), hexOf(mark), "none"}
	out, err := json.Marshal(block)
	return string(out), err
}

func bare(p piece) string { return p.text }

// waybar is what a module of waybar with return-type json reads. Text and tooltip
// are in Pango's markup.
func (p bar) waybar(b model.Board, o Options) (string, error) {
	var tooltip strings.Builder
	o.Paint, o.Width = nil, 100
	if err := Status(&tooltip, b, o); err != nil {
		return "", err
	}
	classes := []string{className(gravest(b))}
	if b.StaleCount() > 0 {
		classes = append(classes, "stale")
	}
	module := struct {
		Text       string   `json:"text"`
		Alt        string   `json:"alt"`
		Tooltip    string   `json:"tooltip"`
		Class      []string `json:"class"`
		Percentage int      `json:"percentage"`
	}{pango(p.joined(bare)), classes[0], pango(strings.TrimSpace(tooltip.String())), classes, openness(b)}
	out, err := json.Marshal(module)
	return string(out), err
}

// gravest is the mark of the state that limits most.
func gravest(b model.Board) Mark {
	worst := Unmarked
	for _, m := range []Mark{Closed, Restricted, Disputed, Faint, Open} {
		for _, c := range b.Crossings {
			if worst == Unmarked && markOf(c.Headline) == m {
				worst = m
			}
		}
	}
	return worst
}

// className is the name of a mark for style sheets.
func className(m Mark) string {
	return [...]string{
		Unmarked: "none", Heading: "none", Faint: "unknown", Closed: "closed", Restricted: "restricted", Open: "open", Disputed: "disputed",
	}[m]
}

// openness is how many in a hundred crossings let somebody through.
func openness(b model.Board) int {
	through := 0
	for _, c := range b.Crossings {
		if s := c.Headline.State; s == model.Open || s == model.OpenWithBans || s == model.Restricted {
			through++
		}
	}
	return through * 100 / max(1, len(b.Crossings))
}

// pango writes text so that Pango's markup shows it as it is.
func pango(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "'", "&#39;", `"`, "&quot;").Replace(text)
}
