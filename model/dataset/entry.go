package dataset

import (
	"fmt"
	"strings"
	"time"

	"bordertop/model"
)

// entryTable is the table in which a journal says who added what follows it, and
// when. It states nothing itself.
const entryTable = "entry"

// Text is a file that is in memory already.
type Text struct{ Name, Content string }

// Entry writes records as an entry of a journal: a table that says who added them,
// and when, and then theirs. Days are by zone.
func Entry(by string, at time.Time, zone *time.Location, records ...model.Record) (string, error) {
	var b strings.Builder
	b.WriteString("\n[[" + entryTable + "]]\nby = " + quoted(by) + "\nat = " + at.UTC().Format(time.RFC3339) + "\n")
	for _, r := range records {
		text, err := record(r, zone)
		if err != nil {
			return "", fmt.Errorf("write an entry: %w", err)
		}
		b.WriteString("\n" + text)
	}
	return b.String(), nil
}
