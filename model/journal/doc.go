// Package journal keeps what a desk adds: an append-only log of entries, in
// segments of a directory. Nothing that was acknowledged is lost or silently
// changed, and no byte is ever destroyed.
//
// A segment is TOML that a person and git can read. An entry is some tables of
// it, closed by a comment line, its trailer:
//
//	#~ <seq> <bytes> <sum>
//
// Seq counts from 1 through all segments, bytes is the length of the entry before
// its trailer, and sum is the first 24 hexadecimal digits of the SHA-256 of the sum
// before, seq and the entry. A segment begins with the seq and the sum of the last
// entry of the segment before, so that all segments are one chain. The entries are
// the caller's: to the journal they are lines of which none begins with "#~".
//
// A chain without a key shows what was changed only to somebody who remembers its
// head: keep Journal.Head elsewhere, and give it to Open as the anchor.
package journal
