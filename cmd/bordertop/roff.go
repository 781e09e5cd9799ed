package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// manual is the page of a command in the language of man. It has no date, so that
// the same sources give the same page.
func manual(c *cobra.Command) []byte {
	p := &page{}
	name := strings.ReplaceAll(c.CommandPath(), " ", "-")
	p.line(fmt.Sprintf(`.TH "%s" "1" "" "bordertop" "bordertop"`, strings.ToUpper(roff(name))))
	p.section("NAME")
	p.text(name + " - " + c.Short)
	p.section("SYNOPSIS")
	if c.Runnable() {
		p.line(`.B ` + roff(c.UseLine()))
	}
	if c.HasAvailableSubCommands() {
		p.line(".br")
		p.line(`.B ` + roff(c.CommandPath()+" COMMAND"))
	}
	p.section("DESCRIPTION")
	if c.Long != "" {
		p.text(c.Long)
	} else {
		p.text(c.Short + ".")
	}
	if c.HasExample() {
		p.section("EXAMPLES")
		p.asIs(c.Example)
	}
	p.commands(c)
	p.flags("OPTIONS", c.NonInheritedFlags())
	p.flags("OPTIONS OF EVERY COMMAND", c.InheritedFlags())
	if !c.HasParent() {
		p.world()
	}
	p.also(c)
	return []byte(p.String())
}

// page is a page in the making.
type page struct{ strings.Builder }

func (p *page) line(text string) { _, _ = p.WriteString(text + "\n") }

func (p *page) section(title string) { p.line(".SH " + title) }

// text writes paragraphs.
func (p *page) text(text string) {
	for i, paragraph := range strings.Split(text, "\n\n") {
		if i > 0 {
			p.line(".PP")
		}
		p.line(roff(paragraph))
	}
}

// asIs writes lines that are not to be filled.
func (p *page) asIs(text string) {
	p.line(".nf")
	p.line(roff(text))
	p.line(".fi")
}

// item writes a term and what it means.
func (p *page) item(term, text string) {
	p.line(".TP")
	p.line(`\fB` + roff(term) + `\fR`)
	p.line(roff(text))
}

func (p *page) commands(c *cobra.Command) {
	if !c.HasAvailableSubCommands() {
		return
	}
	p.section("COMMANDS")
	list := func(title, group string) {
		for _, sub := range c.Commands() {
			if !sub.IsAvailableCommand() || sub.GroupID != group {
				continue
			}
			if title != "" {
				p.line(".SS " + roff(title))
				title = ""
			}
			p.item(sub.Name(), sub.Short)
		}
	}
	for _, g := range c.Groups() {
		list(g.Title, g.ID)
	}
	list("", "")
}

func (p *page) flags(title string, fs *pflag.FlagSet) {
	if !fs.HasAvailableFlags() {
		return
	}
	p.section(title)
	fs.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		kind, text := pflag.UnquoteUsage(f)
		term := "--" + f.Name
		if f.Shorthand != "" {
			term = "-" + f.Shorthand + ", " + term
		}
		if kind != "" {
			term += " " + kind
		}
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "[]" {
			text += " (default " + f.DefValue + ")"
		}
		p.item(term, text)
	})
}

// world writes what is so of every command.
func (p *page) world() {
	p.section("EXIT STATUS")
	for _, m := range meanings() {
		p.item(strconv.Itoa(m.status), m.text)
	}
	p.section("ENVIRONMENT")
	for _, v := range variables() {
		p.item(v.name, v.text)
	}
	p.section("FILES")
	p.item("~/.config/bordertop/config.toml", "the settings; bordertop init writes one to begin with")
	p.item("~/.local/state/bordertop/state.toml", "what was marked and seen")
}

func (p *page) also(c *cobra.Command) {
	var names []string
	if c.HasParent() {
		names = append(names, strings.ReplaceAll(c.Parent().CommandPath(), " ", "-"))
	}
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, strings.ReplaceAll(sub.CommandPath(), " ", "-"))
		}
	}
	if len(names) == 0 {
		return
	}
	p.section("SEE ALSO")
	for i, name := range names {
		names[i] = `\fB` + roff(name) + `\fR(1)`
	}
	p.line(strings.Join(names, ", "))
}

// roff writes text so that man shows it as it is.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
