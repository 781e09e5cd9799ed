package generic

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/andybalholm/cascadia"

	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/source"
	"bordertop/model/source/rows"
)

// formats are what decode may say.
func formats() []string { return []string{"json", "xml", "csv", "html", "text", "rss"} }

// checker makes a source of its settings and collects their faults.
type checker struct {
	asker
	faults []source.Fault
}

func (c *checker) fault(key, problem, remedy string) {
	c.faults = append(c.faults, source.Fault{Key: key, Problem: problem, Remedy: remedy})
}

func newAsker(s source.Settings) (*asker, []source.Fault) {
	if s.Decode == "" {
		s.Decode = "json"
	}
	c := checker{asker: asker{settings: s}}
	c.address()
	c.format()
	c.programs()
	c.faults = append(c.faults, rows.Check(s)...)
	return &c.asker, c.faults
}

// address wants a web address. What stands for secrets in it is not known here.
func (c *checker) address() {
	u, err := url.Parse(c.settings.URL)
	switch {
	case c.settings.URL == "":
		c.fault("url", "missing", `add url = "https://…"`)
	case err != nil || u.Host == "" && !strings.Contains(c.settings.URL, "${"):
		c.fault("url", "not a web address", "")
	case u.Scheme != "https" && u.Scheme != "http":
		c.fault("url", "want http or https", "")
	}
}

// format looks at decode and what goes with it.
func (c *checker) format() {
	s := c.settings
	if !slices.Contains(formats(), s.Decode) {
		c.fault("decode", "no format is called "+dataset.Quote(s.Decode), dataset.Meant(s.Decode, formats()))
		return
	}
	for _, one := range []struct{ key, value, format string }{
		{"select", s.Select, "html"},
		{"pattern", s.Pattern, "text"},
		{"separator", s.Separator, "csv"},
		{"lists", strings.Join(s.Lists, ""), "xml"},
	} {
		if one.value != "" && s.Decode != one.format {
			c.fault(one.key, "nothing that decode = "+dataset.Quote(s.Decode)+" looks at", "leave it out, or write decode = "+dataset.Quote(one.format))
		}
	}
	var err error
	switch s.Decode {
	case "html":
		if s.Select == "" {
			c.fault("select", "missing", `add a CSS selector such as "table.queues tr"`)
			return
		}
		if c.selector, err = cascadia.Compile(s.Select); err != nil {
			c.fault("select", "not a CSS selector: "+clean.Err(err), `such as "table.queues tr"`)
		}
	case "text":
		c.named()
	case "csv":
		if strings.ContainsAny(s.Separator, "\"\r\n\x00\uFFFD") {
			c.fault("separator", "cannot stand between fields", "")
		}
	}
}

// named wants a pattern with a group that has a name.
func (c *checker) named() {
	const remedy = `such as "(?P<crossing>\w+): (?P<waiting>\d+)"`
	pattern, err := regexp.Compile(c.settings.Pattern)
	if err != nil {
		c.fault("pattern", clean.Err(err), remedy)
		return
	}
	if strings.Join(pattern.SubexpNames(), "") == "" {
		c.fault("pattern", "no group of it has a name", remedy)
	}
	c.pattern = pattern
}

func (c *checker) programs() {
	if strings.TrimSpace(c.settings.Rows) == "" {
		c.fault("rows", "missing", "add the jq program that makes rows of the answer")
		return
	}
	var err error
	if c.rows, err = compile(c.settings.Rows); err != nil {
		c.fault("rows", clean.Err(err), "")
	}
	if c.settings.Expect == "" {
		return
	}
	expect, err := compile(c.settings.Expect)
	if err != nil {
		c.fault("expect", clean.Err(err), "")
		return
	}
	c.expect = &expect
}
