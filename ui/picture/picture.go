// Package picture turns a frame of the board into a file for a README, a wiki or
// an article: SVG, PNG, HTML, or text with or without colours.
package picture

import (
	"fmt"
	"io"
	"slices"

	"bordertop/model"
	"bordertop/ui/theme"
)

// Format is the kind of a file.
type Format string

// The formats.
const (
	SVG  Format = "svg"
	PNG  Format = "png"
	Text Format = "txt"
	ANSI Format = "ansi"
	HTML Format = "html"
)

// Formats lists the formats, that of pictures for the web first.
func Formats() []Format { return []Format{SVG, PNG, Text, ANSI, HTML} }

// Of is the format of a file by the end of its name; not ok where that tells none.
func Of(ending string) (Format, bool) {
	f := Format(ending)
	if ending == "htm" {
		f = HTML
	}
	return f, slices.Contains(Formats(), f)
}

// Frame is a frame of the board, and what a picture needs to know of it.
type Frame struct {
	// Text is lines with colours, as a terminal takes them.
	Text string
	// Caption says what it shows, in a line without colours.
	Caption string
	Lang    model.Lang
	// Ground is the background that it was drawn for.
	Ground theme.Ground
}

// Write writes a frame in a format.
func Write(w io.Writer, f Format, frame Frame) error {
	var err error
	switch f {
	case SVG:
		err = writeSVG(w, frame)
	case PNG:
		err = writePNG(w, read(frame))
	case Text:
		err = writeText(w, frame)
	case ANSI:
		err = writeANSI(w, frame.Text)
	case HTML:
		err = writeHTML(w, frame)
	}
	if err != nil {
		return fmt.Errorf("write a picture: %w", err)
	}
	return nil
}
