package permit

import (
	"slices"
	"strings"

	"bordertop/model"
)

// nation is a country, or a union of countries, by the words that records have for
// it. Members are those of a union.
type nation struct {
	code            model.Country
	noun, adjective string
	members         []model.Country
}

// holds tells whether a country is the nation, or one of its members.
func (n nation) holds(c model.Country) bool { return n.code == c || slices.Contains(n.members, c) }

// nations are the words that a record takes for granted that its readers know. An
// adjective that begins like the noun is not listed: "Lithuanian" is of Lithuania.
func nations() []nation {
	eu := strings.Fields("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK")
	nato := strings.Fields("AL BE BG CA CZ DE DK EE ES FI FR GB GR HR HU IS IT LT LU LV ME MK NL NO PL PT RO SE SI SK TR US")
	out := []nation{
		{code: "EU", noun: "european union", members: countries(eu)},
		{code: "EEA", noun: "european economic area", members: countries(append(slices.Clone(eu), "EU", "IS", "LI", "NO"))},
		{code: "EFTA", members: countries([]string{"CH", "IS", "LI", "NO"})},
		{code: "NATO", members: countries(nato)},
	}
	for line := range strings.Lines(named) {
		fields := strings.Split(strings.TrimSpace(line), ",")
		n := nation{code: model.Country(fields[0]), noun: fields[1]}
		if len(fields) > 2 {
			n.adjective = fields[2]
		}
		out = append(out, n)
	}
	return out
}

func countries(codes []string) []model.Country {
	out := make([]model.Country, len(codes))
	for i, c := range codes {
		out[i] = model.Country(c)
	}
	return out
}

// named are countries with their nouns and irregular adjectives; of a name of two
// words the one that no other name has.
const named = `AD,andorra
AL,albania
AM,armenia
AT,austria
AZ,azerbaijan
BA,bosnia
BE,belgium,belgian
BG,bulgaria
BY,belarus
CA,canada,canadian
CH,switzerland,swiss
CN,china,chinese
CY,cyprus,cypriot
CZ,czechia,czech
DE,germany,german
DK,denmark,danish
EE,estonia
ES,spain,spanish
FI,finland,finnish
FR,france,french
GB,britain,british
GE,georgia
GR,greece,greek
HR,croatia
HU,hungary,hungarian
IE,ireland,irish
IS,iceland
IT,italy,italian
KZ,kazakhstan,kazakh
LI,liechtenstein
LT,lithuania
LU,luxembourg
LV,latvia
MC,monaco
MD,moldova
ME,montenegro
MK,macedonia
MT,malta,maltese
NL,netherlands,dutch
NO,norway,norwegian
PL,poland,polish
PT,portugal,portuguese
RO,romania
RS,serbia
RU,russia
SE,sweden,swedish
SI,slovenia
SK,slovakia,slovak
SM,marino
TR,turkey,turkish
UA,ukraine,ukrainian
US,america
VA,holy,vatican`

// spelled finds the nation that a word names. As written in a text a code stands in
// capitals, for "by" and "it" are words as well. Adjective tells how it is named.
func spelled(all []nation, word string, text bool) (n nation, adjective, ok bool) {
	lower := strings.ToLower(word)
	for _, n := range all {
		switch {
		case text && word == string(n.code), !text && lower == strings.ToLower(string(n.code)):
			return n, true, true
		case n.noun != "" && lower == n.noun:
			return n, false, true
		case n.adjective != "" && (lower == n.adjective || lower == n.adjective+"s"):
			return n, true, true
		case n.adjective == "" && n.noun != "" && derived(lower, n.noun):
			return n, true, true
		}
	}
	return nation{}, false, false
}

// derived tells whether a word is the regular adjective of a country: "Lithuanian",
// "Belarusian", "Estonians".
func derived(word, noun string) bool {
	word = strings.TrimSuffix(word, "s")
	return len(noun) > 4 && (word == noun+"n" || word == noun+"ian" || word == noun+"an" || word == strings.TrimSuffix(noun, "a")+"ian")
}
