package config_test

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/tui/action"
	"talentmap/tui/config"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// known is a small program: a map, and a list that lies over it.
func known() config.Known {
	return config.Known{
		Contexts: []action.Context{
			{Name: "Everywhere", Actions: []action.Action{
				{ID: "find", Short: "find", Long: "Find.", Keys: []string{"f"}},
				{ID: "undo", Short: "undo", Long: "Take back.", Keys: []string{"u"}},
				{ID: "palette", Short: "commands", Long: "Commands.", Keys: []string{":", "ctrl+p"}},
			}},
			{Name: "Map", Actions: []action.Action{
				{ID: "map.mark", Short: "mark", Long: "Mark.", Keys: []string{"space"}},
				{ID: "map.remove", Short: "take off", Long: "Take off.", Keys: []string{"x"}},
				{ID: "map.back", Short: "take back", Long: "Take that back.", Keys: []string{"u"}}, // hides undo
				{ID: "map.typed", Short: "done", Long: "Done typing.", Keys: []string{"esc"}, Typing: true},
			}},
			{Name: "Lists", Over: true, Typing: true, Actions: []action.Action{{ID: "list.choose", Short: "choose", Long: "Choose.", Keys: []string{"enter"}}}},
			{Name: "Finding", In: []string{"Lists"}, Over: true, Typing: true, Actions: []action.Action{{ID: "find.save", Short: "save", Long: "Save.", Keys: []string{"ctrl+s"}}}},
			{Name: "What is typed", Over: true, Typing: true, Fixed: true, Actions: []action.Action{
				{ID: "edit.end", Short: "end of line", Keys: []string{"ctrl+e"}, Typing: true}, {ID: "edit.newline", Short: "new line", Keys: []string{"enter"}},
			}},
		},
		Lists: []widget.Listed{{List: "map", Columns: []widget.ListedColumn{{Name: "rank"}, {Name: "name"}, {Name: "receptivity"}, {Name: "place", Extra: true}}}},
	}
}

func parse(text string) (config.Settings, []config.Problem) {
	return config.Parse("c.toml", []byte(text), known)
}

func TestWhatIsRightIsTaken(t *testing.T) {
	s, problems := parse(`
theme = "dusk"
mouse = false
ascii = "never"
screen-reader = true
columns = { map = ["name", "place"] }
sender = { name = "Ada Lovelace", email = "ada@example.com", opt-out = "say \"stop\"" }

[keys]
"map.mark" = ["v", "space"]
map.remove = "d"
undo = []

[themes.dusk]
base = "light"
accent = "#89b4fa"
dim = 240
hot = "bright-red"
text = "default"
selected = "7"
`)
	if len(problems) > 0 {
		t.Fatalf("problems in a good config: %v", problems)
	}
	want := config.Settings{
		Theme: "dusk", ASCII: config.Never, ScreenReader: true,
		Sender:  model.Sender{Name: "Ada Lovelace", Email: "ada@example.com", OptOut: `say "stop"`},
		Columns: map[string][]string{"map": {"name", "place"}},
		Keys:    map[string][]string{"map.mark": {"v", "space"}, "map.remove": {"d"}, "undo": {}},
		Themes: map[string]theme.Spec{"dusk": {Base: "light", Selected: "7", Colours: map[theme.Token]theme.Colour{
			theme.Accent: "#89b4fa", theme.Dim: "240", theme.Hot: "9", theme.Text: theme.Own,
		}}},
	}
	if !reflect.DeepEqual(s, want) {
		t.Errorf("got  %+v\nwant %+v", s, want)
	}
}

