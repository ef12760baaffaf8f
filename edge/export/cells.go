package export

import (
	"encoding/json"
	"fmt"
	"strings"
)

// separator stands between the entries of a list in one cell.
const separator = "; "

// listCell is a list in one cell: its entries with semicolons between them, or as a
// JSON list where one of them has a semicolon, or begins as such a list does.
func listCell(list []string) (string, error) {
	for _, s := range list {
		if strings.Contains(s, ";") || strings.HasPrefix(s, "[") {
			return jsonCell(list)
		}
	}
	return strings.Join(list, separator), nil
}

// jsonCell is a list as JSON in one cell; "" for an empty one.
func jsonCell[T any](list []T) (string, error) {
	if len(list) == 0 {
		return "", nil
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(list); err != nil {
		return "", fmt.Errorf("write a list: %w", err)
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}

// urls are profile links as a browser takes them.
func urls(normalized []string) []string {
	full := make([]string, len(normalized))
	for i, l := range normalized {
		full[i] = "https://" + l
	}
	return full
}
