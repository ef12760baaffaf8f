package kvtest_test

import (
	"testing"

	"talentmap/store/kv/kvtest"
)

func TestMemory(t *testing.T) {
	kvtest.Run(t, func(testing.TB) kvtest.Place { return (&kvtest.Memory{}).Open })
}
