package screen

import (
	"strconv"
	"strings"
)

// style is what SGR sequences have set. The zero value is the terminal's own.
type style struct {
	fg, bg, under color
	attrs         attrs
	underline     uint8 // 0 none, 1 single, 2 double, 3 curly, 4 dotted, 5 dashed
}

// color is a kind in the top byte and a palette index or RGB below it.
type color uint32

const (
	basic   color = 1 << 24 // 0-7 normal, 8-15 bright
	indexed color = 2 << 24
	rgb     color = 3 << 24
)

const kind = 0xff << 24

type attrs uint16

// The bit of an attribute is its SGR parameter.
const (
	bold     attrs = 1 << 1
	faint    attrs = 1 << 2
	italic   attrs = 1 << 3
	blink    attrs = 1 << 5
	reverse  attrs = 1 << 7
	conceal  attrs = 1 << 8
	strike   attrs = 1 << 9
	overline attrs = 1 << 15 // its parameter, 53, has no bit
)

// apply obeys the parameters of one SGR sequence: what stands between "\x1b["
// and "m". What it does not know it leaves out.
func (s *style) apply(params string) {
	for more := true; more; {
		var p string
		p, params, more = strings.Cut(params, ";")
		switch n, sub, _ := strings.Cut(p, ":"); n {
		case "38", "48", "58":
			if sub != "" {
				s.paint(n, colonColor(sub))
				break
			}
			var c color
			c, params = semicolonColor(params)
			more = more && params != ""
			s.paint(n, c)
		case "4":
			s.underline = 1
			if v, err := strconv.ParseUint(sub, 10, 8); err == nil && v <= 5 {
				s.underline = uint8(v)
			}
		default:
			s.set(n)
		}
	}
}

// paint sets the colour of a layer; 0, which stands for a fault, does nothing.
func (s *style) paint(layer string, c color) {
	switch {
	case c == 0:
	case layer == "38":
		s.fg = c
	case layer == "48":
		s.bg = c
	default:
		s.under = c
	}
}

// set obeys a parameter that stands alone.
func (s *style) set(param string) {
	n, err := strconv.Atoi(param)
	switch {
	case param == "" || n == 0 && err == nil:
		*s = style{}
	case err != nil:
	case n == 6:
		s.attrs |= blink
	case n < 10:
		s.attrs |= 1 << n
	case n == 53:
		s.attrs |= overline
	case n >= 30 && n < 38:
		s.fg = basic | color(n-30)
	case n >= 40 && n < 48:
		s.bg = basic | color(n-40)
	case n >= 90 && n < 98:
		s.fg = basic | color(n-90+8)
	case n >= 100 && n < 108:
		s.bg = basic | color(n-100+8)
	default:
		s.unset(n)
	}
}

// unset obeys a parameter that puts something back.
func (s *style) unset(n int) {
	switch n {
	case 21:
		s.underline = 2
	case 22:
		s.attrs &^= bold | faint
	case 23:
		s.attrs &^= italic
	case 24:
		s.underline = 0
	case 25:
		s.attrs &^= blink
	case 27:
		s.attrs &^= reverse
	case 28:
		s.attrs &^= conceal
	case 29:
		s.attrs &^= strike
	case 39:
		s.fg = 0
	case 49:
		s.bg = 0
	case 55:
		s.attrs &^= overline
	case 59:
		s.under = 0
	}
}

// semicolonColor reads "5;n" or "2;r;g;b" from the front of params.
func semicolonColor(params string) (c color, rest string) {
	how, rest, _ := strings.Cut(params, ";")
	n := 0
	switch how {
	case "5":
		n = 1
	case "2":
		n = 3
	}
	var v [3]string
	for i := range n {
		v[i], rest, _ = strings.Cut(rest, ";")
	}
	return channels(v[:n]), rest
}

// colonColor reads "5:n", "2:r:g:b" or "2:space:r:g:b", which may be followed
// by a tolerance.
func colonColor(sub string) color {
	p := strings.Split(sub, ":")
	switch {
	case p[0] == "5" && len(p) == 2:
		return channels(p[1:])
	case p[0] == "2" && len(p) == 4:
		return channels(p[1:])
	case p[0] == "2" && len(p) > 4:
		return channels(p[2:5])
	}
	return 0
}

// channels makes a colour of a palette index or of three channels, or 0.
func channels(values []string) color {
	var c color
	switch len(values) {
	case 1:
		c = indexed
	case 3:
		c = rgb
	}
	v := color(0)
	for _, s := range values {
		n, err := strconv.ParseUint(s, 10, 8)
		if err != nil && s != "" {
			return 0
		}
		v = v<<8 | color(n)
	}
	return c | v
}

// transition appends the SGR sequence that leads from one style to another.
func transition(b []byte, from, to style) []byte {
	if from == to {
		return b
	}
	b = append(b, "\x1b["...)
	start := len(b)
	if from != (style{}) {
		b = append(b, ";0"...)
	}
	for n := 1; n < 10; n++ {
		if to.attrs&(1<<n) != 0 {
			b = append(b, ';', '0'+byte(n))
		}
	}
	if to.attrs&overline != 0 {
		b = append(b, ";53"...)
	}
	switch {
	case to.underline == 1:
		b = append(b, ";4"...)
	case to.underline > 1:
		b = append(b, ";4:"...)
		b = append(b, '0'+to.underline)
	}
	b = to.fg.append(b, 30)
	b = to.bg.append(b, 40)
	b = to.under.append(b, 50)
	b = append(b[:start], b[start+1:]...) // the first semicolon
	return append(b, 'm')
}

// append adds the parameters that set c as the foreground (base 30), the
// background (40) or the colour of the underline (50).
func (c color) append(b []byte, base int64) []byte {
	v := int64(c &^ kind)
	switch c & kind {
	case basic:
		n := base + v
		if v >= 8 {
			n = base + 60 + v - 8
		}
		return strconv.AppendInt(append(b, ';'), n, 10)
	case indexed:
		b = strconv.AppendInt(append(b, ';'), base+8, 10)
		return strconv.AppendInt(append(b, ";5;"...), v, 10)
	case rgb:
		b = strconv.AppendInt(append(b, ';'), base+8, 10)
		b = strconv.AppendInt(append(b, ";2;"...), v>>16, 10)
		b = strconv.AppendInt(append(b, ';'), v>>8&0xff, 10)
		return strconv.AppendInt(append(b, ';'), v&0xff, 10)
	}
	return b
}
