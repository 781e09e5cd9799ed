package web_test

import (
	"context"
	"encoding/binary"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"

	"golang.org/x/net/dns/dnsmessage"

	"bordertop/model/source"
	"bordertop/model/source/web"
	"bordertop/model/source/web/webtest"
)

// resolver answers every question for an IPv4 address with these.
func resolver(addresses ...string) *net.Resolver {
	return &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) {
		here, there := net.Pipe()
		go answer(there, addresses)
		return here, nil
	}}
}

func answer(conn net.Conn, addresses []string) {
	defer func() { _ = conn.Close() }()
	for {
		var size [2]byte
		if _, err := io.ReadFull(conn, size[:]); err != nil {
			return
		}
		raw := make([]byte, binary.BigEndian.Uint16(size[:]))
		var m dnsmessage.Message
		if _, err := io.ReadFull(conn, raw); err != nil || m.Unpack(raw) != nil {
			return
		}
		m.Response, m.Additionals = true, nil
		for _, a := range addresses {
			if m.Questions[0].Type == dnsmessage.TypeA {
				m.Answers = append(m.Answers, dnsmessage.Resource{
					Header: dnsmessage.ResourceHeader{Name: m.Questions[0].Name, Type: dnsmessage.TypeA, Class: dnsmessage.ClassINET},
					Body:   &dnsmessage.AResource{A: netip.MustParseAddr(a).As4()},
				})
			}
		}
		packed, err := m.Pack()
		if err != nil {
			return
		}
		if _, err := conn.Write(append(binary.BigEndian.AppendUint16(nil, uint16(len(packed))), packed...)); err != nil {
			return
		}
	}
}

// doors are a server of this machine, on both of its addresses where it has them,
// and how often anybody knocked.
func doors(t *testing.T) (port string, knocks *atomic.Int64) {
	t.Helper()
	knocks = new(atomic.Int64)
	server := httptest.NewUnstartedServer(http.HandlerFunc(webtest.OK))
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			knocks.Add(1)
		}
	}
	server.Start()
	t.Cleanup(server.Close)
	_, port, err := net.SplitHostPort(server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port, knocks
}

func TestNoAddressOfOurOwnIsAsked(t *testing.T) {
	t.Parallel()
	port, knocks := doors(t)
	for _, host := range []string{
		"127.0.0.1", "127.1", "127.8.9.10", "2130706433", "0x7f000001", "0x7f.0.0.1", "017700000001", "0177.0.0.1", "0", "0.0.0.0",
		"[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
		"[fe80::1]", "[fe80::1%25lo]", "[fc00::1]", "[fd12:3456::1]", "[ff02::1]", "[2001:db8::1]", "[fec0::1]",
		"169.254.169.254", "[fd00:ec2::254]", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "100.100.100.200",
		"192.0.0.192", "198.18.0.1", "203.0.113.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
		"localhost", "LOCALHOST.", "a.localhost", "router", "printer.local", "metadata.google.internal",
		"rebound.example", "user:secret@rebound.example", "１２７.0.0.1",
	} {
		url := "http://" + host + ":" + port + "/"
		c := web.New(source.Settings{URL: url, Plain: true}, web.Options{Now: now, Resolver: resolver("203.0.113.1", "127.0.0.1", "169.254.169.254")})
		_, err := c.Get(t.Context(), source.Request{URL: url})
		if why(err) != source.Forbidden {
			t.Errorf("%s: %v, want it forbidden", host, err)
		}
		c.Close()
	}
	if n := knocks.Load(); n != 0 {
		t.Errorf("%d connections were made", n)
	}
}

func TestThisMachineIsAskedOnlyWhereItIsMeant(t *testing.T) {
	t.Parallel()
	port, _ := doors(t)
	get := func(host string, s source.Settings) error {
		url := "http://" + host + ":" + port + "/"
		s.URL = url
		c := web.New(s, web.Options{Now: now, Resolver: resolver("127.0.0.1")})
		defer c.Close()
		_, err := c.Get(t.Context(), source.Request{URL: url})
		return err
	}
	for _, host := range []string{"127.0.0.1", "crossing.example", "[::ffff:127.0.0.1]"} {
		if err := get(host, source.Settings{Plain: true, Local: true}); err != nil {
			t.Errorf("%s, though it is meant: %v", host, err)
		}
	}
	for _, host := range []string{"169.254.169.254", "[fe80::1]", "0.0.0.0", "224.0.0.1"} {
		if err := get(host, source.Settings{Plain: true, Local: true}); why(err) != source.Forbidden {
			t.Errorf("%s, which is never meant: %v", host, err)
		}
	}
	if err := get("127.0.0.1", source.Settings{Local: true}); why(err) != source.Failed || !strings.Contains(err.Error(), "without TLS") {
		t.Errorf("without TLS, though it was not allowed: %v", err)
	}
}

func TestAProxyOfTheEnvironmentMayBeLocal(t *testing.T) {
	t.Parallel()
	var asked []string
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.String())
		webtest.OK(w, r)
	}))
	t.Cleanup(proxy.Close)
	env := map[string]string{"http_proxy": proxy.URL, "NO_PROXY": "direct.example"}
	get := func(url string) error {
		c := web.New(source.Settings{URL: url, Plain: true, Getenv: func(n string) string { return env[n] }}, web.Options{Now: now, Resolver: resolver("127.0.0.1")})
		defer c.Close()
		_, err := c.Get(t.Context(), source.Request{URL: url})
		return err
	}
	if err := get("http://crossing.example/a"); err != nil || len(asked) != 1 || asked[0] != "http://crossing.example/a" {
		t.Errorf("through the proxy: %v, which was asked for %q", err, asked)
	}
	for _, url := range []string{"http://169.254.169.254/", "http://10.1/", "http://printer/", "http://direct.example/", proxy.URL} {
		if err := get(url); why(err) != source.Forbidden {
			t.Errorf("%s: %v, want it forbidden", url, err)
		}
	}
	if len(asked) != 1 {
		t.Errorf("the proxy was asked for %q", asked[1:])
	}
}
