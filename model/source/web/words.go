package web

import (
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"bordertop/model/source"
)

// words are what the environment gives for the names in the settings, and all that
// must not be told.
type words struct {
	values  map[string]string
	secrets *strings.Replacer
}

func wordsOf(s source.Settings) words {
	w := words{values: map[string]string{}}
	var secret []string
	for _, text := range texts(s) {
		for _, m := range variable().FindAllStringSubmatch(text, -1) {
			w.values[m[1]] = getenv(s, m[1])
			secret = append(secret, w.values[m[1]])
		}
	}
	for _, value := range s.Headers {
		secret = append(secret, w.expand(value))
	}
	if u, err := url.Parse(w.address(s.URL)); err == nil {
		if password, ok := u.User.Password(); ok {
			secret = append(secret, password)
		}
		for _, values := range u.Query() {
			secret = append(secret, values...)
		}
	}
	w.secrets = hiding(secret)
	return w
}

// hiding replaces secrets, the longest first, in each form in which an error may
// have them. What is shorter than four bytes is none, and would garble the text.
func hiding(secret []string) *strings.Replacer {
	forms := map[string]bool{}
	for _, s := range secret {
		if len(s) >= 4 {
			forms[s], forms[url.QueryEscape(s)], forms[url.PathEscape(s)] = true, true, true
		}
	}
	var pairs []string
	for _, s := range slices.SortedFunc(maps.Keys(forms), func(a, b string) int { return len(b) - len(a) }) {
		pairs = append(pairs, s, "…")
	}
	return strings.NewReplacer(pairs...)
}

// texts are the settings in which names of the environment stand for its values.
func texts(s source.Settings) map[string]string {
	out := map[string]string{"url": s.URL}
	for name, value := range s.Headers {
		out["headers."+name] = value
	}
	return out
}

// variable is a name of the environment, also as an adapter may have escaped it.
func variable() *regexp.Regexp {
	return regexp.MustCompile(`(?i:\$|%24)(?i:\{|%7B)([A-Za-z_][A-Za-z0-9_]*)(?i:\}|%7D)`)
}

// expand puts the values for the names. Names that the settings do not have stay, for
// a page may have written them.
func (w words) expand(text string) string {
	return w.put(text, func(s string) string { return s })
}

// address puts the values into an address, escaped where they are part of its query.
func (w words) address(text string) string {
	path, query, ok := strings.Cut(text, "?")
	if !ok {
		return w.expand(path)
	}
	return w.expand(path) + "?" + w.put(query, url.QueryEscape)
}

func (w words) put(text string, escape func(string) string) string {
	return variable().ReplaceAllStringFunc(text, func(m string) string {
		if v, ok := w.values[variable().FindStringSubmatch(m)[1]]; ok {
			return escape(v)
		}
		return m
	})
}

func getenv(s source.Settings, name string) string {
	if s.Getenv == nil {
		return ""
	}
	return s.Getenv(name)
}

// Check tells what of the settings a request cannot be made with.
func Check(s source.Settings) []source.Fault {
	var out []source.Fault
	all := texts(s)
	for _, key := range slices.Sorted(maps.Keys(all)) {
		for _, m := range variable().FindAllStringSubmatch(all[key], -1) {
			if getenv(s, m[1]) == "" {
				out = append(out, source.Fault{Key: key, Problem: "the environment has no " + m[1], Remedy: "set it for the program, or leave it out"})
			}
		}
	}
	if len(out) == 0 && s.URL != "" {
		out = checkURL(s)
	}
	if _, err := roots(s.CA); err != nil {
		out = append(out, source.Fault{Key: "ca", Problem: "cannot be used: " + err.Error(), Remedy: "name a file of certificates in PEM form"})
	}
	return out
}

func checkURL(s source.Settings) []source.Fault {
	u, err := url.Parse(wordsOf(s).address(s.URL))
	switch {
	case err != nil || u.Host == "":
		return []source.Fault{{Key: "url", Problem: "no web address", Remedy: "write it as https://host/path"}}
	case u.Scheme == "http" && !s.Plain:
		return []source.Fault{{Key: "url", Problem: "http without TLS", Remedy: "write https, or plain = true"}}
	case u.Scheme != "http" && u.Scheme != "https":
		return []source.Fault{{Key: "url", Problem: "want https, got " + u.Scheme, Remedy: "write it as https://host/path"}}
	}
	return nil
}
