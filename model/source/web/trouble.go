package web

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net/url"
	"strings"

	"code.dny.dev/ssrf"

	"bordertop/model/source"
)

// trouble says why there is no page. Addresses are not told, for they may hold
// secrets, and neither are secrets that the server sent back.
func (c *Client) trouble(err error) *source.TroubleError {
	if told, ok := errors.AsType[*source.TroubleError](err); ok {
		t := source.Troublef(told.Why, "%s", c.words.secrets.Replace(told.Err.Error()))
		t.RetryAfter = told.RetryAfter
		return t
	}
	why := reason(err)
	for at := (*url.Error)(nil); errors.As(err, &at); {
		err = at.Err
	}
	return source.Troublef(why, "%s", c.words.secrets.Replace(err.Error()))
}

// reason tells by an error of a connection why there was none.
func reason(err error) source.Why {
	var slow interface{ Timeout() bool }
	text := err.Error()
	switch {
	case errors.Is(err, ssrf.ErrProhibitedIP) || errors.Is(err, ssrf.ErrProhibitedNetwork) || errors.Is(err, ssrf.ErrInvalidHostPort):
		return source.Forbidden
	case errors.As(err, &slow) && slow.Timeout():
		return source.Slow
	case untrusted(err):
		return source.Insecure
	// The standard library has no errors for these two.
	case strings.Contains(text, "headers exceeded") || strings.Contains(text, "header list larger"):
		return source.TooLarge
	case strings.Contains(text, "remote error: tls: ") || strings.Contains(text, "server gave HTTP response to HTTPS client"):
		return source.Insecure
	}
	return source.Unreachable
}

func untrusted(err error) bool {
	var (
		verify  *tls.CertificateVerificationError
		unknown x509.UnknownAuthorityError
		host    x509.HostnameError
		invalid x509.CertificateInvalidError
		record  tls.RecordHeaderError
	)
	return errors.As(err, &verify) || errors.As(err, &unknown) || errors.As(err, &host) || errors.As(err, &invalid) || errors.As(err, &record)
}
