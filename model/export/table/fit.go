package table

import (
	"strings"

	"github.com/rivo/uniseg"
)

// Cut cuts a text to w cells, with an ellipsis for what is missing.
func Cut(text string, w int) string {
	if uniseg.StringWidth(text) <= w {
		return text
	}
	if w < 1 {
		return ""
	}
	head, _ := split(text, w-1)
	return head + "…"
}

// split cuts a text after as many whole characters as have room in w cells.
func split(text string, w int) (head, rest string) {
	rest = text
	for left := w; rest != ""; {
		cluster, after, cells, _ := uniseg.FirstGraphemeClusterInString(rest, -1)
		if left -= cells; left < 0 {
			break
		}
		head, rest = head+cluster, after
	}
	return head, rest
}

// Break breaks a text into lines of at most w cells, between words where it can. No
// more than so many lines are given: the last one is cut. There is one at least.
func Break(text string, w, lines int) []string {
	if uniseg.StringWidth(text) <= w {
		return []string{text}
	}
	if w < 1 {
		return []string{""}
	}
	var out []string
	for text != "" {
		if len(out) == lines-1 {
			return append(out, Cut(text, w))
		}
		line, rest := split(text, w)
		if line == "" {
			return append(out, Cut(text, w)) // A character has no room.
		}
		if at := strings.LastIndexByte(line, ' '); rest != "" && !strings.HasPrefix(rest, " ") && at > 0 {
			line, rest = line[:at], line[at:]+rest
		}
		out = append(out, line)
		text = strings.TrimLeft(rest, " ")
	}
	return out
}
