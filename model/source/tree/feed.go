package tree

import (
	"encoding/json"
	"strings"

	"github.com/mmcdole/gofeed"

	"bordertop/model/source"
)

// mostItems is how many items of a feed are read.
const mostItems = 500

// Feed decodes RSS or Atom of any version to one form: {"title", "updated", …,
// "items": [{"title", "link", "guid", "published", "updated", "description",
// "categories", …}]}, the times in RFC 3339 beside them as publishedParsed and updatedParsed.
func Feed(body []byte, label string) (any, error) {
	if _, err := XML(body, label, nil); err != nil {
		return nil, err // The caps hold before anything else reads it.
	}
	text := string(body)
	if label != "" {
		var err error
		if text, err = decoded(body, label); err != nil {
			return nil, err
		}
	}
	feed, err := gofeed.NewParser().ParseString(text)
	if err != nil {
		return nil, malformed(err)
	}
	if len(feed.Items) == 0 {
		return nil, source.Troublef(source.Challenge, "a feed without items")
	}
	feed.Items = feed.Items[:min(len(feed.Items), mostItems)]
	plain, err := json.Marshal(feed)
	if err != nil {
		return nil, malformed(err)
	}
	out, _, err := JSON([]byte(strings.TrimSpace(string(plain))))
	return out, err
}
