package headline

import "bordertop/model/source"

// The words of a border in English, Lithuanian, Polish, Russian and Belarusian.
const (
	border = "border*|crossing*|checkpoint*|frontier*" +
		"|sien*|pasien*|perėjim*|patikros punkt*" +
		"|granic*|przejści*" +
		"|границ*|погранич*|погранпереход*|пункт пропуска|пункты пропуска|пункта пропуска|пунктов пропуска|пунктах пропуска" +
		"|граніц*|мяжа|мяжы|мяжу|памежн*|пагранпераход*|пункт пропуску|пункты пропуску|пункце пропуску"
	airport = "airport*|flight*|airspace|runway*" +
		"|oro uost*|skryd*|skrydž*|oro erdv*" +
		"|lotnisk*|lotów|loty|przestrzeń powietrzn*|przestrzeni powietrzn*" +
		"|аэропорт*|рейс*|воздушное пространство|воздушного пространства" +
		"|аэрапорт*|рэйс*|паветраная прастора|паветранай прасторы"
	closes = "close|closes|closed|closing|closure*|shut|shuts|shutting|shutdown|suspend*|halt*|seal*|not reopen*" +
		"|uždar*|stabdo*|sustabd*|nutrauk*|neatidar*|neatver*" +
		"|zamkn*|zamyka*|zawiesz*|wstrzym*|nie otworz*" +
		"|закры*|закро*|приостан*|перекры*|остановл*|не откро*" +
		"|закры*|прыпын*|спыня*|спынен*|не адкры*"
	opens = "reopen*|re open*|opens border*|opens crossing*|opens checkpoint*|resume*|lift*" +
		"|atidar*|atnaujin*|atver*" +
		"|otwar*|otwier*|otworz*|wznow*|wznawi*" +
		"|откры*|откро*|возобнов*" +
		"|адкры*|аднав*|аднаў*"
	stays   = "not|stay*|remain*|lieka|išlieka|nie|nadal|не|остается|остаются|ня|застаецца|застаюцца"
	queues  = "queue*|tailback*|waiting time*|trucks stuck|stranded trucks|eil*|vilkik*|kolejk*|ciężarów*|tiry|tirów|очеред*|фур|фуры|фура|грузовик*|большегруз*|чарг*|чэрг*|чарзе|грузавік*"
	balloon = "balloon*|balion*|balon|balony|balonów|balonem|balonami|шар|шары|шаров|шарик*|зонд*|метеозонд*|метеазонд*|аэростат*|шароў|шарык*|аэрастат*"
	drone   = "drone*|dron|drony|dronów|dronai|dronas|dronų|dronus|bepilot*|bezzałogow*|uav|uavs|unmanned*|беспилот*|бпла|дрон*|беспілот*"
	near    = border + "|" + airport + "|belarus*|lithuania*|baltarus*|lietuv*|białorus*|litw*|белорус*|беларус*|литв*|літв*|летув*"
)

// Default are the rules for a desk that gives none: what opens or closes a border or
// an airport, flies over them, or waits there.
func Default() []source.Rule {
	return []source.Rule{
		{All: []string{airport, opens}, None: []string{stays}, Category: "airport", Severity: 1},
		{All: []string{border, opens}, None: []string{stays}, Category: "reopening", Severity: 3},
		{All: []string{border, closes}, Category: "closure", Severity: 3},
		{All: []string{airport, closes}, Category: "airport", Severity: 3},
		{All: []string{balloon, near}, Category: "balloon", Severity: 2},
		{All: []string{drone, near}, Category: "drone", Severity: 2},
		{All: []string{border, queues}, Category: "trucks", Severity: 2},
	}
}
