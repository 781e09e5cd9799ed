package main

// The exit statuses. exitPipe and exitTerminated are those of a program that SIGPIPE
// or SIGTERM ended.
const (
	exitNo          = 1
	exitUsage       = 2
	exitFault       = 3
	exitStale       = 4
	exitInterrupted = 130
	exitPipe        = 141
	exitTerminated  = 143
)

// meaning is what an exit status tells.
type meaning struct {
	status int
	text   string
}

// meanings are the exit statuses that the manual tells of.
func meanings() []meaning {
	return []meaning{
		{0, "fine, or yes"},
		{exitNo, "no: a negative answer, as of may or with --exit-code"},
		{exitUsage, "a wrong command line"},
		{exitFault, "settings or data at fault, or an answer that could not be written"},
		{exitStale, "stale, not known or not reachable"},
		{exitInterrupted, "interrupted"},
	}
}

// variable is one of the environment.
type variable struct{ name, text string }

// variables are those of the environment that the manual tells of.
func variables() []variable {
	return []variable{
		{"BORDERTOP_CONFIG", "the file of settings, where --config names none"},
		{"XDG_CONFIG_HOME", "where settings are looked for, in bordertop/config.toml; by default ~/.config"},
		{"XDG_STATE_HOME", "where marks are kept, in bordertop/state.toml; by default ~/.local/state"},
		{"NO_COLOR", "where it is not empty no text is coloured"},
		{"CLICOLOR_FORCE", "where it is neither empty nor 0 text in a pipe is coloured too"},
		{"LC_ALL, LC_MESSAGES, LANG", "the language, where neither --lang nor the settings name one, and whether text may be Unicode"},
		{"COLUMNS", "the width of text that goes to no terminal; by default 80"},
		{"TERM", "what the terminal can do"},
	}
}
