package journal_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"bordertop/model/journal"
)

const segmentOne = "journal-000001.toml"

// becomes tells what is wrong with what became of a damaged journal.
func (m mutant) becomes(whole []string, anchor journal.Head) error {
	d := newMemory()
	d.names[segmentOne] = &node{lasting: m.data}
	j, err := journal.Open(d, options())
	if err != nil {
		return err
	}
	if err := m.reads(j, whole); err != nil {
		return err
	}
	head, err := j.Append(context.Background(), entry(99))
	switch {
	case m.class == tail && err != nil:
		return fmt.Errorf("nothing can be added: %w", err)
	case m.class != tail && err == nil:
		return fmt.Errorf("added as %d to what is damaged", head.Seq)
	case m.class != tail && !bytes.Equal(d.names[segmentOne].content(nil), m.data):
		return errors.New("it was changed")
	}
	if m.class != tail {
		if head, err = j.Accept(context.Background(), "Desk", "seen"); err != nil {
			return err
		}
	}
	if last := lastSeq(j.Entries()); head.Seq <= last && head.Seq != last {
		return fmt.Errorf("goes on as %d behind %d", head.Seq, last)
	}
	if err := m.keeps(d); err != nil {
		return err
	}
	return m.anchored(anchor)
}

func lastSeq(entries []journal.Entry) int64 {
	last := int64(0)
	for _, e := range entries {
		last = max(last, e.Seq)
	}
	return last
}

// reads tells what is not read of what is whole.
func (m mutant) reads(j *journal.Journal, whole []string) error {
	got := texts(j)
	switch {
	case m.class == tail && len(j.Faults()) > 0:
		return fmt.Errorf("fault: %s", j.Faults()[0])
	case m.class != tail && len(j.Faults()) == 0:
		return errors.New("it is not told")
	case m.class == edited && len(got) != len(whole):
		return fmt.Errorf("%d of %d entries", len(got), len(whole))
	}
	var want []string
	for _, text := range whole {
		at := bytes.Index(m.good, []byte(text))
		block := "\n" + text + strings.SplitN(string(m.good[at+len(text):]), "\n", 2)[0]
		if bytes.Contains(m.data, []byte(block+"\n")) || bytes.HasSuffix(m.data, []byte(block)) {
			want = append(want, text)
		}
	}
	if m.class == tail {
		return inOrder(got, want)
	}
	for _, text := range want {
		if m.class == broken && !slices.ContainsFunc(got, func(have string) bool { return strings.HasSuffix(have, text) }) {
			return fmt.Errorf("what is whole is not read: %q", text)
		}
	}
	return nil
}

// keeps tells which bytes are gone.
func (m mutant) keeps(d *memory) error {
	now := d.names[segmentOne].content(nil)
	shared := 0
	for shared < min(len(now), len(m.data)) && now[shared] == m.data[shared] {
		shared++
	}
	rest := m.data[shared:]
	for name, n := range d.names {
		// What was set aside may begin as what was added does.
		if strings.HasPrefix(name, "journal.torn-") && bytes.HasSuffix(n.content(nil), rest) && bytes.HasSuffix(m.data, n.content(nil)) {
			rest = nil
		}
	}
	if len(rest) > 0 {
		return fmt.Errorf("%d bytes are gone", len(rest))
	}
	return nil
}

// anchored tells where somebody who remembers the head is not told that the last
// entries are gone.
func (m mutant) anchored(anchor journal.Head) error {
	d := newMemory()
	d.names[segmentOne] = &node{lasting: m.data}
	o := options()
	o.Anchor = anchor
	j, err := journal.Open(d, o)
	if err != nil {
		return err
	}
	if j.Head().Seq >= anchor.Seq {
		return nil
	}
	if head, err := j.Append(context.Background(), entry(99)); err == nil {
		return fmt.Errorf("%d is added behind what was rolled back from %d", head.Seq, anchor.Seq)
	}
	return nil
}

// journals are some of different sizes and texts.
func journals(tb testing.TB) []*memory {
	tb.Helper()
	var out []*memory
	for n, text := range []string{"", "# Шальчининкай, Medininkai – Kamenny Log\n", strings.Repeat("# a long remark\n", 20)} {
		d := newMemory()
		j := open(tb, d)
		for i := 1; i <= 6+6*n; i++ {
			if _, err := j.Append(tb.Context(), "[[entry]]\nby = \"Desk\"\n\n[[count]]\nid = "+fmt.Sprintf("\"c-%d\"\nvalue = %d\n", i, 1000+i)+text); err != nil {
				tb.Fatal(err)
			}
		}
		out = append(out, d)
	}
	return out
}

// scale is by how much a long run is longer.
func scale(n, inLong int) int {
	if isLong() {
		return inLong
	}
	return n
}

// isLong tells whether the run is the long one; see the README.
func isLong() bool { return os.Getenv("LONG") != "" }

// some are all mutants in a long run, and else those that hands make and every ninth
// of the others.
func some(all []mutant) []mutant {
	if isLong() {
		return all
	}
	var out []mutant
	for i, m := range all {
		numbered := strings.Contains(m.name, "cut") || strings.Contains(m.name, " at ") || strings.Contains(m.name, " of ")
		if !numbered || i%9 == 0 {
			out = append(out, m)
		}
	}
	return out
}

// TestDamageBecomesWhatItShould damages three journals in all ways, twice.
func TestDamageBecomesWhatItShould(t *testing.T) {
	t.Parallel()
	tried := 0
	for n, d := range journals(t) {
		j := open(t, d)
		for seed := range uint64(2) {
			for _, m := range some(mutants(d.names[segmentOne].content(nil), seed+1)) {
				if err := m.becomes(texts(j), j.Head()); err != nil {
					t.Errorf("journal %d, %s: %v", n, m.name, err)
				}
				tried++
			}
		}
	}
	t.Logf("%d damaged journals", tried)
}
