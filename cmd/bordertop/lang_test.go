//go:build unix

package main_test

import (
	"strings"
	"testing"
)

func TestTheStatusSpeaksTheLanguageOfTheDesk(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"ru.toml": "language = 'ru'", "none.toml": ""})
	const lithuanian, russian, english = "Šalčininkai – Benyakoni", "Шальчининкай – Бенякони", "\nCROSSINGS\n"
	for name, tt := range map[string]struct {
		env  []string
		args []string
		want string
	}{
		"as a flag asks":              {nil, []string{"--lang", "lt"}, "\nPASIENIO PUNKTAI\n"},
		"names stay with their sides": {nil, []string{"--lang", "lt"}, lithuanian},
		"as the settings ask":         {nil, []string{"--config", "ru.toml"}, russian},
		"a flag comes first":          {nil, []string{"--config", "ru.toml", "--lang", "en"}, lithuanian},
		"as the environment asks":     {[]string{"LC_ALL=lt_LT.UTF-8"}, []string{"--config", "none.toml"}, "\nPASIENIO PUNKTAI\n"},
		"else in English":             {[]string{"LC_ALL=de_DE.UTF-8"}, []string{"--config", "none.toml"}, english},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			out, errs, status := ran(t, dir, tt.env, append([]string{"status", "--as-of", "2025-11-11"}, tt.args...)...)
			if status != 0 || errs != "" || !strings.Contains(out, tt.want) {
				t.Errorf("exit status %d, standard error %q, and no %q in\n%s", status, errs, tt.want, out)
			}
		})
	}
}

func TestTheStatusIsInASCIIWhereNothingElseCanBeRead(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, tt := range map[string]struct {
		env  []string
		args []string
	}{
		"as a flag asks":    {nil, []string{"--ascii"}},
		"as the locale can": {[]string{"LC_ALL=C"}, nil},
		"in any language":   {nil, []string{"--ascii", "--lang", "ru"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			out, errs, status := ran(t, dir, tt.env, append([]string{"status", "--as-of", "2025-11-11"}, tt.args...)...)
			odd := strings.ContainsFunc(out, func(r rune) bool { return r != '\n' && (r < ' ' || r > '~') })
			if status != 0 || errs != "" || odd || !strings.Contains(out, "cininkai - Ben") {
				t.Errorf("exit status %d, standard error %q:\n%s", status, errs, out)
			}
		})
	}
}