// Each line of a config is wrong in its own way; what is said of it stands beside
// it.
func TestWhatIsWrongIsSaid(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`themes = 1`, `1:10: themes is a table: write [themes], and below it a line for each`},
		{`colour = 1`, `1:1: there is no setting colour: there is theme, mouse, ascii, screen-reader, sender, columns, themes and keys`},
		{`"them e" = 1`, `1:1: there is no setting "them e": did you mean theme?`},
		{`theme = 3`, `1:9: theme is a name in quotes, and not a number`},
		{`theme = "drak"`, `1:9: there is no theme drak: did you mean dark?`},
		{"theme = \"mine\"\n[themes.mien]", `1:9: there is no theme mine: did you mean mien?`},
		{"[theme]\nname = \"dark\"", `1:2: theme is one value and no table: write theme = …`},
		{`mouse = "no"`, `1:9: mouse is true or false, without quotes, and not a text`},
		{`mouse = 1979-05-27`, `1:9: mouse is true or false, without quotes, and not a date or a time`},
		{`ascii = true`, `1:9: ascii is "auto", "always" or "never", and not true or false`},
		{`ascii = "yes"`, `1:9: ascii is "auto", "always" or "never", and not yes`},
		{"[sender]\nnam = \"Ada\"", `2:1: a sender has no nam: did you mean name?`},
		{"[sender]\nname = 1", `2:8: name is a text in quotes, and not a number`},
		{"[sender]\nemail = \"ada\"", `2:9: email is no address: write it like ada@example.com`},
		{"[sender]\nprivacy = \"example.com\"", `2:11: privacy is no link: write the whole address, such as https://example.com/privacy`},
		{"[sender]\nunsubscribe = \"http://example.com\"", `2:15: unsubscribe is no https link: write the whole address, such as https://example.com/stop`},
		{"sender = \"ada\"", `1:10: sender is a table: write [sender], and below it a line for each`},
		{"[columns]\nmap = [\"rank\", \"recept\", \"rank\"]", "2:16: map has no column recept: did you mean receptivity?\n2:26: rank is there twice"},
		{"[columns]\nqueue = [\"name\"]", `2:1: there is no list queue with columns to choose: there is map`},
		{"[columns]\nmap = \"name\"", `2:7: map is the names of columns in brackets, and not a text`},
		{"[columns]\nmap = [1]", `2:8: map is the names of columns in brackets: put each in quotes`},
		{"[columns]\nmap = []", `2:1: a list without columns shows nothing: take the line out to see those that it has by itself`},
		{"[keys]\n\"map.mrk\" = \"v\"", `2:1: there is no action map.mrk: did you mean map.mark?`},
		{"[keys]\nmap.mark = 1", `2:12: mark is a key in quotes, or several in brackets, and not a number`},
		{"[keys]\nmap.mark = \"Ctrl+R\"", `2:12: no terminal sends "Ctrl+R": this key is "ctrl+r"`},
		{"[keys]\nmap.mark = [\"v\", \"hello\"]", `2:18: "hello" is no key: take a letter or a sign, a name such as enter, space, pgdown or f5, or one of these after ctrl+, alt+ or shift+`},
		{"[keys]\nmap.mark = \"ctrl+c\"", `2:12: ctrl+c leaves, wherever one is: take another key`},
		{"[keys]\nmap.mark = [\"v\", \"v\"]", `2:18: v is there twice`},
		{"[keys]\nmap.mark = \"x\"", `2:12: x runs both map.remove and map.mark in "Map": give one of them another key; map.mark keeps its own`},
		{"[keys]\nmap.mark = \"v\"\nmap.remove = [\"d\", \"v\"]", `3:20: v runs both map.mark and map.remove in "Map": give one of them another key; map.remove keeps its own`},
		{"[keys]\nfind.save = \"enter\"", `2:13: enter runs both list.choose and find.save in "Finding": give one of them another key; find.save keeps its own`},
		{"[keys]\nmap.mark = \"v\"\n\"map.mark\" = \"w\"", `3:1: map.mark is there twice: the first holds`},
		{"[keys]\nmap.typed = \"d\"", `2:13: map.typed is for while a text is typed, where d is text: take a key such as ctrl+x, alt+x or f5`},
		{"[keys]\nlist.choose = \"space\"", `2:15: list.choose is for while a text is typed, where space is text: take a key such as ctrl+x, alt+x or f5`},
		{"[keys]\nlist.choose = \"ctrl+e\"", `2:15: list.choose is for while a text is typed, where ctrl+e is end of line: take a key such as ctrl+x, alt+x or f5`},
		{"[keys]\nedit.end = \"ctrl+x\"", `2:1: edit.end is a key of every text, and stays as it is: take the line out`},
		{"[keys]\nlist.choose = []", `2:1: list.choose must have a key: the palette does not reach it, as it is for what lies over a place`},
		{"[keys]\npalette = []", `2:1: palette must have a key: it is how one runs what has none`},
		{"[keys]\nmap.mark = \"ctrl+enter\"", `2:12: ctrl+enter: only terminals with the kitty keyboard protocol send it: give map.mark another key, too`},
		{"[keys]\nmap.mark = \"f\"", `2:12: in "Map" f runs map.mark, and find only elsewhere`},
		{"[keys]\nfind = \"x\"", `2:8: in "Map" x runs map.remove, and find only elsewhere`},
		{"[themes.dark]\naccent = \"red\"", `1:9: dark is a theme of ours: give yours another name, and base = "dark" where it begins with that`},
		{"[themes.\"a b\"]", `1:9: a theme's name has letters, digits, - and _ only`},
		{"[themes]\nmine = \"dark\"", `2:1: a theme is a table of colours: write [themes.mine], and below it lines such as accent = "#89b4fa"`},
		{"[themes.mine]\naccnet = \"red\"", `2:1: a theme has no accnet: did you mean accent?`},
		{"[themes.mine]\nbase = \"solarized\"", `2:8: base is "dark", "light" or "plain"`},
		{"[themes.mine]\naccent = \"#12345\"", `2:10: "#12345" is no colour: write #rrggbb, a number from 0 to 255, a name such as blue or bright-blue, or default`},
		{"[themes.mine]\naccent = 256", `2:10: "256" is no colour: write #rrggbb, a number from 0 to 255, a name such as blue or bright-blue, or default`},
		{"[themes.mine]\naccent = []", `2:1: accent is a colour, and not a list`},
		{"mouse = true\nmouse = false", `2:1: key mouse is already defined: nothing of the file is used until that is mended`},
		{"[keys\nfind = 1", `1:6: expected ']' to close table name: nothing of the file is used until that is mended`},
		{"mouse = true\n\xff = 1", `this is no UTF-8: save it as UTF-8`},
	} {
		_, problems := parse(c.text)
		var got []string
		for _, p := range problems {
			got = append(got, strings.TrimPrefix(strings.TrimPrefix(p.Error(), "c.toml:"), " "))
		}
		if text := strings.Join(got, "\n"); text != c.want {
			t.Errorf("of %q is said\n%s\nand not\n%s", c.text, text, c.want)
		}
	}
}

