package uitest

import (
	"bytes"
	"encoding/base64"
	"slices"
	"strings"
)

// copy takes what the program puts into the clipboard (OSC 52).
func (t *Term) copy(data []byte) bool {
	fields := bytes.SplitN(data, []byte{';'}, 3)
	if len(fields) < 3 {
		return true
	}
	if text, err := base64.StdEncoding.DecodeString(string(fields[2])); err == nil {
		t.copied = append(t.copied, string(text))
	}
	return true
}

// Copied returns what the program has put into the clipboard, one after the other.
func (t *Term) Copied() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Clone(t.copied)
}

// Link is a text on the screen that can be clicked. One that goes over several
// lines is several links with one ID.
type Link struct{ Text, URL, ID string }

// Links returns the links on the screen, in the order in which they are read. A
// single cell's link is in its Cell.
func (t *Term) Links() []Link {
	var links []Link
	for _, line := range t.Cells() {
		last := Link{}
		for x := 0; x < len(line); x += max(line[x].Width, 1) {
			c := line[x]
			l := Link{URL: c.Link.URL, ID: strings.TrimPrefix(c.Link.Params, "id=")}
			if same := l.URL == last.URL && l.ID == last.ID; l.URL != "" && same {
				links[len(links)-1].Text += c.Content
			} else if l.URL != "" {
				links = append(links, Link{Text: c.Content, URL: l.URL, ID: l.ID})
			}
			last = l
		}
	}
	return links
}
