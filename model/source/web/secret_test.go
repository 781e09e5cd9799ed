package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bordertop/model/source"
	"bordertop/model/source/web"
)

const secret = "s3cret&key/=1"

func getenv(name string) string { return map[string]string{"KEY": secret}[name] }

// asked keeps what servers were asked.
type asked struct {
	mu   sync.Mutex
	list []string
}

func (a *asked) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_ = r.ParseForm()
	a.mu.Lock()
	defer a.mu.Unlock()
	a.list = append(a.list, strings.Join([]string{
		r.Method, r.Host, r.Form.Get("k"), r.Header.Get("X-Key"), r.Header.Get("Authorization"), r.Header.Get("Cookie"), r.Header.Get("Referer"), r.Header.Get("X-Extra"),
	}, "|"))
	http.SetCookie(w, &http.Cookie{Name: "c", Value: "1"})
	if next := r.URL.Query().Get("next"); next != "" {
		http.Redirect(w, r, next, http.StatusTemporaryRedirect)
	}
}

func TestSecretsGoToTheirOwnHostAlone(t *testing.T) {
	t.Parallel()
	var a asked
	server := httptest.NewServer(&a)
	t.Cleanup(server.Close)
	port := server.URL[strings.LastIndexByte(server.URL, ':'):]
	c := web.New(source.Settings{
		URL: "http://own.example" + port + "/?k=${KEY}", Headers: map[string]string{"X-Key": "${KEY}"},
		Getenv: getenv, Plain: true, Local: true, Hosts: []string{"Friend.example"},
	}, web.Options{Now: now, Resolver: resolver("127.0.0.1")})
	t.Cleanup(c.Close)
	own, sub, friend := "http://own.example"+port, "http://sub.own.example"+port, "http://friend.example"+port
	for _, tt := range []struct {
		name string
		r    source.Request
		why  source.Why
		want []string
	}{
		{
			"its own host has them",
			source.Request{URL: own + "/?k=${KEY}", Header: http.Header{"X-Extra": {"e"}}},
			"",
			[]string{"GET|own.example|" + secret + "|" + secret + "||||e"},
		},
		{
			"also as an adapter escapes them",
			source.Request{URL: own + "/?k=%24%7BKEY%7D"},
			"",
			[]string{"GET|own.example|" + secret + "|" + secret + "||c=1||"},
		},
		{
			"and in a form",
			source.Request{URL: own + "/", Form: url.Values{"k": {"${KEY}"}}},
			"",
			[]string{"POST|own.example|" + secret + "|" + secret + "||c=1||"},
		},
		{
			"a part of the host has none",
			source.Request{URL: sub + "/?k=${KEY}"},
			"",
			[]string{"GET|sub.own.example|${KEY}|||||"},
		},
		{"a stranger is not asked", source.Request{URL: "http://other.example" + port + "/?k=${KEY}"}, source.Insecure, nil},
		{"nor by a name made of one", source.Request{URL: "http://${KEY}.example" + port + "/"}, source.Failed, nil},
		{
			"a redirect to a friend takes none",
			source.Request{URL: own + "/?next=" + url.QueryEscape(friend+"/"), Header: http.Header{"X-Extra": {"e"}, "Authorization": {"mine"}}},
			"",
			[]string{"GET|own.example||" + secret + "|mine|c=1||e", "GET|friend.example||||||"},
		},
		{
			"one to a part of the host neither",
			source.Request{URL: own + "/?next=" + url.QueryEscape(sub+"/")},
			"",
			[]string{"GET|own.example||" + secret + "||c=1||", "GET|sub.own.example||||c=1||"},
		},
		{
			"one on the host keeps them",
			source.Request{URL: own + "/?k=1&next=" + url.QueryEscape("/?k=2")},
			"",
			[]string{"GET|own.example|1|" + secret + "||c=1||", "GET|own.example|2|" + secret + "||c=1||"},
		},
		{
			"one to a stranger is not followed",
			source.Request{URL: own + "/?next=" + url.QueryEscape("http://other.example"+port+"/")},
			source.Insecure,
			[]string{"GET|own.example||" + secret + "||c=1||"},
		},
		{
			"a form goes nowhere else",
			source.Request{URL: own + "/?next=" + url.QueryEscape(friend+"/"), Form: url.Values{"k": {"1"}}},
			source.Insecure,
			[]string{"POST|own.example|1|" + secret + "||c=1||"},
		},
	} {
		a.list = nil
		_, err := c.Get(t.Context(), tt.r)
		if why(err) != tt.why {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.why)
		}
		for i := range a.list {
			a.list[i] = strings.Replace(a.list[i], port+"|", "|", 1)
		}
		if diff := cmp.Diff(tt.want, a.list); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestErrorsTellNoSecrets(t *testing.T) {
	t.Parallel()
	server := hostile(t)
	for _, tt := range []source.Settings{
		{URL: server.URL + "/echo?k=${KEY}", Headers: map[string]string{"X-Key": "${KEY}"}},
		{URL: server.URL + "/echo?token=plainword"},
		{URL: strings.Replace(server.URL, "http://", "http://u:hunter22@", 1) + "/echo"},
		{URL: server.URL + "/echo", Headers: map[string]string{"Authorization": "Bearer abcdef"}},
		{URL: "http://127.0.0.1:1/?k=${KEY}"},
		{URL: "http://127.0.0.1:1/${KEY}"},
		{URL: "ftp://host/${KEY}"},
	} {
		tt.Getenv = getenv
		_, err := open(t, tt).Get(t.Context(), source.Request{URL: tt.URL})
		if err == nil {
			t.Errorf("%s gave a page", tt.URL)
			continue
		}
		for _, word := range []string{secret, url.QueryEscape(secret), "s3cret", "plainword", "hunter22", "abcdef"} {
			if strings.Contains(err.Error(), word) {
				t.Errorf("%s: %q is told in %q", tt.URL, word, err)
			}
		}
	}
}

func TestCheckExplainsSettings(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		s    source.Settings
		want []source.Fault
	}{
		"all is well":     {source.Settings{URL: "https://a.example/?k=${KEY}", Headers: map[string]string{"X": "a ${KEY}"}}, nil},
		"nothing is said": {source.Settings{}, nil},
		"names that the environment lacks": {
			source.Settings{URL: "https://a.example/?k=${NONE}", Headers: map[string]string{"X-Key": "${OTHER}"}},
			[]source.Fault{
				{Key: "headers.X-Key", Problem: "the environment has no OTHER", Remedy: "set it for the program, or leave it out"},
				{Key: "url", Problem: "the environment has no NONE", Remedy: "set it for the program, or leave it out"},
			},
		},
		"no TLS":     {source.Settings{URL: "http://a.example/"}, []source.Fault{{Key: "url", Problem: "http without TLS", Remedy: "write https, or plain = true"}}},
		"no scheme":  {source.Settings{URL: "a.example"}, []source.Fault{{Key: "url", Problem: "no web address", Remedy: "write it as https://host/path"}}},
		"other ways": {source.Settings{URL: "ftp://a.example"}, []source.Fault{{Key: "url", Problem: "want https, got ftp", Remedy: "write it as https://host/path"}}},
		"no file of certificates": {
			source.Settings{CA: "testdata/none.pem"},
			[]source.Fault{{Key: "ca", Problem: "cannot be used: open testdata/none.pem: no such file or directory", Remedy: "name a file of certificates in PEM form"}},
		},
		"a file of none": {
			source.Settings{CA: "web_test.go"},
			[]source.Fault{{Key: "ca", Problem: "cannot be used: web_test.go holds no certificate", Remedy: "name a file of certificates in PEM form"}},
		},
	} {
		tt.s.Getenv = getenv
		if diff := cmp.Diff(tt.want, web.Check(tt.s)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
