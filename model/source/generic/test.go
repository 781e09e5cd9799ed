package generic

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/itchyny/gojq"

	"bordertop/model/clean"
	"bordertop/model/source"
)

// Test runs the tests of the settings and tells what does not come of their samples
// as they want it.
func (a *asker) Test(ctx context.Context) []source.Fault {
	var faults []source.Fault
	for i, t := range a.settings.Tests {
		if key, problem := a.test(ctx, t); problem != "" {
			faults = append(faults, source.Fault{Key: "tests." + strconv.Itoa(i+1) + "." + key, Problem: problem})
		}
	}
	return faults
}

// test runs one test; the problem is empty where it passes.
func (a *asker) test(ctx context.Context, t source.Test) (key, problem string) {
	info, err := os.Stat(t.Sample)
	if err == nil && !info.Mode().IsRegular() {
		return "sample", "not a file"
	}
	body, err := os.ReadFile(t.Sample)
	if err != nil {
		return "sample", clean.Err(err)
	}
	rows, _, err := a.read(ctx, source.Page{Body: body}, t.Now)
	if err != nil {
		return "sample", clean.Err(err)
	}
	for i, want := range t.Want {
		if problem := compare(want, rows, i); problem != "" {
			return "want." + strconv.Itoa(i+1), problem
		}
	}
	if len(rows) > len(t.Want) {
		return "want", fmt.Sprintf("%d rows came, the first not wanted is %s", len(rows), text(rows[len(t.Want)]))
	}
	return "", ""
}

// compare says how the row of an index differs from what is wanted.
func compare(want string, rows []any, i int) string {
	dec := json.NewDecoder(strings.NewReader(want))
	dec.UseNumber()
	var wanted any
	if err := dec.Decode(&wanted); err != nil {
		return "not JSON: " + clean.Err(err)
	}
	if i >= len(rows) {
		return fmt.Sprintf("only %d rows came", len(rows))
	}
	if gojq.Compare(wanted, rows[i]) != 0 {
		return "came as " + text(rows[i])
	}
	return ""
}

// text is a row as JSON, in one clean line.
func text(row any) string {
	const most = 300
	all, err := gojq.Marshal(row)
	if err != nil {
		return clean.Err(err)
	}
	if len(all) > most {
		all = append(bytes.ToValidUTF8(all[:most], nil), "…"...)
	}
	return clean.Line(string(all)).String()
}
