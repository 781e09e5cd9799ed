package detail

// Flow breaks texts, each a link of its own, into lines.
func Flow(w int, texts ...string) []string {
	var pieces []piece
	for i, text := range texts {
		pieces = append(pieces, piece{text: text, link: i + 1})
	}
	var lines []string
	for _, l := range flow(w, pieces...) {
		lines = append(lines, plain(l))
	}
	return lines
}
