package dataset_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/dataset"
)

// count is a record whose time is x.
func count(x string) string { return "[[count]]\nid = \"c\"\nat = " + x + "\n" }

func TestTimesAreByTheClocksOfTheDataset(t *testing.T) {
	t.Parallel()
	utc := func(month time.Month, day, hour, minute int) model.Moment {
		return model.Exactly(time.Date(2025, month, day, hour, minute, 0, 0, time.UTC))
	}
	vilnius := zone("Europe/Vilnius")
	for name, tt := range map[string]struct {
		at   string
		want model.Moment
	}{
		"in summer":             {"2025-10-26 02:30:00", model.Exactly(utc(10, 25, 23, 30).First().In(vilnius))},
		"in winter":             {"2025-10-26T22:10:00", model.Exactly(utc(10, 26, 20, 10).First().In(vilnius))},
		"in quotes":             {`"2025-10-26 22:10"`, model.Exactly(utc(10, 26, 20, 10).First().In(vilnius))},
		"with an offset":        {"2025-10-26T03:30:00+03:00", model.Exactly(time.Date(2025, 10, 26, 3, 30, 0, 0, time.FixedZone("", 3*60*60)))},
		"in UTC":                {"2025-10-26T00:30:00Z", utc(10, 26, 0, 30)},
		"a day":                 {"2025-10-26", model.DayOf(2025, 10, 26, vilnius)},
		"a day in quotes":       {`"2025-10-26"`, model.DayOf(2025, 10, 26, vilnius)},
		"a month":               {`"2025-10"`, model.MonthOf(2025, 10, vilnius)},
		"the end of a day":      {`"2025-10-26 24:00"`, model.EndOfDay(2025, 10, 26, vilnius)},
		"the end of a long day": {`"2025-10-25 24:00"`, model.EndOfDay(2025, 10, 25, vilnius)},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, faults := read(options(), "f.toml", zoned+count(tt.at))
			if len(faults) > 0 {
				t.Fatal(faults)
			}
			if got := d.Records[0].Own(); got != tt.want {
				t.Errorf("%s is %v, want %v", tt.at, got, tt.want)
			}
		})
	}
}

func TestDoubtfulTimesAreToldOf(t *testing.T) {
	t.Parallel()
	const noZone = "a time without an offset needs a timezone: declare one at the head of the file, or write the offset"
	for name, tt := range map[string]struct{ in, want string }{
		"a local time where no zone is declared": {count("2026-07-01T12:00:00"), "f.toml:3:1: count.at: " + noZone},
		"a day where no zone is declared":        {count("2026-07-01"), "f.toml:3:1: count.at: " + noZone},
		"a text where no zone is declared":       {count(`"2026-07-01 12:00"`), "f.toml:3:1: count.at: " + noZone},
		"a time of day":                          {zoned + count("12:00:00"), "f.toml:4:1: count.at: a time of day needs its date: write 2025-10-26T22:10:00+02:00"},
		"a number":                               {zoned + count("2025"), "f.toml:4:1: count.at: want a time, got the number 2025: write 2025-10-26T22:10:00+02:00"},
		"an hour that happens twice": {
			zoned + count("2025-10-26 03:30:00"),
			"f.toml:4:1: count.at: 2025-10-26 03:30 happens twice in Europe/Vilnius, where the clocks change: write it with its offset, +03:00 or +02:00",
		},
		"an hour that is skipped": {
			zoned + count("2026-03-29 03:30:00"),
			"f.toml:4:1: count.at: 2026-03-29 03:30 does not exist in Europe/Vilnius, where the clocks change: write it with its offset, +02:00 or +03:00",
		},
		"a skipped hour with an offset": {
			zoned + count("2026-03-29T03:30:00+02:00"),
			"f.toml:4:1: warning: count.at: 2026-03-29 03:30 does not exist in Europe/Vilnius, where it was 04:30 then; check the hour and the offset",
		},
		"a skipped hour where no zone is declared": {
			count("2026-03-29T03:30:00+02:00"),
			"f.toml:3:1: warning: count.at: 2026-03-29 03:30 does not exist in Europe/Vilnius, where it was 04:30 then; check the hour and the offset",
		},
		"an hour that only one of the clocks skips": {
			zoned + "zones = [{ name = \"Minsk\", zone = \"Europe/Minsk\" }]\n" + count("2026-03-29T03:30:00+03:00"), "",
		},
		"a skipped hour in UTC":   {zoned + count("2026-03-29T03:30:00Z"), ""},
		"an offset of nowhere":    {count("2026-03-29T03:30:00+15:00"), "f.toml:3:1: count.at: no place keeps such an offset; check the offset"},
		"the year 0":              {count("0000-01-01T00:00:00Z"), "f.toml:3:1: count.at: the year 0 is not meant; check the year"},
		"the last century":        {count("1999-01-01T00:00:00Z"), "f.toml:3:1: warning: count.at: the year 1999 is long past; check the year"},
		"a clock that runs ahead": {count("2026-11-23T12:04:00Z"), ""},
		"a claim of tomorrow": {
			count("2026-11-24T12:00:00Z"), "f.toml:3:1: warning: count.at: 2026-11-24 lies too far ahead of today, 2026-11-23; check the date",
		},
		"an act of next year": {"[[measure]]\nid = \"m\"\nkind = \"ban\"\nfrom = 2027-11-01T00:00:00Z\nuntil = 2040-01-01T00:00:00Z", ""},
		"an act of years ahead": {
			"[[measure]]\nid = \"m\"\nkind = \"ban\"\nfrom = 2028-01-01T00:00:00Z",
			"f.toml:4:1: warning: measure.from: 2028-01-01 lies too far ahead of today, 2026-11-23; check the date",
		},
		"an end in a thousand years": {
			"[[measure]]\nid = \"m\"\nkind = \"ban\"\nfrom = 2025-11-01T00:00:00Z\nuntil = 3025-01-01T00:00:00Z",
			"f.toml:5:1: warning: measure.until: 3025-01-01 lies too far ahead of today, 2026-11-23; check the date",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, faults := read(options(), "f.toml", tt.in)
			if got := faults.Error(); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestWithoutAPresentNothingLiesAhead(t *testing.T) {
	t.Parallel()
	if _, faults := read(dataset.Options{}, "f.toml", count("9999-12-31T23:59:59Z")); len(faults) > 0 {
		t.Error(faults)
	}
}

// The parser learns the machine's zone as the program starts, so each zone needs
// a process of its own.
func TestTheMachinesZoneDoesNotMatter(t *testing.T) {
	t.Parallel()
	if os.Getenv("BORDERTOP_TEST_CHILD") != "" {
		d, faults := read(options(), "sample.toml", sample(t))
		for _, r := range d.Records {
			t.Log("read", r.Head().ID, r.Own(), r.Head().Known)
		}
		t.Log("read", faults)
		return
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	first := ""
	for _, tz := range []string{"UTC", "Europe/Vilnius", "Europe/Minsk", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati"} {
		c := exec.CommandContext(t.Context(), self, "-test.run=^TestTheMachinesZoneDoesNotMatter$", "-test.v")
		c.Env = append(os.Environ(), "BORDERTOP_TEST_CHILD=1", "TZ="+tz)
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", tz, err, out)
		}
		_, got, _ := strings.Cut(string(out), "read ")
		got, _, _ = strings.Cut(got, "--- PASS")
		if first == "" {
			first = got
		}
		if got != first || !strings.Contains(got, "medininkai") {
			t.Errorf("on a machine in %s\n%s\nand in UTC\n%s", tz, got, first)
		}
	}
}
