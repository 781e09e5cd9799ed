package screen

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// RunCommand runs a program to its end with stdin as its input and its output
// thrown away. It has no part in our terminal: it cannot write to it, and what
// stops or ends us does not reach it. When ctx ends it is killed. No shell is
// involved.
func RunCommand(ctx context.Context, stdin string, argv ...string) error {
	if len(argv) == 0 {
		return errors.New("no program was named")
	}
	path, err := exec.LookPath(argv[0])
	if err != nil {
		return fmt.Errorf("no %s on this machine", argv[0])
	}
	cmd := exec.CommandContext(ctx, path, argv[1:]...) //nolint:gosec // to run what it is given is what it is for; see visit and clipboards
	if stdin != "" {
		cmd.Stdin = strings.NewReader(stdin)
	}
	cmd.SysProcAttr = detached()
	cmd.WaitDelay = time.Second
	err = cmd.Run()
	switch {
	case ctx.Err() != nil:
		return fmt.Errorf("%s does not answer", argv[0])
	case err != nil:
		return fmt.Errorf("%s failed: %w", argv[0], err)
	}
	return nil
}
