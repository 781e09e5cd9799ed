package send_test

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"bordertop/model/alert"
	"bordertop/model/alert/send"
	"bordertop/model/source"
	"bordertop/model/source/web"
)

const hostile = "a\x1b]52;c;AAAA\a\"}\n{\u202e\u2028</script>"

func TestBodyIsOneLineOfJSON(t *testing.T) {
	t.Parallel()
	body, err := send.Body(alert.Alert{Key: "k", Rule: hostile, When: alert.New, Text: hostile}, hostile)
	if err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(string(body), "\x1b\a\n<>\u2028") {
		t.Errorf("%q", body)
	}
	var got struct {
		Schema      int
		Board, Text string
	}
	if err := json.Unmarshal(body, &got); err != nil || got.Schema != 1 || got.Text != hostile || got.Board != hostile {
		t.Errorf("%+v, %v", got, err)
	}
}

// flaky fails some times before it takes what is posted.
type flaky struct {
	failures int
	why      source.Why
	after    time.Duration
	asked    []time.Time
	requests []source.Request
}

func (f *flaky) Get(_ context.Context, r source.Request) (source.Page, error) {
	f.asked = append(f.asked, time.Now())
	f.requests = append(f.requests, r)
	if len(f.asked) <= f.failures {
		return source.Page{}, &source.TroubleError{Why: f.why, RetryAfter: f.after}
	}
	return source.Page{}, nil
}

func TestWebhookTriesAgain(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		web  flaky
		want []time.Duration // since the first try
		fine bool
	}{
		"at once":                  {flaky{}, []time.Duration{0}, true},
		"after two failures":       {flaky{failures: 2, why: source.Refused}, []time.Duration{0, 2 * time.Second, 6 * time.Second}, true},
		"as the server asks":       {flaky{failures: 1, why: source.Refused, after: time.Minute}, []time.Duration{0, time.Minute}, true},
		"but not for ever":         {flaky{failures: 9, why: source.Slow}, []time.Duration{0, 2 * time.Second, 6 * time.Second, 14 * time.Second, 30 * time.Second}, false},
		"nor where it must not be": {flaky{failures: 9, why: source.Forbidden}, []time.Duration{0}, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				err := send.Webhook(t.Context(), &tt.web, "https://hooks.lt/x", "", time.Now, []byte("{}"))
				if (err == nil) != tt.fine {
					t.Errorf("ended with %v", err)
				}
				var got []time.Duration
				for _, at := range tt.web.asked {
					got = append(got, at.Sub(tt.web.asked[0]))
				}
				if diff := cmp.Diff(tt.want, got); diff != "" {
					t.Errorf("tries (-want +got):\n%s", diff)
				}
			})
		})
	}
}

func TestWebhookEndsWithItsContext(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithTimeout(t.Context(), 3*time.Second)
		defer stop()
		err := send.Webhook(ctx, &flaky{failures: 9, why: source.Slow}, "https://hooks.lt/x", "", time.Now, nil)
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("ended with %v", err)
		}
	})
}

// TestServerCanTellWhoSentAnAlert posts over the loopback, as the program does.
func TestServerCanTellWhoSentAnAlert(t *testing.T) {
	t.Parallel()
	const secret = "s3cret"
	type post struct{ method, kind, body, stamp, signature string }
	var got post
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		got = post{r.Method, r.Header.Get("Content-Type"), string(body), r.Header.Get("X-Bordertop-Timestamp"), r.Header.Get("X-Bordertop-Signature")}
	}))
	defer server.Close()
	client := web.New(source.Settings{URL: server.URL, Local: true, Plain: true}, web.Options{Now: time.Now})
	defer client.Close()
	at := time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)
	body := []byte(`{"schema":1}`)
	if err := send.Webhook(t.Context(), client, server.URL, secret, func() time.Time { return at }, body); err != nil {
		t.Fatal(err)
	}
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte("1795694400." + string(body)))
	want := post{"POST", "application/json", string(body), "1795694400", "sha256=" + hex.EncodeToString(mac.Sum(nil))}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(post{})); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestDesktopTakesTextAsText(t *testing.T) {
	t.Parallel()
	for system, want := range map[string][]string{
		"linux":   {"notify-send", "--app-name=bordertop", "--", "-t", "&lt;b&gt; --x &amp; $(y)"},
		"windows": nil,
	} {
		if diff := cmp.Diff(want, send.Desktop(system, "-t", "<b> --x & $(y)")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", system, diff)
		}
	}
	mac := send.Desktop("darwin", "t", `" & (do shell script "x") & "`)
	if mac[len(mac)-1] != `" & (do shell script "x") & "` {
		t.Errorf("%q", mac)
	}
}
