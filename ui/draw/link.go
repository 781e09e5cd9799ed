package draw

import (
	"hash/fnv"
	"strconv"
	"strings"

	"bordertop/model/clean"
)

// Link makes text, of one line and without links of its own, a hyperlink (OSC 8)
// to an address; text as it is where there is no text or no address. Where text
// does not tell the address it must name its host.
func Link(text string, to clean.URL) string {
	if text == "" || to.IsZero() {
		return text
	}
	// Parts of one link, as on several lines, are one to the terminal by their id.
	id := fnv.New64a()
	_, _ = id.Write([]byte(to.String())) // never fails
	return "\x1b]8;id=" + strconv.FormatUint(id.Sum64(), 16) + ";" + to.String() + "\x1b\\" + text + unlink
}

// relink closes what a line leaves open of a link, and opens it again in the next:
// each line stands alone.
func relink(lines []string) []string {
	open := ""
	for i, line := range lines {
		lines[i] = open + line
		for s := line; s != ""; {
			p := next(s)
			if p.kind == styled && strings.HasPrefix(s, "\x1b]8;") {
				open = opening(s[:p.size])
			}
			s = s[p.size:]
		}
		if open != "" {
			lines[i] += unlink
		}
	}
	return lines
}

// opening returns an OSC 8 that opens a link, "" for one that closes it.
func opening(seq string) string {
	if _, target, _ := strings.Cut(seq[len("\x1b]8;"):], ";"); target == "\x1b\\" {
		return ""
	}
	return seq
}
