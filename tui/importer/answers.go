package importer

import "talentmap/edge/intake/format"

// Answers are what was said of the columns of files in this session, by path, so that
// neither leaving nor an undo loses it. What is imported is kept in the store too,
// for every file with the same headers.
type Answers struct {
	said  map[string]format.Mapping // to its end: the file is read so
	begun map[string]format.Mapping // and left: the columns show it when they are opened again
}

// NewAnswers is those of a session in which nothing was said yet.
func NewAnswers() *Answers {
	return &Answers{said: map[string]format.Mapping{}, begun: map[string]format.Mapping{}}
}

// say keeps what was said of a file to its end.
func (a *Answers) say(path string, m format.Mapping) {
	a.said[path] = m
	delete(a.begun, path)
}

// begin keeps what was said of a file so far.
func (a *Answers) begin(path string, m format.Mapping) { a.begun[path] = m }
