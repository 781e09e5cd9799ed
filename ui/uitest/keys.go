package uitest

import "strings"

// named returns the bytes of the keys that have names.
func named() map[string]string {
	return map[string]string{
		"enter": "\r", "esc": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z", "space": " ", "backspace": "\x7f",
		"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
		"home": "\x1b[H", "end": "\x1b[F", "pgup": "\x1b[5~", "pgdown": "\x1b[6~", "insert": "\x1b[2~", "delete": "\x1b[3~",
		"shift+up": "\x1b[1;2A", "shift+down": "\x1b[1;2B", "shift+right": "\x1b[1;2C", "shift+left": "\x1b[1;2D",
		"f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~",
	}
}

// Press sends keys, named as Bubble Tea names them: "down", "ctrl+c", "alt+x".
// What has no name is typed as it stands. All keys of one call arrive at once, as
// they do over a slow line; esc must be the last of them, or be taken for alt.
func (t *Term) Press(keys ...string) {
	var b strings.Builder
	for _, key := range keys {
		b.WriteString(encode(key))
	}
	t.send([]byte(b.String()))
}

func encode(key string) string {
	if seq, ok := named()[key]; ok {
		return seq
	}
	if letter, ok := strings.CutPrefix(key, "ctrl+"); ok && len(letter) == 1 {
		return string(rune(letter[0] & 0x1f))
	}
	if rest, ok := strings.CutPrefix(key, "alt+"); ok && rest != "" {
		return "\x1b" + encode(rest)
	}
	return key
}

// Paste sends text as a terminal sends what is pasted.
func (t *Term) Paste(text string) { t.send([]byte("\x1b[200~" + text + "\x1b[201~")) }
