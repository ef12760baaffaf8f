package tui_test

import "testing"

// "Find anyone" takes fields; what it can't understand it says, with what the
// word may become.
func TestFindTakesFields(t *testing.T) {
	at(t, setup{w: 120, h: 40}, func(b *bench) {
		b.press("f =name:käthe_-contacted")
		b.Contains("Käthe Hoffmann-Lehmann")
		b.press("esc f =compny:acme")
		b.Contains(`there is no field "compny"`)
		b.press("esc f =state:")
		b.Contains("state wants a value, such as state:nurture", "state:intro-pending", "state:bounced")
		b.press("enter")
		b.Contains("type on")
	})
}
