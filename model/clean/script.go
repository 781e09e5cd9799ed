package clean

import (
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// oddities finds what is legal but worth a flag in a cleaned text.
func oddities(s string) Flags {
	var w word
	var f Flags
	for _, c := range s {
		w.take(scriptOf(c))
		if c >= firstRTL {
			if p, _ := bidi.LookupRune(c); p.Class() == bidi.R || p.Class() == bidi.AL || p.Class() == bidi.AN {
				f |= RTL
			}
		}
	}
	return f | w.flag
}

// firstRTL is the start of Hebrew: nothing before it is written from right to left.
const firstRTL = 0x0590

// script is a set of the scripts whose letters pass for each other's.
type script uint8

const (
	latin script = 1 << iota
	cyrillic
	greek
	armenian
	cherokee
	wordEnd             // not part of a word
	inWord  = script(0) // part of a word of any script: digits, marks, other scripts
)

// word watches the words of a text go by for one of two scripts.
type word struct {
	seen script
	flag Flags
}

func (w *word) take(s script) {
	if s == wordEnd {
		w.seen = 0
		return
	}
	w.seen |= s
	if w.seen&(w.seen-1) != 0 {
		w.flag = Mixed
	}
}

func scriptOf(c rune) script {
	if s, ok := ordinary(c); ok {
		return s
	}
	switch {
	case !unicode.In(c, unicode.L, unicode.M, unicode.N):
		return wordEnd
	case unicode.Is(unicode.Latin, c):
		return latin
	case unicode.Is(unicode.Cyrillic, c):
		return cyrillic
	case unicode.Is(unicode.Greek, c):
		return greek
	case unicode.Is(unicode.Armenian, c):
		return armenian
	case unicode.Is(unicode.Cherokee, c):
		return cherokee
	}
	return inWord
}

func isWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsNumber(c) }
