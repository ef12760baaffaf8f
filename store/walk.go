package store

import (
	"math"
	"time"
	"unsafe"

	"talentmap/model"
)

// The kinds of CBOR items, the upper three bits of their first byte.
const (
	isNumber = 0
	isText   = 3
	isArray  = 4
	isMap    = 5
	isTag    = 6
	isSimple = 7
)

// walk reads encoded items one after the other. The first that is not what is
// asked for sets lost, and from there on nothing is read.
//
// Texts are not copied: they are part of the bytes that are walked over, and
// end with them.
type walk struct {
	rest []byte
	lost bool
}

func (w *walk) fail() { w.rest, w.lost = nil, true }

// head reads what an item begins with: its kind and its value or length.
func (w *walk) head() (kind byte, n uint64) {
	if len(w.rest) == 0 {
		w.fail()
		return 0, 0
	}
	first := w.rest[0]
	w.rest = w.rest[1:]
	kind, n = first>>5, uint64(first&0x1f)
	if n < 24 {
		return kind, n
	}
	if n > 27 || len(w.rest) < 1<<(n-24) {
		w.fail()
		return 0, 0
	}
	size := 1 << (n - 24)
	n = 0
	for i := range size {
		n = n<<8 | uint64(w.rest[i])
	}
	w.rest = w.rest[size:]
	return kind, n
}

func (w *walk) expect(kind byte) uint64 {
	have, n := w.head()
	if have != kind {
		w.fail()
		return 0
	}
	return n
}

// open is how many items, or pairs of items, a list or map has; 0 when lost.
// Each of them takes a byte at least.
func (w *walk) open(kind byte) int {
	n := w.expect(kind)
	if n > uint64(len(w.rest)) {
		w.fail()
		return 0
	}
	return int(n)
}

func (w *walk) number() uint64 { return w.expect(isNumber) }

func (w *walk) date() model.Date {
	n := w.number()
	if n > math.MaxUint32 {
		w.fail()
		return 0
	}
	return model.Date(n)
}

func (w *walk) text() string {
	n := w.open(isText)
	s := unsafe.String(unsafe.SliceData(w.rest), n)
	w.rest = w.rest[n:]
	return s
}

// moment is a time as the encoder writes it.
func (w *walk) moment() time.Time {
	t, err := time.Parse(time.RFC3339Nano, w.text())
	if err != nil {
		w.fail()
	}
	return t
}

func (w *walk) texts(into []string) []string {
	for n := w.open(isArray); n > 0; n-- {
		into = append(into, w.text())
	}
	return into
}

func (w *walk) float() float64 {
	const double = isSimple<<5 | 27
	if len(w.rest) == 0 || w.rest[0] != double {
		w.fail()
		return 0
	}
	_, bits := w.head()
	return math.Float64frombits(bits)
}

func (w *walk) truth() bool {
	const no, yes = 20, 21
	n := w.expect(isSimple)
	if n != no && n != yes {
		w.fail()
	}
	return n == yes
}

// skip passes over an item and all that is in it.
func (w *walk) skip() {
	for items := 1; items > 0 && !w.lost; items-- {
		kind, n := w.head()
		switch kind {
		case isText, isText - 1: // bytes
			if n > uint64(len(w.rest)) {
				w.fail()
				return
			}
			w.rest = w.rest[n:]
		case isArray, isMap:
			if n > uint64(len(w.rest)) {
				w.fail()
				return
			}
			items += int(n) * int(kind-isArray+1)
		case isTag:
			items++
		}
	}
}
