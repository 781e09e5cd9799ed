package clean_test

import (
	"strings"
	"testing"

	"bordertop/model/clean"
)

// BenchmarkClean shows the speed on ordinary text, which every start of the program pays for, and on text that needs
// each rule.
func BenchmarkClean(b *testing.B) {
	for name, text := range map[string]string{
		"ascii":      "The government closed both crossings until 30 November, 24:00. ",
		"lithuanian": "Vyriausybė uždarė abu pasienio kontrolės punktus iki lapkričio 30 d. ",
		"cyrillic":   "Правительство закрыло оба пункта пропуска «Каменный Лог» и «Бенякони». ",
		"decomposed": "Vyriausybe\u0307 uz\u030Cdare\u0307 abu pasienio kontrole\u0307s punktus. ",
		"hostile":    "\x1b]0;x\x07\u202Ea\u0301\u0301\u0301\u0301👨‍👩‍👧🇱🇹क्ष\xff\u00A0●",
		"breaks":     "Один абзац.\n\nДругой абзац.\n",
	} {
		raw := strings.TrimSpace(strings.Repeat(text, 4000/len(text)))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(raw)))
			b.ReportAllocs()
			for b.Loop() {
				clean.Body(raw)
			}
		})
	}
}
