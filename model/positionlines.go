package model

import (
	"errors"
	"fmt"
	"slices"
)

// positionForm is how a position is written in a line.
const positionForm = "Company | Title | from | to"

// positionLine writes a position in a line: "Acme | CTO | 2021-03 | 2024". What
// is missing at the end is left out.
func positionLine(p Position) string {
	return partsLine(p.Company, p.Title, p.Start.String(), p.End.String())
}

// readPositions reads positions from lines. A line that says what an old
// position says stays that position; one that says nearly so takes over what a
// line doesn't hold: place, summary, and the company's ID where the name is the
// same.
func readPositions(lines []string, old []Position) ([]Position, error) {
	left := slices.Clone(old)
	out, done := make([]Position, len(lines)), make([]bool, len(lines))
	for i, l := range lines {
		at := slices.IndexFunc(left, func(q Position) bool { return positionLine(q) == l })
		if at >= 0 {
			out[i], done[i] = left[at], true
			left = slices.Delete(left, at, at+1)
		}
	}
	for i, l := range lines {
		if done[i] {
			continue
		}
		p, err := readPosition(l)
		if err != nil {
			return nil, &lineError{i, err}
		}
		if at := likePosition(left, p); at >= 0 {
			was := left[at]
			left = slices.Delete(left, at, at+1)
			p.Location, p.Summary = was.Location, was.Summary
			if SameText(p.Company, was.Company) {
				p.CompanyID = was.CompanyID
			}
		}
		out[i] = p
	}
	return out, nil
}

func readPosition(line string) (p Position, err error) {
	parts, err := lineParts(line, positionForm, 4)
	if err != nil {
		return p, err
	}
	p.Company, p.Title = parts[0], parts[1]
	if p.Company == "" && p.Title == "" {
		return p, fmt.Errorf("%.60q has neither company nor title: write it as %s", line, positionForm)
	}
	if p.Start, err = ParseDate(parts[2]); err != nil {
		return p, fmt.Errorf("from: %w", err)
	}
	if p.End, err = ParseDate(parts[3]); err != nil {
		return p, fmt.Errorf("to: %w", err)
	}
	return p, p.Check()
}

// Check says what is wrong with a position that somebody has typed: it is nowhere and
// nothing, or ends before it begins.
func (p Position) Check() error {
	switch {
	case p.Company == "" && p.Title == "":
		return errors.New("it has neither company nor title: give one of them")
	case p.Start.Known() && p.End.Known() && p.End.Last().Before(p.Start.Time()):
		return fmt.Errorf("it ends (%s) before it begins (%s)", p.End, p.Start)
	}
	return nil
}

// likePosition is the index of the old position that a changed line goes on
// from, -1 for none: two of company, title and start agree, the first such.
func likePosition(old []Position, p Position) int {
	return slices.IndexFunc(old, func(q Position) bool {
		agree := 0
		for _, same := range []bool{SameText(p.Company, q.Company), SameText(p.Title, q.Title), p.Start == q.Start} {
			if same {
				agree++
			}
		}
		return agree >= 2
	})
}