// What is right of a line or of a file holds although something else is wrong.
func TestWhatIsRightHoldsBesideWhatIsWrong(t *testing.T) {
	s, problems := parse(`
them = "dark"
mouse = false
[columns]
map = ["nam", "rank"]
[keys]
map.mark = ["hello", "v"]
map.remove = "v"
find = "F"
[themes.mine]
accent = "blu"
hot = "red"
`)
	want := config.Settings{
		Theme: config.Auto, ASCII: config.ByItself,
		Columns: map[string][]string{"map": {"rank"}},
		Keys:    map[string][]string{"map.mark": {"v"}, "find": {"F"}},
		Themes:  map[string]theme.Spec{"mine": {Colours: map[theme.Token]theme.Colour{theme.Hot: "1"}}},
	}
	if !reflect.DeepEqual(s, want) || len(problems) != 5 {
		t.Errorf("got  %+v\nwant %+v\n%v", s, want, problems)
	}
	if s, problems := parse("mouse = false\nmouse = true"); !reflect.DeepEqual(s, config.Defaults()) || len(problems) != 1 {
		t.Errorf("of a file that is no TOML: %+v, %v", s, problems)
	}
}

func TestMinorProblemsAreNoFaults(t *testing.T) {
	s, problems := parse("[keys]\nfind = \"x\"\nundo = \"ctrl+i\"\nmap.back = \"ctrl+i\"")
	if len(problems) != 3 || len(config.Faults(problems)) != 0 || !slices.Equal(s.Keys["find"], []string{"x"}) {
		t.Errorf("%v with the keys %v", problems, s.Keys)
	}
	if !strings.Contains(problems[1].What, "most terminals send tab for it") {
		t.Errorf("of ctrl+i is said %q", problems[1])
	}
}

// Two actions may swap their keys.
func TestKeysSwap(t *testing.T) {
	s, problems := parse("[keys]\nmap.mark = \"x\"\nmap.remove = \"space\"")
	if len(problems) > 0 || len(s.Keys) != 2 {
		t.Errorf("%v with the keys %v", problems, s.Keys)
	}
}

func TestANewFileIsTheDefaults(t *testing.T) {
	var b strings.Builder
	if err := config.WriteNew(&b, known()); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"as it is":               b.String(),
		"with every # taken off": regexp.MustCompile(`(?m)^#(\S)`).ReplaceAllString(b.String(), "$1"),
	} {
		s, problems := parse(text)
		if len(problems) > 0 || !reflect.DeepEqual(s, config.Defaults()) {
			t.Errorf("%s: %+v, %v\n%s", name, s, problems, text)
		}
	}
	for _, line := range []string{`#theme = "auto"`, `#mouse = true`, `#"map.mark" = ["space"] # mark: Mark.`, `#find = ["f"] # find: Find.`, `#map = ["rank", "name", "receptivity"]`} {
		if !strings.Contains(b.String(), line+"\n") {
			t.Errorf("it lacks %s\n%s", line, b.String())
		}
	}
}

// What holds is written so that it reads back as the same.
func TestWhatHoldsReadsBack(t *testing.T) {
	s, problems := parse("theme = \"mine\"\nascii = \"always\"\n[keys]\nmap.mark = [\"\\\\\", '\"']\n[sender]\naddress = \"4 \\\"Quay\\\" Row\\t\"\n[columns]\nmap = [\"name\"]\n[themes.mine]\naccent = \"#fff\"\nselected = 4\nbase = \"light\"")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var b strings.Builder
	if err := config.WriteEffective(&b, s, known()); err != nil {
		t.Fatal(err)
	}
	again, problems := parse(b.String())
	if len(problems) > 0 || !reflect.DeepEqual(again, s) {
		t.Errorf("%+v, %v\n%s", again, problems, b.String())
	}
	for _, line := range []string{`theme = "mine" # by itself "auto"`, `map = ["name"] # by itself ["rank", "name", "receptivity"]`, `undo = ["u"]`} {
		if !strings.Contains(b.String(), line+"\n") {
			t.Errorf("it lacks %s\n%s", line, b.String())
		}
	}
}

