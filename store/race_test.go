//go:build race

package store_test

// histories is how many random histories a test tries: with the race detector each
// takes ten times as long, and what it looks for shows in fewer.
const histories = "25"
