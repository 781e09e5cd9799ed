package web

import (
	"maps"
	"net/http"
	"net/url"
	"time"

	"golang.org/x/net/http/httpguts"
)

// validator is what a server calls the version of a page: its words go back byte for
// byte, and nowhere else.
type validator struct {
	tag, modified string
	at            time.Time // when the whole page came
}

// longestTag is what a validator may measure in bytes, and oldest its age: then the
// whole page is fetched, in case the server is wrong.
const (
	longestTag = 1 << 10
	oldest     = 24 * time.Hour
)

// ask makes the request one for a newer page, if there is one that was read well.
func (c *Client) ask(req *http.Request) (asked bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	v, ok := c.known[req.URL.String()]
	age := c.o.Now().Sub(v.at)
	if !ok || req.Method != http.MethodGet || age < 0 || age >= oldest {
		return false
	}
	if v.tag != "" {
		req.Header.Set("If-None-Match", v.tag)
	}
	if v.modified != "" {
		req.Header.Set("If-Modified-Since", v.modified)
	}
	return true
}

// again keeps the validator of a page that is what it was.
func (c *Client) again(u *url.URL) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.seen[u.String()] = c.known[u.String()]
}

// remember takes the validator of a page, until Keep. One of the future is a lie that
// would silence the source.
func (c *Client) remember(req *http.Request, header http.Header) {
	v := validator{tag: header.Get("ETag"), modified: header.Get("Last-Modified"), at: c.o.Now()}
	at, err := http.ParseTime(v.modified)
	if err != nil {
		v.modified = ""
	}
	if at.After(v.at) || !sendable(v.tag) || v.tag == "" && v.modified == "" || req.Method != http.MethodGet {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.seen[req.URL.String()] = v
}

func sendable(tag string) bool { return len(tag) <= longestTag && httpguts.ValidHeaderFieldValue(tag) }

// Keep ends a reading that was understood: its pages are known from now on.
func (c *Client) Keep() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.known, c.seen, c.jar = maps.Clone(c.seen), map[string]validator{}, nil
}

// Drop ends a reading that failed: its pages are fetched again.
func (c *Client) Drop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.seen, c.jar = map[string]validator{}, nil
}

// forget fetches all pages anew from now on.
func (c *Client) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.known, c.seen = nil, map[string]validator{}
}
