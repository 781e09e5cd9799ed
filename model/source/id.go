package source

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"bordertop/model"
)

// longest is what an id may have.
const longest = 64

// ID makes an id of parts, the same for the same parts: their letters and digits,
// joined by hyphens. Where some are lost, a sum of the parts stands at the end.
func ID(parts ...string) model.ID {
	whole := strings.Join(parts, "-")
	id := strings.Trim(strings.Map(plain, strings.ToLower(whole)), "-")
	if id != "" && id == whole && len(id) <= longest {
		return model.ID(id)
	}
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	tail := hex.EncodeToString(sum[:6])
	return model.ID(strings.TrimLeft(id[:min(len(id), longest-len(tail)-1)]+"-"+tail, "-"))
}

func plain(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
		return r
	case r == '-' || r == ' ' || r == '.' || r == '_' || r == '/' || r == ':':
		return '-'
	}
	return -1
}
