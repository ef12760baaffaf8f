package critique

import (
	"fmt"
	"slices"

	"talentmap/model"
	"talentmap/scoring/critique/prose"
)

// longestName is how many words a name of a person or a company has at most.
const longestName = 5

// wrongPerson looks for names of others.
func (r *reading) wrongPerson() {
	r.wrongGreeting()
	for _, v := range r.texts() {
		for i := 0; i < len(v.Words); i++ {
			if v.Sentences[v.sentOf[i]].Part == prose.Quoted || !beginsName(&v.Words[i]) {
				continue
			}
			if end, reason := r.otherAt(v, i); end > i {
				r.found(Error, v, i, end, reason)
				i = end - 1
			}
		}
	}
}

// beginsName reports whether a word can begin a name.
func beginsName(w *prose.Word) bool {
	return w.Form&(prose.Capital|prose.Digit|prose.Sign) != 0 && w.Form&(prose.Link|prose.Mail) == 0
}

// otherAt is behind the longest name of somebody else, or of an employer that is
// not hers, that begins with a word.
func (r *reading) otherAt(v *view, i int) (end int, reason string) {
	last := min(v.Sentences[v.sentOf[i]].End, i+longestName)
	var buf [longestName]string
	words := buf[:0]
	for k := i; k < last; k++ {
		w := &v.Words[k]
		if k > i && w.Gap&(prose.Clause|prose.Stop|prose.Para) != 0 {
			break
		}
		if w.Text == "'s" {
			continue
		}
		words = append(words, w.Text)
		name := nameOfWords(words)
		switch {
		case v.hidden[i] || v.hidden[k] || r.known.says(words):
		case isFullName(v.Words[i:k+1]) && r.against.Called(name) > 0:
			end, reason = k+1, "is somebody else on your maps"
		case r.against.Employs(name) > 0 && v.isHers(i) && !isAlsoPlain(v.Words[i:k+1]):
			end, reason = k+1, "is where somebody else works, and nothing says that she does"
		}
	}
	return end, reason
}

// isFullName reports whether words look like a name of somebody: two at least, the
// first and the last with a capital; in a script without spaces three characters.
func isFullName(words []prose.Word) bool {
	first, last := words[0], words[len(words)-1]
	if first.Form&prose.Sign != 0 {
		return len(words) > 2 && isRun(words)
	}
	return len(words) > 1 && first.Form&prose.Capital != 0 && last.Form&prose.Capital != 0
}

// isHers reports whether a text speaks of what follows as of her employer.
func (v *view) isHers(word int) bool {
	for _, h := range v.hits[listAtWork] {
		if h.End == word || h.End == word-1 && articles[v.Words[word-1].Text] {
			return true
		}
	}
	// Globex's own Mira: the employer before her team.
	for k := word + 1; k < min(len(v.Words), word+longestName); k++ {
		if v.Words[k].Text == "'s" {
			return v.spokenTo(word)
		}
	}
	return false
}

var articles = map[string]bool{"the": true, "der": true, "die": true, "das": true, "dem": true, "den": true, "la": true, "le": true, "el": true, "los": true, "las": true}

// spokenTo reports whether a sentence speaks to her.
func (v *view) spokenTo(word int) bool {
	s := v.Sentences[v.sentOf[word]]
	for _, w := range v.Words[s.First:s.End] {
		if addressed[w.Text] {
			return true
		}
	}
	return false
}

// addressed are the words by which somebody is spoken to.
var addressed = wordSet(`
	you your yours u ur
	du dich dir dein deine deinen deinem deiner deines sie ihnen ihr ihre ihren ihrem ihrer ihres euch euer eure euren
	vous votre vos tu te toi ton ta tes
	ti tu tus te usted su sus le os vuestro vuestra`)

// isAlsoPlain reports whether one word alone is an everyday one: a company called
// Team is not meant by "your Team".
func isAlsoPlain(words []prose.Word) bool {
	return len(words) == 1 && isPlain(&words[0], termOf(words[0].Text))
}

// says reports whether words stand in a row in what is known of the person.
func (k *known) says(words []string) bool {
	for _, at := range k.places[words[0]] {
		if at.last >= len(words)-1 && slices.Equal(k.words[at.word:at.word+len(words)], words) {
			return true
		}
	}
	return false
}

// wrongGreeting finds a greeting with the name of somebody else.
func (r *reading) wrongGreeting() {
	v := r.body
	if len(v.Sentences) == 0 || v.Sentences[0].Part != prose.Greeting || r.channel == onIntroduction {
		return
	}
	s := v.Sentences[0]
	for i := s.First; i < s.End; i++ {
		w := &v.Words[i]
		if w.Form&prose.Capital == 0 || w.Form&prose.Digit != 0 || i == s.First && greets[w.Text] || titles[w.Text] {
			continue
		}
		if r.mayBeHers(w.Text) {
			return
		}
		if r.against.Given(NameOf(w.Text)) > 0 {
			r.found(Error, v, i, i+1, fmt.Sprintf("is not what %s is called, and is what somebody else is", model.CleanLine(r.about.Person.Name)))
			return
		}
	}
}

// greets are the words before a name.
var greets = wordSet(`hi hello hey dear good hallo liebe lieber guten sehr servus moin gruss bonjour bonsoir salut cher chere coucou hola estimado estimada querido querida
	buenos buenas apreciado apreciada morning afternoon evening tag morgen abend ciao`)

// titles stand before a name.
var titles = wordSet(`mr mrs ms miss mx dr prof professor herr frau madame monsieur mme m mlle sr sra don dona senor senora dipl ing`)

// mayBeHers reports whether a greeting's name is one of hers, or one by which people
// of her name are called, or stands in her addresses.
func (r *reading) mayBeHers(word string) bool {
	if r.owned[word] {
		return true
	}
	const alike = 3
	for own := range r.owned {
		switch {
		case len(word) >= alike && len(own) >= alike && own[:alike] == word[:alike]:
			return true
		case shortFor(own, word), shortFor(word, own):
			return true
		case r.about.Person != nil && !isLatin(r.about.Person.Name):
			return true // transliterated: nobody can tell
		}
	}
	return false
}

func isLatin(name string) bool {
	for _, r := range name {
		if r >= 0x370 {
			return false
		}
	}
	return true
}
