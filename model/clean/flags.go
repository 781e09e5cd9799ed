package clean

// Flags says what was done to a text, or what is odd about it. It describes the raw text, so cleaning a cleaned
// text again gives fewer flags.
type Flags uint16

// What Flags can hold.
const (
	Control   Flags = 1 << iota // control characters, now U+FFFD, or line breaks that only a terminal knows
	Bidi                        // characters that turn the direction of what follows, dropped
	Invisible                   // characters that take no ink, dropped
	Marks                       // more marks than the three a letter may carry, or marks on nothing, dropped
	Private                     // private use, unassigned and non-characters, now U+FFFD
	Glyph                       // glyphs that the screen draws with, now a middle dot
	Width                       // flags, skin tones, and what terminals measure differently
	Mixed                       // two look-alike scripts inside one word, left as they are
	RTL                         // letters written from right to left, left as they are
	Cut                         // the end is missing, because the text was longer than its cap
	Encoding                    // bytes that are not UTF-8, now U+FFFD, or a U+FFFD that came with the text
)

// Words says the flags in words for a person, in a fixed order; nil means that there are none.
func (f Flags) Words() []string {
	var words []string
	for _, name := range []struct {
		flag Flags
		word string
	}{
		{Control, "control characters"},
		{Bidi, "direction controls"},
		{Invisible, "invisible characters"},
		{Marks, "stacked marks"},
		{Private, "private or unassigned characters"},
		{Glyph, "drawing signs"},
		{Width, "uncertain width"},
		{Mixed, "mixed script"},
		{RTL, "right-to-left"},
		{Cut, "cut"},
		{Encoding, "broken encoding"},
	} {
		if f&name.flag != 0 {
			words = append(words, name.word)
		}
	}
	return words
}
