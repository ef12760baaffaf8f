package tui_test

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"talentmap/model"
	"talentmap/tui"
	"talentmap/tui/config"
	"talentmap/tui/theme"
	"talentmap/tui/tuitest"
)

// written is a config as a file would have it; a test changes it behind a session
// that is running.
type written struct{ text string }

func (c *written) read() (config.Settings, []config.Problem) {
	return config.Parse("config.toml", []byte(c.text), tui.Known)
}

func (c *written) save(was, s model.Sender) error {
	text, err := config.PutSender("config.toml", []byte(c.text), was, s, tui.Known)
	if err == nil {
		c.text = string(text)
	}
	return err
}

// configured begins a session of ada's with a config.
func (b *bench) configured(text string) *written {
	b.t.Helper()
	b.shutdown()
	c := &written{text}
	set, problems := c.read()
	b.config.Settings, b.config.Problems, b.config.Reload, b.config.SaveSender = &set, problems, c.read, c.save
	b.root = tui.New(b.config)
	b.Session = tuitest.New(b.t, b.root, 160, 40)
	return c
}

// A new config changes nothing, as it is and with every setting in it made one.
func TestANewConfigIsWhatHoldsWithoutOne(t *testing.T) {
	var b strings.Builder
	if err := config.WriteNew(&b, tui.Known()); err != nil {
		t.Fatal(err)
	}
	all := regexp.MustCompile(`(?m)^#(\S)`).ReplaceAllString(b.String(), "$1")
	for _, text := range []string{b.String(), all} {
		set, problems := config.Parse("config.toml", []byte(text), tui.Known)
		if len(problems) > 0 || !reflect.DeepEqual(set, config.Defaults()) {
			t.Errorf("%v, %+v", problems, set)
		}
	}
	for _, c := range tui.Contexts() {
		for _, a := range c.Actions {
			if c.Fixed {
				continue
			}
			if id := regexp.QuoteMeta(a.ID); !regexp.MustCompile(`(?m)^"?` + id + `"? = \[`).MatchString(all) {
				t.Errorf("it lacks %s", a.ID)
			}
		}
	}
}

// The table has no key that hides one of everywhere but those that are meant to.
func TestNoActionOfAPlaceHidesOneByMistake(t *testing.T) {
	var global, hides []string
	for _, c := range tui.Contexts() {
		for _, a := range c.Actions {
			for _, k := range a.Keys {
				switch {
				case c.Name == "Everywhere":
					global = append(global, k)
				case !c.Over && strings.Contains(" "+strings.Join(global, " ")+" ", " "+k+" "):
					hides = append(hides, a.ID+" "+k)
				}
			}
		}
	}
	want := "talent.complete tab, talent.clear esc, queue.complete tab, queue.clear esc, composer.done esc, composer.field tab, composer.field shift+tab, " +
		"sending.when d, sending.left L, sending.close esc, outbox.close esc, stock.turn tab, stock.turn-back shift+tab, stock.close esc, person.previous ctrl+p, person.section tab, person.section-before shift+tab, person.close esc, history.undo u, history.close esc, " +
		"imports.undo u, imports.close esc, review.apart d, review.close esc, roles.close esc, shortlist.turn tab, shortlist.close esc, " +
		"companies.apart d, companies.turn tab, companies.close esc, company.turn tab, company.close esc"
	if got := strings.Join(hides, ", "); got != want {
		t.Errorf("hidden by\n%s, want\n%s", got, want)
	}
}

func TestAConfigIsUsed(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.configured("theme = \"dusk\"\n[columns]\nmap = [\"name\", \"place\", \"receptivity\"]\n[themes.dusk]\naccent = \"#012345\"\n[keys]\n\"talent.mark\" = \"Q\"\n\"talent.new\" = []")
		b.Contains("│ name ", "place", "Bologna, Italy")
		b.Lacks(" fit ", "company  ")
		b.press("Q")
		b.Contains("1 marked")
		b.press("space")
		b.Contains("space does nothing here")
		if out := b.root.View().Content; !strings.Contains(out, "38;2;1;35;69") {
			t.Error("nothing has the accent that was chosen")
		}
		b.press("M")
		b.Contains("M does nothing here")
		b.press(": =new_map enter")
		b.Contains("New talent map")
	})
}

// What is bound in one session is not in another of the same process.
func TestSettingsAreOfASession(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		other := *b
		b.configured("theme = \"plain\"\n[keys]\n\"talent.mark\" = \"Q\"")
		set := config.Defaults()
		other.config.Settings = &set
		other.root = tui.New(other.config)
		other.Session = tuitest.New(b.t, other.root, 160, 40)
		b.t.Cleanup(other.shutdown)
		b.press("Q")
		other.press("space space")
		b.Contains("1 marked", "┏")
		other.Contains("2 marked", "╭")
	})
}

func TestABadConfigIsToldAndTheRestHolds(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.configured("mause = false\n[keys]\n\"talent.mark\" = \"Q\"\nfind = \"Ctrl+F\"\nundo = \"hello\"")
		b.Contains("config.toml:1:1: there is no setting mause: did you mean mouse? (and 2 more) · `talentmap config --check` says all")
		b.press("Q")
		b.Contains("1 marked")
	})
}

