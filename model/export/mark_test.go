package export_test

import (
	"strings"
	"testing"

	"bordertop/model/export"
	"bordertop/model/lang"
	"bordertop/model/modeltest"
)

func TestAStatusTellsWhatWasAmended(t *testing.T) {
	t.Parallel()
	b := modeltest.Board(t, "2025-11-12", `
		count c at=2025-11-10 value=1000 what=stranded unit=truck by=Linava
		amendment ac of=c kind=correction known="2025-11-11 12:10" set.value=800
		deadline d due=2025-11-30 title=Answer known=2025-11-01
		amendment ad of=d kind=dispute known="2025-11-11 12:10" set.due=2025-11-29
		condition k stated=2025-11-10 side=Lithuania text=Return state=unmet
		amendment ak of=k kind=update known="2025-11-11 12:10" set.state=met
		incident i at=2025-11-10 title=Balloon severity=2
		amendment ai of=i kind=withdrawal known="2025-11-11 12:10"
		incident j at=2025-11-09 title=Drone severity=2
		amendment aj of=j kind=update known="2025-11-11 12:10" set.severity=3
		incident n at=2025-11-08 title=Note severity=2
		amendment an of=n kind=update known="2025-11-11 12:10" set.note=x
		incident o at=2025-11-07 title=Plain severity=2`)
	var out strings.Builder
	o := export.Options{Name: "Here", Words: lang.English(), Zone: modeltest.Zone(t, "Europe/Vilnius"), Width: 120}
	if err := export.Status(&out, b, o); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Linava [correction 11 Nov]\n", "Answer [dispute 11 Nov]\n", "Return [update 11 Nov]\n",
		"WITHDRAWN: Balloon [11 Nov]\n", "Drone [update 11 Nov]\n", "Note\n", "Plain\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
	root, ok := export.Chain(b, "j", o)
	if !ok || len(root.Children) == 0 || !strings.Contains(root.Children[0].Text, "severity: 3, was 2") {
		t.Errorf("why tells nothing of an update: %+v", root)
	}
}
