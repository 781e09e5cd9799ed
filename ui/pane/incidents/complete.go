package incidents

import "bordertop/ui/pane"

// complete finishes the word before the cursor.
func (*prompt) complete(pane.Scene) {}

// hint tells how one may go on.
func (t typed) hint(s pane.Scene) string {
	switch {
	case t.purpose == dating:
		return s.Words.Log.NotDate
	case t.text == "":
		return s.Words.Log.Example
	}
	return ""
}
