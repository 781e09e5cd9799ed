package clean

import "unicode/utf8"

// plain reports whether s is clean as it is, which is so for nearly every text, and its flags if it is. It answers
// no when in doubt.
func plain(s string, r rules) (Flags, bool) {
	const full = 2
	var w word
	gap := full // what stands just before: 0 a word, 1 a line break, full no room for more space
	for i := 0; i < len(s); {
		c, size := rune(s[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		kind, ok := ordinary(c)
		switch {
		case ok:
			gap = 0
		case c == ' ' && gap == 0:
			gap = full
		case c == '\n' && gap < r.breaks:
			gap++
		default:
			return 0, false
		}
		w.take(kind)
	}
	return w.flag, gap == 0 || s == ""
}

// ordinary reports whether c needs no rule at all, whatever ordinary rune or single space stands beside it: it is one
// cell wide for everybody, is not a mark, and is its own normal form. The script is that of a letter. It holds
// what the languages of this border are written with.
func ordinary(c rune) (script, bool) {
	switch {
	case c < utf8.RuneSelf:
		return ascii(c), ' ' < c && c < 0x7F
	case 0xC0 <= c && c <= 0x17F && c != '×' && c != '÷':
		return latin, true
	case 0x400 <= c && c <= 0x52F && (c < 0x482 || 0x489 < c):
		return cyrillic, true
	case 0xA1 <= c && c <= 0xF7 && c != 0xAD && c != 0xAA && c != 0xBA,
		0x2013 <= c && c <= 0x2014, 0x2018 <= c && c <= 0x201F, c == '…', c == '€', c == '№':
		return wordEnd, true
	}
	return inWord, false
}

func ascii(c rune) script {
	switch {
	case 'a' <= c|0x20 && c|0x20 <= 'z':
		return latin
	case '0' <= c && c <= '9':
		return inWord
	}
	return wordEnd
}
