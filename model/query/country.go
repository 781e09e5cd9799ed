package query

// country is one that takes sides here, by its codes and its names in English,
// Lithuanian, Polish, Russian, Belarusian and Ukrainian.
type country struct{ codes, names []string }

// countries lists them. A union of them takes sides like one.
func countries() []country {
	return []country{
		{[]string{"lt", "ltu"}, []string{"Lithuania", "Lietuva", "Litwa", "Литва", "Літва", "Литва"}},
		{[]string{"by", "blr"}, []string{"Belarus", "Baltarusija", "Białoruś", "Беларусь", "Белоруссия", "Білорусь"}},
		{[]string{"pl", "pol"}, []string{"Poland", "Lenkija", "Polska", "Польша", "Польшча", "Польща"}},
		{[]string{"lv", "lva"}, []string{"Latvia", "Latvija", "Łotwa", "Латвия", "Латвія"}},
		{[]string{"ee", "est"}, []string{"Estonia", "Estija", "Эстония", "Эстонія", "Естонія"}},
		{[]string{"ru", "rus"}, []string{"Russia", "Rusija", "Rosja", "Россия", "Расія", "Росія"}},
		{[]string{"ua", "ukr"}, []string{"Ukraine", "Ukraina", "Украина", "Украіна", "Україна"}},
		{[]string{"de", "deu"}, []string{"Germany", "Vokietija", "Niemcy", "Германия", "Германія", "Німеччина"}},
		{[]string{"us", "usa"}, []string{"United States", "JAV", "Stany Zjednoczone", "США", "ЗША"}},
		{[]string{"eu"}, []string{"European Union", "ES", "UE", "Europos Sąjunga", "Unia Europejska", "Европейский союз", "ЕС", "Еўрапейскі саюз", "Європейський Союз", "ЄС"}},
	}
}
