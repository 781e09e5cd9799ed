package table

import (
	"io"
	"strconv"
	"strings"
)

// CSV writes a table for spreadsheets as RFC 4180 has it. Values are texts, int64s,
// float64s, bools, and nil for what is not known. Numbers stay numbers; no text is a
// formula, whichever sign a spreadsheet takes for the end of a cell.
func CSV(w io.Writer, names []string, rows [][]any) error {
	var b strings.Builder
	for i, name := range names {
		between(&b, i)
		b.WriteString(name)
	}
	b.WriteString("\r\n")
	for _, row := range rows {
		for i, v := range row {
			between(&b, i)
			b.WriteString(field(v))
		}
		b.WriteString("\r\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func between(b *strings.Builder, i int) {
	if i > 0 {
		b.WriteByte(',')
	}
}

func field(v any) string {
	switch v := v.(type) {
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	case string:
		if v == "" {
			return ""
		}
		// In quotes always: not every spreadsheet ends a cell at a comma.
		return `"` + strings.ReplaceAll(harmless(v), `"`, `""`) + `"`
	}
	return ""
}

// formula are the signs that make a cell a formula, also as East Asian keyboards
// have them.
const formula = "=+-@\t\r\n＝＋－＠"

// harmless marks a text that would be a formula as a text, with the apostrophe that
// spreadsheets know; so too what would begin a cell where those end at semicolons,
// or at tabs.
func harmless(s string) string {
	var b strings.Builder
	start := true
	for _, r := range s {
		if start && strings.ContainsRune(formula, r) {
			b.WriteByte('\'')
		}
		start = r == ';' || r == '\t' || r == '\n' || start && (r == ' ' || r == '"' || r == '\'')
		b.WriteRune(r)
	}
	return b.String()
}
