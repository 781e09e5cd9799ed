package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/rivo/uniseg"

	"bordertop/config"
	"bordertop/model/dataset"
	"bordertop/model/export"
	"bordertop/ui/draw"
)

// tell writes what was found: nothing where all is well.
func (o checkFlags) tell(e env, f *flags, c checked) error {
	if o.strict {
		c = c.strictly()
	}
	var text []byte
	if o.json {
		out, err := json.MarshalIndent(c.report(), "", "  ")
		if err != nil {
			return fmt.Errorf("write the faults: %w", err)
		}
		text = append(out, '\n')
	} else {
		out := c.lines(faultStyle{columns(e), f.paint(e, config.Default())})
		if f.ascii || !unicode(e.getenv) {
			out = draw.ASCII(out)
		}
		text = []byte(out)
	}
	if err := deliver(e, f.output, text); err != nil {
		return err
	}
	if len(c.faults.Errors()) > 0 {
		return no(exitFault)
	}
	return nil
}

// faultStyle says how faults are written for people. Without paint they have no
// colours.
type faultStyle struct {
	width int
	paint func(export.Mark, string) string
}

func (s faultStyle) marked(m export.Mark, text string) string {
	if s.paint == nil {
		return text
	}
	return s.paint(m, text)
}

// lines tells errors and then warnings, each with the line that it is on, and how
// many there are.
func (c checked) lines(s faultStyle) string {
	var b strings.Builder
	errs, warnings := c.faults.Errors(), c.faults.Warnings()
	c.block(&b, s, errs, export.Closed)
	if len(errs) > 0 && len(warnings) > 0 {
		b.WriteString("\n")
	}
	c.block(&b, s, warnings, export.Restricted)
	if len(c.faults) > 0 {
		fmt.Fprintf(&b, "\n%s, %s\n", counted(len(errs), "fault"), counted(len(warnings), "warning"))
	}
	return b.String()
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func (c checked) block(b *strings.Builder, s faultStyle, faults dataset.Faults, m export.Mark) {
	const indent = "    "
	for _, f := range faults {
		b.WriteString(s.marked(export.Heading, f.Error()) + "\n")
		e, ok := f.Excerpt(c.texts[f.File])
		if !ok {
			continue
		}
		before, at := uniseg.StringWidth(e.Before), uniseg.StringWidth(e.At)
		if left := s.width - len(indent) - before - at; uniseg.StringWidth(e.After) > left {
			e.After = draw.Fit(e.After, max(left, 0))
		}
		line := strings.TrimRight(e.Before+e.At+e.After, " ")
		b.WriteString(indent + line + "\n")
		b.WriteString(indent + strings.Repeat(" ", before) + s.marked(m, strings.Repeat("^", max(at, 1))) + "\n")
	}
}

// faultReport is what check --json writes.
type faultReport struct {
	Schema   int          `json:"schema"`
	Errors   int          `json:"errors"`
	Warnings int          `json:"warnings"`
	Faults   []faultEntry `json:"faults"`
}

// faultEntry is a fault. Line and Column, in bytes, are 0 where it is that of the
// whole file; Excerpt is the line, of which At is at fault.
type faultEntry struct {
	Severity string        `json:"severity"`
	File     string        `json:"file"`
	Line     int           `json:"line"`
	Column   int           `json:"column"`
	Key      string        `json:"key"`
	Problem  string        `json:"problem"`
	Remedy   string        `json:"remedy"`
	Excerpt  *faultExcerpt `json:"excerpt"`
}

type faultExcerpt struct {
	Before string `json:"before"`
	At     string `json:"at"`
	After  string `json:"after"`
}

func (c checked) report() faultReport {
	r := faultReport{Schema: 1, Errors: len(c.faults.Errors()), Warnings: len(c.faults.Warnings()), Faults: []faultEntry{}}
	for _, f := range c.faults {
		entry := faultEntry{"error", f.File, f.Line, f.Column, f.Key, f.Problem, f.Remedy, nil}
		if f.Warning {
			entry.Severity = "warning"
		}
		if e, ok := f.Excerpt(c.texts[f.File]); ok {
			entry.Excerpt = &faultExcerpt{e.Before, e.At, e.After}
		}
		r.Faults = append(r.Faults, entry)
	}
	slices.SortStableFunc(r.Faults, func(a, b faultEntry) int { return cmp.Compare(a.Severity, b.Severity) })
	return r
}

// unheard are the faults that were not told before.
func unheard(faults, before dataset.Faults) dataset.Faults {
	return slices.DeleteFunc(slices.Clone(faults), func(f dataset.Fault) bool { return slices.Contains(before, f) })
}
