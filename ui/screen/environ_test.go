package screen_test

import (
	"testing"

	"bordertop/ui/screen"
)

type env map[string]string

func (e env) get(name string) string { return e[name] }

func TestLinksAreForTerminalsThatFollowThem(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		env  env
		want bool
	}{
		"kitty":                          {env{"TERM": "xterm-kitty"}, true},
		"ghostty":                        {env{"TERM": "xterm-ghostty"}, true},
		"ghostty under another TERM":     {env{"TERM": "xterm-256color", "TERM_PROGRAM": "ghostty"}, true},
		"WezTerm":                        {env{"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, true},
		"WezTerm by TERM":                {env{"TERM": "wezterm"}, true},
		"foot":                           {env{"TERM": "foot"}, true},
		"foot, extra":                    {env{"TERM": "foot-extra"}, true},
		"alacritty":                      {env{"TERM": "alacritty"}, true},
		"alacritty, direct":              {env{"TERM": "alacritty-direct"}, true},
		"contour":                        {env{"TERM": "contour-latest"}, true},
		"contour, xterm":                 {env{"TERM": "xterm-contour"}, true},
		"vscode":                         {env{"TERM": "xterm-256color", "TERM_PROGRAM": "vscode"}, true},
		"Windows Terminal":               {env{"WT_SESSION": "5d4c"}, true},
		"Windows Terminal, WSL":          {env{"TERM": "xterm-256color", "WT_SESSION": "5d4c"}, true},
		"iTerm2 3.5":                     {env{"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.5.10"}, true},
		"iTerm2 3.1":                     {env{"TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.1"}, true},
		"iTerm2 4":                       {env{"TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "4.0"}, true},
		"iTerm2 3.0":                     {env{"TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.0.15"}, false},
		"iTerm2 of an unknown version":   {env{"TERM_PROGRAM": "iTerm.app"}, false},
		"VTE":                            {env{"TERM": "xterm-256color", "VTE_VERSION": "7600"}, true},
		"VTE that crashes":               {env{"TERM": "xterm-256color", "VTE_VERSION": "5000"}, false},
		"VTE, old":                       {env{"TERM": "xterm-256color", "VTE_VERSION": "4803"}, false},
		"VTE, garbage":                   {env{"TERM": "xterm-256color", "VTE_VERSION": "9999x"}, false},
		"Konsole":                        {env{"TERM": "xterm-256color", "KONSOLE_VERSION": "220401"}, true},
		"Konsole, old":                   {env{"TERM": "xterm-256color", "KONSOLE_VERSION": "200803"}, false},
		"Terminal.app":                   {env{"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, false},
		"some xterm":                     {env{"TERM": "xterm-256color"}, false},
		"nothing":                        {env{}, false},
		"kitty, but in tmux":             {env{"TERM": "xterm-kitty", "TMUX": "/run/tmux/default,1,0"}, false},
		"tmux in kitty":                  {env{"TERM": "tmux-256color", "TERM_PROGRAM": "WezTerm"}, false},
		"GNU screen in VTE":              {env{"TERM": "screen.xterm-256color", "STY": "12.pts-0", "VTE_VERSION": "7600"}, false},
		"over SSH from some multiplexer": {env{"TERM": "screen-256color", "VTE_VERSION": "7600"}, false},
		"zellij in kitty":                {env{"TERM": "xterm-kitty", "ZELLIJ": "0"}, false},
		"the console of a VTE":           {env{"TERM": "linux", "VTE_VERSION": "7600"}, false},
		"dumb in Windows Terminal":       {env{"TERM": "dumb", "WT_SESSION": "5d4c"}, false},
		"a name that begins like one":    {env{"TERM": "footnote"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := screen.Hyperlinks(tt.env.get); got != tt.want {
				t.Errorf("links in %v: %v", tt.env, got)
			}
		})
	}
}

func TestMultiplexersAreKnown(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		env  env
		want screen.Multiplexer
	}{
		"none":                   {env{"TERM": "xterm-256color"}, screen.NoMultiplexer},
		"tmux":                   {env{"TERM": "screen-256color", "TMUX": "/run/tmux/default,1,0"}, screen.Tmux},
		"tmux at the other end":  {env{"TERM": "tmux-256color"}, screen.Tmux},
		"tmux within GNU screen": {env{"TERM": "tmux-256color", "TMUX": "x", "STY": "12.pts-0"}, screen.Tmux},
		"GNU screen":             {env{"TERM": "screen.xterm-256color", "STY": "12.pts-0"}, screen.GNUScreen},
		"one of them":            {env{"TERM": "screen-256color"}, screen.NoMultiplexer},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := screen.MultiplexerOf(tt.env.get); got != tt.want {
				t.Errorf("multiplexer of %v: %v, want %v", tt.env, got, tt.want)
			}
		})
	}
}
