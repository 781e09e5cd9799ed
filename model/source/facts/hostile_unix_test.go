//go:build unix

package facts_test

import (
	"cmp"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"bordertop/model/source"
	"bordertop/model/source/facts"
)

func TestAHostileDirectoryHoldsUpNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "good.jsonl"), `{"crossing":"medininkai","waiting":1}`)
	write(t, filepath.Join(dir, "steer\x1b]0;x\x07\u202e.jsonl"), `{"crossing":"medininkai","waiting":-1}`+"\n"+`{"crossing":"\u001b[2J","waiting":1}`)
	write(t, filepath.Join(dir, "break\x1b[2J\n.toml"), "id = \"\x1b\"")
	write(t, filepath.Join(dir, "secret.toml"), dataFacts)
	for name, err := range map[string]error{
		"loop":   os.Symlink("loop.toml", filepath.Join(dir, "loop.toml")),
		"round":  os.Symlink(dir, filepath.Join(dir, "round.toml")),
		"gone":   os.Symlink("nowhere", filepath.Join(dir, "gone.jsonl")),
		"zero":   os.Symlink("/dev/zero", filepath.Join(dir, "zero.jsonl")),
		"pipe":   syscall.Mkfifo(filepath.Join(dir, "pipe.toml"), 0o600),
		"folder": os.Mkdir(filepath.Join(dir, "folder.toml"), 0o700),
		"secret": os.Chmod(filepath.Join(dir, "secret.toml"), 0),
		"large":  os.Truncate(filepath.Join(dir, "good.jsonl"), 37),
		"sparse": sparse(filepath.Join(dir, "large.jsonl")),
	} {
		if err != nil {
			t.Fatal(name, err)
		}
	}
	got, err := open(t, facts.Dir(), source.Settings{Path: dir}).Ask(t.Context(), call(t))
	if err != nil || got.Rows == 0 {
		t.Fatalf("%v, %v", got, err)
	}
	if notes := told(got); strings.ContainsAny(notes, "\x1b\x07\u202e") || !strings.Contains(notes, "not an ordinary file") {
		t.Errorf("noted %q", notes)
	}
	if len(got.Notes) > 20 {
		t.Errorf("%d notes", len(got.Notes))
	}
	for _, path := range []string{"pipe.toml", "loop.toml", "folder.toml", "zero.jsonl"} {
		if _, err := open(t, facts.File(), source.Settings{Path: filepath.Join(dir, path)}).Ask(t.Context(), call(t)); err == nil {
			t.Errorf("%s is read", path)
		}
	}
}

// sparse makes a file of more than any limit.
func sparse(path string) error {
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		return err
	}
	return os.Truncate(path, 1<<30)
}

// script is a program of the shell.
func script(t *testing.T, s source.Settings, text string) (source.Reading, error) {
	t.Helper()
	s.Argv = []string{"/bin/sh", "-c", text}
	if s.Getenv == nil {
		s.Getenv = func(name string) string {
			return map[string]string{"PATH": "/usr/bin:/bin", "HOME": "/home/x", "TOKEN": "secret", "OTHER": "hidden"}[name]
		}
	}
	return open(t, facts.Exec(), s).Ask(t.Context(), call(t))
}

func TestAProgramPrintsRecords(t *testing.T) {
	t.Parallel()
	got, err := script(t, source.Settings{Env: []string{"TOKEN"}}, `echo "{\"crossing\":\"medininkai\",\"waiting\":4,\"note\":\"$TOKEN $OTHER $HOME\"}"; echo odd >&2`)
	if err != nil || got.Rows != 1 || !got.Whole {
		t.Fatalf("%v, %v", got, err)
	}
	if note := got.Records[0].Head().Note.String(); note != "secret /home/x" {
		t.Errorf("the program saw %q", note)
	}
}

func TestHostileProgramsAreEnded(t *testing.T) {
	t.Parallel()
	left := filepath.Join(t.TempDir(), "left")
	const short = 1500 * time.Millisecond
	for name, tt := range map[string]struct {
		text  string
		limit time.Duration
		want  string
	}{
		"it fails":                {`echo first >&2; echo "disk is full" >&2; exit 3`, 0, "failed: disk is full: exit status 3"},
		"it fails without a word": {`exit 3`, 0, "failed: exit status 3"},
		"it dies":                 {`kill -9 $$`, 0, "failed: signal: killed"},
		"it steers":               {`printf 'a\033]0;x\007b\n' >&2; exit 1`, 0, "failed: a�]0;x�b: exit status 1"},
		"it hangs":                {`sleep 60`, short, "slow: it does not end within 1.5s"},
		"it will not end":         {`trap "" TERM INT HUP; while :; do :; done`, short, "slow: it does not end within 1.5s"},
		"it floods":               {`yes '{"crossing":"medininkai"}'`, 0, "too-large: more than 8 MiB of output"},
		"it floods with errors":   {`yes odd >&2`, short, "slow: it does not end within 1.5s"},
		"it leaves one behind":    {`sleep 60 & echo $! > ` + left, 0, "failed: exec: WaitDelay expired before I/O complete"},
		"it prints no records":    {`echo hello`, 0, `malformed: output:1`},
		"it prints a page":        {`echo "<!DOCTYPE html><html>"`, 0, "malformed: output: challenge"},
	} {
		got, err := script(t, source.Settings{Timeout: cmp.Or(tt.limit, time.Minute)}, tt.text)
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) || strings.ContainsAny(err.Error(), "\x1b\x07") {
			t.Errorf("%s: %v, %q, want %q", name, got, err, tt.want)
		}
	}
	pid, err := os.ReadFile(left)
	if err != nil {
		t.Fatal(err)
	}
	n, err := strconv.Atoi(strings.TrimSpace(string(pid)))
	if err != nil {
		t.Fatal(err)
	}
	for range 100 {
		if stat, err := os.ReadFile("/proc/" + strconv.Itoa(n) + "/stat"); err != nil || strings.Contains(string(stat), ") Z ") {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("what a program left behind runs on: %d", n)
}

func TestAProgramThatIsNotThereIsTold(t *testing.T) {
	t.Parallel()
	a := open(t, facts.Exec(), source.Settings{Argv: []string{"./no-such-program"}})
	if _, err := a.Ask(t.Context(), call(t)); err == nil || err.Error() != "failed: fork/exec ./no-such-program: no such file or directory" {
		t.Errorf("told %v", err)
	}
}
