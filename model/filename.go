package model

import "strings"

// longestFileName is how many letters of a name are in the name of a file.
const longestFileName = 40

// FileName is a name as a part of a file's name: letters and digits, folded as by
// [NameKey], with - between the words; "" where a name has none.
func FileName(name string) string {
	r := []rune(strings.Join(strings.Fields(NameKey(name)), "-"))
	return string(r[:min(len(r), longestFileName)])
}
