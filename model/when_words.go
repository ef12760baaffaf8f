package model

import (
	"strings"
	"sync"
)

// The words of [ParseWhen], folded as by [NameKey], in English, German, French and
// Spanish.

// span is a unit of time.
type span uint8

const (
	noSpan span = iota
	aDay
	aWeek
	aMonth
	aQuarter
	aYear
)

// part is which part of a stretch is meant.
type part uint8

const (
	wholePart part = iota
	middlePart
	endPart
)

// unitWords has the units in the order of their spans.
var unitWords = [...]string{
	aDay:     "d day days tag tage tagen jour jours j dia dias",
	aWeek:    "w wk week weeks woche wochen semaine semaines sem semana semanas",
	aMonth:   "m mo month months monat monate monaten monats mois mes meses",
	aQuarter: "q quarter quarters quartal quartale quartalen trimestre trimestres",
	aYear:    "y yr year years jahr jahre jahren jahres an ans annee annees ano anos",
}

// whenUnits leads from a word to its unit.
var whenUnits = sync.OnceValue(func() map[string]span {
	units := make(map[string]span)
	for s, words := range unitWords {
		for w := range strings.FieldsSeq(words) {
			units[w] = span(s)
		}
	}
	return units
})

// whenDays are the days around today.
var whenDays = map[string]int{
	"today": 0, "heute": 0, "aujourdhui": 0, "hoy": 0, "now": 0,
	"tomorrow": 1, "tmrw": 1, "morgen": 1, "demain": 1, "manana": 1,
	"ubermorgen": 2, "uebermorgen": 2,
}

var (
	whenNext = wordSet("next coming nachste nachsten nachster nachstes nachstem naechste naechsten naechster naechstes kommende kommenden kommender kommendes prochain prochaine proximo proxima viene")
	whenOne  = wordSet("a one ein eine einem einer un une una")
	ordinals = wordSet("st nd rd th er ere e")
)

// whenPhrases are words that say something else together.
var whenPhrases = strings.NewReplacer("day after tomorrow", "ubermorgen", "apres demain", "ubermorgen", "pasado manana", "ubermorgen")

var whenParts = map[string]part{
	"end": endPart, "ende": endPart, "fin": endPart, "finales": endPart,
	"mid": middlePart, "middle": middlePart, "mitte": middlePart, "mi": middlePart, "mediados": middlePart,
}

// whenFillers say nothing of the day.
var whenFillers = wordSet("on in of the at by from after this until till to am im ab bis zum der dem den des die das vom nach dans en de du des d le la les l au el los del al que partir para hasta " +
	"beginning start early anfang begin debut principios time")

// whenMonths are the months, January first.
var whenMonths = []string{
	"january januar janner jaenner janvier enero",
	"february februar feber fevrier febrero",
	"march marz maerz mars marzo",
	"april avril abril",
	"may mai mayo",
	"june juni juin junio",
	"july juli juillet julio",
	"august aout agosto",
	"september septembre septiembre setiembre sept",
	"october oktober octobre octubre",
	"november novembre noviembre",
	"december dezember decembre diciembre",
}

// whenWeekdays are the weekdays, Monday first.
var whenWeekdays = []string{
	"monday montag lundi lunes",
	"tuesday tues dienstag mardi martes",
	"wednesday mittwoch mercredi miercoles",
	"thursday thurs donnerstag jeudi jueves",
	"friday freitag vendredi viernes",
	"saturday samstag sonnabend samedi sabado",
	"sunday sonntag dimanche domingo",
}
