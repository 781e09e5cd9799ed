package dataset_test

import (
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

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

// BenchmarkPeak reads a long log and tells how much memory that takes at most, and
// how much its records hold on to.
func BenchmarkPeak(b *testing.B) {
	files, names := incidents(100_000)
	var peak, kept uint64
	for b.Loop() {
		runtime.GC()
		done, top := make(chan struct{}), make(chan uint64)
		go func() {
			var m runtime.MemStats
			most := uint64(0)
			for {
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapAlloc)
				select {
				case <-done:
					top <- most
					return
				case <-time.After(5 * time.Millisecond):
				}
			}
		}()
		d, faults := dataset.Read(files, names, options())
		close(done)
		peak = max(peak, <-top)
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		kept = m.HeapAlloc
		if len(faults) > 0 || len(d.Records) != 100_001 {
			b.Fatalf("%d records, faults: %v", len(d.Records), faults)
		}
	}
	b.ReportMetric(float64(peak>>20), "peak-MiB")
	b.ReportMetric(float64(kept>>20), "kept-MiB")
}
