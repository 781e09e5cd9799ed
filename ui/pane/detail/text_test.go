package detail_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"bordertop/ui/draw"
	"bordertop/ui/pane/detail"
	"bordertop/ui/uitest"
)

// Where the links in a text begin and end is not seen in how it is broken.
func TestTextOfManyLinksBreaksAsThatOfOne(t *testing.T) {
	t.Parallel()
	for name, text := range uitest.Texts() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r, letters := rand.New(rand.NewPCG(1, 2)), []rune(text)
			letters = letters[:min(len(letters), 400)]
			for range 300 {
				rest := letters
				var texts []string
				for len(rest) > 0 {
					n := 1 + r.IntN(min(len(rest), 40))
					texts, rest = append(texts, string(rest[:n])), rest[n:]
				}
				w := 2 + r.IntN(60)
				if got, want := detail.Flow(w, texts...), draw.Wrap(string(letters), w); !slices.Equal(got, want) {
					t.Fatalf("%q in %d cells:\n%q, want\n%q", texts, w, got, want)
				}
			}
		})
	}
}