func TestReloadTakesTheConfigAtOnce(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		c := b.configured("")
		b.press(": =reload enter")
		b.Contains("the config is read again", " fit ")
		c.text = "theme = \"plain\"\n[columns]\nmap = [\"name\", \"owner\"]\n[keys]\n\"talent.mark\" = \"Q\"\nhelp = \"f2\""
		b.press(": =reload enter")
		b.Contains("┏", "┃ name  ", "owner")
		b.Lacks(" fit ")
		b.press("Q")
		b.Contains("1 marked")
		b.press("é")
		b.Contains("é does nothing here · f2 lists the keys")

		c.text = "theme = \"light\"\n[keys]\n\"talent.mark\" = \"ctrl+\"\nhelp = \"x\""
		b.press(": =reload enter")
		b.Contains("nothing has changed: config.toml:3:17: ", "┏")
		b.press("Q")
		b.Contains("2 marked")

		c.text = ""
		b.press(": =reload enter")
		b.Contains("╭", " fit ")
		b.press("space")
		b.Contains("3 marked")
	})
}

// A page that is open gets the keys, too.
func TestReloadReachesWhatIsOpen(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		c := b.configured("")
		b.press("H")
		c.text = "[keys]\n\"history.close\" = \"ctrl+q\""
		b.press(": =reload enter backspace")
		b.Contains("History ·", "backspace does nothing here")
		b.press("ctrl+q")
		b.Lacks("History ·")
	})
}

func TestASessionWithoutAConfigReloadsNone(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press(": =reload enter")
		b.Contains("reload config: this session has no config of its own")
	})
}

func TestThemesOfOnesOwnAreInTheRow(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.configured("[themes.dusk]\nbase = \"light\"")
		for _, want := range []string{"dark", "light", "plain", "dusk", "by the terminal's background", "dark"} {
			b.press("T")
			b.Contains("theme: " + want)
		}
	})
}

// What a terminal can show is told at the beginning: it is drawn for that.
func TestASessionIsDrawnForItsTerminal(t *testing.T) {
	many := regexp.MustCompile("38;5;")
	for p, c := range map[colorprofile.Profile]struct {
		many, few bool
		corner    string
	}{
		colorprofile.TrueColor: {many: true, corner: "╭"}, colorprofile.ANSI256: {many: true, corner: "╭"},
		colorprofile.ANSI: {few: true, corner: "╭"}, colorprofile.ASCII: {corner: "┏"}, colorprofile.NoTTY: {corner: "┏"},
	} {
		at(t, setup{}, func(b *bench) {
			b.Send(tea.ColorProfileMsg{Profile: p})
			out := b.root.View().Content
			if many.MatchString(out) != c.many || strings.Contains(out, "96m") != c.few {
				t.Errorf("%s: drawn with %q", p, many.FindString(out))
			}
			b.Contains(c.corner)
		})
	}
}

// A colour that the terminal has not gives way where there are sixteen.
func TestSixteenColours(t *testing.T) {
	spec := theme.Spec{Colours: map[theme.Token]theme.Colour{theme.Accent: "#012345", theme.Hot: "13"}}
	th := spec.Theme("mine", theme.Sixteen)
	if got := th.Open(theme.Accent, false); got != "\x1b[1;96m" {
		t.Errorf("the accent is %q", got)
	}
	if got := th.Open(theme.Hot, false); got != "\x1b[95m" {
		t.Errorf("hot is %q", got)
	}
}

// Who writes is said in the workbench, stands in the config, and in what is written from
// then on.
func TestDetailsOfWhoWrites(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		c := b.configured("theme = \"dark\" # mine\n")
		b.press("c alt+t enter")
		b.Contains("{{sender")
		b.press("esc : =details enter")
		b.Contains("Who writes", "name", "opt-out")
		b.press("=Ada_Lovelace tab tab =Analytical_Engines tab =4_Quay_Row tab =nobody ctrl+s")
		b.Contains("email is no address: write it like ada@example.com")
		b.press("ctrl+u =ada@example.com ctrl+s")
		b.Contains("your details are in the config")
		b.Lacks("Who writes")
		for _, line := range []string{"theme = \"dark\" # mine", "[sender]", `name = "Ada Lovelace"`, `company = "Analytical Engines"`, `email = "ada@example.com"`} {
			if !strings.Contains(c.text, line+"\n") {
				t.Errorf("the config lacks %s:\n%s", line, c.text)
			}
		}
		b.press("c alt+t enter")
		b.Contains("Ada")
		b.Lacks("{{sender")
		c.text = "sender = { name = \"Ada\" }\n"
		b.press("esc : =reload enter : =details enter tab =Countess ctrl+s")
		b.Contains("nothing was saved: the config is written in a way in which only you", "Countess")
	})
}

// What was written into the config by hand since the session read it stays: only what is
// changed in the form is put there.
func TestDetailsLeaveWhatWasWrittenMeanwhile(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		c := b.configured("[sender]\nname = \"Ada\"\n")
		c.text = "[sender]\nname = \"Ada\"\ntitle = \"Countess\"\n"
		b.press(": =details enter tab tab =Engines ctrl+s")
		b.Contains("your details are in the config")
		if want := "[sender]\ncompany = \"Engines\"\nname = \"Ada\"\ntitle = \"Countess\"\n"; c.text != want {
			t.Errorf("the config is\n%s\nwant\n%s", c.text, want)
		}
	})
}

func TestASessionWithoutAConfigHasNoDetails(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press(": =details enter")
		b.Contains("your details: this session has no config of its own")
	})
}
