package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bordertop/model"
	"bordertop/model/dataset"
	"bordertop/model/export"
	"bordertop/model/permit"
)

// mayFlags are what is asked.
type mayFlags struct {
	who, at, to, class, on string
	list                   bool
}

func mayCommand(e env, f *flags) *cobra.Command {
	var m mayFlags
	c := &cobra.Command{
		Use:     "may",
		Short:   "Whether somebody may pass a crossing, by which rule, and where else",
		GroupID: groupQuestions,
		Long: `Say yes, no or not known, with the measure, its words and its source. Who and
what rules there are comes from the records: a country and a class of traffic
(lt-truck), or words of those whom a closure lets pass (eu-citizen, diplomat).
What a text does not say plainly, and what is stale or disputed, is not known.

The exit status is 0 for yes, 1 for no and 4 for not known.`,
		Example: `  bordertop may --who lt-truck --at medininkai --to lt
  bordertop may --who eu-citizen --at Шальчининкай --to lt --on 2025-11-19
  bordertop may --list`,
		Args: noArguments,
	}
	fs := c.Flags()
	fs.StringVar(&m.who, "who", "", "`WHO` wants to pass, such as lt-truck, eu-citizen or diplomat; --list shows more")
	fs.StringVar(&m.at, "at", "", "`CROSSING`, by its id or any of its names")
	fs.StringVar(&m.to, "to", "", "`COUNTRY` travelled to, such as lt or by (default that of --who, or else the near one)")
	fs.StringVar(&m.class, "class", "", "`CLASS` of traffic, such as car or bus (default that of --who, or else the first that the crossing serves)")
	fs.StringVar(&m.on, "on", "", "`MOMENT` of the passage, by what is known at --as-of (default --as-of)")
	fs.BoolVar(&m.list, "list", false, "show who can be asked for, and which records name them")
	answering(e, f, c, []string{"text", "json"}, func([]string) answer {
		return func(_ context.Context, w io.Writer, q *question) error {
			if m.list {
				return m.classes(w, q)
			}
			return m.answer(w, q)
		}
	})
	complete(c, "who", completing(e, f, classWords))
	complete(c, "at", completing(e, f, crossingIDs))
	complete(c, "to", completing(e, f, countryCodes))
	complete(c, "class", choosing(model.Class("").Words()))
	complete(c, "on", choosing([]string{"now", "today", "yesterday"}))
	return c
}

// answer answers the question, and gives yes, no or not known as an exit status.
func (m mayFlags) answer(w io.Writer, q *question) error {
	if m.who == "" || m.at == "" {
		return errors.New("may needs --who and --at; --list shows who can be asked for")
	}
	on, err := moment("--on", m.on, q.env.now(), q.records.zone)
	if err != nil {
		return err
	}
	if m.on != "" {
		if on.IsZero() {
			on = q.env.now()
		}
		q.at(on, q.board.Known)
	}
	rules := permit.RulesOf(q.records.log)
	asked, err := m.question(q, rules)
	if err != nil {
		return err
	}
	a, _ := rules.Ask(q.board, asked)
	write := export.May
	if q.format == "json" {
		write = export.WriteMay
	}
	if err := write(w, q.board, a, q.options); err != nil {
		return err
	}
	switch a.Verdict {
	case permit.No:
		return no(exitNo)
	case permit.Unknown:
		return no(exitStale)
	case permit.Yes:
	}
	return nil
}

// question reads the flags. Without --to or --class these are open.
func (m mayFlags) question(q *question, rules *permit.Rules) (permit.Question, error) {
	var asked permit.Question
	c, err := q.crossing(m.at)
	if err != nil {
		return asked, fmt.Errorf("--at: %w", err)
	}
	who, err := rules.Parse(m.who)
	if err != nil {
		return asked, fmt.Errorf("--who: %w; bordertop may --list shows who can be asked for", err)
	}
	asked = permit.Question{Who: who, At: c.Crossing.ID, Class: model.Class(m.class)}
	if words := model.Class("").Words(); m.class != "" && !slices.Contains(words, m.class) {
		return asked, fmt.Errorf("--class: no class %s", unknownWord(m.class, words))
	}
	if m.to == "" {
		return asked, nil
	}
	countries := c.Crossing.Countries
	i := slices.IndexFunc(countries, func(c model.Country) bool { return q.options.Words.Names(c, m.to) })
	if i < 0 {
		return asked, fmt.Errorf("--to: %s leads to %s, not to %s", c.Crossing.ID, enumerate(lower(countries)), dataset.Quote(m.to))
	}
	asked.To = countries[i]
	return asked, nil
}

// classes lists who can be asked for.
func (m mayFlags) classes(w io.Writer, q *question) error {
	classes := permit.RulesOf(q.records.log).Classes(q.board)
	if q.format == "json" {
		return export.WriteClasses(w, q.board, classes, q.options)
	}
	return export.Classes(w, classes, q.options)
}

// classWords completes who can be asked for, each with the words of a record.
func classWords(q *question, _ string) []string {
	var words []string
	seen := map[string]bool{}
	for _, c := range permit.RulesOf(q.records.log).Classes(q.board) {
		if !seen[c.Word] {
			seen[c.Word] = true
			words = append(words, cobra.CompletionWithDesc(c.Word, strings.Join(strings.Fields(c.Text.String()), " ")))
		}
	}
	return words
}

// countryCodes completes the countries that crossings join.
func countryCodes(q *question, _ string) []string {
	var words []string
	for _, c := range q.board.Crossings {
		for _, code := range lower(c.Crossing.Countries) {
			if !slices.Contains(words, code) {
				words = append(words, code)
			}
		}
	}
	return words
}

func lower(countries []model.Country) []string {
	out := make([]string, len(countries))
	for i, c := range countries {
		out[i] = strings.ToLower(string(c))
	}
	return out
}
