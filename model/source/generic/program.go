package generic

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/itchyny/gojq"

	"bordertop/model/clean"
	"bordertop/model/source"
)

const (
	// limit is how long a program may run on one answer.
	limit = time.Second
	// mostRows is how many rows it may give.
	mostRows = 5000
)

// prelude takes the machine's clock and zone away from programs: what they make of
// an answer depends on that answer and on $now alone.
const prelude = "def now: $now; def localtime: gmtime; def strflocaltime($f): strftime($f); ."

// program is one of jq, ready to run.
type program struct{ code *gojq.Code }

// compile makes a program, or says what is wrong with its text. There are no
// modules, and the environment is empty, so that it cannot carry secrets out.
func compile(text string) (program, error) {
	query, err := gojq.Parse(text)
	if err != nil {
		return program{}, placed(text, err)
	}
	before, err := gojq.Parse(prelude)
	if err != nil {
		return program{}, fmt.Errorf("prelude: %w", err)
	}
	query.FuncDefs = append(before.FuncDefs, query.FuncDefs...)
	code, err := gojq.Compile(query, gojq.WithVariables([]string{"$now"}))
	if err != nil {
		return program{}, errors.New(clean.Err(err))
	}
	return program{code}, nil
}

// placed says on which line and column of a text a parser stopped.
func placed(text string, err error) error {
	p, ok := errors.AsType[*gojq.ParseError](err)
	if !ok {
		return errors.New(clean.Err(err))
	}
	before := text[:max(0, min(p.Offset-len(p.Token), len(text)))]
	line := strings.Count(before, "\n") + 1
	column := len([]rune(before[strings.LastIndexByte(before, '\n')+1:])) + 1
	return fmt.Errorf("line %d, column %d: %s", line, column, clean.Err(err))
}

// run gives what a program makes of a tree.
func (p program) run(ctx context.Context, tree any, now time.Time) ([]any, error) {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	results := p.code.RunWithContext(ctx, tree, float64(now.Unix()))
	var out []any
	for {
		v, ok := results.Next()
		if !ok {
			return out, nil
		}
		if err, isErr := v.(error); isErr {
			if errors.Is(err, context.DeadlineExceeded) {
				return nil, source.Troublef(source.Unexpected, "the program does not end within %s", limit)
			}
			return nil, source.Troublef(source.Unexpected, "the program fails: %w", err)
		}
		if len(out) == mostRows {
			return nil, source.Troublef(source.TooLarge, "more than %d rows", mostRows)
		}
		out = append(out, v)
	}
}

// holds tells whether a program says that a tree is as expected: all that it gives
// is neither false nor null, and it gives something.
func (p program) holds(ctx context.Context, tree any, now time.Time) error {
	all, err := p.run(ctx, tree, now)
	if err != nil {
		return err
	}
	for _, v := range all {
		if v == nil || v == false {
			return source.Troublef(source.Unexpected, "not what expect wants")
		}
	}
	if len(all) == 0 {
		return source.Troublef(source.Unexpected, "not what expect wants")
	}
	return nil
}
