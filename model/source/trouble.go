package source

import (
	"errors"
	"fmt"
	"time"

	"bordertop/model/clean"
)

// ErrUnchanged tells that a source has nothing new: what it said before still stands.
var ErrUnchanged = errors.New("nothing new")

// Why is why a source gave nothing.
type Why string

// The reasons.
const (
	Unreachable Why = "unreachable" // no connection, no such host, cut off
	Slow        Why = "slow"        // no answer in time
	Refused     Why = "refused"     // a status that is no success
	Insecure    Why = "insecure"    // no valid certificate, or a redirect to where it must not lead
	Forbidden   Why = "forbidden"   // an address that must not be asked, such as our own network's
	TooLarge    Why = "too-large"   // more than our limits
	Challenge   Why = "challenge"   // a page that asks for a human being, or another page than expected
	Malformed   Why = "malformed"   // not the format that it should have
	Unexpected  Why = "unexpected"  // well formed, but not what it was: keys, rows or ids are missing
	Frozen      Why = "frozen"      // the same old data as for long
	Failed      Why = "failed"      // a file that cannot be read, a program that failed
)

// Whys lists the reasons.
func Whys() []Why {
	return []Why{Unreachable, Slow, Refused, Insecure, Forbidden, TooLarge, Challenge, Malformed, Unexpected, Frozen, Failed}
}

// TroubleError is why a source gave nothing.
type TroubleError struct {
	Why Why
	// Detail is for people, such as "HTTP 503".
	Detail clean.Text
	// RetryAfter is for how long the source asks to be left alone; 0 where it does
	// not ask.
	RetryAfter time.Duration
	// Err is the cause; nil where there is none but Detail.
	Err error
}

// Troublef is a TroubleError with its detail and, by %w, its cause.
func Troublef(why Why, format string, args ...any) *TroubleError {
	err := fmt.Errorf(format, args...)
	return &TroubleError{Why: why, Detail: clean.Line(clean.Err(err)), Err: err}
}

func (t *TroubleError) Error() string {
	if t.Detail.Empty() {
		return string(t.Why)
	}
	return string(t.Why) + ": " + t.Detail.String()
}

func (t *TroubleError) Unwrap() error { return t.Err }
