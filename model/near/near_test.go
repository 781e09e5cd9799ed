package near_test

import (
	"slices"
	"strings"
	"testing"

	"bordertop/model/near"
)

func TestWord(t *testing.T) {
	t.Parallel()
	words := slices.Values([]string{"category", "crossing", "side", "since", "severity", "on", "is"})
	for word, want := range map[string]string{
		"categroy": "category", "Catgory": "category", "crosing": "crossing", "sinec": "since", "severityy": "severity",
		"sid": "side", "xyzzy": "", "": "", "o": "", "colour": "",
	} {
		if got := near.Word(word, words); got != want {
			t.Errorf("%q: meant %q, want %q", word, got, want)
		}
	}
}

func TestAWordIsNearestToItself(t *testing.T) {
	t.Parallel()
	words := strings.Fields("category confidence crossing kind place severity side since source speaker unit until")
	for _, word := range words {
		if got := near.Word(word, slices.Values(words)); got != word {
			t.Errorf("%q: meant %q", word, got)
		}
	}
}
