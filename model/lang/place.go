package lang

import (
	"maps"
	"strings"

	"bordertop/model"
	"bordertop/model/clean"
)

func (w Words) englishPlaces() {
	w.countries = map[model.Country]string{
		"AL": "Albania", "AM": "Armenia", "AT": "Austria", "AZ": "Azerbaijan", "BA": "Bosnia and Herzegovina", "BE": "Belgium",
		"BG": "Bulgaria", "BY": "Belarus", "CH": "Switzerland", "CN": "China", "CZ": "Czechia", "DE": "Germany", "DK": "Denmark",
		"EE": "Estonia", "ES": "Spain", "FI": "Finland", "FR": "France", "GB": "United Kingdom", "GE": "Georgia", "GR": "Greece",
		"HR": "Croatia", "HU": "Hungary", "IE": "Ireland", "IT": "Italy", "KZ": "Kazakhstan", "LT": "Lithuania", "LV": "Latvia",
		"MD": "Moldova", "ME": "Montenegro", "MK": "North Macedonia", "MX": "Mexico", "NL": "Netherlands", "NO": "Norway",
		"PL": "Poland", "PT": "Portugal", "RO": "Romania", "RS": "Serbia", "RU": "Russia", "SE": "Sweden", "SI": "Slovenia",
		"SK": "Slovakia", "TR": "Turkey", "UA": "Ukraine", "US": "United States",
	}
	w.english = maps.Clone(w.countries)
	w.sides = map[string]string{"carriers": "carriers", "media": "media", "European Union": "European Union"}
}

// Country names a country; its code where we have no name for it.
func (w Words) Country(c model.Country) string {
	if name := w.countries[c]; name != "" {
		return name
	}
	return string(c)
}

// Names tells whether a text is the name or the code of a country. Datasets name
// countries in English, whatever the language of the words.
func (w Words) Names(c model.Country, text string) bool {
	return c != "" && (strings.EqualFold(text, string(c)) || strings.EqualFold(text, w.Country(c)) || strings.EqualFold(text, w.english[c]))
}

// Mentioned gives which of some countries a text names first, such as the author
// of a measure; "" where it names none.
func (w Words) Mentioned(text string, among []model.Country) model.Country {
	var found model.Country
	first := len(text)
	for _, c := range among {
		for _, name := range []string{w.Country(c), w.english[c]} {
			if i := strings.Index(text, name); name != "" && i >= 0 && i < first {
				found, first = c, i
			}
		}
	}
	return found
}

// Side names a side that a dataset names in its own words; by those where we have
// no others.
func (w Words) Side(text string) string {
	if name := w.sides[text]; name != "" {
		return name
	}
	for c, name := range w.english {
		if name == text {
			return w.Country(c)
		}
	}
	return text
}

// NameOf picks the name in the language of the words; the fallback where there is
// none.
func (w Words) NameOf(names []model.Name, fallback clean.Text) string {
	for _, n := range names {
		if n.Lang == w.lang && !n.Text.Empty() {
			return n.Text.String()
		}
	}
	return fallback.String()
}

// dash parts the two names of a crossing in a text that has both.
const dash = " – "

// Crossing gives the names of a crossing on its near and on its far side; far is
// empty where that has none. A dataset gives one name for each language: of both
// sides, or in the language of a side of that alone.
func (w Words) Crossing(c *model.Crossing) (near, far string) {
	near, far = c.Name.String(), c.Counterpart.String()
	name := w.NameOf(c.Names, clean.Text{})
	before, after, both := strings.Cut(name, dash)
	switch {
	case name == "":
	case both:
		return before, after
	case len(c.Countries) > 1 && w.spoken(c.Countries[1]):
		far = name
	default:
		near = name
	}
	return near, far
}

// spoken tells whether the language of the words is the first of a country.
func (w Words) spoken(c model.Country) bool {
	switch c {
	case "LT":
		return w.lang == model.Lithuanian
	case "PL":
		return w.lang == model.Polish
	case "RU":
		return w.lang == model.Russian
	case "BY":
		return w.lang == model.Belarusian
	case "UA":
		return w.lang == model.Ukrainian
	}
	return false
}
