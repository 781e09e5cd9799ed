package markup_test

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"bordertop/model/source"
	"bordertop/model/source/markup"
)

func TestWhatIsLetIn(t *testing.T) {
	t.Parallel()
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(`<?xml version="1.0" encoding="utf-16"?><r>Ž</r>`)
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct{ body, charset, want string }{
		"plain":                               {"<r>a</r>", "", "<r>a</r>"},
		"a declaration goes":                  {`<?xml version="1.0"?><r/>`, "", "<r/>"},
		"a mark goes":                         {"\ufeff<r>ž</r>", "windows-1257", "<r>ž</r>"},
		"two bytes a letter":                  {wide, "", "<r>Ž</r>"},
		"its own word holds":                  {"<?xml version='1.0' encoding='windows-1257' ?><r>\xfe</r>", "iso-8859-1", "<r>ž</r>"},
		"else that of the type":               {"<r>\xfe</r>", "windows-1257", "<r>ž</r>"},
		"broken bytes show":                   {"<r>a\xff</r>", "", "<r>a�</r>"},
		"controls stay to be noticed":         {"<r>a\x1b]0;b</r>", "", "<r>a\u009b]0;b</r>"},
		"not as strict as the standard":       {"<r>a&nbsp;b & c <br></r></r>", "", "<r>a&nbsp;b & c <br></r></r>"},
		"as deep as it may be":                {nested(64), "", nested(64)},
		"what is over is cut":                 {"<r><x:c><i>1</i><i>2</i><i>3</i></x:c></r>", "", "<r><x:c><i>1</i><i>2</i></x:c></r>"},
		"no more than there may be":           {"<r><i>1</i><i>2</i></r>", "", "<r><i>1</i><i>2</i></r>"},
		"a declaration elsewhere says little": {`<r><a/></r>`, "", "<r><a/></r>"},
	} {
		doc, err := markup.Admit([]byte(tt.body), tt.charset, markup.Limits{Items: []string{"i"}, Most: 2})
		if err != nil || string(doc.Text) != tt.want {
			t.Errorf("%s: got %q, %v; want %q", name, doc.Text, err, tt.want)
		}
		if cut := strings.Contains(tt.body, "<i>3"); doc.Cut != cut {
			t.Errorf("%s: cut: %t", name, doc.Cut)
		}
	}
}

func TestWhatStaysOutside(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		body string
		why  source.Why
	}{
		"nothing":               {"", source.Malformed},
		"space":                 {" \n", source.Malformed},
		"JSON":                  {`{"a":1}`, source.Malformed},
		"text behind":           {"<r/>x", source.Malformed},
		"a page":                {"<!DOCTYPE html><html></html>", source.Challenge},
		"a page without a type": {"<HTML><body/></HTML>", source.Challenge},
		"entities":              {`<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>`, source.Malformed},
		"a type in the midst":   {`<r><!DOCTYPE r></r>`, source.Malformed},
		"cut off":               {"<r><a>b", source.Malformed},
		"an element left open":  {"<r><a></r>", source.Malformed},
		"too deep":              {nested(65), source.TooLarge},
		"far too deep":          {strings.Repeat("<a:b>", 200_000), source.TooLarge},
		"an unknown encoding":   {`<?xml version="1.0" encoding="utf-7"?><r/>`, source.Malformed},
		"a strange encoding":    {"<?xml version='1.0' encoding='\x1b[2J'?><r/>", source.Malformed},
	} {
		_, err := markup.Admit([]byte(tt.body), "", markup.Limits{})
		trouble, ok := errors.AsType[*source.TroubleError](err)
		if !ok || trouble.Why != tt.why || strings.ContainsRune(err.Error(), 0x1b) {
			t.Errorf("%s: got %v, want %s", name, err, tt.why)
		}
	}
}

func nested(levels int) string {
	return strings.Repeat("<a>", levels) + strings.Repeat("</a>", levels)
}

func FuzzAdmit(f *testing.F) {
	paths, err := filepath.Glob("../rss/testdata/hostile/*.xml")
	if err != nil || len(paths) == 0 {
		f.Fatalf("%v, %v", paths, err)
	}
	for _, path := range paths {
		body, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(body, "")
	}
	f.Fuzz(func(t *testing.T, body []byte, charset string) {
		doc, err := markup.Admit(body, charset, markup.Limits{Items: []string{"item"}, Most: 2})
		if err != nil {
			return
		}
		again, err := markup.Admit(doc.Text, "", markup.Limits{Items: []string{"item"}, Most: 2})
		if err != nil || string(again.Text) != string(doc.Text) || again.Cut {
			t.Fatalf("let in once, but not again: %v, %q", err, doc.Text)
		}
		if problem := broken(string(doc.Text)); problem != "" {
			t.Fatalf("%s: %q", problem, doc.Text)
		}
	})
}

// broken says how a document breaks the rules.
func broken(text string) string {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	for depth := 0; depth <= 64; {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return ""
		}
		if err != nil {
			return err.Error()
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		case xml.Directive:
			return "a directive"
		}
	}
	return "too deep"
}
