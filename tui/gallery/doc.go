// Package gallery holds a scene for each screen of the workbench and each state
// that one should have looked at: made from the sample, at one moment, by keys that
// anybody could press. The pictures of the docs are drawn from it, and [Viewer]
// shows it in a terminal, in every look and size.
//
// To add a screen, add a [Scene] to its file.
package gallery
