package main

import (
	"context"
	"slices"

	"bordertop/config"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/source"
	alerting "bordertop/model/source/cap"
	"bordertop/model/source/cbp"
	"bordertop/model/source/cbsa"
	"bordertop/model/source/declarant"
	"bordertop/model/source/dpsu"
	"bordertop/model/source/facts"
	"bordertop/model/source/generic"
	"bordertop/model/source/gpk"
	"bordertop/model/source/granica"
	"bordertop/model/source/rss"
	"bordertop/model/source/web"
	"bordertop/ui/theme"
)

// kinds are the kinds of live sources.
func kinds() []source.Kind {
	return []source.Kind{
		declarant.Kind(),
		gpk.Kind(),
		dpsu.Kind(),
		granica.Kind(),
		cbp.Kind(),
		cbsa.Kind(),
		alerting.Kind(),
		rss.Kind(),
		generic.Kind(),
		facts.File(),
		facts.Dir(),
		facts.Exec(),
		facts.HTTP(),
	}
}

// checks tell what there is to say of settings that are valid as such.
func checks(e env) []config.Check {
	return []config.Check{theme.Check, func(c config.Config) dataset.Faults { return checkSources(e, c, kinds()) }}
}

// checkSources tells what kinds find at fault with the settings of their sources.
func checkSources(e env, c config.Config, known []source.Kind) dataset.Faults {
	var faults dataset.Faults
	for i, s := range c.Sources {
		k, ok := kindOf(s, known)
		if !ok {
			faults = append(faults, dataset.Fault{
				Key:     config.SourceKey(i, "kind"),
				Problem: "no kind of source " + dataset.Quote(s.Kind), Remedy: dataset.Meant(s.Kind, kindNames(known)),
			})
			continue
		}
		for _, key := range config.OwnKeys(s) {
			if !takes(k, key) {
				faults = append(faults, dataset.Fault{
					Key:     config.SourceKey(i, key),
					Problem: "nothing that the kind " + k.Name + " takes", Remedy: takenBy(key, known),
				})
			}
		}
		if s.Every > 0 && s.Every < k.Floor {
			faults = append(faults, dataset.Fault{
				Key: config.SourceKey(i, "every"), Warning: true,
				Problem: "a source of the kind " + k.Name + " is asked no more often than every " + config.Span(k.Floor),
			})
		}
		_, wrong := feedOf(e, k, s)
		faults = append(faults, sourceFaults(i, wrong)...)
	}
	return faults
}

// testSources tells what fails of the tests that sources have.
func testSources(ctx context.Context, e env, c config.Config, known []source.Kind) dataset.Faults {
	var faults dataset.Faults
	for i, s := range c.Sources {
		k, ok := kindOf(s, known)
		if !ok {
			continue
		}
		f, wrong := feedOf(e, k, s)
		if tester, ok := f.Asker.(source.Tester); ok && len(wrong) == 0 {
			faults = append(faults, sourceFaults(i, tester.Test(ctx))...)
		}
	}
	return faults
}

// sourceFaults are faults of the settings of a source as those of the file.
func sourceFaults(i int, wrong []source.Fault) dataset.Faults {
	var faults dataset.Faults
	for _, f := range wrong {
		faults = append(faults, dataset.Fault{
			Key: config.SourceKey(i, f.Key), Problem: clean.Line(f.Problem).String(), Remedy: clean.Line(f.Remedy).String(),
		})
	}
	return faults
}

// kindOf is the kind of a source.
func kindOf(s source.Settings, known []source.Kind) (k source.Kind, ok bool) {
	i := slices.IndexFunc(known, func(k source.Kind) bool { return k.Name == s.Kind })
	if i < 0 {
		return k, false
	}
	return known[i], true
}

func kindNames(known []source.Kind) []string {
	var names []string
	for _, k := range known {
		names = append(names, k.Name)
	}
	return names
}

// takes tells whether a kind takes a key of settings. Lists of tables are called by
// what each of them is there.
func takes(k source.Kind, key string) bool {
	return slices.Contains(k.Keys, key) || slices.Contains(k.Keys, key+"s")
}

// takenBy is the remedy for a key that a kind does not take: those that do.
func takenBy(key string, known []source.Kind) string {
	var names []string
	for _, k := range known {
		if takes(k, key) {
			names = append(names, k.Name)
		}
	}
	if len(names) == 0 {
		return "leave it out"
	}
	return "leave it out; " + enumerate(names) + " can do with it"
}

// feedOf makes a source of its settings, or tells what its kind finds at fault with
// them. It is asked no more often than its kind allows.
func feedOf(e env, k source.Kind, s source.Settings) (source.Feed, []source.Fault) {
	if s.Every > 0 {
		s.Every = max(s.Every, k.Floor)
	}
	s.Getenv = e.getenv
	f, wrong := k.Feed(s)
	return f, append(wrong, web.Check(s)...)
}
