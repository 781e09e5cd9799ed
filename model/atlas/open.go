package atlas

import (
	"io"
	"os"

	"bordertop/model/dataset"
)

// Open reads a GeoJSON file. There is one fault at most, and no atlas then.
func Open(path string) (*Atlas, dataset.Faults) {
	f, err := os.Open(path)
	if err != nil {
		return nil, dataset.Faults{dataset.Unreadable(path, err)}
	}
	defer f.Close() //nolint:errcheck // it was only read
	if info, err := f.Stat(); err == nil && !info.Mode().IsRegular() {
		return nil, fault(path, dataset.Fault{Problem: "not an ordinary file", Remedy: "name a GeoJSON file"})
	}
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, dataset.Faults{dataset.Unreadable(path, err)}
	}
	return Decode(path, data)
}
