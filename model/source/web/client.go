// Package web fetches pages for live sources. Whatever a server does, a fetch ends in
// time, takes no more memory than its limit, leads to no other host than those of the
// settings and to no address of our own network, and gives no secret away.
package web

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"sync"
	"time"

	"code.dny.dev/ssrf"
	"golang.org/x/net/publicsuffix"

	"bordertop/model/source"
)

// Options are what a client takes of the program around it.
type Options struct {
	// Now is the wall clock.
	Now func() time.Time
	// Resolver looks up hosts; nil is the system's.
	Resolver *net.Resolver
}

// Client is the Web of one source. Several requests may run at a time.
type Client struct {
	s        source.Settings
	o        Options
	fault    error    // why nothing can be asked; nil where all is well
	home     *url.URL // where the settings lead to; nil where they name nothing
	words    words
	guard    *ssrf.Guardian
	proxies  map[string]bool // their addresses, which need not be public
	base     *http.Transport
	identity http.Header // what the settings send along

	mu          sync.Mutex
	jar         *cookiejar.Jar
	known, seen map[string]validator // by address; seen are those of the reading at hand
}

// New makes the client of a source. What is wrong with its settings, each request
// tells; see Check.
func New(s source.Settings, o Options) *Client {
	c := &Client{s: s, o: o, seen: map[string]validator{}, guard: guard(s.Local)}
	if faults := Check(s); len(faults) > 0 {
		f := faults[0]
		c.fault = source.Troublef(source.Failed, "%s: %s", f.Key, f.Problem)
		return c
	}
	c.words = wordsOf(s)
	if s.URL != "" {
		c.home, _ = url.Parse(c.words.address(s.URL)) // Check has seen it.
	}
	c.identity = http.Header{}
	for name, value := range s.Headers {
		c.identity.Set(name, c.words.expand(value))
	}
	c.base = c.transport()
	return c
}

// Close ends idle connections.
func (c *Client) Close() {
	if c.base != nil {
		c.base.CloseIdleConnections()
	}
}

// Get fetches a page; see source.Web.
func (c *Client) Get(ctx context.Context, r source.Request) (source.Page, error) {
	if c.fault != nil {
		return source.Page{}, c.fault
	}
	page, err := c.get(ctx, r)
	if err == nil || errors.Is(err, source.ErrUnchanged) {
		return page, err
	}
	if errors.Is(ctx.Err(), context.Canceled) {
		return source.Page{}, ctx.Err()
	}
	return source.Page{}, c.trouble(err)
}

func (c *Client) get(ctx context.Context, r source.Request) (source.Page, error) {
	req, err := c.request(ctx, r)
	if err != nil {
		return source.Page{}, err
	}
	asked := !r.Always && c.ask(req)
	res, err := c.client().Do(req)
	if err != nil {
		return source.Page{}, err
	}
	defer res.Body.Close() //nolint:errcheck // it was only read
	if err := c.status(res, asked); err != nil {
		if errors.Is(err, source.ErrUnchanged) {
			c.again(req.URL)
		}
		return source.Page{}, err
	}
	body, err := read(res, r.Limit)
	if err != nil {
		return source.Page{}, err
	}
	page := c.page(res, body)
	if err := expected(page, r.Types); err != nil {
		return source.Page{}, err
	}
	c.remember(req, res.Header)
	return page, nil
}

// client has the cookies of this reading alone.
func (c *Client) client() *http.Client {
	timeout := c.s.Timeout
	if timeout <= 0 {
		timeout = 20 * time.Second
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.jar == nil {
		c.jar, _ = cookiejar.New(&cookiejar.Options{PublicSuffixList: publicsuffix.List}) // It never fails.
	}
	return &http.Client{Transport: c.base, Timeout: timeout, Jar: c.jar, CheckRedirect: c.redirect}
}

func (c *Client) request(ctx context.Context, r source.Request) (*http.Request, error) {
	to, err := c.target(r.URL)
	if err != nil {
		return nil, err
	}
	method, form := http.MethodGet, url.Values{}
	for name, values := range r.Form {
		for _, v := range values {
			form.Add(name, c.words.expand(v))
		}
	}
	if r.Form != nil || r.JSON != nil {
		method = http.MethodPost
	}
	body := cmp.Or(string(r.JSON), form.Encode())
	req, err := http.NewRequestWithContext(ctx, method, to.String(), strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", "bordertop/1 (a board of border crossings; asks seldom)")
	req.Header.Set("Accept", strings.Join(append(r.Types, "*/*;q=0.1"), ", "))
	for name, values := range r.Header {
		req.Header[http.CanonicalHeaderKey(name)] = values
	}
	if c.home == nil || origin(to) == origin(c.home) {
		maps.Copy(req.Header, c.identity)
	}
	if r.Form != nil {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if r.JSON != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	// The transport would unpack without counting.
	req.Header.Set("Accept-Encoding", "gzip")
	return req, nil
}

// target is the address of a request. An adapter may have it from a page, so that it
// must not lead elsewhere, and takes secrets to the source's own host only.
func (c *Client) target(address string) (*url.URL, error) {
	to, err := url.Parse(c.words.address(address))
	if err == nil && c.home != nil && origin(to) != origin(c.home) {
		to, err = url.Parse(address)
	}
	if err != nil {
		return nil, source.Troublef(source.Failed, "no address that can be asked")
	}
	if err := c.permit(to); err != nil {
		return nil, err
	}
	if c.home != nil && !c.leads(c.home, to) {
		return nil, source.Troublef(source.Insecure, "leads to another host: %s", to.Hostname())
	}
	return to, nil
}

// most is how many redirects are followed.
const most = 3

// redirect decides on a redirect. What identifies us stays with the host that it was
// meant for.
func (c *Client) redirect(req *http.Request, via []*http.Request) error {
	if len(via) > most {
		return source.Troublef(source.Insecure, "more than %d redirects", most)
	}
	if err := c.permit(req.URL); err != nil {
		return err
	}
	first := via[0].URL
	if !c.leads(first, req.URL) {
		return source.Troublef(source.Insecure, "redirect to another host: %s", req.URL.Hostname())
	}
	req.Header.Del("Referer") // It may hold a token.
	if origin(first) == origin(req.URL) {
		return nil
	}
	if req.Method == http.MethodPost {
		return source.Troublef(source.Insecure, "redirect of a form to another host: %s", req.URL.Hostname())
	}
	for name := range req.Header {
		if name != "User-Agent" && name != "Accept" && name != "Accept-Encoding" {
			req.Header.Del(name)
		}
	}
	return nil
}

// status tells by its status and headers why an answer is no page.
func (c *Client) status(res *http.Response, asked bool) error {
	switch {
	case res.StatusCode == http.StatusNotModified && asked:
		return source.ErrUnchanged
	case res.StatusCode == http.StatusNotModified:
		c.forget()
		return source.Troublef(source.Unexpected, "HTTP 304, though we have no page")
	case res.StatusCode/100 == 2:
		return nil
	}
	why := source.Refused
	if res.Header.Get("Cf-Mitigated") == "challenge" {
		why = source.Challenge
	}
	t := source.Troublef(why, "%s", fmt.Sprint("HTTP ", res.StatusCode))
	t.RetryAfter = c.retryAfter(res.Header.Get("Retry-After"))
	return t
}
