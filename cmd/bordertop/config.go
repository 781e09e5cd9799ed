package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/rivo/uniseg"
	"github.com/spf13/cobra"

	"bordertop/config"
	"bordertop/model/clean"
	"bordertop/model/lang"
	"bordertop/ui/draw"
)

func configCommand(e env, f *flags) *cobra.Command {
	c := &cobra.Command{
		Use:     "config",
		Short:   "The settings in force, and the keys",
		GroupID: groupFiles,
		Example: "  bordertop config show --origin\n  bordertop config keys",
		Args:    noCommand,
		RunE: func(c *cobra.Command, _ []string) error {
			return fmt.Errorf("config what? %s", enumerate(subcommandNames(c)))
		},
	}
	c.AddCommand(configShowCommand(e, f), configKeysCommand(e, f))
	return c
}

func configShowCommand(e env, f *flags) *cobra.Command {
	c := &cobra.Command{
		Use:   "show",
		Short: "The settings in force, as a file of settings",
		Long: `Write the settings in force as a file of settings. With --origin each says where
it comes from: a line of the file, a flag, the environment, or the default.`,
		Example: "  bordertop config show --origin\n  bordertop config show --config newsroom.toml --lang lt --origin\n  bordertop config show > mine.toml",
		Args:    noArguments,
	}
	origin := c.Flags().Bool("origin", false, "tell where each comes from")
	c.RunE = func(*cobra.Command, []string) error {
		settled, err := settings(e, f)
		if err != nil {
			return err
		}
		p := provenance{f: f, getenv: e.getenv, path: f.configFile(e.getenv)}
		p.read()
		out := p.head() + show(settled.Entries(), func(key string) string {
			if !*origin {
				return ""
			}
			return p.of(key)
		})
		return deliver(e, f.output, []byte(out))
	}
	return c
}

// show writes settings one below the other, each with a remark where there is one.
func show(entries []config.Entry, remark func(key string) string) string {
	var b strings.Builder
	table := ""
	for _, entry := range entries {
		in, key, ok := strings.Cut(entry.Key, ".")
		if !ok {
			in, key = "", entry.Key
		}
		if in != table {
			table = in
			b.WriteString("\n[" + table + "]\n")
		}
		line := key + " = " + entry.Value
		if text := remark(entry.Key); text != "" {
			line += strings.Repeat(" ", max(1, 40-uniseg.StringWidth(line))) + "# " + text
		}
		b.WriteString(line + "\n")
	}
	return b.String()
}

// provenance tells where settings come from.
type provenance struct {
	f      *flags
	getenv func(string) string
	// path is the file in force; empty where there is none.
	path string
	line func(key string) int
}

func (p *provenance) read() {
	text, err := os.ReadFile(p.path)
	if err != nil {
		text = nil // Then there is no file, for one at fault was told of before.
	}
	p.line = config.Lines(string(text))
}

// head says which file it is, and what names it.
func (p *provenance) head() string {
	where := clean.Line(p.f.configPath(p.getenv)).String()
	switch {
	case p.path == "" && where == "":
		return "# no file of settings\n\n"
	case p.path == "":
		return "# no file of settings: there is no " + where + "\n\n"
	case p.f.set.Changed("config"):
		return "# " + where + ", as --config says\n\n"
	case p.getenv("BORDERTOP_CONFIG") != "":
		return "# " + where + ", as BORDERTOP_CONFIG says\n\n"
	}
	return "# " + where + "\n\n"
}

// of tells where a setting comes from.
func (p *provenance) of(key string) string {
	flag := key
	if key == "language" {
		flag = "lang"
	}
	if (p.f.set.Lookup(flag) != nil || p.f.board.Lookup(flag) != nil) && p.f.changed(flag) {
		return "--" + flag
	}
	if line := p.line(key); line > 0 {
		return fmt.Sprintf("%s:%d", clean.Line(filepath.Base(p.path)), line)
	}
	if key == "language" {
		if variable := localeVariable(p.getenv); variable != "" {
			return variable
		}
	}
	return "default"
}

func configKeysCommand(e env, f *flags) *cobra.Command {
	c := &cobra.Command{
		Use:     "keys",
		Short:   "What the keys of the board do",
		Long:    "List the keys of the board, the action of each as the settings name it, and what it\ndoes. * marks those that the settings changed.",
		Example: "  bordertop config keys\n  bordertop config keys --lang lt | grep -i filtr",
		Args:    noArguments,
	}
	c.RunE = func(*cobra.Command, []string) error {
		settled, err := settings(e, f)
		if err != nil {
			return err
		}
		out := bindings(settled)
		if settled.ASCII || !unicode(e.getenv) {
			out = draw.ASCII(out)
		}
		return deliver(e, f.output, []byte(out))
	}
	return c
}

// bindings lists what the keys do.
func bindings(c config.Config) string {
	words := lang.Of(c.Language)
	var rows [][3]string
	widths := [3]int{}
	for _, b := range c.Bindings() {
		action := string(b.Action)
		if b.Own {
			action += " *"
		}
		keys := strings.Join(b.Keys, " ")
		if keys == "" {
			keys = "–"
		}
		row := [3]string{keys, action, words.Action(string(b.Action))}
		for i, cell := range row {
			widths[i] = max(widths[i], uniseg.StringWidth(cell))
		}
		rows = append(rows, row)
	}
	var out strings.Builder
	for _, row := range rows {
		out.WriteString(draw.Fit(row[0], widths[0]) + "  " + draw.Fit(row[1], widths[1]) + "  " + row[2] + "\n")
	}
	return out.String()
}
