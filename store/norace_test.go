//go:build !race

package store_test

// histories is how many random histories a test tries.
const histories = "100"
