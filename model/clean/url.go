package clean

import (
	"errors"
	"net/url"
	"strconv"
	"strings"
)

// urlCap is what an address may measure in bytes, before and after its bytes are escaped.
const urlCap = 2048

// URL is the address of a public web page, safe to print and to hand to a terminal as a link: printable ASCII with
// neither space nor semicolon. The zero value is no address; two are equal under == when they are the same string.
type URL struct{ s, host string }

// ParseURL takes an address from outside. It wants http or https, and a named host on the public internet: no user
// or password, no IP address, no local name. A name in other letters than ASCII becomes punycode, so that a
// look-alike shows. The error says what is wrong and quotes nothing.
func ParseURL(raw string) (URL, error) {
	if len(raw) > urlCap {
		return URL{}, errors.New("address is longer than 2048 bytes")
	}
	u, err := url.Parse(strings.Trim(raw, " \t\r\n"))
	switch {
	case err != nil:
		return URL{}, errors.New("not a web address")
	case u.Scheme != "http" && u.Scheme != "https":
		return URL{}, errors.New("want an address with http or https")
	case u.User != nil:
		return URL{}, errors.New("address holds a user name")
	}
	host, err := publicHost(u.Hostname())
	if err != nil {
		return URL{}, err
	}
	s := u.Scheme + "://" + host
	if port := u.Port(); port != "" {
		n, err := strconv.ParseUint(port, 10, 16)
		if err != nil || n == 0 {
			return URL{}, errors.New("address holds an impossible port")
		}
		s += ":" + strconv.FormatUint(n, 10) // one spelling for one port: 0443 is 443
	}
	s += escape(u.EscapedPath())
	if u.RawQuery != "" {
		s += "?" + escape(u.RawQuery)
	}
	if u.Fragment != "" {
		s += "#" + escape(u.EscapedFragment())
	}
	if len(s) > urlCap {
		return URL{}, errors.New("address is longer than 2048 bytes once escaped")
	}
	return URL{s, host}, nil
}

// String returns the whole address; "" for none.
func (u URL) String() string { return u.s }

// Host returns the name of the host in lower-case ASCII, without its port. Where an address is hidden behind other
// words, this is what must be shown.
func (u URL) Host() string { return u.host }

// IsZero reports whether there is no address.
func (u URL) IsZero() bool { return u == URL{} }

// escape percent-codes every byte that has no place in an address or that could end it early, in a terminal, in a page
// or in prose, and each % that starts no code.
func escape(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if c <= ' ' || c >= 0x7F || strings.IndexByte(";\"'<>\\^`{|}", c) >= 0 || c == '%' && !coded(s[i+1:]) {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// coded reports whether s starts with two hexadecimal digits.
func coded(s string) bool {
	if len(s) < 2 {
		return false
	}
	_, err := strconv.ParseUint(s[:2], 16, 8)
	return err == nil
}
