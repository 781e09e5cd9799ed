package lang

import (
	"fmt"

	"bordertop/model"
)

// DeskWords are those of the forms in which a desk adds and amends records.
type DeskWords struct {
	// Title has the kind (%s) of what is added, Amends that (%s) and what is amended (%s).
	Title, Amends string
	// What the keys do.
	Save, Choose, Next, Leave, Discard string
	// Add and Adding stand in the line that adds; More counts the fields that are out of
	// the way.
	Add, Adding string
	More        Plural
	// Sure is said before what is typed is thrown away, and Gone after.
	Sure, Gone string
	// Nothing is said where nothing that is offered matches.
	Nothing string
	// NotYet is said while something is missing or wrong, Same where the board would
	// stay as it is, and Shows before what it would show.
	NotYet, Same, Shows string
	// Twin is said of a record (%s) that says the same. Past is said where the board
	// shows a moment (%s), with the key that leads to the present (%s).
	Twin, Past string
	// Unset is said of an amendment that would change nothing.
	Unset string
	// Needed stands in a field that must be filled in.
	Needed string
	// Fresh has a field (%s) of a source that is made in passing.
	Fresh string
	// What may be typed: a moment, a list, a link, a figure, yes or no, and TOML.
	Moment, Span, List, Link, Figure, Figures, Table string
	// By the names of what was drafted (%s) and the number of the entry (%s).
	Added string
	// NotAdded has the reason (%s), and NotAddedKept is said where the form is closed.
	NotAdded, NotAddedKept string
	// Added nevertheless, but for what (%s) went wrong after.
	AddedBut string
	// NoJournal tells how to get one; NoDesk where nothing can be added.
	NoJournal, NoDesk string
	// Kept is said when a form is closed, with the key (%s) that goes on; NotKept with
	// the reason (%s) why the text will not outlast the program.
	Kept, NotKept string
	// Draft has the kind of a draft (%s), when it was typed (%s) and what (%s).
	Draft, Resumed string
	// Unknown is said where the selection is no record.
	Unknown string
	// Away is said of a record that is withdrawn already.
	Away string
	// Effects says what amendments of a kind do.
	Effects map[string]string
	// About says what records of a kind state.
	About map[string]string
}

func (w *Words) englishDesk() {
	w.Desk = DeskWords{
		Title: "Add: %s", Amends: "Amend: %s %s",
		Save: "save", Choose: "choose", Next: "next", Leave: "keep for later", Discard: "throw away",
		Add: "add to the journal", Adding: "adding …",
		More: Plural{One: "%s more field", Other: "%s more fields"},
		Sure: "ctrl+x once more throws away all that is typed here", Gone: "thrown away",
		Nothing: "nothing is called so",
		NotYet:  "what the board will show stands here once what is needed is filled in",
		Same:    "nothing that the board shows changes", Shows: "The board will show",
		Twin:   "%s says the same: is this twice?",
		Past:   "The board stands at %s; what you add is known from now on: %s leads there",
		Unset:  "change a field, or choose a withdrawal",
		Needed: "needed", Fresh: "new source: %s",
		Moment: "now, 18:40, yesterday 23:30, 30 Nov 24:00, 2h (ago), 2025-11-30",
		List:   "several with commas", Link: "a web address that begins with https://", Figure: "a number",
		Figures: "such as flights=20, passengers=3000", Span: "such as 45m or 6h30m",
		Table: "TOML in one line, such as { amount = 120, currency = \"EUR\" }",
		Added: "added %s as entry %s", NotAdded: "Not added: %s",
		NotAddedKept: "not added, the draft is kept: %s", AddedBut: "added %s as entry %s, but: %s",
		NoJournal: `there is no journal to add to: start with --journal DIRECTORY, or name one in the settings (journal = "…")`,
		NoDesk:    "nothing can be added here",
		Kept:      "draft kept: %s goes on with it", NotKept: "the draft will not outlast the program: %s",
		Draft: "%s begun %s: %s", Resumed: "the draft of %s goes on",
		Unknown: "no record is selected that could be amended", Away: "it was withdrawn already",
		Effects: map[string]string{
			string(model.Update): "it changed: holds from the time given", string(model.Correction): "it was wrong from the start",
			string(model.Withdrawal): "off the board; it stays in the log", string(model.Dispute): "somebody says otherwise",
		},
		About: map[string]string{
			string(model.KindIncident): "something that happened", string(model.KindCount): "how many vehicles are held, parked, listed or returned",
			string(model.KindStatement): "something that somebody said", string(model.KindMeasure): "an act that limits passage or starts a clock",
			string(model.KindReport): "a crossing was seen, or said to be, in a state", string(model.KindQueue): "a queue at a crossing",
			string(model.KindDeadline):  "a date with consequences that no measure carries",
			string(model.KindCondition): "what a side demands, offers or pledges", string(model.KindSource): "where facts come from",
			string(model.KindTally): "a figure per period, such as airport stops in a month", string(model.KindPlace): "an airport, a city or another point",
			string(model.KindCrossing): "a crossing point",
		},
	}
}

// SourceMade labels a field of a source that is made in passing.
func (w Words) SourceMade(label string) string { return fmt.Sprintf(w.Desk.Fresh, label) }
