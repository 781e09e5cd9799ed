package web_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bordertop/model/source"
	"bordertop/model/source/web"
	"bordertop/model/source/web/webtest"
)

// secure starts a server with a certificate of its own for 127.0.0.1 or for another
// name, and gives the file that tells to trust it.
func secure(t *testing.T, template x509.Certificate, config *tls.Config, page http.HandlerFunc) (url, ca string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template.SerialNumber, template.IsCA, template.BasicConstraintsValid = big.NewInt(1), true, true
	der, err := x509.CreateCertificate(rand.Reader, &template, &template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	ca = filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(ca, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewUnstartedServer(page)
	config.Certificates = []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}
	server.TLS = config
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	t.Cleanup(server.Close)
	return server.URL, ca
}

func TestCertificatesAreVerified(t *testing.T) {
	t.Parallel()
	today := time.Now()
	good := x509.Certificate{NotBefore: today.Add(-time.Hour), NotAfter: today.Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	expired, early, other := good, good, good
	expired.NotAfter = today.Add(-time.Minute)
	early.NotBefore = today.Add(time.Minute)
	other.IPAddresses, other.DNSNames = nil, []string{"crossing.example\x1b[2J"}
	for name, tt := range map[string]struct {
		template x509.Certificate
		config   *tls.Config
		trust    bool
		want     source.Why
	}{
		"one that the desk trusts":       {good, &tls.Config{}, true, ""},
		"one that nobody vouches for":    {good, &tls.Config{}, false, source.Insecure},
		"one that has expired":           {expired, &tls.Config{}, true, source.Insecure},
		"one that does not hold yet":     {early, &tls.Config{}, true, source.Insecure},
		"one for another host":           {other, &tls.Config{}, true, source.Insecure},
		"a version that is long broken":  {good, &tls.Config{MaxVersion: tls.VersionTLS11, MinVersion: tls.VersionTLS10}, true, source.Insecure},
		"the oldest version that is not": {good, &tls.Config{MaxVersion: tls.VersionTLS12}, true, ""},
	} {
		url, ca := secure(t, tt.template, tt.config, webtest.OK)
		s := source.Settings{URL: url, Local: true}
		if tt.trust {
			s.CA = ca
		}
		c := web.New(s, web.Options{Now: now})
		_, err := c.Get(t.Context(), source.Request{URL: url, Types: xml()})
		if why(err) != tt.want {
			t.Errorf("%s: %v, want %q", name, err, tt.want)
		}
		if err != nil && strings.Contains(err.Error(), "\x1b") {
			t.Errorf("%s: not clean: %q", name, err)
		}
		c.Close()
	}
}

func TestAServerWithoutTLSIsInsecure(t *testing.T) {
	t.Parallel()
	server := hostile(t)
	url := strings.Replace(server.URL, "http:", "https:", 1)
	c := web.New(source.Settings{URL: url, Local: true}, web.Options{Now: now})
	t.Cleanup(c.Close)
	if _, err := c.Get(t.Context(), source.Request{URL: url}); why(err) != source.Insecure {
		t.Errorf("%v, want it insecure", err)
	}
}

func TestARedirectMayNotLoseTLS(t *testing.T) {
	t.Parallel()
	port, knocks := doors(t)
	today := time.Now()
	template := x509.Certificate{NotBefore: today.Add(-time.Hour), NotAfter: today.Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	url, ca := secure(t, template, &tls.Config{}, webtest.To("http://127.0.0.1:"+port+"/"))
	c := web.New(source.Settings{URL: url, Local: true, CA: ca}, web.Options{Now: now})
	t.Cleanup(c.Close)
	if _, err := c.Get(t.Context(), source.Request{URL: url}); why(err) != source.Insecure || knocks.Load() > 0 {
		t.Errorf("%v after %d connections, want it insecure after none", err, knocks.Load())
	}
}