func FuzzParse(f *testing.F) {
	var b strings.Builder
	if err := config.WriteNew(&b, known()); err != nil {
		f.Fatal(err)
	}
	f.Add(b.String())
	f.Add("[keys]\nmap.mark = \"Ctrl+R\"\n[themes.mine]\naccent = { a = 1 }")
	f.Add("keys.map = 1\n[[columns]]\nmap=[[]]\n[themes]\na.b.c=1")
	f.Fuzz(func(t *testing.T, text string) {
		s, problems := parse(text)
		for _, p := range problems {
			if p.What == "" || strings.ContainsAny(p.Error(), "\n\x1b") {
				t.Errorf("%q", p.Error())
			}
		}
		var b strings.Builder
		if err := config.WriteEffective(&b, s, known()); err != nil {
			t.Fatal(err)
		}
		again, problems := parse(b.String())
		if len(config.Faults(problems)) > 0 || !reflect.DeepEqual(again, s) {
			t.Errorf("%+v\nreads back as\n%+v, %v\n%s", s, again, problems, b.String())
		}
	})
}

// Who writes is put into a config in its own words; what else stands there stays to the
// byte.
func TestPutSender(t *testing.T) {
	var b strings.Builder
	if err := config.WriteNew(&b, known()); err != nil {
		t.Fatal(err)
	}
	ada := model.Sender{Name: "Ada Lovelace", Email: "ada@example.com", Address: `4 "Quay" Row`}
	for _, c := range []struct{ name, was, want string }{
		{"nothing yet", "", "\n[sender]\nname = \"Ada Lovelace\"\n"},
		{"no such table", "mouse = false # mine", "mouse = false # mine\n\n[sender]\nname = "},
		{"some of it", "[sender]\nname = 'Ada' # first name only\nprivacy = \"\"\n[keys]\nundo = []\n", "[sender]\naddress = \"4 \\\"Quay\\\" Row\"\nemail = \"ada@example.com\"\nname = \"Ada Lovelace\" # first name only\nprivacy = \"\"\n[keys]\nundo = []\n"},
		{"a file with everything", b.String(), "[sender]\nname = \"Ada Lovelace\" # your name\n#title = \"\" # your title\n"},
		{"with a mark of its order of bytes", "\ufeffmouse = false\n", "\ufeffmouse = false\n\n[sender]\n"},
		{"the last line has no end", "[sender]", "[sender]\n"},
		{"in braces", "sender = { name = \"A\", email = \"a@b.example\", address = \"x\" }\n", "sender = { name = \"Ada Lovelace\", email = \"ada@example.com\", address = \"4 \\\"Quay\\\" Row\" }\n"},
	} {
		was, _ := parse(c.was)
		got, err := config.PutSender("c.toml", []byte(c.was), was.Sender, ada, known)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		s, problems := parse(string(got))
		if len(problems) > 0 || s.Sender != ada || !strings.Contains(string(got), c.want) {
			t.Errorf("%s: %+v, %v\n%s\nlacks\n%s", c.name, s.Sender, problems, got, c.want)
		}
		for line := range strings.SplitSeq(c.was, "\n") {
			if line != "" && !strings.Contains(string(got), line) && !strings.Contains(line, "name") && !strings.Contains(line, "email") && !strings.Contains(line, "address") {
				t.Errorf("%s: %q has gone", c.name, line)
			}
		}
		again, err := config.PutSender("c.toml", got, ada, model.Sender{}, known)
		if s, _ := parse(string(again)); err != nil || s.Sender != (model.Sender{}) {
			t.Errorf("%s: taken away again: %+v, %v\n%s", c.name, s.Sender, err, again)
		}
	}
}

// A config in which it cannot be put without harm is left as it is.
func TestPutSenderRefuses(t *testing.T) {
	for _, c := range []struct{ was, want string }{
		{"sender = { name = \"A\" }\n", "only you can change it"},
		{"sender.name = \"A\"\n[keys]\n", "only you can change it"},
		{"mouse = maybe", "c.toml:1:"},
		{"[sender]\nemail = \"nobody\"", "email is no address"},
	} {
		got, err := config.PutSender("c.toml", []byte(c.was), model.Sender{}, model.Sender{Name: "Ada", Title: "Countess"}, known)
		if err == nil || got != nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %q, %v", c.was, got, err)
		}
	}
}
