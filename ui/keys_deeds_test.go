package ui_test

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/config"
	"bordertop/ui"
)

// What the log begins with, the newest first.
const (
	first  = "US presses on fertiliser transit"
	second = "Lukashenko promises to return trucks"
	last   = "One more Vilnius stop, undated"
)

// past leads to an hour of the founding article.
var past = []string{":", "as-of 2025-11-11T17:00", "enter"}

// toPane is what the key of a pane does.
func toPane(i int) deed {
	titles := map[int]string{0: "1 Crossings", 1: "2 Deadlines", 2: "3 Trucks", 3: "4 Conditions", 4: "5 Incidents", 5: "6 Detail", 6: "7 Map", 7: "8 Timeline", 8: "9 Sources", 9: "0 Changes"}
	if titles[i] == "" { // for a pane that there is not
		return deed{also: (*desk).stays}
	}
	from := []string{"6"}
	if titles[i] == "6 Detail" {
		from = []string{"5"}
	}
	return deed{from: from, focus: titles[i]}
}

// deeds lists what each action does in the log, by the nth of its keys.
func deeds(nth int) map[config.Action]deed {
	return map[config.Action]deed{
		config.Up:             {from: []string{"j", "j"}, cursor: second, sees: []string{"trucks · 20 Mar 2026"}},
		config.Down:           {cursor: second, sees: []string{"trucks · 20 Mar 2026"}},
		config.PageUp:         {from: []string{"G"}, cursor: "Belarus pens in Lithuanian trucks"},
		config.PageDown:       {cursor: "Lukashenko names his price", gone: []string{"economy · 15 May 2026"}},
		config.HalfPageUp:     {from: []string{"G"}, cursor: "Third stop in a week"},
		config.HalfPageDown:   {cursor: "Six members of a ring held"},
		config.Top:            {from: []string{"G"}, cursor: first, sees: []string{"economy · 15 May 2026"}},
		config.Bottom:         {cursor: last, gone: []string{"economy · 15 May 2026"}},
		config.Left:           {from: []string{"F", "l"}, sees: []string{"[category]"}, gone: []string{"[place]"}},
		config.Right:          {from: []string{"F"}, sees: []string{"[place]"}, gone: []string{"[category]"}},
		config.Open:           {focus: "6 Detail", sees: []string{"open the link"}},
		config.OpenLink:       {sees: []string{"open news-pravda.com in the browser?"}, also: (*desk).visits},
		config.Filter:         {sees: []string{"take back"}, also: (*desk).filters},
		config.Find:           {sees: []string{"take back"}, also: (*desk).finds},
		config.NextMatch:      {from: []string{"f", "airport", "enter", "g"}, cursor: "February stop", sees: []string{"airport 1/22"}},
		config.PreviousMatch:  {from: []string{"f", "airport", "enter", "n", "n"}, cursor: "Airport closed three times", sees: []string{"airport 2/22"}, gone: []string{"airport 3/22"}},
		config.NextSevere:     {cursor: second, sees: []string{"severity 3 of 4"}},
		config.PreviousSevere: {from: []string{"G"}, cursor: "Two more crossings shut"},
		config.DayBack:        {from: []string{"j", "j", "j"}, cursor: "Hauliers meet Belarus's premier"},
		config.DayForward:     {from: []string{"j", "j", "j", "j"}, cursor: "Coale meets Lukashenko"},
		config.Date:           {sees: []string{"go there"}, also: (*desk).goes},
		config.NextUnread:     {given: news, cursor: "Coale meets Ruginienė", gone: []string{"1 new"}},
		config.Sort:           {from: []string{"j"}, sees: []string{"↓ severity"}, cursor: second},
		config.Group:          {from: []string{"j"}, sees: []string{"by day", "17 Mar 1 ──"}, cursor: second},
		config.Frequency:      {sees: []string{"[category]", "only these"}, also: (*desk).counts},
		config.Mark:           {sees: []string{"◉", "marked"}, also: (*desk).unmarks},
		config.Copy:           {sees: []string{"copied: "}, also: (*desk).copiesSentence},
		config.CopyRecord:     {sees: []string{"copied: "}, also: (*desk).copiesMarkdown},
		config.Add:            {given: deskOf, focus: "Commands"},
		config.Amend:          {given: deskOf, focus: "Amend: incident US presses", sees: []string{"add to the journal"}},
		config.StepBack:       {sees: []string{"REPLAY", "6 Oct 2026 00:00"}},
		config.StepForward:    {from: past, sees: []string{"12 Nov 2025 00:00", "Protest over 8 and 10 November flights, and"}, gone: []string{"11 Nov 2025 17:00"}},
		config.Hindsight:      {from: past, sees: []string{"as known now"}, also: (*desk).looksBack},
		config.Play:           {from: past, sees: []string{"playing 1 d a second"}, also: (*desk).plays},
		config.Compare:        {from: past, sees: []string{"compared from 11 Nov 2025 17:00"}},
		config.ZoomIn:         {also: (*desk).stays}, // no picture is here
		config.ZoomOut:        {also: (*desk).stays},
		config.PanUp:          {also: (*desk).stays},
		config.PanDown:        {also: (*desk).stays},
		config.PanLeft:        {also: (*desk).stays},
		config.PanRight:       {also: (*desk).stays},
		config.Scale:          {also: (*desk).stays},
		config.Now:            {from: []string{":", "as-of 2025-11-11", "enter"}, gone: []string{"REPLAY"}, sees: []string{"23 Nov 2026 20:45"}},
		config.Palette:        {focus: "Commands", sees: []string{"as-of MOMENT"}, also: (*desk).commands},
		config.Back:           {from: []string{"enter"}, focus: "5 Incidents", gone: []string{"open the link"}, also: (*desk).stays},
		config.Panes:          toPane(nth),
		config.Next:           {focus: "6 Detail"},
		config.Previous:       {from: []string{"tab"}, focus: "5 Incidents"},
		config.Zoom:           {gone: []string{"6 Detail"}, also: (*desk).shrinks},
		config.Acknowledge:    {sees: []string{"there is no alert"}}, config.Snooze: {sees: []string{"there is no alert"}},
		config.Reload:  {sees: []string{"reading the data"}, given: func(o *ui.Options) { o.Reload = func() {} }},
		config.Mouse:   {sees: []string{"mouse off"}, also: (*desk).leavesMouse},
		config.Suspend: {also: (*desk).stays}, // no shell is here; see TestSuspendLeadsToTheShellAndBack
		config.Help:    {focus: "Keys that work here", sees: []string{"half a page up"}},
		config.Quit:    {also: (*desk).quits},
	}
}

