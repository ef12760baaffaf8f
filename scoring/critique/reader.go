package critique

import (
	"strings"

	"talentmap/model"
	"talentmap/scoring/critique/prose"
)

// Reader reads drafts to one person. It never changes and may be used by several
// goroutines.
type Reader struct {
	about  About
	limits Limits
	stage  stage
	known  known
	names  map[string][]saying // by their first word: what is a name in a draft
	owned  map[string]bool     // words of her names, addresses and accounts
	before contentWords        // of the message before
	person bool
}

// NewReader prepares to read drafts to a person.
func NewReader(about About) *Reader {
	rd := &Reader{
		about: about, limits: about.Limits, stage: stageOf(&about),
		names: make(map[string][]saying), owned: make(map[string]bool), person: about.Person != nil,
	}
	if rd.limits == (Limits{}) {
		rd.limits = DefaultLimits()
	}
	for _, name := range append([]string{about.Sender.Name, about.Sender.Company}, about.Ours...) {
		rd.name(name, isOurs)
	}
	if !rd.person {
		return rd
	}
	rd.known = knownOf(about.Person)
	rd.learnNames(about.Person)
	sent := func(t *model.Touch) bool { return t.Direction == model.Outbound && t.Body != "" }
	if last := lastTouch(about.Touches, sent); last != nil {
		rd.before = contentOf(rd.look(last.Body, Body, prose.Unknown))
	}
	return rd
}

// Read reads a draft to a person once: see [Reader.Read].
func Read(d Draft, about About, against Against) Report { return NewReader(about).Read(d, against) }

// Read says what there is to say of a draft. It takes some tenths of a millisecond
// for a usual message; against may be nil, and then what it would tell is not
// checked.
func (rd *Reader) Read(d Draft, against Against) Report {
	r := &reading{Reader: rd, draft: d, against: against, channel: channelBit(d.Channel)}
	r.body = rd.look(d.Body, Body, d.Lang)
	lang := d.Lang
	if lang == prose.Unknown {
		lang = r.body.Lang
	}
	r.subject = rd.look(d.Subject, Subject, lang)
	r.tongue, r.foreign = r.body.isForeign()
	r.measure()
	for i := range rules {
		r.rule, r.told = &rules[i], 0
		if r.applies(r.rule) {
			r.report.checked |= 1 << i
			r.rule.check(r)
		}
	}
	r.notes()
	r.report.Lang, r.report.Answers = r.body.Lang, r.stage&outreach == 0
	r.report.close()
	return r.report
}

// nameKind says whose a name is.
type nameKind uint8

const (
	isHers  nameKind = iota // a part of her name
	isFirm                  // an employer of hers, now or before
	isTitle                 // of something that she has published
	isOurs
)

// saying is a name of some words behind its first.
type saying struct {
	rest []string
	kind nameKind
}

// name notes a name.
func (rd *Reader) name(text string, kind nameKind) {
	words := strings.Fields(prose.Fold(text))
	if len(words) == 0 || kind == isTitle && len(words) < 2 {
		return
	}
	rd.names[words[0]] = append(rd.names[words[0]], saying{words[1:], kind})
}

// learnNames notes what is a name in a draft to a person.
func (rd *Reader) learnNames(p *model.Person) {
	rd.name(p.Name, isHers)
	for w := range strings.FieldsSeq(prose.Fold(p.Name)) {
		rd.owned[w] = true
		rd.name(w, isHers)
	}
	for _, address := range append(append([]string{}, p.Contact.Emails...), p.Contact.Links...) {
		for _, w := range prose.Words(strings.NewReplacer("@", " ", "/", " ", "_", " ", ".", " ").Replace(address)) {
			rd.owned[w.Text] = true
		}
	}
	for _, pos := range p.Positions {
		rd.name(model.CompanyKey(pos.Company), isFirm)
		rd.name(pos.Company, isFirm)
	}
	for _, c := range p.Background.Content {
		rd.name(c.Title, isTitle)
	}
}

// hide marks the words of a text that are names, and where her employers stand.
func (rd *Reader) hide(v *view) {
	if len(rd.names) == 0 {
		return
	}
	for i := range v.Words {
		for _, s := range rd.names[v.Words[i].Text] {
			end := v.matches(i, s.rest)
			if end == 0 || s.kind != isTitle && end == i+1 && v.Words[i].Form&(prose.Capital|prose.Sign) == 0 {
				continue
			}
			for k := i; k < end; k++ {
				v.hidden[k] = true
			}
			switch s.kind {
			case isFirm:
				v.own[i] = max(v.own[i], end)
			case isTitle:
				v.titles = append(v.titles, prose.Span{First: i, End: end})
			}
		}
	}
}

// isOwnName reports whether a word is one of her names.
func (r *reading) isOwnName(v *view, word int) bool {
	return r.owned[v.Words[word].Text] && v.Words[word].Form&(prose.Capital|prose.Sign) != 0
}
