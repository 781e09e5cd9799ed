// Package webtest serves pages that misbehave, for tests of what asks them.
package webtest

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"
)

// RSS is the page where one comes whole.
const RSS = `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title><item><guid>1</guid><title>Queue</title><link>https://a.example/1</link><pubDate>Wed, 01 Jul 2026 09:00:00 GMT</pubDate></item></channel></rss>`

func ok(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "application/rss+xml")
	_, _ = io.WriteString(w, RSS)
}

// To redirects to a place.
func To(location string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header()["Location"] = []string{location}
		w.WriteHeader(http.StatusFound)
	}
}

// OK answers with the page.
func OK(w http.ResponseWriter, _ *http.Request) { ok(w) }

// Hostile misbehaves, in another way at each path.
func Hostile() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/ok", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"v1"`)
		if r.Header.Get("If-None-Match") == `"v1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		ok(w)
	})
	mux.HandleFunc("/304-always", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) })
	mux.HandleFunc("/etag-esc", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("ETag", "\"a\u009d0;x\u009c\""); ok(w) })
	mux.HandleFunc("/lm-future", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Last-Modified", "Fri, 31 Dec 2199 23:59:59 GMT")
		if r.Header.Get("If-Modified-Since") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		ok(w)
	})
	mux.HandleFunc("/r-file", To("file:///etc/passwd"))
	mux.HandleFunc("/r-internal", To("http://169.254.169.254/latest/meta-data/"))
	mux.HandleFunc("/r-http", To("/ok"))
	mux.HandleFunc("/r-loop", To("/r-loop"))
	mux.HandleFunc("/r-esc", To("/ok?\u009b2J\u202e"))
	lying(mux)
	unreliable(mux)
	return mux
}

// lying are the ways in which an answer is no page, or too much of one.
func lying(mux *http.ServeMux) {
	mux.HandleFunc("/html", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		_, _ = io.WriteString(w, "<html>Bad gateway</html>")
	})
	mux.HandleFunc("/html-as-xml", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/xml")
		_, _ = io.WriteString(w, "\xef\xbb\xbf\n<!DOCTYPE HTML><title>Just a moment</title>")
	})
	mux.HandleFunc("/json", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, "{}")
	})
	mux.HandleFunc("/500", func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, "\x1b[2Jboom", http.StatusInternalServerError)
	})
	mux.HandleFunc("/429", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "999999999")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	mux.HandleFunc("/429-date", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	mux.HandleFunc("/challenge", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Cf-Mitigated", "challenge")
		w.WriteHeader(http.StatusForbidden)
	})
	mux.HandleFunc("/hdr-huge", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("X", strings.Repeat("x", 1<<20)); ok(w) })
	mux.HandleFunc("/hdr-many", func(w http.ResponseWriter, _ *http.Request) {
		for i := range 10_000 {
			w.Header().Set("X-"+strconv.Itoa(i), "1")
		}
		ok(w)
	})
}

// unreliable are the ways in which a body never comes whole.
func unreliable(mux *http.ServeMux) {
	var n atomic.Int64
	mux.HandleFunc("/flap", func(w http.ResponseWriter, _ *http.Request) {
		if n.Add(1)%2 == 0 {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		ok(w)
	})
	mux.HandleFunc("/gzip", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		_, _ = io.WriteString(z, RSS)
		_ = z.Close()
	})
	bomb := pack()
	mux.HandleFunc("/gzip-bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = w.Write(bomb)
	})
	mux.HandleFunc("/gzip-cut", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = w.Write([]byte{0x1f, 0x8b, 8, 0, 0})
	})
	mux.HandleFunc("/gzip-not", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Encoding", "gzip"); ok(w) })
	mux.HandleFunc("/br", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Encoding", "br"); ok(w) })
	mux.HandleFunc("/endless", func(w http.ResponseWriter, _ *http.Request) {
		for {
			if _, err := fmt.Fprint(w, strings.Repeat("x", 1<<16)); err != nil {
				return
			}
		}
	})
	stalling(mux)
}

// pack makes little of very much.
func pack() []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	zeros := make([]byte, 1<<20)
	for range 8 {
		_, _ = z.Write(zeros)
	}
	_ = z.Close()
	return out.Bytes()
}

// stalling are the ways in which a connection breaks.
func stalling(mux *http.ServeMux) {
	mux.HandleFunc("/drip", func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, "x")
		_ = http.NewResponseController(w).Flush()
		<-r.Context().Done()
	})
	mux.HandleFunc("/hang", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/short", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Length", "100000"); ok(w) })
	mux.HandleFunc("/long", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Length", "99999999"); ok(w) })
	mux.HandleFunc("/reset", func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			return
		}
		if tcp, isTCP := conn.(*net.TCPConn); isTCP {
			_ = tcp.SetLinger(0)
		}
		_, _ = io.WriteString(conn, "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n<rss")
		_ = conn.Close()
	})
	mux.HandleFunc("/echo", func(w http.ResponseWriter, r *http.Request) {
		conn, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			return
		}
		_, _ = fmt.Fprintf(conn, "HTTP/1.1 %s %s %s\r\n\r\n", r.Header.Get("X-Key"), r.URL.RawQuery, r.Header.Get("Authorization"))
		_ = conn.Close()
	})
}
