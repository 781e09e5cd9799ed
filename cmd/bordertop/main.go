// Command bordertop shows who may cross a border, until when, how many trucks are
// stuck, what happened last, and who says so.
package main

import (
	"context"
	"os"
	"time"

	_ "time/tzdata" // a bare container has no time zones, and dates need them

	"bordertop/model/dataset"
)

func main() {
	e := env{
		args: os.Args[1:], stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
		getenv: os.Getenv, now: time.Now, exit: os.Exit, once: new(dataset.Once),
	}
	os.Exit(run(context.Background(), e))
}
