package dataset

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The limits that keep the parser from running out of time, memory or stack.
// maxKey bounds what it copies for every key below a long one.
const (
	maxFile   = 4 << 20
	maxLine   = 64 << 10
	maxDepth  = 8
	maxDots   = 3
	maxKey    = 128
	maxCommas = 100_000
	maxPairs  = 200_000
	maxTables = 100_000
)

const byteOrderMark = "\uFEFF"

// Guard tells why the bytes of a TOML file must not reach a parser, in time
// that grows with their number alone: they are too many, not text, or built to
// exhaust it. It is nil for what may be parsed, which need not be valid.
func Guard(file string, data []byte) *Fault {
	_, f := guard(strings.TrimPrefix(string(data), byteOrderMark))
	if f != nil {
		f.File = fileName(file)
	}
	return f
}

// guard gives, beside the fault, the place of every table header and key in the
// order in which they stand.
func guard(in string) ([]mark, *Fault) {
	if len(in) > maxFile {
		return nil, &Fault{Problem: "the file is larger than 4 MiB", Remedy: "split it"}
	}
	if f := plain(in); f != nil {
		return nil, f
	}
	s := scanner{in: in, line: 1, wantKey: true}
	for s.pos < len(s.in) && s.fault == nil {
		s.step()
	}
	return s.marks, s.fault
}

// plain refuses what is not text: other encodings, control characters, and line
// ends or lines that no editor writes.
func plain(in string) *Fault {
	if !utf8.ValidString(in) {
		return faultAt(in, invalid(in), "not UTF-8 text", "save the file as UTF-8")
	}
	start := 0
	for i := range len(in) {
		switch c := in[i]; {
		case c == '\n':
			start = i + 1
		case c == '\t':
		case c == '\r' && i+1 < len(in) && in[i+1] == '\n':
		case c == '\r':
			return faultAt(in, i, "a carriage return that ends no line", `end lines with LF, and write \r in strings`)
		case c < ' ' || c == 0x7F:
			return faultAt(in, i, fmt.Sprintf("control character 0x%02x", c), fmt.Sprintf(`write it as \u%04X`, c))
		}
		if i-start == maxLine {
			return faultAt(in, start, "the line is longer than 64 KiB", `break it, with """ for long text`)
		}
	}
	return nil
}

// invalid is where UTF-8 first breaks.
func invalid(in string) int {
	for i, r := range in {
		if r == utf8.RuneError && !strings.HasPrefix(in[i:], string(utf8.RuneError)) {
			return i
		}
	}
	return 0
}

func faultAt(in string, pos int, problem, remedy string) *Fault {
	return &Fault{
		Line: 1 + strings.Count(in[:pos], "\n"), Column: pos - strings.LastIndexByte(in[:pos], '\n'),
		Problem: problem, Remedy: remedy,
	}
}

// mark is the place of a table header or of a key.
type mark struct {
	line, column int32
	// at is the byte at which it stands.
	at     int32
	header bool
}

// scanner follows the structure of TOML and nothing else. It may misread what is
// not valid, for the parser stops there; it must not misread what is.
type scanner struct {
	in        string
	pos       int
	line      int
	lineStart int
	// open holds the brackets around pos.
	open  [maxDepth]byte
	depth int
	// wantKey is set where a key or a header may begin; keyStart is where the
	// last one did, until its end.
	wantKey, inKey bool
	keyStart       int

	dots, commas, pairs, tables int

	marks []mark
	fault *Fault
}

func (s *scanner) step() {
	switch c := s.in[s.pos]; c {
	case '\n':
		s.pos++
		s.newline(s.pos)
	case ' ', '\t', '\r':
		s.pos++
	case '#':
		if end := strings.IndexByte(s.in[s.pos:], '\n'); end >= 0 {
			s.pos += end
		} else {
			s.pos = len(s.in)
		}
	case '"', '\'':
		s.pair()
		s.quoted(c)
	case '[', '{':
		s.opening(c)
	case ']', '}', ',', '=', '.':
		s.punctuation(c)
	default:
		s.pair()
		for s.pos++; s.pos < len(s.in) && isBare(s.in[s.pos]); {
			s.pos++
		}
	}
}

