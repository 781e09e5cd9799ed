package detail

import (
	"fmt"
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
	"bordertop/ui/theme"
)

// target is what a link leads to: a record, a web page, or both, as that of a
// source does. The same may be led to more than once: nth counts from 0.
type target struct {
	id  model.ID
	url clean.URL
	nth int
}

// link is a target and the lines of the page that show it.
type link struct {
	target
	first, last int
}

// to is text that leads to a record; to none where that is unknown or is the
// page itself.
func (p *page) to(st theme.Style, id model.ID, text string) piece {
	if id == p.s.Selected || !p.hasPage(id) {
		return piece{text: text, style: st}
	}
	t := target{id: id}
	if s := p.s.Board.Source(id); s != nil {
		t.url = s.URL
	}
	return p.leads(st, t, text)
}

func (p *page) hasPage(id model.ID) bool {
	_, ok := p.s.Board.Record(id)
	return ok || len(p.s.Board.Act(id)) > 0
}

// web is text that leads to a web page.
func (p *page) web(st theme.Style, to clean.URL, text string) piece {
	if to.IsZero() {
		return piece{text: text, style: st}
	}
	return p.leads(st, target{url: to}, text)
}

func (p *page) leads(st theme.Style, t target, text string) piece {
	p.links = append(p.links, link{target: t})
	p.led[t.id] = true
	return piece{text, st, len(p.links)}
}

// settle puts the links in the order in which the page shows them, and drops
// those for which it had no room.
func (p *page) settle() {
	var links []link
	placed := make([]int, len(p.links)+1)
	times := map[target]int{}
	for y, l := range p.lines {
		for i, one := range l {
			if one.link == 0 {
				continue
			}
			if placed[one.link] == 0 {
				shown := p.links[one.link-1]
				t := shown.target
				shown.nth, shown.first = times[t], y
				times[t]++
				links = append(links, shown)
				placed[one.link] = len(links)
			}
			l[i].link = placed[one.link]
			links[l[i].link-1].last = y
		}
	}
	p.links = links
}

// find gives the place of a link, counted from 1; 0 where the page has it not.
func (p *page) find(t target) int {
	if t.id == "" && t.url.IsZero() {
		return 0
	}
	return 1 + slices.IndexFunc(p.links, func(l link) bool { return l.target == t })
}

// at gives the link at a cell of a line; 0 where there is none.
func (p *page) at(x, y int) int {
	if y < 0 || y >= len(p.lines) {
		return 0
	}
	left := margin
	for _, one := range p.lines[y] {
		right := left + draw.Width(one.text)
		if left <= x && x < right {
			return one.link
		}
		left = right
	}
	return 0
}

// draw gives a line with the link in hand marked. Only web addresses that name
// their host can be clicked in the terminal.
func (p *page) draw(l line, current int) string {
	if len(l) == 0 {
		return ""
	}
	var b strings.Builder
	sign := " "
	for _, one := range l {
		text := one.style.Render(one.text)
		if one.link > 0 {
			to := p.links[one.link-1]
			if one.link == current {
				sign = p.s.Styles.Accent.Render(p.s.Styles.Glyphs.Cursor)
				text = p.s.Styles.Selected.Render(one.text)
			}
			if p.s.Links && to.id == "" && strings.Contains(one.text, to.url.Host()) {
				text = draw.Link(text, to.url)
			}
		}
		b.WriteString(text)
	}
	return sign + b.String()
}

// inHand gives the place of the link in hand, counted from 1; 0 where there is
// none in view.
func (p *Pane) inHand(s pane.Scene, pg *page) int {
	at := p.read[s.Selected]
	i, top := pg.find(at.link), pg.clamp(at.top, s.Size.H)
	if i == 0 || pg.links[i-1].last < top || pg.links[i-1].first >= top+s.Size.H {
		return 0
	}
	return i
}

// step goes to the next link or the one before; from what is in view where no
// link in hand is. Past the last comes the first.
func (p *Pane) step(s pane.Scene, pg *page, by int) pane.Intent {
	if len(pg.links) == 0 {
		return pane.Say{Text: s.Words.Page.NoLinks}
	}
	i := p.inHand(s, pg) - 1 + by
	if i == by-1 {
		top := pg.clamp(p.read[s.Selected].top, s.Size.H)
		i = pg.near(top, top+s.Size.H-1, by)
	}
	p.choose(s, pg, (i+len(pg.links))%len(pg.links))
	return nil
}

// near gives the first link that is not above what is in view or, backwards, the
// last that is not below; beyond the ends where there is none.
func (p *page) near(top, bottom, by int) int {
	if by > 0 {
		i := slices.IndexFunc(p.links, func(l link) bool { return l.first >= top })
		if i < 0 {
			return len(p.links)
		}
		return i
	}
	i := len(p.links) - 1
	for i >= 0 && p.links[i].first > bottom {
		i--
	}
	return i
}

// choose takes a link in hand and scrolls to it.
func (p *Pane) choose(s pane.Scene, pg *page, i int) {
	l := pg.links[i]
	top := pg.clamp(p.read[s.Selected].top, s.Size.H)
	switch {
	case l.first < top && l.last < s.Size.H:
		top = 0 // the head of the page shows as well
	case l.first < top:
		top = l.first
	case l.last >= top+s.Size.H:
		top = min(l.last-s.Size.H+1, l.first)
	}
	p.read[s.Selected] = place{pg.clamp(top, s.Size.H), l.target}
}

// click takes the link under the pointer in hand, and follows the one that is.
func (p *Pane) click(s pane.Scene, pg *page, x, y int) pane.Intent {
	i := pg.at(x, pg.clamp(p.read[s.Selected].top, s.Size.H)+y)
	switch i {
	case 0:
		return nil
	case p.inHand(s, pg):
		return p.open(s, pg)
	}
	p.choose(s, pg, i-1)
	return nil
}

// open follows the link in hand.
func (p *Pane) open(s pane.Scene, pg *page) pane.Intent {
	i := p.inHand(s, pg)
	switch {
	case len(pg.links) == 0:
		return pane.Say{Text: s.Words.Page.NoLinks}
	case i == 0:
		return pane.Say{Text: fmt.Sprintf(s.Words.Page.NoLink, p.Keys.NextMatch.Help().Key)}
	case pg.links[i-1].id == "":
		return pane.Visit{URL: pg.links[i-1].url}
	}
	return pane.Open{ID: pg.links[i-1].id}
}

// visit opens the address of the link in hand or, where none is, the first
// address of the page.
func (p *Pane) visit(s pane.Scene, pg *page) pane.Intent {
	i := p.inHand(s, pg)
	if i > 0 && pg.links[i-1].url.IsZero() {
		return pane.Say{Text: fmt.Sprintf(s.Words.Page.NoAddress, p.Keys.Open.Help().Key)}
	}
	if i == 0 {
		i = 1 + slices.IndexFunc(pg.links, func(l link) bool { return !l.url.IsZero() })
	}
	if i == 0 {
		return pane.Say{Text: s.Words.Page.NoAddresses}
	}
	return pane.Visit{URL: pg.links[i-1].url}
}
