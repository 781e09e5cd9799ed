package source

import (
	"context"
	"net/http"
	"net/url"
	"time"
)

// Web fetches pages for one source, within the limits of its settings.
type Web interface {
	// Get fetches a page. ErrUnchanged tells that it is what it was when its source
	// was last read without an error; a *TroubleError tells why there is none.
	Get(ctx context.Context, r Request) (Page, error)
}

// Request asks for a page.
type Request struct {
	URL string
	// Header is sent besides that of the settings.
	Header http.Header
	// Form is posted, or JSON is; without either the page is asked for with GET.
	Form url.Values
	JSON []byte
	// Types are the media types to accept, such as "application/json"; nil accepts all.
	Types []string
	// Limit bounds the bytes of the body as it is read; 0 is 4 MiB.
	Limit int64
	// Always asks for the whole page, even if it is known.
	Always bool
}

// Page is a page as it was answered, with a status of 2xx.
type Page struct {
	// URL is where it was found after all redirects. It is not clean.
	URL string
	// Type is its media type in lower case, without parameters; Charset is that of
	// the type, empty where it names none.
	Type, Charset string
	Body          []byte
	// Modified is when the server says that it last changed; zero where it does not.
	Modified time.Time
}

// Client is a Web that learns what became of its pages: of those that were understood
// it asks from then on whether they changed.
type Client interface {
	Web
	// Keep ends a reading that was understood, Drop one that failed.
	Keep()
	Drop()
	// Close ends idle connections.
	Close()
}
