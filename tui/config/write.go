package config

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"talentmap/tui/action"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// WriteNew writes a config with everything that can be chosen, each explained and
// set to what holds without it. The settings are behind a #, so that they stay the
// program's own until somebody takes that away.
func WriteNew(w io.Writer, known Known) error {
	out := writer{Writer: bufio.NewWriter(w), known: &known, s: Defaults(), fresh: true}
	out.say("What talentmap does your way. A line that begins with # and no blank is a setting as it is by itself:\n" +
		"take the # away and change what stands behind it. `talentmap config --check` says what is wrong.")
	return out.all()
}

// WriteEffective writes a config with what holds, and beside what was chosen what
// would hold without it.
func WriteEffective(w io.Writer, s Settings, known Known) error {
	out := writer{Writer: bufio.NewWriter(w), known: &known, s: s}
	return out.all()
}

// writer writes a config line by line.
type writer struct {
	*bufio.Writer
	known *Known
	s     Settings
	fresh bool // with explanations, and the settings behind a #
	begun bool
}

func (w *writer) all() error {
	for _, s := range settings() {
		if s.table {
			w.table(s)
			continue
		}
		if w.fresh {
			w.say(s.means)
		}
		w.set(s.name, w.s.value(s.name), w.defaults(s.name), "")
	}
	return w.Flush()
}

// value is a setting as TOML.
func (s *Settings) value(name string) string {
	switch name {
	case "theme":
		return strconv.Quote(s.Theme)
	case "mouse":
		return strconv.FormatBool(s.Mouse)
	case "ascii":
		return strconv.Quote(string(s.ASCII))
	default:
		return strconv.FormatBool(s.ScreenReader)
	}
}

func (w *writer) defaults(name string) string {
	d := Defaults()
	return d.value(name)
}

// say writes an explanation.
func (w *writer) say(text string) {
	w.gap()
	for line := range strings.SplitSeq(text, "\n") {
		fmt.Fprintf(w, "# %s\n", line)
	}
}

// gap parts what follows from what was before.
func (w *writer) gap() {
	if w.begun {
		fmt.Fprintln(w)
	}
	w.begun = true
}

// set writes a setting with what it is by itself, where that is something else, and
// in a new file what it means.
func (w *writer) set(key, value, own, means string) {
	switch {
	case w.fresh && means != "":
		fmt.Fprintf(w, "#%s = %s # %s\n", key, value, means)
	case w.fresh:
		fmt.Fprintf(w, "#%s = %s\n", key, value)
	case own != "" && own != value:
		fmt.Fprintf(w, "%s = %s # by itself %s\n", key, value, own)
	default:
		fmt.Fprintf(w, "%s = %s\n", key, value)
	}
}

func (w *writer) table(s setting) {
	if s.name == "themes" && !w.fresh && len(w.s.Themes) == 0 {
		return
	}
	if w.fresh {
		w.say(s.means)
	} else {
		fmt.Fprintln(w)
	}
	switch s.name {
	case "columns":
		w.head("[columns]")
		w.columns()
	case "themes":
		w.themes()
	case "sender":
		w.head("[sender]")
		w.sender()
	default:
		w.head("[keys]")
		w.keys()
	}
}

// head writes the head of a table, which by itself says nothing.
func (w *writer) head(text string) { fmt.Fprintln(w, text) }

func (w *writer) columns() {
	for _, l := range w.known.Lists {
		own, _ := names(l)
		chosen := own
		if c, ok := w.s.Columns[l.List]; ok {
			chosen = c
		}
		if w.fresh {
			w.explainColumns(l)
		}
		w.set(l.List, array(chosen), array(own), "")
	}
}

func (w *writer) explainColumns(l widget.Listed) {
	for _, c := range l.Columns {
		extra := ""
		if c.Extra {
			extra = " (not shown by itself)"
		}
		fmt.Fprintf(w, "#   %-12s %s%s\n", c.Name, c.Means, extra)
	}
}

func (w *writer) themes() {
	if w.fresh {
		w.exampleTheme()
		return
	}
	for i, name := range slices.Sorted(maps.Keys(w.s.Themes)) {
		if i > 0 {
			fmt.Fprintln(w)
		}
		spec := w.s.Themes[name]
		w.head("[themes." + name + "]")
		if spec.Base != "" {
			w.set(baseWord, strconv.Quote(spec.Base), "", "")
		}
		for _, t := range theme.Tokens() {
			if c, ok := spec.Colours[t]; ok {
				w.set(t.String(), strconv.Quote(string(c)), "", "")
			}
		}
		if spec.Selected != "" {
			w.set(selectedWord, strconv.Quote(string(spec.Selected)), "", "")
		}
	}
}

// exampleTheme shows what a theme can say, and chooses nothing.
func (w *writer) exampleTheme() {
	fmt.Fprintf(w, "# A colour is #rrggbb, a number from 0 to 255, a name such as blue or bright-blue, or %s. An example:\n#\n", theme.Own)
	fmt.Fprintf(w, "#   [themes.mine]\n#   %-8s = %-9q # begins with: %s\n", baseWord, theme.Bases()[0], list(theme.Bases(), "or"))
	own, selected := theme.BaseColours(theme.Bases()[0])
	for _, t := range theme.Tokens() {
		fmt.Fprintf(w, "#   %-8s = %-9q # %s\n", t, own[t], t.Means())
	}
	fmt.Fprintf(w, "#   %-8s = %-9q # the background of the selected row\n", selectedWord, selected)
}

func (w *writer) keys() {
	in := ""
	w.known.actions(func(c *action.Context, a *action.Action) {
		if c.Name != in {
			in = c.Name
			fmt.Fprintf(w, "\n# %s\n", in)
		}
		w.set(key(a), array(chosenOr(w.s.Keys, a)), array(a.Keys), a.Short+": "+a.Long)
	})
}

// key is an action's ID as a key of TOML.
func key(a *action.Action) string {
	if strings.Contains(a.ID, ".") {
		return strconv.Quote(a.ID)
	}
	return a.ID
}

// array is a list of texts as TOML. They are printable: what is escaped is the same
// in both languages.
func array(words []string) string {
	quoted := make([]string, len(words))
	for i, s := range words {
		quoted[i] = strconv.Quote(s)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}
