package model_test

import (
	"fmt"
	"strings"
	"testing"

	"bordertop/model"
)

// cited writes the citations of a board: each source with its records, what
// repeats it, and the newest record.
func cited(b model.Board) string {
	var out []string
	for _, c := range b.Citations() {
		newest := model.ID("-")
		if c.Newest != nil {
			newest = c.Newest.Head().ID
		}
		out = append(out, fmt.Sprintf("%s=%d+%d:%s", c.Source.ID, c.Records, c.Repeats, newest))
	}
	return strings.Join(out, " ")
}

func TestCitations(t *testing.T) {
	t.Parallel()
	fold(t, `source old publisher=P published=2025-11-01
	         source new publisher=P published=2025-11-05
	         source late publisher=P published=2025-11-20
	         source undated publisher=P
	         source idle publisher=P published=2025-11-02`, []foldCase{
		{
			name: "are of each source that something rests on, the newest first, those undated last", at: "2025-11-12",
			records: `incident a at=2025-11-06 sources=old,new
			          incident b at=2025-11-07 sources=old
			          crossing m name=M sources=undated`,
			want: `new=1+0:a old=2+0:b undated=1+0:-`,
		},
		{
			name: "count what repeats a source", at: "2025-11-12",
			records: `source copy publisher=Q origin=old published=2025-11-03
			          source both publisher=Q origin=old sources=old published=2025-11-04
			          source free publisher=Q origin=Reuters`,
			want: `old=0+2:-`,
		},
		{
			name: "know nothing of what was withdrawn, or appeared later", at: "2025-11-12",
			records: `incident a at=2025-11-06 sources=old
			          amendment w of=a kind=withdrawal known=2025-11-11
			          incident b at=2025-11-21 sources=late,new
			          incident c at=2025-11-07 sources=new known=2025-11-19`,
		},
		{
			name: "follow what corrections say of sources", at: "2025-11-12",
			records: `incident a at=2025-11-06 sources=old
			          amendment c of=a kind=correction known=2025-11-11 sources=undated set.sources=new`,
			want: `new=1+0:a undated=1+0:-`,
		},
		{
			name: "take nothing that lies ahead for the newest", at: "2025-11-12",
			records: `measure m kind=closure from=2025-12-01 sources=new
			          incident a at=2025-11-06 sources=new`,
			want: `new=2+0:a`,
		},
	}, cited)
}
