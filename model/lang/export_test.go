package lang

import "bordertop/model"

// Catalogue gives the text of a catalogue, Lay lays it over the words, and Each
// goes through all messages, for the tests of catalogues.
func Catalogue(l model.Lang) ([]byte, error) {
	return catalogues.ReadFile("catalogue/" + string(l) + ".toml")
}

// Lay lays a catalogue over the words.
func (w Words) Lay(l model.Lang, raw []byte) error { return w.lay(l, raw) }

// Each goes through all messages.
func (w Words) Each(put func(key, text string) string) { w.each(put) }

// Form gives the form of a message for a decimal number.
func (w Words) Form(p Plural, number string) string { return w.form(p, number) }

// Flatten names each value of a tree by the way to it.
func Flatten(tree map[string]any) map[string]string {
	into := make(map[string]string)
	flatten("", tree, into)
	return into
}

// Terms gives the maps of words, by their names in catalogues.
func (w Words) Terms() map[string]any { return w.terms() }
