package dataset_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bordertop/model/dataset"
)

// apart puts so long a comment before each list of tables that the file is parsed
// in pieces, one for each, and means what it meant.
func apart(text string) string {
	comment := "\n# " + strings.Repeat(strings.Repeat("-", 99)+"\n# ", 340)
	return strings.ReplaceAll(text, "\n[[", comment+"\n[[")
}

// together fails where a file is read otherwise in pieces than as a whole. The
// lines of its faults are others.
func together(t *testing.T, text string) dataset.Faults {
	t.Helper()
	whole, faults := read(options(), "f.toml", text)
	pieces, more := read(options(), "f.toml", apart(text))
	if diff := cmp.Diff(whole.Records, pieces.Records, compared()); diff != "" {
		t.Errorf("records (-whole +pieces):\n%s\nof %q", diff, text)
	}
	if diff := cmp.Diff(problems(faults), problems(more)); diff != "" {
		t.Errorf("faults (-whole +pieces):\n%s\nof %q", diff, text)
	}
	return faults
}

func problems(faults dataset.Faults) []string {
	out := make([]string, len(faults))
	for i, f := range faults {
		out[i] = f.Key + ": " + f.Problem
	}
	return out
}

func TestAFileInPiecesMeansWhatItDoesAsAWhole(t *testing.T) {
	t.Parallel()
	const a, b = "\n[[place]]\nid = \"a\"\nname = \"A\"\nkind = \"city\"\n", "\n[[place]]\nid = \"b\"\nname = \"B\"\nkind = \"city\"\n"
	for name, text := range map[string]string{
		"lists of records":                   a + b,
		"a list above that more tables join": "place = [{ id = \"c\", name = \"C\", kind = \"city\" }]\n" + a + b,
		"a value above of the same name":     "place = 5\n" + a + b,
		"a table between of the same name":   a + "[place.x]\ny = 1\n" + b + "[place.x]\ny = 2\n",
		"a table for the last of a list":     a + "\n[[source]]\nid = \"s\"\npublisher = \"S\"\n[place.x]\ny = 1\n",
		"a table twice":                      "[x]\ny = 1\n" + a + "[x]\nz = 1\n" + b,
		"tables of tables":                   "[x.y]\nz = 1\n" + a + "[x]\nv = 1\n" + b,
		"a list of another kind":             a + "\n[[x]]\ny = 1\n" + b + "\n[[x]]\ny = 2\n",
		"a fault at the end":                 a + b + "kind = \n",
		"a key twice":                        a + b + "kind = \"city\"\n",
		"what looks like a header in a text": a + "note = '''\n [[place]]\n'''\n" + b,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_ = together(t, text)
		})
	}
}

func TestMutantsInPiecesMeanWhatTheyDoAsAWhole(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(5, 7))
	text := sample(t)
	refused := 0
	for range 100 {
		mutant := text
		for range random.IntN(3) {
			mutant = mutate(random, mutant)
		}
		if together(t, mutant).Err() != nil {
			refused++
		}
	}
	if refused < 10 || refused > 90 {
		t.Errorf("%d of 100 were refused: the mutations try too little", refused)
	}
}

func TestAFaultInALaterPieceIsToldWhereItStands(t *testing.T) {
	t.Parallel()
	text := apart(sample(t)) + "\nkind = \n"
	_, faults := read(options(), "f.toml", text)
	if want := strings.Count(text, "\n"); len(faults) != 1 || faults[0].Line != want {
		t.Errorf("got %v, want a fault in line %d", faults, want)
	}
}
