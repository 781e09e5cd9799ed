package main

import (
	"fmt"
	"strings"
	"sync"
	"time"

	"bordertop/config"
	"bordertop/model/lang"
	"bordertop/ui/draw"
)

// blink is for how long nobody needs to be told what a program does, and barWidth
// how many cells the bar has that tells it then.
const (
	blink    = 150 * time.Millisecond
	barWidth = 30
)

// opening tells on a terminal how much of the records is read before there is a board.
// A part of them would show a board that is wrong.
type opening struct {
	e      env
	began  time.Time
	before string
	signs  [2]string // of what is read, and of what is not

	mu    sync.Mutex
	shown int // how much of the bar; -1 while there is none
}

// openingOn is for the terminal of e.
func openingOn(e env, c config.Config) *opening {
	o := &opening{e: e, began: e.now(), before: lang.Of(c.Language).Data.Reading, signs: [2]string{"█", "░"}, shown: -1}
	if c.ASCII || !unicode(e.getenv) {
		o.signs, o.before = [2]string{"#", "."}, draw.ASCII(o.before)
	}
	return o
}

// told draws how much is read, if that takes longer than a blink and shows.
func (o *opening) told(read, all int64) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if all <= 0 || o.e.now().Sub(o.began) < blink {
		return
	}
	done := int(barWidth * min(read, all) / all)
	if done <= o.shown {
		return
	}
	o.shown = done
	bar := strings.Repeat(o.signs[0], done) + strings.Repeat(o.signs[1], barWidth-done)
	_, _ = fmt.Fprintf(o.e.stdout, "\r%s", draw.Fit(o.before+" "+bar, columns(o.e)-1))
}

// end wipes the bar away.
func (o *opening) end() {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.shown >= 0 {
		_, _ = fmt.Fprint(o.e.stdout, "\r\x1b[K")
	}
}
