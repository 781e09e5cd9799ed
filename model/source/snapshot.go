package source

import "bordertop/model"

// Snapshot is what all sources have told by now. It is shared and never edited.
type Snapshot struct {
	// Version counts from 1; each is newer than those below it.
	Version uint64
	// Records are all that stand, those of the sources included.
	Records []model.Record
	// Came are those of Records that are new since the version before; Gone tells
	// that some of that version are no longer there.
	Came []model.Record
	Gone bool
	// Feeds tells of each source, in the order of the settings.
	Feeds []Health
}
