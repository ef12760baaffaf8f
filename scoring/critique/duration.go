package critique

import (
	"strconv"
	"strings"

	"talentmap/scoring/critique/prose"
)

// findDurations finds the times that a text speaks of: 45 minutes, half an hour,
// eine halbe Stunde.
func (v *view) findDurations() {
	for i := range v.Words {
		if v.hidden[i] {
			continue
		}
		if d := v.durationAt(i); d.end > 0 {
			v.spans[i] = d
			if i > 0 && v.spans[i-1].end == 0 && v.isRange(i) {
				v.spans[i-1] = d // 30–45 minutes
			}
		}
	}
}

// isRange reports whether a number stands right before a word, as in 30-45.
func (v *view) isRange(i int) bool {
	return v.Words[i-1].Form&prose.Digit != 0 && v.Words[i].Gap&(prose.Hyphen|prose.Clause) != 0 && v.Words[i].Form&prose.Digit != 0
}

func (v *view) durationAt(i int) duration {
	for _, p := range spelledTimes[v.Words[i].Text] {
		if end := v.matches(i, p.rest); end > 0 {
			return duration{end, p.minutes}
		}
	}
	n, unit, ok := number(v.Words[i].Text)
	if !ok {
		return duration{}
	}
	end := i + 1
	if unit == "" {
		if m, ok := tens[v.Words[i].Text]; ok && end < len(v.Words) && m < 100 { // forty five, cuarenta y cinco
			if k, skip := v.ones(end); k > 0 {
				n += float64(k)
				end += skip
			}
		}
		if end == len(v.Words) {
			return duration{}
		}
		unit = v.Words[end].Text
		end++
	}
	minutes, ok := units[unit]
	if !ok {
		return duration{}
	}
	return duration{end, int(n * minutes)}
}

// ones is the number of ones behind a number of tens and how many words it takes.
func (v *view) ones(at int) (n, words int) {
	skip := 0
	if w := v.Words[at].Text; (w == "y" || w == "et") && at+1 < len(v.Words) {
		skip = 1
	}
	if n = onesOf[v.Words[at+skip].Text]; n > 0 {
		return n, skip + 1
	}
	return 0, 0
}

// matches is behind the words from i on if they and those after it are as given.
func (v *view) matches(i int, rest []string) int {
	if i+1+len(rest) > len(v.Words) {
		return 0
	}
	for k, want := range rest {
		if v.Words[i+1+k].Text != want {
			return 0
		}
	}
	return i + 1 + len(rest)
}

// number reads 45, 1.5, 45min and forty.
func number(word string) (n float64, unit string, ok bool) {
	digits := strings.TrimRight(word, "abcdefghijklmnopqrstuvwxyz")
	if digits != "" {
		n, err := strconv.ParseFloat(digits, 64)
		return n, word[len(digits):], err == nil && n < 1000
	}
	if k, ok := tens[word]; ok {
		return float64(k), "", true
	}
	return 0, "", false
}

// units in minutes.
var units = map[string]float64{
	"minute": 1, "minutes": 1, "min": 1, "mins": 1, "minuten": 1, "minuto": 1, "minutos": 1, "minutchen": 1, "mn": 1, "minutig": 1, "minutige": 1, "minutiges": 1, "minutigen": 1,
	"hour": 60, "hours": 60, "hr": 60, "hrs": 60, "h": 60, "std": 60, "stunde": 60, "stunden": 60, "heure": 60, "heures": 60, "hora": 60, "horas": 60,
}

// tens are numbers in words that times are made of.
var tens = map[string]int{
	"five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "one": 1, "two": 2, "an": 1,
	"funf": 5, "fuenf": 5, "zehn": 10, "funfzehn": 15, "fuenfzehn": 15, "zwanzig": 20, "dreissig": 30, "vierzig": 40, "funfundvierzig": 45, "fuenfundvierzig": 45, "sechzig": 60, "eine": 1, "einer": 1, "zwei": 2,
	"cinq": 5, "dix": 10, "quinze": 15, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "une": 1, "deux": 2,
	"cinco": 5, "diez": 10, "quince": 15, "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "una": 1, "dos": 2,
}

var onesOf = map[string]int{"five": 5, "cinq": 5, "cinco": 5}

// spelledTime is a time that is no number with a unit, behind its first word.
type spelledTime struct {
	rest    []string
	minutes int
}

// spelledTimes by their first word, the longer first.
var spelledTimes = func() map[string][]spelledTime {
	all := make(map[string][]spelledTime)
	for minutes, texts := range map[int]string{
		15: "quarter of an hour,quarter hour,viertelstunde,viertelstundchen,quart de heure,cuarto de hora,cuartito de hora,viertelstundiges",
		30: "half an hour,half hour,halbe stunde,halben stunde,halbes stundchen,halbstundiges,halbstundigen,halbstundige,demi heure,media hora,media horita,half a hour",
		45: "three quarters of an hour,dreiviertelstunde,dreiviertel stunde,trois quarts de heure,tres cuartos de hora",
		60: "stundchen,horita,full hour,einstundiges,einstundigen",
		90: "hour and a half,anderthalb stunden,heure et demie,hora y media",
	} {
		for text := range strings.SplitSeq(texts, ",") {
			words := strings.Fields(text)
			all[words[0]] = append(all[words[0]], spelledTime{words[1:], minutes})
		}
	}
	return all
}()
