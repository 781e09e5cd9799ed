package source

import (
	"time"

	"bordertop/model"
	"bordertop/model/clean"
)

// Settings are what a desk says of a source, as its table in the settings has them.
// Keys that a kind does not take are faults; see Kind.Keys.
type Settings struct {
	// ID is that of the source's record, which its facts cite.
	ID   model.ID
	Kind string
	// Off keeps it from being asked.
	Off bool

	// These describe the source, as in model.Source.
	Title, Publisher, Origin clean.Text
	Type                     model.SourceKind
	StateMedia               bool

	// Every is the time between two requests, Timeout that for one, Stale the age
	// from which its data are no longer taken for the present.
	Every, Timeout, Stale time.Duration

	// URL is where it is. Headers are sent along; in both, ${NAME} stands for what
	// Getenv gives, so that secrets stay out of files.
	URL     string
	Headers map[string]string
	Getenv  func(string) string
	// CA is a file of certificates to trust besides the system's.
	CA string
	// Plain allows http without TLS, Local allows addresses of this machine and of
	// private networks, Hosts are those that a redirect may lead to besides its own.
	Plain, Local bool
	Hosts        []string

	// Path is a file or directory, as it can be opened from where the program runs,
	// Argv a program and its arguments. Env are the names that it gets from Getenv
	// besides those that every program needs.
	Path string
	Argv []string
	Env  []string

	// Crossings tell which crossing the source's own code for one means, besides
	// those that its kind knows; an empty id leaves one out.
	Crossings map[string]model.ID
	// To is the country travelled to, where the source does not say.
	To model.Country
	// Language is that of its texts; empty where it is not known.
	Language model.Lang

	// Rules make incidents of headlines.
	Rules []Rule

	// Decode is the format of what it answers, Rows a jq program that makes rows of
	// it, Expect one that must be true of it. Select, Pattern and Separator tell how
	// HTML, text and CSV are taken apart, Lists which XML elements are always lists.
	Decode, Rows, Expect       string
	Select, Pattern, Separator string
	Lists                      []string
	// Layouts are those of the times, in Go's notation, in Zone.
	Layouts []string
	Zone    *time.Location
	// Tests are samples with the rows that they must give.
	Tests []Test
}

// Rule makes incidents of headlines: those that have one of Any, all of All and none of
// None, whichever are given. Each is a word or words that follow each other, whole or by
// their beginning ("oro uost*"), in any case and with or without accents, or several
// such of which one is enough ("border*|sien*"). The first rule that matches counts.
type Rule struct {
	Any, All, None []string
	Category       model.ID
	Severity       int64
	Crossings      []model.ID
	Places         []model.ID
}

// Test is a sample of what a source answers and what is to come of it.
type Test struct {
	// Sample is a file, as it can be opened from where the program runs. Now is the
	// moment at which it is read; zero is its own.
	Sample string
	Now    time.Time
	// Want are rows as JSON, one each.
	Want []string
}

// Cite gives the source's own record.
func (s Settings) Cite() *model.Source {
	url, _ := clean.ParseURL(s.URL) // What is no public page is no link.
	return &model.Source{
		Fact: model.Fact{ID: s.ID}, Publisher: s.Publisher, Title: s.Title, URL: url,
		Type: s.Type, StateMedia: s.StateMedia, Origin: s.Origin,
	}
}
