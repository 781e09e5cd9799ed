package lang

import "bordertop/model"

// Plural is a message by the grammatical number of what it counts (the CLDR
// plural categories), each with %s for the number. English has One and Other.
type Plural struct{ One, Few, Many, Other string }

// Of gives the words of a language; what it does not say is in English.
func Of(model.Lang) Words { return English() }
