package ui_test

import (
	"strings"
	"testing"
	"testing/synctest"

	"bordertop/config"
	"bordertop/ui"
	"bordertop/ui/uitest"
)

func TestLinksAreMadeWhereTheyAreFollowed(t *testing.T) {
	t.Parallel()
	const page = "news-pravda.com/world/2026/05/15/2307025.html"
	link := uitest.Link{Text: page, URL: "https://" + page}
	for name, tt := range map[string]struct {
		known bool
		asked config.Links
		want  bool
	}{
		"known to follow them":     {known: true, want: true},
		"not known to follow them": {},
		"asked for":                {asked: config.LinksOn, want: true},
		"not wanted":               {known: true, asked: config.LinksOff},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := board(t)
			o.Config.Preset, o.Links, o.Config.Links = config.Log, tt.known, tt.asked
			synctest.Test(t, func(t *testing.T) {
				sit(t, o, func(d *desk) {
					got := d.Links()
					if len(got) > 0 {
						got[0].ID = ""
					}
					if (len(got) == 1 && got[0] == link) != tt.want || !tt.want && len(got) > 0 {
						t.Errorf("links %+v, want one: %v", got, tt.want)
					}
				})
			})
		})
	}
}

// Whatever is drawn over links or cuts them off, each is on the text that says
// where it leads, and on nothing else.
func TestLinksAreOnTheirTextAlone(t *testing.T) {
	t.Parallel()
	for name, given := range map[string]func(o *ui.Options){
		"as it is": func(*ui.Options) {},
		"in ASCII": func(o *ui.Options) { o.Config.ASCII = true },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := board(t)
			o.Config.Preset, o.Links = config.Log, true
			given(&o)
			synctest.Test(t, func(t *testing.T) {
				sit(t, o, func(d *desk) {
					for _, key := range []string{"j", "z", "?", "esc", "z", "6", "G", ":", "esc", "5", "G", "k", "k", "F", "esc", "g"} {
						d.press(key)
						d.linked(key)
					}
				})
			})
		})
	}
}

// linked expects links on what says where they lead.
func (d *desk) linked(key string) {
	d.Helper()
	bare := strings.NewReplacer("https://", "", "http://", "", "…", "", "~", "")
	for _, l := range d.Links() {
		if !strings.HasPrefix(bare.Replace(l.URL), bare.Replace(l.Text)) || l.Text == "" {
			d.Errorf("after %s there is a link to %s on %q", key, l.URL, l.Text)
		}
	}
	if key == "g" && len(d.Links()) == 0 {
		d.Error("no links")
	}
}

func (d *desk) visitsNothing() {
	d.press("o", "esc", "o", "o", "o")
	if len(d.ran) != 1 {
		d.Errorf("ran %q", d.ran)
	}
}
