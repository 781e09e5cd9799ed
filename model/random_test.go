package model_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
)

// script writes random records about two crossings over 30 half days: the more
// they clash, the better. Known times are explicit for about half of them.
type script struct {
	*rand.Rand
	strings.Builder
}

func randomScript(seed uint64) string {
	s := script{Rand: rand.New(rand.NewPCG(seed, 1))}
	s.WriteString("crossing m countries=LT,BY serves=car,truck\ncrossing n\n")
	for i := range 3 {
		s.line("source s%d %s%s", i, s.maybe("published=", s.at()), s.maybe("origin=", fmt.Sprintf("s%d", s.IntN(3))))
	}
	for i := range 4 + s.IntN(20) {
		s.write(i)
	}
	return s.String()
}

func (s *script) write(i int) {
	known, crossing := s.maybe("known=", s.at()), s.one("crossings=m", "crossings=n", "crossings=m,n", "crossings=", "")
	switch s.IntN(9) {
	case 0, 1, 2:
		s.line("measure r%d kind=%s from=%s %s %s %s%s%s%s%s%s%s%s%s", i, s.one("closure", "closure", "ban", "fee"), s.at(), crossing, known,
			s.maybe("until=", s.at()), s.maybe("ended=", s.one(s.at(), s.interval())), s.maybe("replaces=", s.id()), s.maybe("act=", s.one("x", "y")),
			s.maybe("ends_when=", "later"), s.maybe("allows=", s.one("mail", "citizens>LT", "mail,citizens")), s.maybe("to=", "LT"),
			s.maybe("classes=", s.one("car", "truck")), s.maybe("sources=", s.one("s0", "s1,s2")))
	case 3:
		s.line("report r%d at=%s state=%s crossings=%s %s %s%s", i, s.at(), s.one("open", "closed", "restricted"), s.one("m", "n"), known,
			s.maybe("confidence=", "low"), s.maybe("classes=", "car"))
	case 4:
		s.line("deadline r%d due=%s %s", i, s.at(), known)
	case 5:
		s.line("count r%d at=%s what=%s unit=truck by=%s %s %s%s%s%s", i, s.at(), s.one("stranded", "parked"), s.one("A", "B", "C"), known,
			s.maybe("value=", strconv.Itoa(s.IntN(9))), s.maybe("repeats=", s.id()), s.maybe("part_of=", s.id()), s.maybe("sources=", s.one("s0", "s1")))
	case 6:
		s.line("%s r%d at=%s %s %s", s.one("incident", "statement"), i, s.at(), known, s.maybe("about=", s.id()))
	case 7:
		s.line("condition r%d stated=%s side=%s state=unmet %s", i, s.at(), s.one("A", "B"), known)
	case 8:
		s.line("amendment r%d of=%s kind=%s %s %s%s%s%s%s", i, s.one(s.id(), s.id()+","+s.id(), "x"),
			s.one("update", "correction", "dispute", "withdrawal"), known, s.maybe("at=", s.at()), s.maybe("set.until=", s.at()),
			s.maybe("set.ended=", s.at()), s.maybe("set.at=", s.at()), s.maybe("set.state=", s.one("met", "open")))
	}
}

// line adds a record.
func (s *script) line(format string, a ...any) { s.WriteString(fmt.Sprintf(format, a...) + "\n") }

func (s *script) id() string { return fmt.Sprintf("r%d", s.IntN(24)) }

func (s *script) at() string {
	day := 1 + s.IntN(30)
	return s.one(fmt.Sprintf("2025-11-%02d", day), fmt.Sprintf("\"2025-11-%02d 12:00\"", day), fmt.Sprintf("\"2025-11-%02d 24:00\"", day))
}

func (s *script) interval() string {
	day := 1 + s.IntN(20)
	return fmt.Sprintf("2025-11-%02d/2025-11-%02d", day, day+1+s.IntN(5))
}

func (s *script) one(words ...string) string { return words[s.IntN(len(words))] }

func (s *script) maybe(key, value string) string {
	if s.IntN(3) > 0 {
		return ""
	}
	return key + value + " "
}
