package dataset_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"unsafe"

	"bordertop/model"
	"bordertop/model/dataset"
)

// A record that holds its text as parts of the file keeps the whole in memory.
func TestTheFewRecordsOfALongFileHoldTextOfTheirOwn(t *testing.T) {
	t.Parallel()
	for incidents, own := range map[int]bool{1: false, 2500: true} {
		var b strings.Builder
		b.WriteString("timezone = \"UTC\"\n[[crossing]]\nid = \"m\"\nname = \"Medininkai\"\naliases = [\"Kamenny\"]\n[crossing.names]\nru = \"Мядининкай\"\n")
		for i := range incidents {
			fmt.Fprintf(&b, "[[incident]]\nid = \"i-%d\"\nat = 2025-11-10\ntitle = \"Fog\"\n", i)
		}
		text := b.String()
		d, faults := dataset.Read(fstest.MapFS{"a.toml": {Data: []byte(text)}}, []string{"a.toml"}, dataset.Options{})
		if err := faults.Err(); err != nil {
			t.Fatal(err)
		}
		c, ok := d.Records[0].(*model.Crossing)
		if !ok || c.Name.String() != "Medininkai" || c.Aliases[0].String() != "Kamenny" || c.Names[0].Lang != "ru" {
			t.Fatalf("the crossing is %+v", d.Records[0])
		}
		for _, word := range []string{c.Aliases[0].String(), string(c.Names[0].Lang), c.Names[0].Text.String()} {
			if got := !partOf(text, c.Name.String(), word); got != own {
				t.Errorf("with %d incidents %q has memory of its own: %t, want %t", incidents, word, got, own)
			}
		}
	}
}

// partOf tells whether two parts of a text are as far from each other in memory
// as they are in it.
func partOf(text, a, b string) bool {
	from, to := uintptr(unsafe.Pointer(unsafe.StringData(a))), uintptr(unsafe.Pointer(unsafe.StringData(b)))
	return to-from == uintptr(strings.Index(text, b)-strings.Index(text, a))
}
