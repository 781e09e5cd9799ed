package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"text/template"
	"time"

	"github.com/spf13/cobra"

	"bordertop/config"
	"bordertop/model/clean"
)

// skeleton is the dataset that init writes.
//
//go:embed skeleton/border.toml
var skeleton embed.FS

func initCommand(e env, f *flags) *cobra.Command {
	return &cobra.Command{
		Use:   "init [DIRECTORY]",
		Short: "A file of settings and a small dataset to begin with",
		Long: `Write config.toml, every setting explained, and border.toml, a small dataset of a
border that does not exist, with each kind of record. Both are yours to
edit. No file is ever overwritten: where there is one, none is written.`,
		GroupID: groupFiles,
		Example: `  bordertop init
  bordertop init desk && bordertop --config desk/config.toml
  bordertop init ~/.config/bordertop`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return errors.New("init takes one directory")
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		RunE: func(_ *cobra.Command, args []string) error {
			dir := "."
			if len(args) == 1 {
				dir = args[0]
			}
			if err := begin(dir, e.now()); err != nil {
				return &statusError{exitFault, fmt.Errorf("init: %w", err)}
			}
			path := filepath.Join(dir, "config.toml")
			return deliver(e, f.output, fmt.Appendf(nil, "wrote %s and %s\nsee them: bordertop --config %s\ncheck them: bordertop check --config %s\n",
				clean.Line(path), clean.Line(filepath.Join(dir, "border.toml")), clean.Line(path), clean.Line(path)))
		},
	}
}

// begin writes both files, or none.
func begin(dir string, now time.Time) error {
	dataset, err := firstDataset(now)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // a dataset is no secret
		return told(err)
	}
	made := []string{}
	for _, file := range []struct{ name, text string }{{"config.toml", firstSettings()}, {"border.toml", dataset}} {
		path := filepath.Join(dir, file.name)
		if err := write(path, file.text); err != nil {
			for _, path := range made {
				err = errors.Join(err, os.Remove(path))
			}
			return err
		}
		made = append(made, path)
	}
	return nil
}

// write writes a file that is not there yet.
func write(path, text string) error {
	out, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) //nolint:gosec // as above
	if err != nil {
		return told(err)
	}
	_, err = out.WriteString(text)
	if err = errors.Join(err, out.Close()); err != nil {
		return errors.Join(told(err), os.Remove(path))
	}
	return nil
}

// told names a file and what is the matter with it, in clean text.
func told(err error) error {
	path, ok := errors.AsType[*fs.PathError](err)
	switch {
	case !ok:
		return err
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s: %w", clean.Line(path.Path), errTaken)
	}
	return fmt.Errorf("%s: %w", clean.Line(path.Path), path.Err)
}

// firstSettings is the example with all that it sets taken back, so that later
// versions of the program may choose better, but for the dataset.
func firstSettings() string {
	var b strings.Builder
	for line := range strings.Lines(config.Example) {
		text := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "data ="):
			line = "data = [\"border.toml\"]\n"
		case text != "" && !strings.HasPrefix(text, "#") && !strings.HasPrefix(text, "[") && !strings.HasPrefix(line, "schema ="):
			line = "#" + line
		}
		b.WriteString(line)
	}
	return strings.Replace(b.String(), "# The settings of bordertop, each with its default. A file of your own needs only\n# what it changes. It",
		"# The settings of bordertop, each with its default, which holds where it is not set:\n# take the # away and change it. The file", 1)
}

// firstDataset is the skeleton with days that lie about now, so that it looks as a
// dataset does that is kept.
func firstDataset(now time.Time) (string, error) {
	t, err := template.New("border.toml").Funcs(template.FuncMap{
		"day": func(n int) string { return now.UTC().AddDate(0, 0, n).Format(time.DateOnly) },
	}).ParseFS(skeleton, "skeleton/border.toml")
	if err != nil {
		return "", err
	}
	var b strings.Builder
	if err := t.Execute(&b, nil); err != nil {
		return "", err
	}
	return b.String(), nil
}
