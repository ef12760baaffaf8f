//go:build !linux

package store_test

import "errors"

func writeUnderLimit(string) error { return errors.New("only on Linux") }
