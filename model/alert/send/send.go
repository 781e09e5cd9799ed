// Package send carries alerts to where programs take them.
package send

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"bordertop/model/alert"
	"bordertop/model/source"
)

// Body is an alert as programs read it.
func Body(a alert.Alert, board string) ([]byte, error) {
	text, err := json.Marshal(struct {
		Schema int    `json:"schema"`
		Board  string `json:"board"`
		alert.Alert
	}{1, board, a})
	if err != nil {
		return nil, fmt.Errorf("write the alert %s: %w", a.Key, err)
	}
	return text, nil
}

const (
	// tries is how often a webhook is asked, first the time before the second try, which
	// doubles, and longest what a server may ask for.
	tries   = 5
	first   = 2 * time.Second
	longest = 5 * time.Minute
)

// Webhook posts an alert. With a secret, X-Bordertop-Signature is "sha256=" and the
// HMAC-SHA256, in hexadecimal, of X-Bordertop-Timestamp, a dot and the body. It tries
// again while the server cannot be had.
func Webhook(ctx context.Context, web source.Web, url, secret string, now func() time.Time, body []byte) error {
	wait := first
	for try := 1; ; try++ {
		_, err := web.Get(ctx, source.Request{URL: url, JSON: body, Header: signed(secret, now(), body), Always: true, Limit: 64 << 10})
		trouble, ok := errors.AsType[*source.TroubleError](err)
		if !ok || try == tries || !passing(trouble) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(min(max(wait, trouble.RetryAfter), longest)):
		}
		wait *= 2
	}
}

// passing tells whether a trouble may pass by itself.
func passing(t *source.TroubleError) bool {
	return t.Why == source.Unreachable || t.Why == source.Slow || t.Why == source.Refused
}

// signed are the headers that show who sent a body, and when.
func signed(secret string, at time.Time, body []byte) http.Header {
	if secret == "" {
		return nil
	}
	stamp := strconv.FormatInt(at.Unix(), 10)
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write(append([]byte(stamp+"."), body...))
	return http.Header{
		"X-Bordertop-Timestamp": {stamp},
		"X-Bordertop-Signature": {"sha256=" + hex.EncodeToString(mac.Sum(nil))},
	}
}

// Desktop is the program that shows an alert on the desktop, with its arguments; nil
// where a system has none. To ask it spares a library for each system's own way.
func Desktop(system, title, text string) []string {
	switch system {
	case "darwin":
		return []string{
			"osascript", "-e", "on run argv", "-e", "display notification (item 2 of argv) with title (item 1 of argv)", "-e", "end run", "--", title, text,
		}
	case "windows":
		return nil
	}
	return []string{"notify-send", "--app-name=bordertop", "--", title, markup(text)}
}

// markup is text for those that read it as markup.
func markup(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text)
}