// elsewhere lists what keys do outside of the log, and once more.
func elsewhere() map[string]struct {
	key  string
	deed deed
} {
	crossings := []string{"1"}
	page := []string{"j", "enter"} // of the second event
	onMap := []string{"7", "z"}
	timeline := []string{"8", "z"}
	return map[string]struct {
		key  string
		deed deed
	}{
		"down on the map":              {"j", deed{from: onMap, sees: []string{"[~Stasylos"}, gone: []string{"[~Medininkai"}}},
		"up on the map":                {"up", deed{from: append(onMap, "j"), sees: []string{"[~Medininkai"}}},
		"closer on the map":            {"+", deed{from: onMap, sees: []string{"7 Map · x1.5"}}},
		"further away on the map":      {"-", deed{from: onMap, sees: []string{"7 Map · x0.7"}}},
		"right over the map":           {"L", deed{from: onMap, sees: []string{"7 Map · x1.0"}}},
		"the whole map":                {"g", deed{from: append(onMap, "+"), gone: []string{"· x"}}},
		"back to the whole map":        {"esc", deed{from: append(onMap, "+"), gone: []string{"· x"}}},
		"open from the map":            {"enter", deed{from: onMap, focus: "6 Detail  crossing"}},
		"left on the timeline":         {"left", deed{from: timeline, focus: "8 Timeline", sees: []string{"31 Oct 2026 23:59"}}},
		"right on the timeline":        {"l", deed{from: append(timeline, "left"), gone: []string{"REPLAY"}}},
		"the beginning of the story":   {"g", deed{from: timeline, sees: []string{"REPLAY", "28 Feb 2023"}}},
		"the end of the story":         {"G", deed{from: append(timeline, "g"), gone: []string{"REPLAY"}}},
		"half a view back":             {"ctrl+u", deed{from: timeline, sees: []string{"REPLAY"}}},
		"half a view on":               {"ctrl+d", deed{from: append(timeline, "ctrl+u"), gone: []string{"REPLAY"}}},
		"closer on the timeline":       {"+", deed{from: timeline, sees: []string{"│ weeks "}}},
		"further away on the timeline": {"-", deed{from: append(timeline, "+"), gone: []string{"│ weeks "}}},
		"a lane of the timeline":       {"enter", deed{from: append(timeline, "j"), focus: "6 Detail  measure"}},
		"two moments of the timeline":  {"v", deed{from: append(timeline, "left"), sees: []string{"compared from", "◉"}}},
		"what changed":                 {"0", deed{from: crossings, focus: "0 Changes", sees: []string{"since 22 Nov 20:45"}, gone: []string{"1 Crossings"}}},
		"back from what changed":       {"esc", deed{from: append(crossings, "0"), focus: "1 Crossings", sees: []string{"5 Incidents"}}},
		"open what changed":            {"enter", deed{from: append(past, "0"), focus: "6 Detail", gone: []string{"0 Changes"}}},
		"back to what changed":         {"esc", deed{from: append(past, "0", "enter"), focus: "0 Changes"}},
		"elsewhere from what changed":  {"1", deed{from: append(past, "0"), focus: "1 Crossings", sees: []string{"5 Incidents"}, gone: []string{"0 Changes"}}},
		"sort the sources":             {"s", deed{from: []string{"9", "z"}, sees: []string{"↓ records"}}},
		"open a source":                {"enter", deed{from: []string{"9"}, focus: "6 Detail  source"}},
		"down in the crossings":        {"j", deed{from: crossings, focus: "1 Crossings", cursor: "Šalčininkai – Benyak"}},
		"open a crossing":              {"enter", deed{from: []string{"1", "j"}, focus: "6 Detail  crossing"}},
		"filter from the crossings":    {"/", deed{from: crossings, focus: "5 Incidents", sees: []string{"take back"}}},
		"next link of a page":          {"n", deed{from: page, focus: "6 Detail", cursor: "Medininkai – Kamenny Log"}},
		"previous link of a page":      {"N", deed{from: append(page, "n", "n"), focus: "6 Detail", cursor: "Medininkai – Kamenny Log"}},
		"open a link of a page":        {"enter", deed{from: append(page, "n"), focus: "6 Detail  crossing"}},
		"back from a link":             {"esc", deed{from: append(page, "n", "enter"), focus: "6 Detail  incident"}},
		"back at the top":              {"esc", deed{focus: "5 Incidents", also: (*desk).stays}},
		"back from the help":           {"esc", deed{from: []string{"?"}, focus: "5 Incidents", gone: []string{"half a page up"}}},
		"quit in the help":             {"q", deed{from: []string{"?"}, focus: "5 Incidents", gone: []string{"half a page up"}, also: (*desk).stays}},
		"search in the help":           {"/", deed{from: []string{"?"}, also: (*desk).searches}},
		"down in the help":             {"pgdown", deed{rows: 24, from: []string{"?"}, sees: []string{"esc        back"}}},
		"back from the palette":        {"esc", deed{from: []string{":"}, gone: []string{"as-of MOMENT"}, also: (*desk).stays}},
		"back from a filter":           {"esc", deed{from: []string{"/", "airport"}, gone: []string{"take back", "of 134"}, cursor: first}},
		"quit in a filter is a letter": {"q", deed{from: []string{"/"}, sees: []string{"q"}}},
		"zoom and back":                {"esc", deed{from: []string{"z"}, sees: []string{"6 Detail"}}},
		"any key instead of o":         {"j", deed{from: []string{"o"}, gone: []string{"in the browser?"}, cursor: second, also: (*desk).visitsNothing}},
		"copy as JSON by its name":     {"enter", deed{from: []string{":", "json"}, sees: []string{"copied: "}, also: (*desk).copiesJSON}},
		"scale of the claims":          {"i", deed{from: []string{"3", "z"}, sees: []string{"linear scale"}, gone: []string{"log scale"}}},
		"scale and back":               {"i", deed{from: []string{"3", "z", "i"}, sees: []string{"log scale"}}},
		"closer to a claim":            {"+", deed{from: []string{"3", "z", "j", "j"}, sees: []string{"10 Nov 2025     24 Nov        8 Dec"}}},
		"page of figures per month":    {"l", deed{from: []string{"3", "z"}, sees: []string{"[Per month and year]", "966 balloons"}}},
		"narrow by a count":            {"enter", deed{from: []string{"F"}, sees: []string{"30 of 134 · category=statement"}}},
	}
}

