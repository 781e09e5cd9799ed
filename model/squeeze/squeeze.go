// Package squeeze makes the records of a long log fewer bytes, for model.Log.Packed.
package squeeze

import (
	"fmt"

	"github.com/klauspost/compress/s2"
)

// S2 squeezes prose to about two fifths, and gives back a block in some
// microseconds. Anybody may use it at any time.
type S2 struct{}

// Squeeze gives the bytes in fewer.
func (S2) Squeeze(raw []byte) []byte { return s2.EncodeBetter(nil, raw) }

// Expand gives back what was squeezed, in the room of dst where that has enough.
func (S2) Expand(dst, squeezed []byte) ([]byte, error) {
	raw, err := s2.Decode(dst[:cap(dst)], squeezed)
	if err != nil {
		return nil, fmt.Errorf("expand %d bytes: %w", len(squeezed), err)
	}
	return raw, nil
}
