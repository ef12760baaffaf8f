package person

import (
	"fmt"
	"strings"

	"talentmap/store"
)

// told lists what files have told of the person: what each source said of her
// last, what has changed since the file before, and rows that may mean her.
func (l *dataList) told(d *store.Dossier) {
	for i := range d.Said {
		said := &d.Said[i]
		st := &said.Statement
		l.source = joined("said by "+said.By, st.AsOf.String())
		l.add("name", st.Name)
		l.add("place", st.Location)
		l.add("headline", st.Headline)
		l.add("summary", st.Summary)
		l.add("skills", strings.Join(st.Skills, ", "))
		l.positions(st.Positions)
		if st.Hireable != "" {
			l.add("open to offers", st.Hireable)
		}
		if st.Gone.Known() {
			l.add("gone", "no longer in the file of "+st.Gone.String())
		}
	}
	for i := range d.News {
		n := &d.News[i]
		l.source = joined("compared with the file before", "import "+n.Import.String(), n.Seen.String())
		l.add("news", joined(string(n.Kind), fromTo(n), when(n), fmt.Sprintf("%.0f%% sure", 100*n.Confidence), n.Evidence, n.Meaning))
	}
	for i := range d.Reviews {
		r := &d.Reviews[i]
		l.source = fmt.Sprintf("row %d of import %s, which may mean her: %s", r.Line, r.Import, r.Why)
		l.record(&r.Incoming)
		l.background(&r.Incoming)
	}
}
