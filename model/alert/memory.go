package alert

import (
	"maps"
	"slices"
	"time"

	"bordertop/model"
)

// These bound what is remembered: alerts, their keys, and what things were.
const (
	mostAlerts = 200
	mostKeys   = 2000
	mostWas    = 5000
)

// Alert is one thing that people are told of.
type Alert struct {
	// Key is the same for the same thing, for good.
	Key string `json:"key"`
	// Rule is the name of the rule, and When what it waits for.
	Rule string    `json:"rule"`
	When When      `json:"when"`
	At   time.Time `json:"at"`
	// ID is that of the record to look at; empty where there is none.
	ID model.ID `json:"id,omitempty"`
	// Text is a sentence in the language of the desk.
	Text string `json:"text"`

	// Seen tells that somebody acknowledged it, Until when one that was snoozed comes
	// back.
	Seen  bool      `json:"seen,omitempty"`
	Until time.Time `json:"until,omitzero"`
}

// Stands tells whether an alert is to be seen to: nobody acknowledged it, and it does
// not sleep.
func (a Alert) Stands(now time.Time) bool { return !a.Seen && !now.Before(a.Until) }

// Memory is what is remembered of a board from one look at it to the next. It is a
// value; the zero Memory has looked at nothing.
type Memory struct {
	// Board is the name of what was looked at, At when that was last.
	Board string    `json:"board"`
	At    time.Time `json:"at"`
	// Rules are the keys of those that have looked.
	Rules []string `json:"rules,omitempty"`
	// Was is what things were, by rule and thing.
	Was map[string]string `json:"was,omitempty"`
	// Seen are the records that were there.
	Seen seen `json:"seen,omitempty"`
	// Keys are those of past alerts, and Alerts the last of these, both the newest last.
	Keys   []string `json:"keys,omitempty"`
	Alerts []Alert  `json:"alerts,omitempty"`
}

// Standing lists the alerts that are to be seen to, the newest first.
func (m Memory) Standing(now time.Time) []Alert {
	out := slices.DeleteFunc(slices.Clone(m.Alerts), func(a Alert) bool { return !a.Stands(now) })
	slices.Reverse(out)
	return out
}

// Acknowledge takes alerts as seen to.
func (m Memory) Acknowledge(keys ...string) Memory {
	return m.mark(keys, func(a *Alert) { a.Seen = true })
}

// Snooze lets alerts sleep until a moment.
func (m Memory) Snooze(until time.Time, keys ...string) Memory {
	return m.mark(keys, func(a *Alert) { a.Until = until })
}

func (m Memory) mark(keys []string, do func(*Alert)) Memory {
	m.Alerts = slices.Clone(m.Alerts)
	for i := range m.Alerts {
		if slices.Contains(keys, m.Alerts[i].Key) {
			do(&m.Alerts[i])
		}
	}
	return m
}

// add remembers alerts.
func (m *Memory) add(alerts []Alert) {
	for _, a := range alerts {
		m.Keys = append(m.Keys, a.Key)
	}
	m.Keys = last(slices.Clone(m.Keys), mostKeys)
	m.Alerts = last(slices.Concat(m.Alerts, alerts), mostAlerts)
}

func last[T any](of []T, n int) []T { return of[max(0, len(of)-n):] }

// keep bounds what is remembered of things: what is no longer there goes first.
func (m *Memory) keep(now map[string]string) {
	was := maps.Clone(m.Was)
	if was == nil {
		was = map[string]string{}
	}
	if len(was)+len(now) > mostWas {
		clear(was)
	}
	maps.Copy(was, now)
	m.Was = was
}
