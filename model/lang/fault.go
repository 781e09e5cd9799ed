package lang

import (
	"fmt"
	"strings"
)

// FaultWords are what can be wrong with a query, a time or what is typed into a form,
// as model/query, model and model/dataset say it in English; %s stands for what they say it of.
type FaultWords struct {
	// Of a query: a field that there is not; fields that lack a value, have another
	// sign or more values than they take; a word beside the list of those there are; a
	// severity.
	NoField, NoValue, Sign, OneValue, NoneOf, Severity string
	// What stands in the wrong place, or nowhere.
	Parenthesis, Quote, Opened, Inside, After, Before, NoLetter, Deep, Long string
	// Of a time: one that is none; a range or a point where the other is asked.
	NotTime, OneTime, Days string
	// An hour that the clocks show twice or never, a day that they skip, and what ends
	// before it begins.
	Twice, Never, Skipped, Backwards string
	// Of what is typed into a form: a word that is none of a list, a figure, a country, a
	// length of time, an address, a time that lies ahead, one that was known before it was,
	// an end before its beginning, and a name of nothing.
	Word, Count, CountText, Country, Span, Address, Ahead, Early, EndsFirst, NoRecord string
	// What to write instead.
	OneOf, Mean, Date, Times, LeftOut, Check string
}

func englishFaults() FaultWords {
	return FaultWords{
		NoField: "there is no field %s", NoValue: "%s has no value", Sign: "%s takes : or =", OneValue: "%s takes one value",
		NoneOf: "%s is none of %s", Severity: "severity is from 1 to 4, such as severity:3, severity>=3 or severity:2..3",
		Parenthesis: "the parenthesis is not closed", Quote: "the quote is not closed", Opened: "nothing was opened that this closes",
		Inside: "nothing stands in the parentheses", After: "nothing stands after %s", Before: "nothing stands before %s",
		NoLetter: "there is no letter and no digit to look for", Deep: "more than %s parentheses or signs stand within each other",
		Long: "a query has at most %s bytes",
		NotTime: `%s is not a time: write 2025-10-26T22:10:00+02:00, 2025-10-26 22:10, 2025-10-26, ` +
			`"2025-11-30 24:00", 2025-10 or A/B`,
		OneTime: "%s takes one time: a range is on:%s", Days: "on: takes a day, a month or a range",
		Twice:     "%s happens twice in %s, where the clocks change: write it with its offset, %s",
		Never:     "%s does not exist in %s, where the clocks change: write it with its offset, %s",
		Skipped:   "there was no %s in %s, where the clocks skipped it",
		Backwards: "%s does not end after it begins",

		Word: "unknown word %s", Count: "want a whole number from %s to %s, got the number %s",
		CountText: "want a whole number from %s to %s, got the text %s", Country: `want a country such as "LT", got the text %s`,
		Span: `want a duration such as "1h30m", at most %s hours, got the text %s`, Address: "want an address with http or https",
		Ahead: "%s lies too far ahead of today, %s", EndsFirst: "ends before it begins", NoRecord: "there is no %s",
		Early: "known before it was so: only measures, deadlines and amendments are announced ahead",
		OneOf: "want one of %s", Mean: "did you mean %s?", Date: "check the date", Times: "check both times",
		LeftOut: "the address is left out", Check: "check %s",
	}
}

// all lists them, in the same order for every language.
func (f FaultWords) all() []string {
	return []string{
		f.NoField, f.NoValue, f.Sign, f.OneValue, f.NoneOf, f.Severity, f.Parenthesis, f.Quote, f.Opened, f.Inside, f.After,
		f.Before, f.NoLetter, f.Deep, f.Long, f.NotTime, f.OneTime, f.Days, f.Twice, f.Never, f.Skipped, f.Backwards,
		f.Word, f.Count, f.CountText, f.Country, f.Span, f.Address, f.Ahead, f.Early, f.EndsFirst, f.NoRecord,
		f.OneOf, f.Mean, f.Date, f.Times, f.LeftOut, f.Check,
	}
}

// Problem says what is wrong with a query or a time. The packages that find it say
// it in English, to whoever asks them; what we do not know stays so.
func (w Words) Problem(english string) string {
	own := w.Faults.all()
	for i, format := range englishFaults().all() {
		if blanks, ok := filled(format, english); ok {
			return fmt.Sprintf(own[i], blanks...)
		}
	}
	return english
}

// Mistake is a problem and what would have been valid in its place, if anything.
func (w Words) Mistake(problem, meant string) string {
	if meant == "" {
		return w.Problem(problem)
	}
	return fmt.Sprintf(w.Log.Meant, w.Problem(problem), meant)
}

// filled gives what stands in the blanks of a format in a text that was made by it.
func filled(format, text string) (blanks []any, ok bool) {
	parts := strings.Split(format, "%s")
	text, ok = strings.CutPrefix(text, parts[0])
	for i, part := range parts[1:] {
		blank, rest, found := strings.Cut(text, part)
		if i == len(parts)-2 {
			blank, found = strings.CutSuffix(text, part)
			rest = ""
		}
		ok = ok && found
		blanks, text = append(blanks, blank), rest
	}
	return blanks, ok && text == ""
}
