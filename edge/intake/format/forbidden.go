package format

import (
	"strings"
	"unicode"
)

// Why columns are dropped: what they tell is never used, or a proxy of it.
const (
	tellsAge     = "tells age"
	tellsGender  = "tells gender"
	tellsFamily  = "tells the family"
	tellsBelief  = "tells beliefs"
	tellsDescent = "tells descent"
	tellsHealth  = "tells health"
	tellsLooks   = "a picture tells gender, age and descent"
)

// forbiddenWords drop a column when one of them is a word of its header.
var forbiddenWords = map[string]string{
	"birthday": tellsAge, "birth": tellsAge, "birthdate": tellsAge, "dob": tellsAge, "age": tellsAge, "born": tellsAge,
	"gender": tellsGender, "sex": tellsGender, "pronoun": tellsGender, "pronouns": tellsGender, "salutation": tellsGender,
	"marital": tellsFamily, "spouse": tellsFamily, "children": tellsFamily, "kids": tellsFamily, "maiden": tellsFamily,
	"pregnancy": tellsFamily, "pregnant": tellsFamily,
	"religion": tellsBelief, "religious": tellsBelief,
	"ethnicity": tellsDescent, "ethnic": tellsDescent, "race": tellsDescent, "nationality": tellsDescent,
	"disability": tellsHealth, "disabilities": tellsHealth, "health": tellsHealth, "veteran": tellsHealth,
}

// forbiddenHeaders drop a column with exactly this folded header.
var forbiddenHeaders = map[string]string{
	"party": tellsBelief, "politicalparty": tellsBelief, "sexualorientation": tellsGender,
	"nameprefix": tellsGender, "prefix": tellsGender, "anniversary": tellsFamily,
	"image": tellsLooks, "imageurl": tellsLooks, "photo": tellsLooks, "photourl": tellsLooks,
	"picture": tellsLooks, "pictureurl": tellsLooks, "avatar": tellsLooks, "avatarurl": tellsLooks,
	"maritalstatus": tellsFamily, "dateofbirth": tellsAge, "birthyear": tellsAge, "yearofbirth": tellsAge,
}

// forbidden is why a column with this header is dropped; "" for one that may
// stay. Words are told apart by spaces, punctuation, digits and camelCase.
func forbidden(header string) string {
	if why := forbiddenHeaders[fold(header)]; why != "" {
		return why
	}
	for _, word := range headerWords(header) {
		if why := forbiddenWords[word]; why != "" {
			return why
		}
	}
	return ""
}

func headerWords(header string) []string {
	var b strings.Builder
	lower := false
	for _, r := range header {
		switch {
		case !unicode.IsLetter(r):
			r = ' '
		case unicode.IsUpper(r) && lower:
			b.WriteByte(' ')
		}
		lower = unicode.IsLower(r)
		b.WriteRune(unicode.ToLower(r))
	}
	return strings.Fields(b.String())
}
