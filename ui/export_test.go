package ui_test

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/ui"
)

// disk is where exports go.
type disk struct {
	files map[string]*bytes.Buffer
	full  error
}

func (d *disk) create(name string) (io.WriteCloser, error) {
	if _, ok := d.files[name]; ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrExist}
	}
	d.files[name] = new(bytes.Buffer)
	return opened{d.files[name], d.full}, nil
}

type opened struct {
	*bytes.Buffer
	close error
}

func (o opened) Close() error { return o.close }

// obey presses keys, and gives the app what its commands come to.
func obey(a *ui.App, keys ...any) {
	for _, k := range keys {
		switch k := k.(type) {
		case string:
			for _, r := range k {
				settle(a, a.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}))
			}
		case tea.KeyType:
			settle(a, a.Update(tea.KeyMsg{Type: k}))
		}
	}
}

func settle(a *ui.App, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, cmd := range msg {
			settle(a, cmd)
		}
	default:
		settle(a, a.Update(msg))
	}
}

func TestExportWritesWhatTheLogShows(t *testing.T) {
	t.Parallel()
	d := &disk{files: map[string]*bytes.Buffer{}}
	o := asOf(t, board(t), "2025-11-11 18:00")
	o.Export = d.create
	a := open(o, 140, 42)
	obey(a, ":export a.md", tea.KeyEnter)
	frame := plain(a.View())
	if _, ok := d.files["a.md"]; !ok || !strings.Contains(frame, "50 records written to a.md") {
		t.Errorf("nothing was written, or not said:\n%s", frame)
	}
	for name, begins := range map[string]string{
		"a.csv": "id,kind,status,", "a.jsonl": `{"schema":1,`, "a.atom": "<?xml", "a.ICS": "BEGIN:VCALENDAR\r\n",
	} {
		obey(a, ":export "+name, tea.KeyEnter)
		if d.files[name] == nil || !strings.HasPrefix(d.files[name].String(), begins) || !strings.Contains(plain(a.View()), " records written to "+name) {
			t.Errorf("%s is not written, or not said:\n%s", name, plain(a.View()))
		}
	}
	obey(a, ":export a.doc", tea.KeyEnter)
	if frame := plain(a.View()); !strings.Contains(frame, ".csv, .atom, .txt, .ics") {
		t.Errorf("an ending that is not:\n%s", frame)
	}
	obey(a, tea.KeyEsc, ":export a.md", tea.KeyEnter)
	if frame := plain(a.View()); !strings.Contains(frame, ":export a.md") || !strings.Contains(frame, "not written: open a.md: file already exists") {
		t.Errorf("a file that is there is no fault in the palette:\n%s", frame)
	}
	obey(a, tea.KeyEsc)
	d.full = errors.New("the disk is full")
	obey(a, ":export b.json", tea.KeyEnter)
	if frame := plain(a.View()); !strings.Contains(frame, "not written: the disk is full") {
		t.Errorf("a full disk is not told of:\n%s", frame)
	}
	obey(a, tea.KeyEsc)
	o.Export = nil
	b := open(o, 140, 42)
	obey(b, ":export c.md", tea.KeyEnter)
	if frame := plain(b.View()); !strings.Contains(frame, "no files can be made here") {
		t.Errorf("exported to nowhere:\n%s", frame)
	}
}

func TestAFaultThatComesLateIsToldBelow(t *testing.T) {
	t.Parallel()
	o := board(t)
	o.Export = func(string) (io.WriteCloser, error) { return nil, fs.ErrPermission }
	a := open(o, 140, 42)
	press(a, ":export a.md")
	cmd := a.Update(tea.KeyMsg{Type: tea.KeyEnter})
	press(a, "5/med") // the reader went on
	a.Update(cmd())
	if frame := plain(a.View()); strings.Contains(frame, ":export") || !strings.Contains(frame, "not written: permission denied") {
		t.Errorf("the fault is not told, or in the way:\n%s", frame)
	}
}
