package config

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// place is where something stands in a file: its first byte. Lines are counted for
// what is wrong only.
type place int

// nowhere is the place of what is not in the file.
const nowhere place = -1

// in is the line and the column of a place, in bytes and from 1.
func (p place) in(data []byte) (line, column int) {
	before := data[:min(int(p), len(data))]
	return bytes.Count(before, []byte("\n")) + 1, len(before) - bytes.LastIndexByte(before, '\n')
}

// word is a word of a file with its place.
type word struct {
	text string
	at   place
}

// value is what was written behind a key.
type value struct {
	kind unstable.Kind
	text string  // of a string or a number; true or false
	list []value // of an array
	at   place   // of an array and of a table the place of their key
	end  place   // behind it; of an array and of a table not known
}

// entry is one value with the whole way to it: keys, talent.mark.
type entry struct {
	path  []word
	value value
}

// read takes a file apart. The error is of a file that is no TOML.
func read(file string, data []byte) ([]entry, *Problem) {
	if !utf8.Valid(data) {
		return nil, &Problem{File: file, What: "this is no UTF-8", Do: "save it as UTF-8"}
	}
	var whole map[string]any
	if err := toml.Unmarshal(data, &whole); err != nil {
		p := &Problem{File: file, What: strings.TrimPrefix(err.Error(), "toml: "), Do: "nothing of the file is used until that is mended"}
		var at *toml.DecodeError
		if errors.As(err, &at) {
			p.Line, p.Column = at.Position()
		}
		return nil, p
	}
	r := reader{}
	r.Reset(data)
	var table []word
	for r.NextExpression() {
		switch e := r.Expression(); e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = r.path(nil, e.Key())
			r.all = append(r.all, entry{table, value{kind: e.Kind, at: table[len(table)-1].at}})
		case unstable.KeyValue:
			r.keyValue(table, e)
		}
	}
	return r.all, nil
}

// reader walks through a file that is known to be TOML.
type reader struct {
	unstable.Parser
	all []entry
}

// path is the way to a key below a table.
func (r *reader) path(table []word, keys unstable.Iterator) []word {
	path := append([]word(nil), table...)
	for keys.Next() {
		n := keys.Node()
		path = append(path, word{string(n.Data), place(n.Raw.Offset)})
	}
	return path
}

// keyValue adds what stands behind a key; of a table in braces all that is in it.
func (r *reader) keyValue(table []word, n *unstable.Node) {
	path := r.path(table, n.Key())
	if v := n.Value(); v.Kind == unstable.InlineTable {
		r.all = append(r.all, entry{path, value{kind: unstable.Table, at: path[len(path)-1].at}})
		for it := v.Children(); it.Next(); {
			r.keyValue(path, it.Node())
		}
		return
	}
	r.all = append(r.all, entry{path, r.value(n.Value(), path[len(path)-1].at)})
}

func (r *reader) value(n *unstable.Node, key place) value {
	v := value{kind: n.Kind, text: string(n.Data), at: key}
	if n.Kind != unstable.Array {
		v.at, v.end = place(n.Raw.Offset), place(n.Raw.Offset+n.Raw.Length)
		return v
	}
	for it := n.Children(); it.Next(); {
		v.list = append(v.list, r.value(it.Node(), key))
	}
	return v
}
