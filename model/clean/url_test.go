package clean_test

import (
	"strings"
	"testing"

	"bordertop/model/clean"
)

func TestParseURL(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct{ raw, want, host string }{
		"an address":                       {"https://vsat.lrv.lt/lt/naujienos/?p=1&q=a#x", "https://vsat.lrv.lt/lt/naujienos/?p=1&q=a#x", "vsat.lrv.lt"},
		"a bare host":                      {"http://Example.COM", "http://example.com", "example.com"},
		"a port":                           {"https://a.example:8443/x", "https://a.example:8443/x", "a.example"},
		"a port with zeros before it":      {"http://0.A:000001", "http://0.a:1", "0.a"},
		"an empty port":                    {"https://a.example:/x", "https://a.example/x", "a.example"},
		"space around":                     {"\n  https://a.example/ \r\n", "https://a.example/", "a.example"},
		"a dot at the end of the host":     {"https://a.example./x", "https://a.example/x", "a.example"},
		"codes are kept as they are":       {"https://a.example/%3B%2f%D0%B9", "https://a.example/%3B%2f%D0%B9", "a.example"},
		"letters are coded":                {"https://a.example/naujienos/Š?q=ж#é", "https://a.example/naujienos/%C5%A0?q=%D0%B6#%C3%A9", "a.example"},
		"space inside":                     {"https://a.example/a b", "https://a.example/a%20b", "a.example"},
		"semicolons end a terminal's link": {"https://a.example/;id=1?a;b#;", "https://a.example/%3Bid=1?a%3Bb#%3B", "a.example"},
		"quotes and brackets end a page's": {`https://a.example/"<>'?"<>'#"<>'`, "https://a.example/%22%3C%3E%27?%22%3C%3E%27#%22%3C%3E%27", "a.example"},
		"a percent sign that codes nothing": {
			"https://a.example/?a=100%&b=%zz&c=%4", "https://a.example/?a=100%25&b=%25zz&c=%254", "a.example",
		},
		"direction characters are coded": {"https://a.example/\u202Egpj.exe", "https://a.example/%E2%80%AEgpj.exe", "a.example"},
		"8-bit controls are coded":       {"https://a.example/\u009B2J", "https://a.example/%C2%9B2J", "a.example"},
		"bad bytes are coded":            {"https://a.example/\xff", "https://a.example/%FF", "a.example"},
		"a look-alike shows":             {"https://vs\u0430t.lrv.lt/", "https://xn--vst-7cd.lrv.lt/", "xn--vst-7cd.lrv.lt"},
		"a Lithuanian name":              {"https://ŠALČININKAI.lt/", "https://xn--alininkai-mfb53g.lt/", "xn--alininkai-mfb53g.lt"},
		"a Russian name":                 {"http://пример.рф", "http://xn--e1afmkfd.xn--p1ai", "xn--e1afmkfd.xn--p1ai"},
		"a German name":                  {"http://mu\u0308nchen.de", "http://xn--mnchen-3ya.de", "xn--mnchen-3ya.de"},
		// The samples of RFC 3492, section 7.1, in lower case.
		"Arabic":     {"http://ليهمابتكلموشعربي؟.example", "", ""}, // its question mark is no letter
		"Chinese":    {"http://他们为什么不说中文.example", "http://xn--ihqwcrb4cv8a8dqg056pqjye.example", "xn--ihqwcrb4cv8a8dqg056pqjye.example"},
		"Czech":      {"http://pročprostěnemluvíčesky.example", "http://xn--proprostnemluvesky-uyb24dma41a.example", "xn--proprostnemluvesky-uyb24dma41a.example"},
		"Vietnamese": {"http://tạisaohọkhôngthểchỉnóitiếngviệt.example", "http://xn--tisaohkhngthchnitingvit-kjcr8268qyxafd2f1b9g.example", "xn--tisaohkhngthchnitingvit-kjcr8268qyxafd2f1b9g.example"},
		"mixed":      {"http://3年b組金八先生.example", "http://xn--3b-ww4c5e180e575a65lsy2b.example", "xn--3b-ww4c5e180e575a65lsy2b.example"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			u, err := clean.ParseURL(tt.raw)
			if u.String() != tt.want || u.Host() != tt.host || (err == nil) != (tt.want != "") || u.IsZero() != (tt.want == "") {
				t.Errorf("%q on %q, %v; want %q", u, u.Host(), err, tt.want)
			}
			checkURL(t, tt.raw)
		})
	}
}

func TestParseURLRefuses(t *testing.T) {
	t.Parallel()
	long := "https://a.example/"
	for fault, raws := range map[string][]string{
		"not a web address": {
			"https://a.example/\x1b]52;c;AAAA\x07", "https://a.example/\nHost: b", "https://a.example/%zz", "http://a b/", "https://[", ":",
			`https://good.example\@evil.example/`, "https://a.example:port/",
		},
		"with http or https": {"", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://a.example/", "//a.example/", "a.example"},
		"user name":          {"https://vsat.lrv.lt@evil.example/", "https://u:p@a.example/", "https://@a.example/"},
		"names no host":      {"https:///x", "https:a.example", "http://:80/"},
		"by number": {
			"http://127.0.0.1/", "http://169.254.169.254/latest/", "http://2130706433.0/", "http://127.1/", "http://0177.0.0.1/",
			"http://0x7f.0x0.0x0.0x1/", "http://2130706433/", "http://0x7f000001/", "http://１２７.0.0.1/", "http://10.0.0.1./", "http://8.8.8.8/",
		},
		"malformed host": {
			"http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[fe80::1%25lo]/", "http://a..example/", "http://.example/", "http://-a.example/",
			"http://a-.example/", "http://a_b.example/", "http://a\u200Bb.example/", "http://a\u202Eb.example/", "http://a\u3164b.example/", "http://a\xff.example/",
			"http://a℀b.example/", "http://a。example/", "http://" + strings.Repeat("a", 64) + ".example/", "http://" + strings.Repeat("a.", 130) + "example/",
			"http://" + strings.Repeat("ж", 60) + strings.Repeat("a", 60) + ".example/",
		},
		"local host":       {"http://localhost/", "http://a.localhost/", "http://nas.local/", "http://router/", "http://x.internal:80/", "http://a.home.arpa/", "http://LOCALHOST./"},
		"impossible port":  {"https://a.example:0/", "https://a.example:65536/", "https://a.example:99999999999999999999/"},
		"longer than 2048": {long + strings.Repeat("a", 2049-len(long)), long + strings.Repeat(";", 1000), long + strings.Repeat("a", 1<<20)},
	} {
		for _, raw := range raws {
			u, err := clean.ParseURL(raw)
			if err == nil || !strings.Contains(err.Error(), fault) {
				t.Errorf("ParseURL(%s) = %q, %v; want %q", show(raw), u, err, fault)
			}
			checkURL(t, raw)
		}
	}
	if _, err := clean.ParseURL(long + strings.Repeat("a", 2048-len(long))); err != nil {
		t.Errorf("an address of 2048 bytes: %v", err)
	}
}

func TestFlagsHaveWords(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for f := clean.Control; f <= clean.Encoding; f <<= 1 {
		words := f.Words()
		if len(words) != 1 || seen[words[0]] {
			t.Errorf("flag %b says %q", f, words)
			continue
		}
		seen[words[0]] = true
	}
	if got := clean.Flags(0).Words(); got != nil {
		t.Errorf("no flags say %q", got)
	}
	if got := (clean.Control | clean.Cut).Words(); strings.Join(got, ", ") != "control characters, cut" {
		t.Errorf("two flags say %q", got)
	}
}
