package dataset

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"bordertop/model"
)

// pieceLimit is how large a file of Files may grow, in bytes: well below what a
// file to read may have.
const pieceLimit = 1 << 20

// Write writes a dataset as one TOML file in normal form: kinds in the order of
// the design, records by their time and id, fields in one order, every exact time
// with its offset, every other as exactly as it was written. What it writes is read
// back as the same records. It fails, having written nothing, where one file cannot
// hold them: too many, or days by different clocks. Files can.
func Write(w io.Writer, d Dataset) error {
	text, err := written(d, d.Zone, d.Records)
	if err != nil {
		return err
	}
	if f := Guard("", text); f != nil {
		return fmt.Errorf("one file cannot hold all records: %s", f.Problem)
	}
	_, err = w.Write(text)
	return err
}

// Files writes a dataset as Write does, as the contents of as many files as it
// needs: those of one clock together, none larger than can be read.
func Files(d Dataset) ([][]byte, error) {
	var zones []*time.Location
	byZone := map[string][]model.Record{}
	for _, r := range d.Records {
		zone := d.zoneOf(r)
		if _, ok := byZone[zoneName(zone)]; !ok {
			zones = append(zones, zone)
		}
		byZone[zoneName(zone)] = append(byZone[zoneName(zone)], r)
	}
	// What speaks for all stands in the first file.
	slices.SortFunc(zones, func(a, b *time.Location) int {
		switch zoneName(d.Zone) {
		case zoneName(a):
			return -1
		case zoneName(b):
			return 1
		}
		return cmp.Compare(zoneName(a), zoneName(b))
	})
	var out [][]byte
	for _, zone := range zones {
		files, err := filled(d, zone, byZone[zoneName(zone)])
		if err != nil {
			return nil, err
		}
		out = append(out, files...)
	}
	return out, nil
}

// filled writes records of one clock as files of a size that can be read.
func filled(d Dataset, zone *time.Location, records []model.Record) ([][]byte, error) {
	var out [][]byte
	records = inOrder(records)
	for from := 0; from < len(records); {
		size, to := 0, from
		for ; to < len(records) && (to == from || size < pieceLimit); to++ {
			text, err := record(records[to], zone)
			if err != nil {
				return nil, err
			}
			size += len(text)
		}
		text, err := written(d, zone, records[from:to])
		if err != nil {
			return nil, err
		}
		if f := Guard("", text); f != nil {
			return nil, fmt.Errorf("a file of %d records cannot be read back: %s", to-from, f.Problem)
		}
		out = append(out, text)
		from = to
	}
	return out, nil
}

// zoneOf is the clock that the times of a record were read by.
func (d Dataset) zoneOf(r model.Record) *time.Location {
	if p, ok := d.places[r.Head().ID]; ok {
		return p.zone
	}
	return d.Zone
}

func zoneName(zone *time.Location) string {
	if zone == nil {
		return ""
	}
	return zone.String()
}

// written is a file of records, whose times without an offset are by zone.
func written(d Dataset, zone *time.Location, records []model.Record) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("schema = 1\n")
	if !d.Title.Empty() {
		b.WriteString("title = " + quoted(d.Title.String()) + "\n")
	}
	if zone != nil {
		b.WriteString("timezone = " + quoted(zone.String()) + "\n")
	}
	if len(d.Zones) > 0 {
		clocks := make([]string, len(d.Zones))
		for i, c := range d.Zones {
			clocks[i] = "{ name = " + quoted(c.Name.String()) + ", zone = " + quoted(zoneName(c.Zone)) + " }"
		}
		b.WriteString("zones = [" + strings.Join(clocks, ", ") + "]\n")
	}
	for _, r := range inOrder(records) {
		text, err := record(r, zone)
		if err != nil {
			return nil, err
		}
		b.WriteString("\n" + text)
	}
	return b.Bytes(), nil
}

// inOrder gives the records in normal order.
func inOrder(records []model.Record) []model.Record {
	records = slices.Clone(records)
	kinds := model.Kinds()
	slices.SortFunc(records, func(a, b model.Record) int {
		return cmp.Or(cmp.Compare(slices.Index(kinds, a.Kind()), slices.Index(kinds, b.Kind())), a.Own().Compare(b.Own()),
			cmp.Compare(a.Head().ID, b.Head().ID))
	})
	return records
}

// record is the table of a record.
func record(r model.Record, zone *time.Location) (string, error) {
	var b strings.Builder
	b.WriteString("[[" + string(r.Kind()) + "]]\n")
	for _, f := range ordered(model.Fields(r)) {
		text, err := encode(f.Value.Interface(), zone)
		switch {
		case err != nil:
			return "", fmt.Errorf("%s %s: %s: %w", r.Kind(), r.Head().ID, f.Name, err)
		case text != "":
			b.WriteString(f.Name + " = " + text + "\n")
		}
	}
	return b.String(), nil
}

// ordered puts the id first, and what all records have last.
func ordered(fields []model.Field) []model.Field {
	last := []string{"known", "confidence", "note", "sources"}
	rank := func(f model.Field) int {
		if f.Name == "id" {
			return -2
		}
		return slices.Index(last, f.Name)
	}
	slices.SortStableFunc(fields, func(a, b model.Field) int { return cmp.Compare(rank(a), rank(b)) })
	return fields
}
