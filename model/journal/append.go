package journal

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// Append adds an entry, and tells its head once it is sure to last. An error means
// that it was not added; Head and Entries never tell of it. The text is whole lines
// of TOML.
func (j *Journal) Append(ctx context.Context, text string) (Head, error) {
	if strings.HasPrefix(text, seal) {
		return Head{}, errors.New("add to the journal: an entry cannot accept what was edited")
	}
	if err := fits(text); err != nil {
		return Head{}, fmt.Errorf("add to the journal: %w", err)
	}
	var head Head
	err := j.with(ctx, func() error {
		if faults := j.faults(); len(faults) > 0 {
			return fmt.Errorf("add to the journal: %w: %s", ErrDamaged, faults[0])
		}
		added, err := j.add(text, 0)
		head = added
		return err
	})
	if err != nil {
		return Head{}, advised(err)
	}
	return head, nil
}

// fits tells why a text could not be read back as one entry.
func fits(text string) error {
	switch {
	case text == "" || !strings.HasSuffix(text, "\n"):
		return errors.New("an entry is whole lines")
	case len(text) > maxEntry:
		return fmt.Errorf("an entry has at most %d bytes", maxEntry)
	case strings.HasPrefix(text, "#~") || strings.Contains(text, "\n#~"):
		return errors.New(`no line of an entry begins with "#~"`)
	case strings.ContainsAny(text, "\x00\r"):
		return errors.New("an entry has neither NUL nor CR")
	}
	return nil
}

// Accept takes down that somebody looked at what is not as it was written, and
// keeps it as it stands. The journal can be written to again. It refuses where
// entries are gone that were here before.
func (j *Journal) Accept(ctx context.Context, by, reason string) (Head, error) {
	return j.accept(ctx, by, reason, func(f Fault) error {
		if f.Kind == RolledBack {
			return fmt.Errorf("%s; %w", f, ErrLost)
		}
		return nil
	})
}

// AcceptLoss is Accept also where entries are gone. Their numbers are left out.
func (j *Journal) AcceptLoss(ctx context.Context, by, reason string) (Head, error) {
	return j.accept(ctx, by, reason, func(Fault) error { return nil })
}

func (j *Journal) accept(ctx context.Context, by, reason string, may func(Fault) error) (Head, error) {
	var head Head
	err := j.with(ctx, func() error {
		faults := j.faults()
		tokens := make([]string, 0, len(faults))
		for _, f := range faults {
			if err := may(f); err != nil {
				return fmt.Errorf("accept the journal: %w", err)
			}
			tokens = append(tokens, strconv.Quote(f.token()))
		}
		if len(tokens) == 0 {
			return errors.New("accept the journal: it is as it was written")
		}
		text := seal + "by = " + quote(by) + "\nat = " + j.o.Now().UTC().Format(time.RFC3339) + "\nreason = " + quote(reason) +
			"\naccepts = [" + strings.Join(tokens, ", ") + "]\n"
		if err := fits(text); err != nil {
			return fmt.Errorf("accept the journal: %w", err)
		}
		last := max(j.head().Seq, j.o.Anchor.Seq)
		added, err := j.add(text, last)
		head = added
		return err
	})
	if err != nil {
		return Head{}, advised(err)
	}
	return head, nil
}

// quote writes a TOML string in ASCII.
func quote(s string) string { return strings.ReplaceAll(strconv.QuoteToASCII(s), `\x`, `\u00`) }

// Repair sets aside what was torn off at the end, and tells the name of the file
// that holds it; empty where there was nothing.
func (j *Journal) Repair(ctx context.Context) (aside string, err error) {
	err = j.with(ctx, func() error {
		aside, err = j.heal()
		return err
	})
	return aside, err
}

// add writes an entry behind the last one, with a number behind another, if need be
// in the room that is kept for the last ones.
func (j *Journal) add(text string, behind int64) (Head, error) {
	if err := j.ready(); err != nil {
		return Head{}, fmt.Errorf("add to the journal: %w", err)
	}
	head, err := j.put(text, behind)
	if err != nil && j.room(err) {
		if err = j.load(); err == nil {
			head, err = j.put(text, behind)
		}
	}
	if err == nil {
		j.begun = true
		j.remember(head)
	}
	return head, err
}

