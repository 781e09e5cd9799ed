package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"github.com/google/renameio/v2/maybe"

	"bordertop/config"
	"bordertop/config/state"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/journal"
	"bordertop/ui"
)

// journalOf is the directory of the journal in force: that of --journal; none where
// --data names other records than the settings do; that of the settings; or where
// the XDG base directory specification puts it. It is empty where there is none.
func (f *flags) journalOf(getenv func(string) string, c config.Config) string {
	switch {
	case f.set.Changed("journal"):
		return f.journal
	case f.set.Changed("data"):
		return ""
	case c.Journal != "":
		return c.Journal
	}
	if dir := getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "bordertop", "journal")
	}
	if home := getenv("HOME"); filepath.IsAbs(home) {
		return filepath.Join(home, ".local", "share", "bordertop", "journal")
	}
	return ""
}

// openJournal reads the journal of the settings, held to the head that was written
// down when somebody last added to it here.
func openJournal(e env, c config.Config, preamble string) (*journal.Journal, error) {
	if c.Journal == "" {
		return nil, errors.New("there is no journal: name its directory with --journal")
	}
	anchor, err := readHead(e, c)
	if err != nil {
		return nil, err
	}
	host, err := os.Hostname()
	if err != nil {
		host = "unnamed"
	}
	return journal.Open(journal.Directory(c.Journal), journal.Options{
		Preamble: preamble, Anchor: anchor, Now: e.now, Host: clean.Line(host).String(), Shared: c.Shared,
		Recall:   func() (journal.Head, error) { return readHead(e, c) },
		Remember: func(h journal.Head) error { return writeHead(e, c, h) },
	})
}

// deskTexts are the segments of a journal, to be read with the dataset.
type deskTexts struct {
	all []dataset.Text
	// sound are those without what is damaged, to be read where all cannot be; nil
	// where nothing is.
	sound []dataset.Text
	// faults are what there is to say of them, and head is that of the journal.
	faults dataset.Faults
	head   journal.Head
}

// journalTexts are those of the journal of the settings. There is nothing to say of
// none.
func journalTexts(e env, c config.Config) (deskTexts, error) {
	var t deskTexts
	if c.Journal == "" {
		return t, nil
	}
	j, err := openJournal(e, c, "")
	if err != nil {
		return t, err
	}
	t.head = j.Head()
	t.all, t.sound = textsOf(c, j.Segments()), textsOf(c, j.Sound())
	for _, f := range j.Faults() {
		t.faults = append(t.faults, dataset.Fault{
			File: clean.Line(filepath.Join(c.Journal, f.Segment)).String(), Line: f.Line, Warning: true,
			Problem: f.String(), Remedy: "bordertop journal verify tells more",
		})
	}
	return t, nil
}

func textsOf(c config.Config, segments []journal.Segment) []dataset.Text {
	var texts []dataset.Text
	for _, s := range segments {
		texts = append(texts, dataset.Text{Name: filepath.Join(c.Journal, s.Name), Content: s.Text})
	}
	return texts
}

// headFile is where the head of a journal is remembered; empty where there is no
// home.
func headFile(e env, c config.Config) string {
	dir := stateDir(e.getenv)
	path, err := filepath.Abs(c.Journal)
	if dir == "" || err != nil {
		return ""
	}
	sum := sha256.Sum256([]byte(path))
	return filepath.Join(dir, "journal-"+hex.EncodeToString(sum[:4])+".head")
}

// readHead is the head that was written down; the zero Head where none was.
func readHead(e env, c config.Config) (journal.Head, error) {
	path := headFile(e, c)
	if path == "" {
		return journal.Head{}, nil
	}
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return journal.Head{}, nil
	}
	if err != nil {
		return journal.Head{}, fmt.Errorf("read the head of the journal: %w", err)
	}
	words := strings.Fields(string(raw))
	if len(words) != 2 {
		return journal.Head{}, fmt.Errorf("read the head of the journal: %s holds none; bordertop journal verify, then delete it", clean.Line(path))
	}
	seq, err := strconv.ParseInt(words[0], 10, 64)
	if err != nil {
		return journal.Head{}, fmt.Errorf("read the head of the journal: %w", err)
	}
	return journal.Head{Seq: seq, Sum: words[1]}, nil
}

// writeHead remembers the head of a journal, so that an older copy of it is noticed.
// Where that fails the entry lasts all the same: see journal.Forgot.
func writeHead(e env, c config.Config, h journal.Head) error {
	path := headFile(e, c)
	if path == "" {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("remember the head of the journal: %w", err)
	}
	if err := maybe.WriteFile(path, fmt.Appendf(nil, "%d %s\n", h.Seq, h.Sum), 0o600); err != nil {
		return fmt.Errorf("remember the head of the journal: %w", err)
	}
	return nil
}

// appending adds to the journal what is written on the screen.
func appending(e env) func(context.Context, ui.Entry) (int64, error) {
	return func(ctx context.Context, entry ui.Entry) (int64, error) {
		_, head, err := appendEntry(ctx, e, entry)
		return head.Seq, err
	}
}

// draftsOf is where what was typed and not added is kept; nil where there is no home.
func draftsOf(e env) *state.Drafts {
	dir := stateDir(e.getenv)
	if dir == "" {
		return nil
	}
	return &state.Drafts{Dir: filepath.Join(dir, "drafts")}
}

// deskName is who adds to the journal.
func deskName(e env, c config.Config) string {
	return clean.Line(cmp.Or(c.Desk, e.getenv("USER"), e.getenv("LOGNAME"), "desk")).String()
}
