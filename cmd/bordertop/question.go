package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"bordertop/config"
	"bordertop/model"
	"bordertop/model/export"
	"bordertop/model/lang"
	"bordertop/model/query"
	"bordertop/ui/draw"
)

// question is what a command is asked about the records, and all that an answer
// needs.
type question struct {
	env     env
	config  config.Config
	records records
	// board is the one that the question is about; live tells that it is that of
	// the present.
	board model.Board
	live  bool
	// before is the board that a watch showed before; nil where it was told already.
	before *model.Board
	// format is one of those that the command has.
	format string
	// options say how a board is written: language, zone, clocks, width, colours.
	options export.Options
	// queries must all match; see matches.
	queries []query.Query
	index   *query.Index
	// left are the records that the answer tells of, where it may be an export.
	left []model.ID
}

// answer writes what answers a question. What it writes is delivered as a whole,
// or not at all if it fails; an error for which answered is true is an answer too.
type answer func(ctx context.Context, w io.Writer, q *question) error

// plainFormat is that of --plain: a record a line, its fields apart by tabs, and
// nothing cut.
const plainFormat = "plain"

// answering makes c a command that answers a question about the records, in one of
// the formats, of which the first is the default. What people read follows the
// width and the characters of the terminal; see readersOf. to gives the answer to the command's arguments.
func answering(e env, f *flags, c *cobra.Command, formats []string, to func(args []string) answer) *cobra.Command {
	o := outputFlags{formats: formats}
	o.register(c)
	f.registerKnown(c.Flags())
	complete(c, "format", choosing(formats))
	complete(c, "known", choosing([]string{"now"}))
	c.RunE = func(c *cobra.Command, args []string) error {
		format, err := o.chosen()
		if err != nil {
			return err
		}
		return reply(c.Context(), e, f, format, to(args))
	}
	return c
}

// reply asks what the command line asks and delivers the answer. What only people
// read is fitted to the terminal and, where it speaks no Unicode, to ASCII.
func reply(ctx context.Context, e env, f *flags, format string, a answer) error {
	if err := f.checkColour(); err != nil {
		return err
	}
	hurry()
	q, err := ask(ctx, e, f, format)
	if err != nil {
		return err
	}
	q.fit(f, readersOf(format))
	var out bytes.Buffer
	err = a(ctx, &out, &q)
	if err != nil && !answered(err) {
		return err
	}
	text := out.Bytes()
	if q.config.ASCII && readersOf(format) != programs {
		text = []byte(draw.ASCII(out.String()))
	}
	if failed := deliver(e, f.output, text); failed != nil {
		return failed
	}
	noteLeft(ctx, f, &q)
	return err
}

// readers are those for whom a format is.
type readers uint8

// The readers: people at a terminal, people and simple tools such as grep, and
// programs, which get what they parse and nothing else.
const (
	people readers = iota
	both
	programs
)

// outputFlags say in which format a command answers.
type outputFlags struct {
	formats []string
	format  string
	plain   bool
}

func (o *outputFlags) register(c *cobra.Command) {
	c.Flags().StringVar(&o.format, "format", o.formats[0], "`FORMAT`: "+enumerate(o.formats))
	if slices.Contains(o.formats, plainFormat) {
		c.Flags().BoolVar(&o.plain, "plain", false, "a record a line, its fields apart by tabs, nothing cut: --format plain")
	}
}

func (o *outputFlags) chosen() (string, error) {
	if o.plain {
		return plainFormat, nil
	}
	if !slices.Contains(o.formats, o.format) {
		return "", fmt.Errorf("--format: no format %s", unknownWord(o.format, o.formats))
	}
	return o.format, nil
}

// readersOf tells who reads a format: people, unless it is known for another's.
func readersOf(format string) readers {
	switch format {
	case plainFormat, "tmux", "polybar", "prompt":
		return both
	case "json", "jsonl", "csv", "toml", "ics", "atom", "md", "waybar", "i3status":
		return programs
	}
	return people
}

// ask puts a question together of what may leave the desk: settings, records and the
// board at the moment that the command line asks for. Faults of files are told on
// stderr.
func ask(ctx context.Context, e env, f *flags, format string) (question, error) {
	return askOf(ctx, e, f, format, func(h held) records { return h.public(e.now()) })
}

// askOf is ask, of those of the desk's records that are chosen.
func askOf(ctx context.Context, e env, f *flags, format string, chosen func(held) records) (question, error) {
	c, err := settings(e, f)
	if err != nil {
		return question{}, err
	}
	h, err := load(e, c)
	if err != nil {
		return question{}, err
	}
	return questionOf(ctx, e, f, c, chosen(h), format)
}

// questionOf puts a question together of settings and records, and of what live
// sources told last.
func questionOf(ctx context.Context, e env, f *flags, c config.Config, r records, format string) (question, error) {
	r = r.kept(ctx, e, c)
	q := question{env: e, config: fitted(e, c, r), records: r, format: format}
	now := e.now()
	at, known, err := f.moments(now, r.zone)
	if err != nil {
		return q, err
	}
	q.live = at.IsZero() && known.IsZero()
	if at.IsZero() {
		at = now
	}
	if known.IsZero() {
		known = at
	}
	q.at(at, known)
	if f.set.Changed("filter") {
		err = q.narrow("--filter", f.filter)
	}
	return q, err
}

// at puts the question of another moment.
func (q *question) at(valid, known time.Time) { q.board = q.records.log.At(valid, known) }

// fit says how the board is written for its readers: only people get colours, and
// lines that are cut.
func (q *question) fit(f *flags, r readers) {
	q.options = export.Options{
		Name: q.records.Title.String(), Words: lang.Of(q.config.Language), Zone: q.records.zone, Live: q.live, Only: q.matches,
	}
	for _, clock := range q.config.Clocks {
		q.options.Clocks = append(q.options.Clocks, export.Clock{Name: clock.Name.String(), Zone: clock.Zone})
	}
	q.options.Width, q.options.Signs = standardWidth, signs()
	if q.config.ASCII && r != programs {
		q.options.Signs = asciiSigns()
	}
	if r == people && f.output == "" {
		q.options.Width = columns(q.env)
	}
	if r == people {
		q.options.Paint = f.paint(q.env, q.config)
	}
}

// narrow asks for what a query finds, besides what is asked for already. The name
// is what is told in an error.
func (q *question) narrow(name, text string) error {
	asked, err := query.Parse(text, q.records.zone)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if !asked.Empty() {
		q.queries = append(q.queries, asked)
	}
	return nil
}

// matches tells whether a record is asked for.
func (q *question) matches(r model.Record) bool {
	if len(q.queries) == 0 {
		return true
	}
	for _, asked := range q.queries {
		if !q.names().Match(asked, r, q.scope()) {
			return false
		}
	}
	return true
}

// scope is what queries are asked of.
func (q *question) scope() query.Scope {
	return query.Scope{Board: q.board, At: q.board.Valid, Zone: q.records.zone}
}

// no is an answer that a flag asked to be told as an exit status.
func no(status int) error { return &statusError{status, errReported} }

// answered tells whether an error is an answer, or was told already.
func answered(err error) bool { return errors.Is(err, errReported) }
