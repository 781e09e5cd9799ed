package clean

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// publicHost returns the name as the domain name system spells it, or says why nobody outside could look it up.
func publicHost(name string) (string, error) {
	if name == "" {
		return "", errors.New("address names no host")
	}
	name = strings.TrimSuffix(norm.NFKC.String(strings.ToLower(norm.NFKC.String(name))), ".")
	labels := strings.Split(name, ".")
	for i, l := range labels {
		ascii, ok := label(l)
		if !ok {
			return "", errors.New("address has a malformed host")
		}
		labels[i] = ascii
	}
	host, last := strings.Join(labels, "."), labels[len(labels)-1]
	switch {
	case len(host) > 253:
		return "", errors.New("address has a malformed host")
	case '0' <= last[0] && last[0] <= '9': // browsers read 127.1, 0x7f.1 and 017700000001 as addresses
		return "", errors.New("address names its host by number")
	case len(labels) == 1 || local(last) || strings.HasSuffix(host, ".home.arpa"):
		return "", errors.New("address is of a local host")
	}
	return host, nil
}

// local reports whether a top-level name is set aside for networks that are not the public one.
func local(top string) bool {
	switch top {
	case "localhost", "localdomain", "local", "internal", "intranet", "lan", "home", "corp", "private", "onion", "test", "invalid":
		return true
	}
	return false
}

// label returns one part of a host name in ASCII.
func label(s string) (string, bool) {
	for _, c := range s {
		if c != '-' && !unicode.In(c, unicode.Ll, unicode.Lo, unicode.Lm, unicode.M, unicode.Nd) || unseen(c) {
			return "", false
		}
	}
	if s == "" || s[0] == '-' || s[len(s)-1] == '-' || !utf8.ValidString(s) {
		return "", false
	}
	if strings.IndexFunc(s, func(c rune) bool { return c >= utf8.RuneSelf }) >= 0 {
		s = "xn--" + punycode(s)
	}
	return s, len(s) <= 63
}

// punycode is the encoding of RFC 3492, section 6.3: the ASCII runes, then for each other one, from the lowest up, how
// many steps lie between it and the one before, where a step moves on by one place and then by one code point.
func punycode(s string) string {
	input := []rune(s)
	var b []byte
	for _, c := range input {
		if c < utf8.RuneSelf {
			b = append(b, byte(c))
		}
	}
	basic := len(b)
	if basic > 0 {
		b = append(b, '-')
	}
	n, delta, bias := rune(utf8.RuneSelf), 0, 72
	for done := basic; done < len(input); n++ {
		next := lowest(input, n)
		delta += int(next-n) * (done + 1)
		n = next
		for _, c := range input {
			switch {
			case c < n:
				delta++
			case c == n:
				b = appendDelta(b, delta, bias)
				if done == basic { // the first step is a long one, and says little about the next
					delta /= 350
				}
				done++
				bias = adapt(delta/2, done)
				delta = 0
			}
		}
		delta++
	}
	return string(b)
}

// lowest is the lowest rune of at least n; there is one.
func lowest(input []rune, n rune) rune {
	low := rune(unicode.MaxRune)
	for _, c := range input {
		if c >= n {
			low = min(low, c)
		}
	}
	return low
}

// appendDelta writes a number whose digits have weights that the bias sets.
func appendDelta(b []byte, q, bias int) []byte {
	const digits = "abcdefghijklmnopqrstuvwxyz0123456789"
	for k := 36; ; k += 36 {
		t := min(max(k-bias, 1), 26)
		if q < t {
			return append(b, digits[q])
		}
		b = append(b, digits[t+(q-t)%(36-t)])
		q = (q - t) / (36 - t)
	}
}

// adapt guesses the size of the next number from that of the last.
func adapt(delta, points int) int {
	delta += delta / points
	k := 0
	for ; delta > 455; k += 36 {
		delta /= 35
	}
	return k + 36*delta/(delta+38)
}
