package draw_test

import (
	"testing"

	"github.com/charmbracelet/x/ansi"

	"bordertop/ui/draw"
)

func TestASCIIStaysLegibleAndAsWide(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Šalčininkai – Benyakoni…":        "Salcininkai - Benyakoni~",
		"Мядининкай – Каменный Лог":       "Madininkai - Kamennyi Log",
		"Каменны Лог, Ўзда":               "Kamenny Log, Uzda",
		"ЩЁЇЄҐ'Ь съезд, Юрій":             "SEIEG'' s'ezd, Urii",
		"\x1b[1mЗАКРЫТО\x1b[0m „iki“ 5 €": "\x1b[1mZAKRYTO\x1b[0m \"iki\" 5 E",
		"国境 ok": "???? ok",
	} {
		got := draw.ASCII(text)
		if got != want || ansi.StringWidth(got) != ansi.StringWidth(text) {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
