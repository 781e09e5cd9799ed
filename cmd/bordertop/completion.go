package main

import (
	"bytes"
	_ "embed" // the fallback
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"bordertop/config"
	"bordertop/model"
)

// fallback makes the script for bash work without the package bash-completion.
//
//go:embed skeleton/fallback.bash
var fallback string

func completionCommand(e env, f *flags) *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "What makes a shell complete commands, flags and their values",
		Long: `Write what makes a shell complete commands, flags and their values: crossings,
queries, formats and more, as the settings and the records have them.`,
		GroupID: groupProgram,
		Example: `  source <(bordertop completion bash)
  bordertop completion bash > ~/.local/share/bash-completion/completions/bordertop
  bordertop completion zsh > "${fpath[1]}/_bordertop"
  bordertop completion fish > ~/.config/fish/completions/bordertop.fish
  bordertop completion powershell | Out-String | Invoke-Expression`,
		ValidArgs: shells,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("name a shell: %s", enumerate(shells))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			var script bytes.Buffer
			var err error
			switch root := c.Root(); args[0] {
			case "bash":
				script.WriteString(fallback)
				err = root.GenBashCompletionV2(&script, true)
			case "zsh":
				err = root.GenZshCompletion(&script)
			case "fish":
				err = root.GenFishCompletion(&script, true)
			case "powershell":
				err = root.GenPowerShellCompletionWithDesc(&script)
			default:
				return fmt.Errorf("no shell %s", unknownWord(args[0], shells))
			}
			if err != nil {
				return fmt.Errorf("write the completions: %w", err)
			}
			return deliver(e, f.output, script.Bytes())
		},
	}
}

// completing gives the words that may stand where something is typed, of what the
// settings and the records are. Faults of these are not told there: nothing is
// completed then.
func completing(e env, f *flags, words func(q *question, typed string) []string) cobra.CompletionFunc {
	e.stderr = io.Discard
	return func(c *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		hurry()
		q, err := ask(c.Context(), e, f, "")
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		q.fit(f, programs)
		return words(&q, typed), cobra.ShellCompDirectiveNoFileComp
	}
}

// choosing completes with fixed words.
func choosing(words []string) cobra.CompletionFunc {
	return cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)
}

// completeFlags completes the values of the flags of every command and of the
// board.
func completeFlags(e env, f *flags, root *cobra.Command) {
	moments := []string{"now", "today", "yesterday", "12h", "3d", "2w", e.now().UTC().Format("2006-01-02")}
	complete(root, "as-of", choosing(moments))
	complete(root, "live", choosing([]string{liveAuto, liveOn, liveOff}))
	complete(root, "lang", choosing(model.Lang("").Words()))
	complete(root, "color", choosing(colourWays()))
	complete(root, "filter", completing(e, f, queries))
	complete(root, "config", cobra.FixedCompletions([]string{"toml"}, cobra.ShellCompDirectiveFilterFileExt))
	completeLook(e, f, root)
	complete(root, "links", choosing(texts(config.LinkWays())))
}

// completeLook completes what the board and pictures of it have in common.
func completeLook(e env, f *flags, c *cobra.Command) {
	complete(c, "preset", completing(e, f, func(q *question, _ string) []string { return texts(q.config.PresetNames()) }))
	complete(c, "theme", choosing(texts(config.Themes())))
}

// complete sets how the value of a flag is completed. A flag that is not there
// would be a fault of the program's, which a test finds.
func complete(c *cobra.Command, flag string, with cobra.CompletionFunc) {
	_ = c.RegisterFlagCompletionFunc(flag, with)
}

// queries completes the last word of a query.
func queries(q *question, typed string) []string {
	from, words := q.names().Complete(typed, len(typed))
	for i, word := range words {
		words[i] = typed[:from] + word
	}
	return words
}

// crossingIDs completes the id of a crossing, which is told with its name.
func crossingIDs(q *question, _ string) []string {
	var words []string
	for _, c := range q.board.Crossings {
		near, far := q.options.Words.Crossing(c.Crossing)
		words = append(words, cobra.CompletionWithDesc(string(c.Crossing.ID), dashed(near, far)))
	}
	return words
}

func texts[T ~string](words []T) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return out
}
