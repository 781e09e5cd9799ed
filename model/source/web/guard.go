package web

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"strings"
	"time"

	"code.dny.dev/ssrf"
	"golang.org/x/net/http/httpproxy"
	"golang.org/x/net/publicsuffix"

	"bordertop/model/source"
)

// guard refuses addresses that are not of the public internet, but for those of this
// machine and of private networks where they are meant. Link-local ones, where clouds
// keep their secrets, never are.
func guard(local bool) *ssrf.Guardian { //nolint:revive // it is the setting itself
	options := []ssrf.Option{ssrf.WithAnyPort()}
	if local {
		options = append(
			options,
			ssrf.WithAllowedV4Prefixes(
				netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("172.16.0.0/12"),
				netip.MustParsePrefix("192.168.0.0/16"), netip.MustParsePrefix("100.64.0.0/10"),
			),
			ssrf.WithAllowedV6Prefixes(netip.MustParsePrefix("::1/128"), netip.MustParsePrefix("fc00::/7")),
		)
	}
	return ssrf.New(options...)
}

// transport keeps the limits of a connection. The guard sees each address as it is
// dialled, so that no name, redirect or later answer of a name server gets round it.
func (c *Client) transport() *http.Transport {
	roots, _ := roots(c.s.CA) // Check has seen it.
	proxy := c.proxy()
	return &http.Transport{
		Proxy:                  func(r *http.Request) (*url.URL, error) { return proxy(r.URL) },
		DialContext:            c.dial,
		TLSClientConfig:        &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: roots},
		TLSHandshakeTimeout:    5 * time.Second,
		ResponseHeaderTimeout:  10 * time.Second,
		MaxResponseHeaderBytes: 32 << 10,
		MaxConnsPerHost:        2,
		IdleConnTimeout:        time.Minute,
		DisableCompression:     true,
		ForceAttemptHTTP2:      true,
	}
}

func (c *Client) dial(ctx context.Context, network, address string) (net.Conn, error) {
	d := net.Dialer{Timeout: 5 * time.Second, Resolver: c.o.Resolver, Control: c.guard.Safe}
	if c.proxies[address] {
		d.Control = nil
	}
	return d.DialContext(ctx, network, address)
}

// proxy is that of the environment. Whoever set it vouches for its address.
func (c *Client) proxy() func(*url.URL) (*url.URL, error) {
	env := func(name string) string {
		if v := getenv(c.s, name); v != "" {
			return v
		}
		return getenv(c.s, strings.ToLower(name))
	}
	config := httpproxy.Config{HTTPProxy: env("HTTP_PROXY"), HTTPSProxy: env("HTTPS_PROXY"), NoProxy: env("NO_PROXY")}
	c.proxies = map[string]bool{}
	ask := config.ProxyFunc()
	for _, scheme := range []string{"http", "https"} {
		u, err := ask(&url.URL{Scheme: scheme, Host: "proxied.example"})
		if err == nil && u != nil {
			c.proxies[net.JoinHostPort(u.Hostname(), port(u))] = true
		}
	}
	return ask
}

func port(u *url.URL) string {
	switch {
	case u.Port() != "":
		return u.Port()
	case u.Scheme == "https":
		return "443"
	case strings.HasPrefix(u.Scheme, "socks5"):
		return "1080"
	}
	return "80"
}

// roots are the certificates to trust; nil are the system's.
func roots(file string) (*x509.CertPool, error) {
	if file == "" {
		return nil, nil //nolint:nilnil // nil is the system's, for crypto/tls
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	pool, err := x509.SystemCertPool()
	if err != nil {
		pool = x509.NewCertPool()
	}
	if !pool.AppendCertsFromPEM(data) {
		return nil, fmt.Errorf("%s holds no certificate", file)
	}
	return pool, nil
}

// permit refuses addresses by their looks, before anybody looks up their host.
func (c *Client) permit(u *url.URL) error {
	host := hostOf(u)
	switch {
	case u.Scheme != "https" && (u.Scheme != "http" || !c.s.Plain):
		return source.Troublef(source.Insecure, "want https, got %q", u.Scheme)
	case host == "":
		return source.Troublef(source.Failed, "address without a host")
	}
	if ip, err := netip.ParseAddr(host); err == nil {
		return c.guard.SafeAddr(ip.Unmap())
	}
	last := host[strings.LastIndexByte(host, '.')+1:]
	switch {
	case last == "" || '0' <= last[0] && last[0] <= '9': // Some resolvers read 127.1 and 0x7f000001 as addresses.
		return source.Troublef(source.Forbidden, "host by number: %s", host)
	case !c.s.Local && (last == host || last == "localhost" || last == "local" || last == "internal"):
		return source.Troublef(source.Forbidden, "host of a local network: %s", host)
	}
	return nil
}

// leads tells whether one address may lead to another: to the same registrable host,
// or to one that the settings name.
func (c *Client) leads(from, to *url.URL) bool {
	host := hostOf(to)
	for _, also := range c.s.Hosts {
		if strings.EqualFold(host, also) {
			return true
		}
	}
	if host == hostOf(from) {
		return true
	}
	site, err := publicsuffix.EffectiveTLDPlusOne(host)
	home, err2 := publicsuffix.EffectiveTLDPlusOne(hostOf(from))
	_, ip := netip.ParseAddr(host)
	return err == nil && err2 == nil && ip != nil && site == home
}

// hostOf is the host of an address in lower case, without its port.
func hostOf(u *url.URL) string { return strings.TrimSuffix(strings.ToLower(u.Hostname()), ".") }

// origin is whom credentials are meant for.
func origin(u *url.URL) string { return u.Scheme + "://" + net.JoinHostPort(hostOf(u), port(u)) }
