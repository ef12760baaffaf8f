package intake

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"

	"talentmap/edge/intake/format"
	"talentmap/model"
	"talentmap/store"
)

// OpenRemembered opens what comes in as [format.Input.Open] does. Where nothing is
// said of its columns, a table of no known tool is read as a person has said before
// that one of its header set is to be read: see [model.Source.Columns], and
// [format.Source.Mapping] for what that was.
func OpenRemembered(st *store.Store, in *format.Input, as format.As) (*format.Source, error) {
	src, err := in.Open(as)
	if len(as.Mapping) > 0 || as.Dialect != "" || err != nil && !errors.Is(err, format.ErrColumns) {
		return src, err
	}
	key := ""
	if err != nil {
		key = headerKeyOf(in)
	} else {
		key = src.HeaderKey()
	}
	if key == "" {
		return src, err
	}
	m, lookErr := remembered(st, key)
	switch {
	case lookErr != nil:
		err = errors.Join(err, fmt.Errorf("how the columns of %s are to be read: %w", in.Name(), lookErr))
	case len(m) == 0:
		return src, err
	}
	if src != nil {
		err = errors.Join(err, src.Close())
	}
	if lookErr != nil {
		return nil, err
	}
	as.Mapping = m
	return in.Open(as)
}

// headerKeyOf is the [format.HeaderKey] of a table that is refused; "" where it is none.
func headerKeyOf(in *format.Input) string {
	cols, err := in.Columns()
	if err != nil {
		return ""
	}
	headers := make([]string, len(cols))
	for i, c := range cols {
		headers[i] = c.Header
	}
	return format.HeaderKey(headers)
}

// remembered is what was said last of the columns of a header set.
func remembered(st *store.Store, key string) (m format.Mapping, err error) {
	var newest model.Source
	err = st.View(func(tx *store.Tx) error {
		for src, err := range tx.Sources() {
			if err != nil {
				return err
			}
			if src.Header == key && len(src.Columns) > 0 && cmp.Or(cmp.Compare(src.Import, newest.Import), cmp.Compare(src.ID, newest.ID)) > 0 {
				newest = src
			}
		}
		return nil
	})
	for _, header := range slices.Sorted(maps.Keys(newest.Columns)) {
		m = append(m, format.Mapped{Header: header, Field: newest.Columns[header], Confidence: 1})
	}
	return m, err
}

// byHeader is the mapping to remember with a source.
func byHeader(m format.Mapping) map[string]string {
	if len(m) == 0 {
		return nil
	}
	out := make(map[string]string, len(m))
	for _, c := range m {
		out[c.Header] = c.Field
	}
	return out
}
