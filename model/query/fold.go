package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// scanner takes a text apart into words, folded so that case, accents and
// apostrophes do not count, and letters that stand for each other are one.
type scanner struct {
	text string
	at   int
	// word is the folded word, valid until the next one, and from and to the bytes
	// of the text that it was made of.
	word     []byte
	from, to int
}

// next finds the next word; false at the end.
func (s *scanner) next() bool {
	s.word = s.word[:0]
	for s.at < len(s.text) {
		begun := len(s.word) > 0
		c := s.text[s.at]
		switch {
		case c >= utf8.RuneSelf:
			if s.wide() {
				return true
			}
			continue
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			s.word = append(s.word, c)
		case 'A' <= c && c <= 'Z':
			s.word = append(s.word, c|0x20)
		case c == '\'':
			s.at++
			continue
		default:
			s.at++
			if begun {
				return true
			}
			continue
		}
		if !begun {
			s.from = s.at
		}
		s.at++
		s.to = s.at
	}
	return len(s.word) > 0
}

// wide takes a rune beyond ASCII; true where it ends a word.
func (s *scanner) wide() bool {
	r, size := utf8.DecodeRuneInString(s.text[s.at:])
	begun := len(s.word) > 0
	switch {
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
		// There are no spaces between the words of these.
		if begun {
			return true
		}
		s.from = s.at
		s.word = foldRune(s.word, r)
		s.at += size
		s.to = s.at
		return len(s.word) > 0
	case unicode.IsLetter(r), unicode.IsNumber(r):
		s.word = foldRune(s.word, r)
		if !begun {
			s.from = s.at
		}
		s.at += size
		s.to = s.at
		return false
	case unicode.IsMark(r):
		s.at += size
		if begun {
			s.to = s.at
		}
		return false
	}
	s.at += size
	return begun && !strings.ContainsRune("’‘ʼ′´", r)
}

// foldRune adds what a letter or number counts as.
func foldRune(dst []byte, r rune) []byte {
	switch {
	case 'а' <= r && r <= 'я' && r != 'й':
		return utf8.AppendRune(dst, r)
	case 'А' <= r && r <= 'Я' && r != 'Й':
		return utf8.AppendRune(dst, r+'а'-'А')
	}
	var letter [utf8.UTFMax]byte
	var parts [64]byte
	n := utf8.EncodeRune(letter[:], r)
	for rest := norm.NFKD.Append(parts[:0], letter[:n]...); len(rest) > 0; {
		part, size := utf8.DecodeRune(rest)
		rest = rest[size:]
		if unicode.IsLetter(part) || unicode.IsNumber(part) {
			dst = plainLetter(dst, unicode.ToLower(unicode.ToUpper(part)))
		}
	}
	return dst
}

// plainLetter adds the letter that one which does not come apart stands for.
func plainLetter(dst []byte, r rune) []byte {
	switch r {
	case 'і':
		r = 'и'
	case 'є':
		r = 'е'
	case 'ґ':
		r = 'г'
	case 'ł':
		r = 'l'
	case 'ø':
		r = 'o'
	case 'đ', 'ð':
		r = 'd'
	case 'æ':
		return append(dst, "ae"...)
	case 'œ':
		return append(dst, "oe"...)
	case 'þ':
		return append(dst, "th"...)
	case 'ß', 'ẞ':
		return append(dst, "ss"...)
	}
	return utf8.AppendRune(dst, r)
}

// wordsOf lists the folded words of a text.
func wordsOf(text string) []string {
	var out []string
	for s := (scanner{text: text}); s.next(); {
		out = append(out, string(s.word))
	}
	return out
}

// fold is a text as its folded words.
func fold(text string) string { return strings.Join(wordsOf(text), " ") }

// loose folds a folded word of a name further: names are heard before they are
// written, and Belarusian writes an unstressed е as я. Whatever begins a word
// still begins it when both are loose.
func loose(word string) string {
	out := make([]rune, 0, len(word))
	for _, r := range word {
		switch r {
		case 'я', 'э':
			r = 'е'
		case 'ы':
			r = 'и'
		}
		if len(out) == 0 || out[len(out)-1] != r {
			out = append(out, r)
		}
	}
	return string(out)
}

// stem is the beginning that the cases of a folded name share. It keeps at least
// four letters, so that it begins few other words.
func stem(word string) string {
	const shortest = 4
	letters := []rune(word)
	ending := func(set string) bool {
		return len(letters) > shortest && strings.ContainsRune(set, letters[len(letters)-1])
	}
	const vowels = "aeiouyаеиоуыэюяйь"
	if ending("sс") && strings.ContainsRune(vowels, letters[len(letters)-2]) {
		letters = letters[:len(letters)-1]
	}
	for ending(vowels) {
		letters = letters[:len(letters)-1]
	}
	return string(letters)
}
