package facts

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"os/exec"
	"strings"
	"sync"
	"time"

	"bordertop/model/clean"
	"bordertop/model/source"
	"bordertop/model/source/rows"
)

// Exec is the kind of source that is a program, which prints lines of JSON or a
// dataset and ends with the status 0. No shell is between. The program, and all that
// it starts, ends with its time limit.
func Exec() source.Kind {
	return source.Kind{
		Name: "exec", Keys: keys("argv", "env"), Floor: 5 * time.Second, Every: 5 * time.Minute, Stale: time.Hour,
		New: func(s source.Settings) (source.Asker, []source.Fault) {
			faults := rows.Check(s)
			if len(s.Argv) == 0 || s.Argv[0] == "" {
				faults = append(faults, source.Fault{Key: "argv", Problem: "missing", Remedy: `add argv = ["./count-trucks", "--json"]`})
			}
			for _, name := range s.Env {
				if name == "" || strings.ContainsAny(name, "=\x00") {
					faults = append(faults, source.Fault{Key: "env", Problem: "not the name of a variable", Remedy: `such as "QUEUE_TOKEN"`})
				}
			}
			if len(faults) > 0 {
				return nil, faults
			}
			return &program{s}, nil
		},
	}
}

const (
	// patience is how long a program may run where the settings do not say.
	patience = 15 * time.Second
	// grace is how long it may hold its output open after it was told to end.
	grace = time.Second
)

type program struct{ settings source.Settings }

// Ask runs the program once.
func (p *program) Ask(ctx context.Context, c source.Call) (source.Reading, error) {
	limit := cmp.Or(p.settings.Timeout, patience)
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, p.settings.Argv[0], p.settings.Argv[1:]...) //nolint:gosec // to run what the settings name is the job
	cmd.Env, cmd.WaitDelay = p.environment(), grace
	out := &capped{most: mostBytes, full: cancel}
	last := &tail{}
	cmd.Stdout, cmd.Stderr = out, last
	together(cmd)
	err := cmd.Run()
	end(cmd)
	switch {
	case out.isOver():
		return source.Reading{}, source.Troublef(source.TooLarge, "more than %d MiB of output", mostBytes>>20)
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return source.Reading{}, source.Troublef(source.Slow, "it does not end within %s", limit)
	case err != nil:
		return source.Reading{}, source.Troublef(source.Failed, "%s%w", last.line(), err)
	}
	return read([]document{{"output", out.text()}}, p.settings, c)
}

// environment is what a program needs, and what the settings give it.
func (p *program) environment() []string {
	out := []string{}
	for _, name := range append([]string{"PATH", "HOME", "LANG", "TZ", "TMPDIR", "SYSTEMROOT"}, p.settings.Env...) {
		if p.settings.Getenv == nil {
			break
		}
		if value := p.settings.Getenv(name); value != "" {
			out = append(out, name+"="+value)
		}
	}
	return out
}

// capped keeps so many bytes, and calls full when there are more. A program that is
// over may still write for a moment.
type capped struct {
	most int
	full func()

	mu   sync.Mutex
	held bytes.Buffer
	over bool
}

func (c *capped) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.held.Len()+len(p) > c.most {
		c.over = true
		c.full()
		return 0, errors.New("too much output")
	}
	return c.held.Write(p)
}

func (c *capped) isOver() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.over
}

func (c *capped) text() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.held.String()
}

// tail keeps the end of what is written.
type tail struct {
	mu  sync.Mutex
	end []byte
}

func (t *tail) Write(p []byte) (int, error) {
	const most = 4 << 10
	t.mu.Lock()
	defer t.mu.Unlock()
	t.end = append(t.end, p...)
	t.end = append(t.end[:0], t.end[max(0, len(t.end)-most):]...)
	return len(p), nil
}

// line is the last line that says something, with a colon behind it.
func (t *tail) line() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	var last string
	for line := range strings.Lines(string(t.end)) {
		if text := clean.Line(line); !text.Empty() {
			last = text.String()
		}
	}
	if last == "" {
		return ""
	}
	return last + ": "
}
