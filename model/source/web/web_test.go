package web_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"bordertop/model/source"
	"bordertop/model/source/web"
	"bordertop/model/source/web/webtest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func now() time.Time { return time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC) }

// open makes a client that may ask this machine.
func open(tb testing.TB, s source.Settings) *web.Client {
	tb.Helper()
	s.Plain, s.Local = true, true
	c := web.New(s, web.Options{Now: now})
	tb.Cleanup(c.Close)
	return c
}

// why is why nothing came; empty where a page did, and "unchanged" where it is known.
func why(err error) source.Why {
	var t *source.TroubleError
	switch {
	case err == nil:
		return ""
	case errors.Is(err, source.ErrUnchanged):
		return "unchanged"
	case !errors.As(err, &t):
		return source.Why("no trouble: " + err.Error())
	}
	return t.Why
}

func hostile(tb testing.TB) *httptest.Server {
	tb.Helper()
	server := httptest.NewServer(webtest.Hostile())
	tb.Cleanup(server.Close)
	return server
}

func xml() []string { return []string{"application/rss+xml", "application/xml"} }

func TestEveryMisbehaviourHasItsReason(t *testing.T) {
	t.Parallel()
	server := hostile(t)
	for path, want := range map[string][]source.Why{
		"/ok":          {"", "unchanged", "unchanged"},
		"/304-always":  {source.Unexpected, source.Unexpected},
		"/etag-esc":    {"", ""},
		"/lm-future":   {"", ""},
		"/html":        {source.Challenge},
		"/html-as-xml": {source.Challenge},
		"/json":        {source.Unexpected},
		"/500":         {source.Refused},
		"/challenge":   {source.Challenge},
		"/flap":        {"", source.Refused, "", source.Refused},
		"/gzip":        {""},
		"/gzip-bomb":   {source.TooLarge},
		"/gzip-cut":    {source.Unreachable},
		"/gzip-not":    {source.Malformed},
		"/br":          {source.Malformed},
		"/endless":     {source.TooLarge},
		"/drip":        {source.Slow},
		"/hang":        {source.Slow},
		"/short":       {source.Unreachable},
		"/long":        {source.TooLarge},
		"/reset":       {source.Unreachable},
		"/hdr-huge":    {source.TooLarge},
		"/hdr-many":    {source.TooLarge},
		"/r-file":      {source.Insecure},
		"/r-internal":  {source.Forbidden},
		"/r-http":      {"", "unchanged"},
		"/r-loop":      {source.Insecure},
		"/r-esc":       {""},
	} {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			s := source.Settings{URL: server.URL + path, Timeout: 10 * time.Second}
			if path == "/drip" || path == "/hang" {
				s.Timeout = 200 * time.Millisecond
			}
			c := open(t, s)
			for i, want := range want {
				read(t, c, i+1, s.URL, want)
			}
		})
	}
}

// read asks once and reads what comes, as a source does.
func read(t *testing.T, c *web.Client, n int, url string, want source.Why) {
	t.Helper()
	page, err := c.Get(t.Context(), source.Request{URL: url, Types: xml()})
	if got := why(err); got != want {
		t.Errorf("request %d: %q (%v), want %q", n, got, err, want)
	}
	if err == nil && string(page.Body) != webtest.RSS {
		t.Errorf("request %d: the page is %.100q", n, page.Body)
	}
	if err != nil && strings.ContainsAny(err.Error(), "\x1b\u009b\u202e") {
		t.Errorf("request %d: the error is not clean: %q", n, err)
	}
	if want == "" || want == "unchanged" {
		c.Keep()
	} else {
		c.Drop()
	}
}

func TestServersMayAskForRestUpToAnHour(t *testing.T) {
	t.Parallel()
	for header, want := range map[string]time.Duration{
		"":                              0,
		"120":                           2 * time.Minute,
		"999999999":                     time.Hour,
		"99999999999999999999999":       time.Hour,
		"-5":                            0,
		"1h":                            0,
		"soon":                          0,
		"Fri, 31 Dec 9999 23:59:59 GMT": time.Hour,
		"Thu, 26 Nov 2026 12:01:00 GMT": time.Minute,
		"Thu, 26 Nov 2026 11:00:00 GMT": 0,
	} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", header)
			w.WriteHeader(http.StatusTooManyRequests)
		}))
		_, err := open(t, source.Settings{URL: server.URL}).Get(t.Context(), source.Request{URL: server.URL})
		var trouble *source.TroubleError
		if !errors.As(err, &trouble) || trouble.RetryAfter != want || trouble.Error() != "refused: HTTP 429" {
			t.Errorf("Retry-After %q: %v, %#v", header, err, trouble)
		}
		server.Close()
	}
}

func TestAPageIsKnownOnlyOnceItWasRead(t *testing.T) {
	t.Parallel()
	server := hostile(t)
	at := now()
	c := web.New(source.Settings{URL: server.URL + "/ok", Plain: true, Local: true}, web.Options{Now: func() time.Time { return at }})
	t.Cleanup(c.Close)
	get := func(step string, want source.Why, r source.Request) {
		t.Helper()
		r.URL = server.URL + "/ok"
		if _, err := c.Get(t.Context(), r); why(err) != want {
			t.Errorf("%s: %v, want %q", step, err, want)
		}
	}
	get("at first", "", source.Request{})
	c.Drop()
	get("after a page that was not understood", "", source.Request{})
	get("within one reading", "", source.Request{})
	c.Keep()
	get("after one that was", "unchanged", source.Request{})
	c.Drop()
	get("after a failure elsewhere", "unchanged", source.Request{})
	get("where all is wanted", "", source.Request{Always: true})
	get("a form", "", source.Request{Form: map[string][]string{"a": {"b"}}})
	c.Keep()
	at = at.Add(23 * time.Hour)
	get("while it is young", "unchanged", source.Request{})
	c.Keep()
	at = at.Add(time.Hour)
	get("after a day of no changes", "", source.Request{})
	c.Keep()
	at = at.Add(-2 * time.Hour)
	get("when the clock was set back", "", source.Request{})
}

func TestValidatorsGoBackByteForByte(t *testing.T) {
	t.Parallel()
	tag := "W/\"\xff\u009d;ė\""
	var got []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got = append(got, r.Header.Get("If-None-Match")+r.Header.Get("If-Modified-Since"))
		w.Header().Set("ETag", tag)
		w.Header().Set("Last-Modified", "Wed, 25 Nov 2026 12:00:00 GMT")
	}))
	t.Cleanup(server.Close)
	c := open(t, source.Settings{URL: server.URL})
	for range 2 {
		page, err := c.Get(t.Context(), source.Request{URL: server.URL})
		if err != nil || !page.Modified.Equal(now().Add(-24*time.Hour)) {
			t.Errorf("modified %v, %v", page.Modified, err)
		}
		c.Keep()
	}
	if want := tag + "Wed, 25 Nov 2026 12:00:00 GMT"; len(got) != 2 || got[0] != "" || got[1] != want {
		t.Errorf("sent %q, want nothing and then %q", got, want)
	}
}
