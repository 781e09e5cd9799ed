package declarant

import (
	"strings"

	"bordertop/model"
)

// post is a checkpoint of Belarus: its name in the addresses of the site, its id,
// its name, and the country on the other side.
type post struct {
	slug, id, name string
	to             model.Country
}

// posts are the checkpoints with an electronic queue.
func posts() []post {
	return []post{
		{"kamenny-log", "b60677d4-8a00-4f93-a781-e129e1692a03", "Каменный Лог", "LT"},
		{"benyakoni", "53d94097-2b34-11ec-8467-ac1f6bf889c0", "Бенякони", "LT"},
		{"berestovitsa", "7e46a2d1-ab2f-11ec-bafb-ac1f6bf889c1", "Берестовица", "PL"},
		{"brest-bts", "a9173a85-3fc0-424c-84f0-defa632481e4", "Брест", "PL"},
		{"bruzgi", "3b797d4d-706a-440f-a1a4-826c191e1e36", "Брузги", "PL"},
		{"grigorovshchina", "ffe81c11-00d6-11e8-a967-b0dd44bde851", "Григоровщина", "LV"},
		{"kozlovichi", "98b5be92-d3a5-4ba2-9106-76eb4eb3df49", "Козловичи", "PL"},
	}
}

// crossings tells which crossing of the embedded dataset a checkpoint leads to.
func crossings() map[string]model.ID {
	return map[string]model.ID{"kamenny-log": "medininkai", "benyakoni": "salcininkai"}
}

// find gives the checkpoint of an id, a slug or a name.
func find(code string) (post, bool) {
	for _, p := range posts() {
		if strings.EqualFold(code, p.id) || strings.EqualFold(code, p.slug) || strings.EqualFold(code, p.name) {
			return p, true
		}
	}
	return post{}, false
}
