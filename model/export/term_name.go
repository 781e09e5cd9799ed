package export

import (
	"slices"
	"strconv"
	"time"

	"bordertop/model"
)

// name gives the terms their names. That of an act goes to its measure of the same
// id, else to the first one, and whatever ends with that; what ends at another time
// goes by its own first measure. So a name stays with what it once named.
func (t terms) name(all []term) {
	owners := map[model.ID]model.ID{}
	for _, a := range t.all {
		if m, ok := a.Record.(*model.Measure); ok && m.Act != "" && (owners[m.Act] == "" || m.ID == m.Act) {
			owners[m.Act] = m.ID
		}
	}
	taken := map[string]int{}
	for i, one := range all {
		uid := string(one.members[0].Record.Head().ID)
		if slices.ContainsFunc(one.members, func(a model.Amended) bool { return a.Record.Head().ID == owners[one.id()] }) {
			uid = string(one.id())
		}
		if one.fate == begins {
			uid = "begins." + uid // No id has a full stop.
		}
		if taken[uid]++; taken[uid] > 1 {
			uid += "." + strconv.Itoa(taken[uid])
		}
		all[i].uid = uid
	}
}

// date tells when what was learnt of a term, and how often that changed it. An
// amendment counts twice, so that what time alone brings has a number between.
func (t terms) date(one *term) {
	changes := t.learnt(*one)
	for _, a := range t.kin(*one) {
		one.created = earliest(one.created, t.b.KnownAt(a.Record.Head().ID))
	}
	one.sequence = 2 * len(changes)
	switch one.fate {
	case lifted, ended, calledOff, withdrawn:
		one.sequence++
		changes = append(changes, one.at.First())
	case stands, begins, elapsed, replaced:
	}
	one.modified = one.created
	for _, at := range changes {
		if at.After(one.modified) && !at.After(t.b.Known) {
			one.modified = at
		}
	}
}

// learnt is when all became known that ever changed a term: amendments, and measures
// that took its place, with theirs.
func (t terms) learnt(one term) []time.Time {
	var changes []time.Time
	seen := map[model.ID]bool{}
	learn := func(id model.ID) {
		if !seen[id] {
			seen[id] = true
			changes = append(changes, t.b.KnownAt(id))
		}
	}
	amending := func(id model.ID) {
		for _, change := range t.b.Amending(id) {
			learn(change.ID)
		}
	}
	for _, a := range t.kin(one) {
		amending(a.Record.Head().ID)
		if m, ok := a.Record.(*model.Measure); ok {
			for _, by := range t.replacers(m) {
				learn(by.Record.Head().ID)
				amending(by.Record.Head().ID)
			}
		}
	}
	return changes
}

// kin are the records of a term, and the others of its act, which once may have
// been of it.
func (t terms) kin(one term) []model.Amended {
	if all := t.acts[one.id()]; len(all) > 0 && len(one.measures()) > 0 {
		return all
	}
	return one.members
}

// earliest gives the earlier of two times; a zero one is none.
func earliest(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
