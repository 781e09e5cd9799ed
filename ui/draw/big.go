package draw

import (
	"slices"
	"strings"
	"unicode/utf8"

	"bordertop/ui/theme"
)

// bigRows is the height of a big digit at scale 1.
const bigRows = 5

// pattern returns the rows of a big sign, # for what is full; nothing for one that there is not.
func pattern(r rune) string {
	const (
		digits = "### ..# ### ### #.# ### ### ### ### ###|" +
			"#.# ..# ..# ..# #.# #.. #.. ..# #.# #.#|" +
			"#.# ..# ### ### ### ### ### ..# ### ###|" +
			"#.# ..# #.. ..# ..# ..# #.# ..# #.# ..#|" +
			"### ..# ### ### ..# ### ### ..# ### ###"
	)
	if r < '0' || r > '9' {
		return map[rune]string{
			',': ".|.|.|#|#", '.': ".|.|.|.|#", ':': ".|#|.|#|.", '–': "..|..|##|..|..", '-': "..|..|##|..|..",
		}[r]
	}
	var rows []string
	for row := range strings.SplitSeq(digits, "|") {
		rows = append(rows, row[(r-'0')*4:(r-'0')*4+3])
	}
	return strings.Join(rows, "|")
}

// Big returns a number in digits of 5 times scale lines, to be read across a room. What is no digit nor the
// punctuation of numbers is a gap.
func Big(number string, scale int, st theme.Style, g theme.Glyphs) []string {
	scale = max(scale, 1)
	lines := make([]string, bigRows*scale)
	for i, r := range number {
		rows := strings.Split(pattern(r), "|")
		if len(rows) < bigRows {
			rows = slices.Repeat([]string{"."}, bigRows)
		}
		for y := range lines {
			if i > 0 {
				lines[y] += pad(scale)
			}
			lines[y] += strings.NewReplacer(
				"#", strings.Repeat(g.Levels[7], 2*scale), ".", pad(2*scale),
			).Replace(rows[y/scale])
		}
	}
	for y := range lines {
		lines[y] = st.Render(lines[y])
	}
	return lines
}

// BigWidth is how many cells Big takes.
func BigWidth(number string, scale int) int {
	w := 0
	for _, r := range number {
		row, _, ok := strings.Cut(pattern(r), "|")
		if !ok {
			row = "."
		}
		w += 2*len(row) + 1
	}
	return max(w-1, 0) * max(scale, 1) * min(utf8.RuneCountInString(number), 1)
}