// put writes an entry behind the last one.
func (j *Journal) put(text string, behind int64) (Head, error) {
	if _, err := j.heal(); err != nil {
		return Head{}, err
	}
	last := j.head()
	last.Seq = max(last.Seq, behind)
	head := last.next(text)
	full := len(j.segments) == 0 || j.last().good == 0 || j.last().good+int64(len(text)) > maxSegment
	if full {
		head = last.next(j.o.Preamble + text)
	}
	block := text + head.trailer(text)
	var err error
	if full {
		err = j.begin(block)
	} else {
		err = j.extend(block)
	}
	if err != nil {
		return Head{}, fmt.Errorf("add to the journal: %w", err)
	}
	// What can be read back is what there is.
	if err := j.load(); err != nil {
		return Head{}, err
	}
	if j.head() != head {
		return Head{}, fmt.Errorf("add to the journal: %s changed meanwhile", j.last().name)
	}
	return head, nil
}

// begin makes another segment: it has its name only once it is whole.
func (j *Journal) begin(block string) error {
	n := 1
	if len(j.segments) > 0 {
		n = number(j.last().name) + 1
	}
	name, fresh := nameOf(n), "journal.new"
	if err := j.write(fresh, j.head().opening(n, len(j.o.Preamble))+j.o.Preamble+block, os.O_WRONLY|os.O_CREATE|os.O_TRUNC); err != nil {
		return err
	}
	if _, err := j.disk.Stat(name); err == nil {
		return fmt.Errorf("%s: %w", name, os.ErrExist)
	}
	if err := j.disk.Rename(fresh, name); err != nil {
		return err
	}
	return j.disk.Sync()
}

// write writes a file that nobody reads yet.
func (j *Journal) write(name, text string, flag int) error {
	f, err := j.disk.Open(name, flag)
	if err != nil {
		return err
	}
	_, err = f.Write([]byte(text))
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// extend writes behind the last entry of the last segment, in one piece. What
// could not be made sure to last is taken back.
func (j *Journal) extend(block string) error {
	s := j.last()
	if s.open {
		block = "\n" + block
	}
	f, err := j.disk.Open(s.name, os.O_WRONLY|os.O_APPEND)
	if err != nil {
		return err
	}
	info, err := f.Stat()
	if err == nil && !unchanged(s.info, info) {
		err = fmt.Errorf("%s changed meanwhile", s.name)
	}
	if err != nil {
		return errors.Join(err, f.Close())
	}
	_, err = f.Write([]byte(block))
	if err == nil {
		err = f.Sync()
	}
	if err == nil {
		err = j.still(f, s.name)
	}
	if err != nil {
		err = errors.Join(err, f.Truncate(s.good), f.Sync())
	}
	return errors.Join(err, f.Close())
}

// still tells whether an open file has its name still: editors put another in the
// place of what they save.
func (j *Journal) still(f File, name string) error {
	here, err := f.Stat()
	if err != nil {
		return err
	}
	there, err := j.disk.Stat(name)
	if err != nil {
		return err
	}
	if !same(here, there) {
		return fmt.Errorf("%s was replaced meanwhile", name)
	}
	return nil
}

// heal sets aside what stands behind the last entry.
func (j *Journal) heal() (aside string, err error) {
	if len(j.segments) == 0 || j.last().torn == "" {
		return "", nil
	}
	s := j.last()
	aside, err = j.setAside(s.torn)
	if err != nil {
		return "", fmt.Errorf("set aside what was torn: %w", err)
	}
	f, err := j.disk.Open(s.name, os.O_WRONLY)
	if err != nil {
		return "", fmt.Errorf("mend the journal: %w", err)
	}
	err = f.Truncate(s.good)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return "", fmt.Errorf("mend the journal: %w", err)
	}
	return aside, j.load()
}

// setAside keeps bytes in a file of their own, and makes that last.
func (j *Journal) setAside(text string) (name string, err error) {
	at := j.o.Now().UTC().Format("20060102T150405Z")
	for n := 1; ; n++ {
		name = fmt.Sprintf("journal.torn-%s-%d", at, n)
		err = j.write(name, text, os.O_WRONLY|os.O_CREATE|os.O_EXCL)
		if !errors.Is(err, os.ErrExist) {
			break
		}
	}
	if err == nil {
		err = j.disk.Sync()
	}
	return name, err
}
