package dataset_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"bordertop/model/dataset"
)

// incidents makes a dataset of n incidents, in files as large as files may be.
func incidents(n int) (fstest.MapFS, []string) {
	const most = 12_000
	files, names := fstest.MapFS{}, []string(nil)
	for first := 0; first < n; first += most {
		b := new(strings.Builder)
		b.WriteString("schema = 1\ntimezone = \"Europe/Vilnius\"\n")
		if first == 0 {
			b.WriteString("[[crossing]]\nid = \"medininkai\"\nname = \"Medininkai\"\n")
		}
		for i := first; i < min(n, first+most); i++ {
			fmt.Fprintf(b, `
[[incident]]
id = "i-%d"
at = 2025-10-%02dT%02d:30:00+03:00
category = "balloons"
severity = %d
crossings = ["medininkai"]
where = "Šalčininkai"
title = "Balloons over the border"
summary = "Smugglers' balloons were seen near Šalčininkai; flights of %d passengers were delayed."
`, i, 1+i%20, i%24, 1+i%4, i)
		}
		name := strconv.Itoa(100_000+first) + ".toml"
		files[name] = &fstest.MapFile{Data: []byte(b.String())}
		names = append(names, name)
	}
	return files, names
}

func BenchmarkDecode(b *testing.B) {
	for _, n := range []int{100, 10_000, 100_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			files, names := incidents(n)
			b.ReportAllocs()
			for b.Loop() {
				if d, faults := dataset.Read(files, names, options()); len(faults) > 0 || len(d.Records) != n+1 {
					b.Fatalf("%d records, faults: %v", len(d.Records), faults)
				}
			}
		})
	}
}

func BenchmarkEmbedded(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, faults := dataset.Embedded(options()); faults.Err() != nil {
			b.Fatal(faults)
		}
	}
}
