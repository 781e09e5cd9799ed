package source

import "bordertop/model"

// Snapshot is what all sources have told by now. It is shared and never edited.
type Snapshot struct {
	// Version counts from 1; each is newer than those below it.
	Version uint64
	// Records are all that stand, those of the sources included, each id once. One
	// headline of several sources is one incident.
	Records []model.Record
	// Came are those of Records whose ids are new since the version that Next was asked
	// with; all of them where that was 0. Gone tells that some of that version are no
	// longer there, or are otherwise. Where nothing came and nothing is gone, only the
	// health of sources changed.
	Came []model.Record
	Gone bool
	// Feeds tells of each source, in the order of the settings.
	Feeds []Health
}

// On gives a log with the records of the snapshot. Where both have an id, that of the
// log stands: what a desk wrote down of a source is not changed by it.
func (s Snapshot) On(log model.Log) (model.Log, error) {
	var more []model.Record
	for _, r := range s.Records {
		if log.Record(r.Head().ID) == nil {
			more = append(more, r)
		}
	}
	return log.With(more...)
}
