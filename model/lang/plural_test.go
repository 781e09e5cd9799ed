package lang_test

import (
	"testing"

	"bordertop/model"
	"bordertop/model/lang"
)

func TestNumbersAskForTheirForm(t *testing.T) {
	t.Parallel()
	p := lang.Plural{One: "one", Few: "few", Many: "many", Other: "other"}
	numbers := []string{"0", "1", "2", "5", "10", "11", "12", "21", "22", "101", "111", "1000", "10000001", "-1", "1.5", "1.0"}
	for l, forms := range map[model.Lang][]string{
		model.English: {
			"other", "one", "other", "other", "other", "other", "other", "other", "other", "other", "other", "other", "other", "one", "other", "other",
		},
		model.Lithuanian: {
			"other", "one", "few", "few", "other", "other", "other", "one", "few", "one", "other", "other", "one", "one", "many", "one",
		},
		model.Polish: {
			"many", "one", "few", "many", "many", "many", "many", "many", "few", "many", "many", "many", "many", "one", "other", "other",
		},
		model.Russian: {
			"many", "one", "few", "many", "many", "many", "many", "one", "few", "one", "many", "many", "one", "one", "other", "other",
		},
		model.Belarusian: {
			"many", "one", "few", "many", "many", "many", "many", "one", "few", "one", "many", "many", "one", "one", "other", "one",
		},
		model.Ukrainian: {
			"many", "one", "few", "many", "many", "many", "many", "one", "few", "one", "many", "many", "one", "one", "other", "other",
		},
	} {
		w := lang.Of(l)
		for i, number := range numbers {
			if got := w.Form(p, number); got != forms[i] {
				t.Errorf("%s: %s is %q, want %q", l, number, got, forms[i])
			}
		}
	}
}

// TestEnglishMessagesCountInEnglish holds that what a language does not say is not
// counted by its rules: 21 is one in Russian.
func TestEnglishMessagesCountInEnglish(t *testing.T) {
	t.Parallel()
	if got, want := lang.Of(model.Russian).ClaimCount(21), "21 claims"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestLithuanianCounts(t *testing.T) {
	t.Parallel()
	w := lang.Of(model.Lithuanian)
	for n, want := range map[int]string{
		0: "0 teiginių", 1: "1 teiginys", 2: "2 teiginiai", 10: "10 teiginių", 11: "11 teiginių", 21: "21 teiginys", 1101: "1 101 teiginys",
	} {
		if got := w.ClaimCount(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
	if got, want := w.MayPass(11), "praleidžiama 11 grupių"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := w.Exported(3, "a.csv"), "3 įrašai įrašyti į a.csv"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