// visits agrees to open the page.
func (d *desk) visits() {
	d.press("o")
	shows(d.T, d.Term, "opened in the browser")
	if len(d.ran) != 1 || !strings.HasPrefix(d.ran[0][len(d.ran[0])-1], "https://news-pravda.com/") {
		d.Errorf("ran %q", d.ran)
	}
}

func (d *desk) filters() {
	d.press("каменны")
	shows(d.T, d.Term, "37 of 134 · каменны", second)
	if strings.Contains(d.Screen(), "Three loads seized") {
		d.Errorf("what does not match is shown:\n%s", d.Screen())
	}
	d.press("enter", "G")
	if c := d.cursor(); !strings.Contains(c, "stranded traveller") {
		d.Errorf("the cursor is on %q", c)
	}
}

func (d *desk) finds() {
	d.press("airport")
	shows(d.T, d.Term, "134 · find airport 1/22", first)
	d.press("enter")
	if c := d.cursor(); !strings.Contains(c, "February stop") {
		d.Errorf("the cursor is on %q", c)
	}
}

func (d *desk) goes() {
	d.press("2025-11-11", "enter")
	if c := d.cursor(); !strings.Contains(c, "Lukashenko orders talks") {
		d.Errorf("the cursor is on %q", c)
	}
}

func (d *desk) counts() {
	shows(d.T, d.Term, "airport      18", "restriction   3")
}

