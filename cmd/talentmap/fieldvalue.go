package main

import (
	"strings"

	"talentmap/model"
)

// fieldValue reads FIELD=VALUE: which of the fields it is, and what stands behind the =.
func fieldValue[F any](fields []F, name func(*F) string, arg string) (f *F, value string, err error) {
	given, value, ok := strings.Cut(arg, "=")
	names := make([]string, len(fields))
	for i := range fields {
		if names[i] = name(&fields[i]); ok && names[i] == given {
			return &fields[i], value, nil
		}
	}
	return nil, "", usage("%q gives no field: write FIELD=VALUE, with a FIELD of %s", model.CleanLine(arg), strings.Join(names, ", "))
}
