package tree_test

import (
	"encoding/json"
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/andybalholm/cascadia"
	"github.com/google/go-cmp/cmp"

	"bordertop/model/source"
	"bordertop/model/source/tree"
)

func TestXMLBecomesATree(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		body, label string
		want        any
	}{
		"an element without parts is its text": {`<a> x </a>`, "", map[string]any{"a": "x"}},
		"attributes and text stand apart": {
			`<a x="1">y<b/></a>`, "",
			map[string]any{"a": map[string]any{"@x": "1", "#text": "y", "b": ""}},
		},
		"what is repeated is a list": {
			`<a><b>1</b><b>2</b><c/></a>`, "",
			map[string]any{"a": map[string]any{"b": []any{"1", "2"}, "c": ""}},
		},
		"what is listed is always a list": {
			`<a><port n="1"/></a>`, "",
			map[string]any{"a": map[string]any{"port": []any{map[string]any{"@n": "1"}}}},
		},
		"prefixes and their declarations go": {
			`<s:a xmlns:s="urn:x" s:t="1"/>`, "", map[string]any{"a": map[string]any{"@t": "1"}},
		},
		"predefined entities and CDATA are text": {`<a>&lt;<![CDATA[<b>]]></a>`, "", map[string]any{"a": "<<b>"}},
		"the document declares its charset": {
			"<?xml version=\"1.0\" encoding=\"windows-1257\"?><a>\xd0</a>", "", map[string]any{"a": "Š"},
		},
		"the server knows better": {
			"<?xml version=\"1.0\" encoding=\"utf-8\"?><a>\xd0</a>", "windows-1257", map[string]any{"a": "Š"},
		},
		"a byte order mark is no text": {"\uFEFF<a/>", "", map[string]any{"a": ""}},
	} {
		got, err := tree.XML([]byte(tt.body), tt.label, []string{"port"})
		if diff := cmp.Diff(tt.want, got); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got):\n%s", name, err, diff)
		}
	}
}

func TestJSONKeepsNumbersAsTheyStand(t *testing.T) {
	t.Parallel()
	got, notes, err := tree.JSON([]byte("\uFEFF" + `{"a":[1,1e400,null,true,"x"],"b":{}}`))
	want := map[string]any{
		"a": []any{json.Number("1"), json.Number("1e400"), nil, true, "x"}, "b": map[string]any{},
	}
	if diff := cmp.Diff(want, got); err != nil || notes != nil || diff != "" {
		t.Errorf("%v %v (-want +got):\n%s", err, notes, diff)
	}
}

func TestJSONTellsOfKeysThatStandTwice(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{
		`{"id":1,"id":2}`:               "the key id stands twice in one object: the last one holds",
		`[{"Id":1,"id":2}]`:             "the key id stands twice in one object: the last one holds",
		`{"\u001b]0;":1,"\u001b]0;":2}`: "the key �]0; stands twice in one object: the last one holds",
	} {
		_, notes, err := tree.JSON([]byte(body))
		if err != nil || len(notes) != 1 || notes[0].String() != want {
			t.Errorf("%s: noted %v, %v", body, notes, err)
		}
	}
	_, notes, err := tree.JSON([]byte(`[{"id":1},{"id":2}]`))
	if err != nil || len(notes) > 0 {
		t.Errorf("two objects with one key each: noted %v, %v", notes, err)
	}
}

func TestCSVBecomesLists(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		body, separator string
		want            any
	}{
		"a long separator is literal": {
			"\uFEFFOffice;; Place;;\nPeace \"Bridge;; Fort Erie, ON;;\r\n\n", ";;",
			[]any{[]any{"Office", "Place", ""}, []any{"Peace \"Bridge", "Fort Erie, ON", ""}},
		},
		"quotes hold separators and lines": {
			"a,\"b,\nc\"\n\nd\n", ",", []any{[]any{"a", "b,\nc"}, []any{"d"}},
		},
		"a separator may be any letter": {"a¦b", "¦", []any{[]any{"a", "b"}}},
	} {
		got, err := tree.CSV([]byte(tt.body), "", tt.separator)
		if diff := cmp.Diff(tt.want, got); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got):\n%s", name, err, diff)
		}
	}
}