func isBare(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '-' || c == ':'
}

func (s *scanner) newline(start int) {
	s.line++
	s.lineStart, s.dots = start, 0
	if s.depth == 0 {
		s.wantKey = true
	}
}

// key marks the place of a key or a header, if one may begin here.
func (s *scanner) key() bool {
	if !s.wantKey {
		return false
	}
	s.wantKey, s.inKey, s.keyStart = false, true, s.pos
	s.marks = append(s.marks, mark{line: int32(s.line), column: int32(s.pos - s.lineStart + 1), at: int32(s.pos)}) //nolint:gosec // all are below maxFile
	return true
}

func (s *scanner) pair() {
	if s.key() {
		s.limit(&s.pairs, maxPairs, "keys")
	}
}

func (s *scanner) limit(n *int, most int, what string) {
	if *n++; *n > most {
		s.refuse("more than " + strconv.Itoa(most) + " " + what)
	}
}

func (s *scanner) refuse(problem string) {
	s.fault = &Fault{Line: s.line, Column: s.pos - s.lineStart + 1, Problem: problem}
}

func (s *scanner) opening(c byte) {
	if c == '[' && s.depth == 0 && s.key() {
		s.marks[len(s.marks)-1].header = true
		s.limit(&s.tables, maxTables, "tables")
	}
	s.dots = 0
	if s.depth == maxDepth {
		s.refuse("brackets are nested more than " + strconv.Itoa(maxDepth) + " deep")
		return
	}
	s.open[s.depth] = c
	s.depth++
	s.wantKey = c == '{'
	s.pos++
}

func (s *scanner) punctuation(c byte) {
	if c == '.' {
		s.limit(&s.dots, maxDots, "dots in one key")
		s.pos++
		return
	}
	s.dots = 0
	switch c {
	case ',':
		s.wantKey = s.depth > 0 && s.open[s.depth-1] == '{'
		s.limit(&s.commas, maxCommas, "commas")
	case '=':
		s.keyEnds()
	case ']', '}':
		s.depth = max(0, s.depth-1)
		s.wantKey = false
		s.keyEnds()
	}
	s.pos++
}

func (s *scanner) keyEnds() {
	if s.inKey && s.pos-s.keyStart > maxKey {
		s.refuse("a key is longer than " + strconv.Itoa(maxKey) + " bytes")
	}
	s.inKey = false
}

// quoted goes past a string. One that does not end ends, here, with its line or
// with the file.
func (s *scanner) quoted(quote byte) {
	if triple := strings.Repeat(string(quote), 3); strings.HasPrefix(s.in[s.pos:], triple) {
		s.pos += 3
		s.block(quote)
		return
	}
	for s.pos++; s.pos < len(s.in) && s.in[s.pos] != '\n'; s.pos++ {
		switch s.in[s.pos] {
		case quote:
			s.pos++
			return
		case '\\':
			if quote == '"' {
				s.pos++
			}
		}
	}
	s.pos = min(s.pos, len(s.in))
}

// block goes past the rest of a string of many lines. Up to two quotes may stand
// before the three that end it; about more, parsers disagree.
func (s *scanner) block(quote byte) {
	for ; s.pos < len(s.in); s.pos++ {
		switch c := s.in[s.pos]; {
		case c == '\n':
			s.newline(s.pos + 1)
		case c == '\\' && quote == '"':
			if s.pos++; s.pos < len(s.in) && s.in[s.pos] == '\n' {
				s.newline(s.pos + 1)
			}
		case c == quote:
			n := len(s.in[s.pos:]) - len(strings.TrimLeft(s.in[s.pos:], string(quote)))
			if n > 5 {
				s.refuse("more than five quotes in a row")
			}
			if s.pos += n; n >= 3 {
				s.wantKey = false
				return
			}
			s.pos--
		}
	}
	s.pos = min(s.pos, len(s.in))
}
