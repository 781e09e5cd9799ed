package picture_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// hostile gives the hostile strings.
func hostile(tb testing.TB) []string {
	tb.Helper()
	file, err := os.ReadFile(filepath.Join("..", "..", "model", "clean", "testdata", "strings.jsonl"))
	if err != nil {
		tb.Fatal(err)
	}
	var all []string
	for line := range bytes.Lines(file) {
		var s struct{ B64 string }
		if err := json.Unmarshal(line, &s); err != nil {
			tb.Fatal(err)
		}
		raw, err := base64.StdEncoding.DecodeString(s.B64)
		if err != nil {
			tb.Fatal(err)
		}
		all = append(all, string(raw[:min(len(raw), 2000)]))
	}
	return all
}
