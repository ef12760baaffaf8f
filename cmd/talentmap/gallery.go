package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"talentmap/tui"
	"talentmap/tui/gallery"
	"talentmap/tui/picture"
)

// galleryAsked is what was asked of the gallery on its command line.
type galleryAsked struct {
	list, json, print bool
	svg, look, size   string
}

type sceneJSON struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	Keys  string `json:"keys"`
}

func (a *app) galleryVerb() *cobra.Command {
	var g galleryAsked
	c := &cobra.Command{
		Use: "gallery [SCENE]", Short: "Show every screen of the workbench and each of its states, on made-up people",
		Long: "Show every screen of the workbench and each of its states, one after the other, on made-up people and in a\ndatabase of its own: in every look and size, to be looked at or to be tried.",
		Args: args(0, 1, "at most the name of a scene; --list names them"),
		RunE: func(c *cobra.Command, names []string) error {
			scenes, at, err := chosenScenes(names)
			if err != nil {
				return err
			}
			if g.list {
				return a.listScenes(g.json)
			}
			return a.gallery(c.Context(), g, scenes, at, len(names) > 0)
		},
	}
	f := c.Flags()
	f.BoolVar(&g.list, "list", false, "name the scenes")
	jsonFlag(c, &g.json)
	f.BoolVar(&g.print, "print", false, "print the scene, or all of them, as text instead of showing them")
	f.StringVar(&g.svg, "svg", "", "write the pictures of the scene, or of all, into this folder")
	f.StringVar(&g.look, "look", "", "dark, light, plain, ascii or aloud")
	f.StringVar(&g.size, "size", "", "columns and rows of what is printed or written, such as 80x24")
	return c
}

// chosenScenes are all scenes, and which one was named.
func chosenScenes(names []string) (scenes []gallery.Scene, at int, err error) {
	scenes = gallery.Scenes()
	if len(names) == 0 {
		return scenes, 0, nil
	}
	for i, s := range scenes {
		if s.Name == names[0] {
			return scenes, i, nil
		}
	}
	return nil, 0, usage("there is no scene %q: `talentmap gallery --list` names them", names[0])
}

func (a *app) listScenes(asJSON bool) error {
	var out []sceneJSON
	for _, s := range gallery.Scenes() {
		out = append(out, sceneJSON{s.Name, s.Title, strings.TrimSpace(s.Keys + " " + s.Then)})
	}
	if asJSON {
		return printJSON(a.out, out)
	}
	return printTable(a.out, "SCENE\tSHOWS", func(line func(...any)) {
		for _, s := range out {
			line(s.Name, s.Title)
		}
	})
}

// gallery draws the scenes, or shows them on a terminal.
func (a *app) gallery(ctx context.Context, g galleryAsked, scenes []gallery.Scene, at int, one bool) error {
	if one && (g.print || g.svg != "") {
		scenes = scenes[at : at+1]
	}
	for i := range scenes {
		if err := g.fit(&scenes[i]); err != nil {
			return err
		}
	}
	svg := g.svg
	if svg != "" {
		var err error
		if svg, err = filepath.Abs(svg); err != nil {
			return err
		}
	}
	drawn := g.print || svg != ""
	if !drawn && !a.tty {
		return usage("the gallery needs a terminal; in a pipe use --list, --print or --svg FOLDER")
	}
	return inFolder(func(dir string) error {
		if !drawn {
			v := gallery.NewViewer(ctx, dir, scenes, at)
			_, err := tea.NewProgram(v, tea.WithContext(ctx), tea.WithFPS(tui.FPS)).Run()
			return errors.Join(err, v.Close())
		}
		for i, s := range scenes {
			own := filepath.Join(dir, strconv.Itoa(i))
			if err := os.Mkdir(own, 0o700); err != nil {
				return err
			}
			view, err := gallery.Draw(ctx, own, s)
			if err != nil {
				return err
			}
			if err := a.drawn(svg, &s, view); err != nil {
				return err
			}
		}
		return nil
	})
}

// drawn writes the picture of a scene into a folder, or prints the scene.
func (a *app) drawn(svg string, s *gallery.Scene, view tea.View) error {
	if svg != "" {
		if err := os.MkdirAll(svg, 0o755); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(svg, s.Name+".svg"), picture.SVG(view, s.W, s.H, s.Title, s.Look != gallery.Light), 0o644)
	}
	text := view.Content
	if !a.tty {
		text = ansi.Strip(text)
	}
	_, err := fmt.Fprintf(a.out, "%s: %s\n%s\n", s.Name, s.Title, text)
	return err
}

// inFolder has the program run for a while in a folder with the scenes' files, which is
// removed after.
func inFolder(do func(dir string) error) error {
	dir, err := os.MkdirTemp("", "talentmap-gallery-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	was, err := os.Getwd()
	if err != nil {
		return err
	}
	if err := errors.Join(gallery.Provide(dir), os.Chdir(dir)); err != nil {
		return err
	}
	return errors.Join(do(dir), os.Chdir(was))
}

// fit gives a scene the look and the size that were asked for.
func (g *galleryAsked) fit(s *gallery.Scene) (err error) {
	if g.look != "" {
		if s.Look, err = gallery.ParseLook(g.look); err != nil {
			return usage("%v", err)
		}
	}
	if g.size != "" {
		if n, err := fmt.Sscanf(g.size, "%dx%d", &s.W, &s.H); n != 2 || err != nil || s.W < 1 || s.H < 1 || s.W > 500 || s.H > 200 {
			return usage("--size %s: it is columns and rows, such as 80x24, and at most 500x200", g.size)
		}
	}
	return nil
}
