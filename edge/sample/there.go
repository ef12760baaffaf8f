package sample

import "talentmap/store"

// There reports whether the sample has been loaded, and not taken away again.
func There(tx *store.Tx) (bool, error) {
	for imp, err := range tx.Imports() {
		if err != nil {
			return false, err
		}
		if imp.Dialect == "sample" {
			return true, nil
		}
	}
	return false, nil
}
