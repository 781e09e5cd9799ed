package web

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"errors"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"
	"time"

	"bordertop/model/source"
)

// usual is the limit of a body where a request names none.
const usual = 4 << 20

// read takes the body, of which neither the packed nor the unpacked form may be
// longer than the limit.
func read(res *http.Response, limit int64) ([]byte, error) {
	if limit <= 0 {
		limit = usual
	}
	if res.ContentLength > limit {
		return nil, source.Troublef(source.TooLarge, "more than %d bytes", limit)
	}
	packed := &io.LimitedReader{R: res.Body, N: limit + 1}
	body, err := unpacked(packed, res.Header.Get("Content-Encoding"), limit)
	var corrupt flate.CorruptInputError
	switch {
	case packed.N <= 0 || int64(len(body)) > limit:
		return nil, source.Troublef(source.TooLarge, "more than %d bytes", limit)
	case errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum) || errors.As(err, &corrupt):
		return nil, source.Troublef(source.Malformed, "unpack the answer: %w", err)
	case errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF):
		return nil, source.Troublef(source.Unreachable, "the answer is cut off")
	}
	return body, err
}

func unpacked(packed io.Reader, encoding string, limit int64) ([]byte, error) {
	switch strings.ToLower(encoding) {
	case "", "identity":
		return io.ReadAll(packed)
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(packed)
		if err != nil {
			return nil, err
		}
		return io.ReadAll(io.LimitReader(z, limit+1))
	}
	return nil, source.Troublef(source.Malformed, "an encoding that was not asked for: %s", encoding)
}

func (c *Client) page(res *http.Response, body []byte) source.Page {
	p := source.Page{URL: res.Request.URL.String(), Body: body}
	kind, params, err := mime.ParseMediaType(res.Header.Get("Content-Type"))
	if err == nil || errors.Is(err, mime.ErrInvalidMediaParameter) {
		p.Type, p.Charset = kind, params["charset"]
	}
	if at, err := http.ParseTime(res.Header.Get("Last-Modified")); err == nil && !at.After(c.o.Now()) {
		p.Modified = at.UTC()
	}
	return p
}

// expected tells a page of the wanted types from one that asks for a human being.
// Servers often name no type, or the plainest, which says nothing.
func expected(p source.Page, types []string) error {
	if types == nil || slices.Contains(types, "text/html") {
		return nil
	}
	if p.Type == "text/html" || p.Type == "application/xhtml+xml" || isHTML(p.Body) {
		return source.Troublef(source.Challenge, "a page of HTML instead of data")
	}
	switch p.Type {
	case "", "text/plain", "application/octet-stream", "binary/octet-stream":
		return nil
	}
	if !slices.ContainsFunc(types, func(t string) bool { return t == p.Type || family(t) == family(p.Type) }) {
		return source.Troublef(source.Unexpected, "another type of data: %s", p.Type)
	}
	return nil
}

// family is what types have in common, such as application/rss+xml and text/xml.
func family(mediaType string) string {
	_, sub, _ := strings.Cut(mediaType, "/")
	return sub[strings.LastIndexByte(sub, '+')+1:]
}

func isHTML(body []byte) bool {
	start := bytes.TrimPrefix(body[:min(len(body), 1<<10)], []byte("\xef\xbb\xbf"))
	start = bytes.ToLower(bytes.TrimSpace(start))
	return slices.ContainsFunc([]string{"<!doctype html", "<html", "<head", "<body", "<script"}, func(s string) bool {
		return bytes.HasPrefix(start, []byte(s))
	})
}

// longest is for how long a server may ask to be left alone.
const longest = time.Hour

// retryAfter is for how long the server asks to be left alone; 0 where it does not.
func (c *Client) retryAfter(header string) time.Duration {
	if at, err := http.ParseTime(header); err == nil {
		return min(max(0, at.Sub(c.o.Now())), longest)
	}
	wait, err := time.ParseDuration(header + "s")
	if strings.Trim(header, "0123456789") != "" || header == "" {
		return 0
	}
	if err != nil { // It is too long even to be told.
		return longest
	}
	return min(wait, longest)
}