func (d *desk) unmarks() {
	d.press("space")
	shows(d.T, d.Term, "mark taken away")
	if strings.Contains(d.cursor(), "◉") {
		d.Errorf("a mark stays: %q", d.cursor())
	}
}

func (d *desk) copiesSentence() {
	c := d.Copied()
	if len(c) != 1 || strings.Contains(c[0], "\n") {
		d.Fatalf("copied %q", c)
	}
	for _, part := range []string{first, "news-pravda.com (pro-Kremlin aggregator)", "https://news-pravda.com/", "As of 23 Nov 2026 20:45 EET"} {
		if !strings.Contains(c[0], part) {
			d.Errorf("copied %q, without %q", c[0], part)
		}
	}
}

func (d *desk) copiesMarkdown() {
	if c := d.Copied(); len(c) != 1 || !strings.Contains(c[0], "](<https://news-pravda.com/") {
		d.Errorf("copied %q", c)
	}
}

func (d *desk) copiesJSON() {
	if c := d.Copied(); len(c) != 1 || !json.Valid([]byte(c[0])) || !strings.Contains(c[0], `"url": "https://news-pravda.com/`) {
		d.Errorf("copied %q", c)
	}
}

func (d *desk) commands() {
	d.press("zoom", "enter")
	if screen := d.Screen(); strings.Contains(screen, "6 Detail") || strings.Contains(screen, "as-of MOMENT") {
		d.Errorf("zoom by its name leads to\n%s", screen)
	}
}

func (d *desk) searches() {
	d.press("severe")
	shows(d.T, d.Term, "next severe incident")
	if strings.Contains(d.Screen(), "half a page up") {
		d.Errorf("what was not searched for is shown:\n%s", d.Screen())
	}
}

// stays expects that the board goes on, with the cursor where it was.
func (d *desk) stays() {
	d.press("j")
	if c := d.cursor(); !strings.Contains(c, second) {
		d.Errorf("the cursor is on %q", c)
	}
}

func (d *desk) shrinks() {
	d.press("z")
	shows(d.T, d.Term, "6 Detail")
}

func (d *desk) leavesMouse() {
	if diff := cmp.Diff([]int{25, 1004, 1049, 2004}, d.Modes()); diff != "" {
		d.Errorf("modes (-want +got):\n%s", diff)
	}
	d.press("m")
	if diff := cmp.Diff([]int{25, 1002, 1004, 1006, 1049, 2004}, d.Modes()); diff != "" {
		d.Errorf("modes once more (-want +got):\n%s", diff)
	}
}

func (d *desk) quits() {
	if m := d.Modes(); len(m) > 0 || strings.TrimSpace(d.Screen()) != "" {
		d.Errorf("modes %v, screen:\n%s", m, d.Screen())
	}
}

// looksBack goes back to what was known then.
func (d *desk) looksBack() {
	d.press("t")
	shows(d.T, d.Term, "as known then")
}

// plays stops where the board came.
func (d *desk) plays() {
	d.press("p")
	before := d.Screen()
	time.Sleep(time.Second)
	d.settle()
	if after := d.Screen(); after != before || strings.Contains(after, "playing") {
		d.Errorf("it plays on:\n%s", after)
	}
}