func TestHTMLGivesTheElementsOfASelector(t *testing.T) {
	t.Parallel()
	body := `<html><meta charset="windows-1251"><table><tr class=x><td id="a"> 12 <b>!</b><td>` + "\xca" + `</table>`
	got, err := tree.HTML([]byte(body), "", cascadia.MustCompile("tr.x"))
	want := []any{map[string]any{
		"name": "tr", "@class": "x", "text": "12 ! К",
		"children": []any{
			map[string]any{"name": "td", "@id": "a", "text": "12 !", "children": []any{
				map[string]any{"name": "b", "text": "!", "children": []any{}},
			}},
			map[string]any{"name": "td", "text": "К", "children": []any{}},
		},
	}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestTextGivesNamedGroups(t *testing.T) {
	t.Parallel()
	got, err := tree.Text([]byte("Halmeu 39 min\nSiret -"), "", regexp.MustCompile(`(?P<name>\w+) (?:(?P<min>\d+) (min)|-)`))
	want := []any{map[string]any{"name": "Halmeu", "min": "39"}, map[string]any{"name": "Siret", "min": nil}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestFeedsOfAllVersionsHaveOneForm(t *testing.T) {
	t.Parallel()
	for _, file := range []string{"ok.xml", "atom-ok.xml", "cp1257.xml"} {
		got, err := tree.Feed(read(t, "testdata/hostile/"+file), "")
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		feed, _ := got.(map[string]any)
		items, _ := feed["items"].([]any)
		if len(items) != 1 {
			t.Errorf("%s: read as %v", file, got)
			continue
		}
		if item, _ := items[0].(map[string]any); item["link"] != "https://a.example/1" {
			t.Errorf("%s: read as %v", file, got)
		}
	}
}

func TestHostileFormatsAreRefused(t *testing.T) {
	t.Parallel()
	asXML := func(b []byte) error { _, err := tree.XML(b, "", nil); return err }
	asFeed := func(b []byte) error { _, err := tree.Feed(b, ""); return err }
	asJSON := func(b []byte) error { _, _, err := tree.JSON(b); return err }
	asCSV := func(b []byte) error { _, err := tree.CSV(b, "", ","); return err }
	asHTML := func(b []byte) error { _, err := tree.HTML(b, "", cascadia.MustCompile("*")); return err }
	file := func(name string) []byte { return read(t, "testdata/hostile/"+name) }
	for name, tt := range map[string]struct {
		read func([]byte) error
		body []byte
		want source.Why
	}{
		"entities that grow":           {asXML, file("billion-laughs.xml"), source.Malformed},
		"a feed with entities":         {asFeed, file("billion-laughs.xml"), source.Malformed},
		"an entity that reads a file":  {asXML, file("xxe-file.xml"), source.Malformed},
		"an entity that nobody knows":  {asXML, []byte("<a>&x;</a>"), source.Malformed},
		"XML too deep":                 {asXML, file("deep-1000.xml"), source.Malformed},
		"XML cut off":                  {asXML, file("truncated.xml"), source.Malformed},
		"XML in an unknown charset":    {asXML, file("utf7.xml"), source.Malformed},
		"XML that ends as another":     {asXML, []byte("<a><b></a></b>"), source.Malformed},
		"XML that only ends":           {asXML, []byte("</a>"), source.Malformed},
		"two documents":                {asXML, []byte("<a/><b/>"), source.Malformed},
		"no XML":                       {asXML, []byte("blad"), source.Malformed},
		"a page instead of XML":        {asXML, file("html-200.xml"), source.Challenge},
		"nothing":                      {asXML, nil, source.Malformed},
		"a feed that is none":          {asFeed, []byte("<a/>"), source.Malformed},
		"a feed without items":         {asFeed, []byte("<rss version='2.0'><channel><title>t</title></channel></rss>"), source.Challenge},
		"JSON too deep":                {asJSON, file("j-deep.json"), source.Malformed},
		"JSON with a tail":             {asJSON, file("j-trailing.json"), source.Malformed},
		"JSON cut off":                 {asJSON, file("j-trunc.json"), source.Malformed},
		"JSON with a comma too many":   {asJSON, []byte(`[1,]`), source.Malformed},
		"JSON without a colon":         {asJSON, []byte(`{"a" 1}`), source.Malformed},
		"a page instead of JSON":       {asJSON, []byte(" \n<!DOCTYPE html><html>"), source.Challenge},
		"no JSON at all":               {asJSON, []byte("Please wait"), source.Malformed},
		"too many values":              {asJSON, []byte("[" + strings.Repeat("0,", 500_001) + "0]"), source.TooLarge},
		"a page instead of CSV":        {asCSV, []byte("<html>"), source.Challenge},
		"CSV with an endless quote":    {asCSV, []byte("a,\"b"), source.Malformed},
		"HTML too deep for a selector": {asHTML, []byte(strings.Repeat("<i>", 100)), source.Malformed},
		"HTML too deep for anybody":    {asHTML, []byte(strings.Repeat("<div>", 100_000)), source.Malformed},
		"HTML that grows":              {asHTML, []byte(strings.Repeat("<p><i>"+strings.Repeat("x", 900_000)+"</i></p>", 8)), source.TooLarge},
		"an empty page":                {asHTML, []byte(" "), source.Malformed},
	} {
		err := tt.read(tt.body)
		trouble, ok := errors.AsType[*source.TroubleError](err)
		if !ok || trouble.Why != tt.want {
			t.Errorf("%s: %v, want %s", name, err, tt.want)
		}
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

func FuzzTree(f *testing.F) {
	for _, seed := range []string{`{"a":[1]}`, "<a><b x='1'>t</b></a>", "a;;b\n", "<tr><td>1", "\uFEFF\"a\",b", "<rss version='2.0'><channel><item/></channel></rss>"} {
		f.Add([]byte(seed), "")
		f.Add([]byte(seed), "windows-1257")
	}
	selector, pattern := cascadia.MustCompile("td, b"), regexp.MustCompile(`(?P<x>a)|b`)
	f.Fuzz(func(t *testing.T, body []byte, label string) {
		var trouble *source.TroubleError
		tell := func(v any, err error) {
			if err != nil && (v != nil || !errors.As(err, &trouble)) {
				t.Errorf("gave %v and %v", v, err)
			}
			if _, err := json.Marshal(v); err != nil {
				t.Errorf("gave what is no tree: %v", err)
			}
		}
		v, _, err := tree.JSON(body)
		tell(v, err)
		tell(tree.XML(body, label, []string{"b"}))
		tell(tree.CSV(body, label, ","))
		tell(tree.CSV(body, label, ";;"))
		tell(tree.HTML(body, label, selector))
		tell(tree.Text(body, label, pattern))
		tell(tree.Feed(body, label))
	})
}
