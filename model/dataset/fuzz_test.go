package dataset_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"bordertop/model/dataset"
)

// pieces are what the generators of bad TOML are made of.
func pieces() []string {
	return []string{
		"[", "]", "{", "}", "[[", "]]", "=", ".", ",", "\n", "\r\n", " ", "\t", "#", `"`, "'", `"""`, "'''", `""`, `\`, `\"`, `\\`, `\n`,
		"a", "b.c", "x = ", "1", "-1", "1.5", "nan", "inf", "true", "2025-10-26", "2025-10-26T03:30:00", "12:00:00", "0x7", "é", "\u202e", "\u009b",
		"[[incident]]\n", "id = ", "at = ", "set = { ", "\"i-1\"", "\x00", "\x1b", "\xff", "\r", "\ufeff",
	}
}

// seed adds the files of the tests but the large ones, which take the fuzzer
// long to cut down.
func seed(f *testing.F) {
	f.Helper()
	for _, text := range hostile(f) {
		if len(text) < 10_000 {
			f.Add(text)
		}
	}
	f.Add(sample(f))
}

func FuzzGuard(f *testing.F) {
	seed(f)
	f.Add(`a = ["""\\"""""", [[[[[[[[[[`)
	f.Add("a = {\n# }\nb.c = '''\n'''''\n, d = \"\\\"}\" }\n[[x . \"y\"]]")
	f.Fuzz(guarded)
}

func TestTheGuardReadsNoLessThanTheParser(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	all := pieces()
	parsed := 0
	for range 20_000 {
		var b strings.Builder
		// Most of what begins with a value in brackets gets past the first key.
		b.WriteString([]string{"", "a = ", "a = [", "a = {", `a = ["""`, "a = ['''"}[random.IntN(6)])
		for range random.IntN(24) {
			b.WriteString(all[random.IntN(len(all))])
		}
		if guarded(t, b.String()); toml.Unmarshal([]byte(b.String()), &map[string]any{}) == nil {
			parsed++
		}
	}
	if parsed < 200 {
		t.Errorf("only %d of the random files were TOML", parsed)
	}
}

// guarded fails where the parser finds in a file more than the guard did, or
// where the guard refuses ordinary TOML.
func guarded(t *testing.T, text string) {
	t.Helper()
	fault := dataset.Guard("f.toml", []byte(text))
	if fault != nil {
		if !printable(fault.Error()) {
			t.Errorf("an indecent fault: %q", fault.Error())
		}
		return
	}
	var tree any
	if err := toml.Unmarshal([]byte(text), &tree); err != nil {
		return
	}
	if deep := depth(tree); deep > 8*5 {
		t.Errorf("the guard lets through what is %d deep: %q", deep, text)
	}
	_, faults := read(options(), "f.toml", text)
	for _, f := range faults {
		if strings.Contains(f.Problem, "differently") {
			t.Errorf("the guard and the parser do not see the same keys in %q", text)
		}
	}
}

// depth counts the tables and lists that enclose each other.
func depth(v any) int {
	deepest := 0
	switch v := v.(type) {
	case map[string]any:
		for _, v := range v {
			deepest = max(deepest, 1+depth(v))
		}
	case []map[string]any:
		for _, v := range v {
			deepest = max(deepest, 1+depth(v))
		}
	case []any:
		for _, v := range v {
			deepest = max(deepest, 1+depth(v))
		}
	}
	return deepest
}

func FuzzDecode(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, text string) {
		d, faults := read(options(), "f.toml", text)
		decent(t, d, faults)
	})
}

func TestMutationsAreReadWholeOrNotAtAll(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 4))
	text := sample(t)
	read1, refused := 0, 0
	for range 2_000 {
		mutant := text
		for range 1 + random.IntN(3) {
			mutant = mutate(random, mutant)
		}
		d, faults := read(options(), "f.toml", mutant)
		decent(t, d, faults)
		if faults.Err() != nil {
			refused++
		} else {
			read1++
		}
	}
	if read1 < 100 || refused < 100 {
		t.Errorf("%d read and %d refused: the mutations try too little", read1, refused)
	}
}

// mutate changes a file in one place.
func mutate(random *rand.Rand, s string) string {
	all := pieces()
	from := random.IntN(len(s))
	to := min(len(s), from+random.IntN(40))
	switch random.IntN(5) {
	case 0:
		return s[:from] + s[to:]
	case 1:
		return s[:to] + s[from:]
	case 2:
		return s[:from] + all[random.IntN(len(all))] + s[from:]
	case 3:
		return s[:from] + string(rune(random.IntN(0x300))) + s[min(len(s), from+1):]
	}
	lines := strings.SplitAfter(s, "\n")
	a, b := random.IntN(len(lines)), random.IntN(len(lines))
	lines[a], lines[b] = lines[b], lines[a]
	return strings.Join(lines, "")
}
