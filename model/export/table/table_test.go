package table_test

import (
	"encoding/csv"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rivo/uniseg"

	"bordertop/model/export/table"
)

func people() table.Table {
	return table.Table{
		Columns: []table.Column{{Title: "Name", Least: 8}, {Title: "Age", Right: true}, {Title: "Where", Least: 10, Aside: true}},
		Rows: [][]table.Cell{
			{table.Text("Šarūnė of the long name"), table.Text("7"), table.Text("Šalčininkai")},
			{table.Text("Григорій"), table.Text("1,250"), table.Text("")},
			{table.Text("日本"), table.Text(""), table.Text("a road to nowhere")},
		},
	}
}

func TestRowsAreAligned(t *testing.T) {
	t.Parallel()
	for width, want := range map[int]string{
		80: `
NAME                       AGE  WHERE
Šarūnė of the long name      7  Šalčininkai
Григорій                 1,250
日本                            a road to nowhere`,
		34: `
NAME            AGE  WHERE
Šarūnė of         7  Šalčininkai
the long
name
Григорій      1,250
日本                 a road to
                     nowhere`,
		22: `
NAME               AGE
Šarūnė of the        7
long name
Григорій         1,250
日本`,
		9: `
NAME
Šarūnė of
the long
name
AGE 7
WHERE
Šalčinink
ai

NAME
Григорій
AGE 1,250

NAME 日本
WHERE a
road to
nowhere`,
	} {
		got := "\n" + strings.Join(people().Lines(width, nil), "\n")
		if width == 34 || width == 22 || width == 9 {
			for line := range strings.Lines(got) {
				if n := uniseg.StringWidth(strings.TrimSuffix(line, "\n")); n > width {
					t.Errorf("%d cells in a line of %d: %q", n, width, line)
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("at %d cells (-want +got):\n%s", width, diff)
		}
	}
}

func TestNoLineIsWiderThanAsked(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("Ąžuolas 国境 ", 30)
	tb := people()
	tb.Rows = append(tb.Rows, []table.Cell{table.Text(long), table.Text("99"), table.Text(strings.ReplaceAll(long, " ", ""))})
	for width := range 140 {
		for _, line := range tb.Lines(width, nil) {
			if n := uniseg.StringWidth(line); n > width {
				t.Fatalf("%d cells in a line of %d: %q", n, width, line)
			}
		}
	}
}

func TestColoursTakeNoRoom(t *testing.T) {
	t.Parallel()
	red := func(s string) string { return "\x1b[31m" + s + "\x1b[0m" }
	tb := people()
	for _, row := range tb.Rows {
		row[1].Paint = red
	}
	bare := regexp.MustCompile("\x1b\\[[0-9]*m")
	got := bare.ReplaceAllString(strings.Join(tb.Lines(40, red), "\n"), "")
	if diff := cmp.Diff(strings.Join(people().Lines(40, nil), "\n"), got); diff != "" {
		t.Errorf("plain (-) and coloured (+):\n%s", diff)
	}
}

func TestPlainCutsNothing(t *testing.T) {
	t.Parallel()
	want := []string{"Šarūnė of the long name\t7\tŠalčininkai", "Григорій\t1,250\t", "日本\t\ta road to nowhere"}
	if diff := cmp.Diff(want, people().Plain()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTextIsBrokenAtWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"":                        {""},
		"one":                     {"one"},
		"one two three":           {"one", "two", "three"},
		"abcdefgh ij":             {"abcde", "fgh", "ij"},
		"one two three four five": {"one", "two", "three…"},
	} {
		if strings.HasPrefix(text, "one two three f") {
			want = []string{"one", "two", "thre…"}
		}
		if diff := cmp.Diff(want, table.Break(text, 5, 3)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
	if got := table.Break("国境", 1, 3); len(got) != 1 || uniseg.StringWidth(got[0]) > 1 {
		t.Errorf("a wide character in one cell: %q", got)
	}
}

// cells are those of a line as a spreadsheet may see them that ends cells at a sign
// and knows quotes.
func cells(line string, end rune) []string {
	r := csv.NewReader(strings.NewReader(line))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = end, true, -1
	rows, _ := r.ReadAll()
	var out []string
	for _, row := range rows {
		out = append(out, row...)
	}
	return out
}

func TestNoCellIsAFormula(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", `"=1`, `'=1`, `""=1`, "x;=1+1", "x; =1", `x;"=1`, "x\n=1", "＝1", "；=1", "=cmd|' /C calc'!A0",
		`x";"=1`, `";=1`, "a,=1", "a,b\n=c", "-", "--", "=",
	} {
		var b strings.Builder
		if err := table.CSV(&b, []string{"a", "b", "c"}, [][]any{{text, int64(-5), "z"}}); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
		if err != nil || len(rows) != 2 || len(rows[1]) != 3 || rows[1][1] != "-5" {
			t.Fatalf("%q: %v %q", text, err, rows)
		}
		if got := strings.ReplaceAll(rows[1][0], "'", ""); got != strings.ReplaceAll(text, "'", "") && !strings.Contains(text, "\r") {
			t.Errorf("%q becomes %q", text, rows[1][0])
		}
		for _, end := range ",;\t" {
			if cell := formula(cells(b.String(), end)); cell != "" {
				t.Errorf("%q is a formula, %q, where cells end at %q", text, cell, end)
			}
		}
	}
}

// formula gives the first of the cells that a spreadsheet works out.
func formula(cells []string) string {
	number := regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)
	for _, cell := range cells {
		cell = strings.TrimLeft(cell, ` "`)
		first, _ := utf8.DecodeRuneInString(cell)
		if cell != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", first) && !number.MatchString(cell) {
			return cell
		}
	}
	return ""
}

func TestNumbersStayNumbers(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	if err := table.CSV(&b, []string{"a", "b", "c", "d", "e"}, [][]any{{int64(-1200), 0.5, true, nil, `say "no"`}}); err != nil {
		t.Fatal(err)
	}
	if want := "a,b,c,d,e\r\n-1200,0.5,true,,\"say \"\"no\"\"\"\r\n"; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}
