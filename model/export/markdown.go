package export

import (
	"io"
	"strings"
)

// writeMarkdown writes records for a page of Markdown (CommonMark with GitHub's
// tables of tasks, strikes and links), whose only links are to sources.
func writeMarkdown(w io.Writer, d dossier) error {
	var b strings.Builder
	b.WriteString("# " + escape(d.o.Name) + "\n\n" + escape(d.asOf()) + "\n")
	for _, a := range d.records {
		d.sheet(a).markdown(&b, d)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (s sheet) markdown(b *strings.Builder, d dossier) {
	b.WriteString("\n## " + escape(s.title) + "\n\n")
	for _, r := range s.rows {
		b.WriteString("- **" + escape(r.label) + "**:")
		for _, old := range r.old {
			b.WriteString(" ~~" + escape(old) + "~~")
		}
		if r.value != "" {
			b.WriteString(" " + escape(r.value))
		}
		for _, why := range r.why {
			b.WriteString(" (" + escape(why) + ")")
		}
		b.WriteString("\n")
	}
	b.WriteString("\n### " + escape(d.o.Words.Page.Sources) + "\n\n")
	if s.unsourced != "" {
		b.WriteString(escape(s.unsourced) + "\n")
	}
	for _, src := range s.sources {
		text := escape(d.cited(src))
		if !src.URL.IsZero() {
			// An address holds no <, > nor space.
			text = "[" + text + "](<" + src.URL.String() + ">)"
		}
		b.WriteString("- " + text + "\n")
	}
}

// escape writes a line of text so that Markdown shows it as it is. It never stands
// at the beginning of a line, but in a paragraph of its own words; so what counts
// there alone needs no escape.
func escape(s string) string {
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if strings.IndexByte("\\`*_[]<>&~|$#@!", c) >= 0 || linking(s, i) {
			b.WriteByte('\\')
		}
		b.WriteByte(c)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// linking tells whether what stands at i makes a link of the words around it:
// the colon of an address, or the first dot after www.
func linking(s string, i int) bool {
	switch s[i] {
	case ':':
		before := strings.ToLower(s[max(0, i-6):i])
		return strings.HasPrefix(s[i:], "://") || strings.HasSuffix(before, "mailto") || strings.HasSuffix(before, "xmpp")
	case '.':
		return strings.EqualFold(s[max(0, i-3):i], "www")
	}
	return false
}
