// Package widget holds the parts that screens are made of: text that fits, a
// list that keeps its cursor, frames, an editor. They know no domain.
//
// Everything is measured in cells with x/ansi and assembled by hand: a frame of
// the whole screen costs some tens of microseconds, where composing styled
// blocks costs milliseconds.
package widget
