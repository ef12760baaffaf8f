package mailfile

import (
	"encoding/base32"
	"errors"
	"fmt"
	"io"
	"mime"
	netmail "net/mail"
	"strings"
	"time"
	"unicode"

	"github.com/wneessen/go-mail"

	"talentmap/model"
)

// Message is an e-mail to one person.
type Message struct {
	From    model.Sender
	To      string // her address
	Name    string // hers
	Subject string
	Body    string
	ID      string    // its Message-ID without < and >, see [NewID]
	Date    time.Time // when it is written
}

// Errors of a message that can't be written.
var (
	// ErrAddress is an address that is none, or more than one.
	ErrAddress = errors.New("it is no plain e-mail address")
	// ErrHeader is a value with a line break or another control character.
	ErrHeader = errors.New("it has a line break, and would begin another header")
)

// NewID is a Message-ID that no other message has: 120 random bits, and the host of the
// sender's address.
func NewID(random io.Reader, from string) (string, error) {
	var bits [15]byte
	if _, err := io.ReadFull(random, bits[:]); err != nil {
		return "", fmt.Errorf("name the message: %w", err)
	}
	_, host, ok := strings.Cut(from, "@")
	if !ok || host == "" {
		host = "talentmap.invalid"
	}
	return strings.ToLower(base32.StdEncoding.EncodeToString(bits[:])) + "@" + host, nil
}

// Address checks a plain address: user@host and nothing else, no name, no quotes.
func Address(text string) (string, error) {
	a, err := netmail.ParseAddress(text)
	if err != nil || a.Name != "" || a.Address != text || strings.ContainsAny(text, " <>\"'(),;:\\") || strings.ContainsFunc(text, unicode.IsControl) {
		return "", fmt.Errorf("%q: %w", model.CleanLine(text), ErrAddress)
	}
	return text, nil
}

// headerValue refuses what would not stay one header.
func headerValue(name, value string) error {
	decoded, err := new(mime.WordDecoder).DecodeHeader(value)
	if err != nil {
		decoded = "" // it stays as it is, and is looked at as that
	}
	if strings.ContainsFunc(value, unicode.IsControl) || strings.ContainsFunc(decoded, unicode.IsControl) {
		return fmt.Errorf("%s: %w", name, ErrHeader)
	}
	return nil
}

// WriteTo writes the message as a mail program reads it.
func (m *Message) WriteTo(w io.Writer) (int64, error) {
	msg, err := m.build()
	if err != nil {
		return 0, err
	}
	return msg.WriteTo(w)
}

func (m *Message) build() (*mail.Msg, error) {
	if m.From.Email == "" {
		return nil, errors.New("it is not known from whom the e-mail comes: `talentmap config sender email=ada@example.com` says it")
	}
	if m.To == "" {
		return nil, errors.New("no e-mail address of hers is known: add it to her record, or take another channel")
	}
	for name, value := range map[string]string{"the subject": m.Subject, "her name": m.Name, "your name": m.From.Name, "the Message-ID": m.ID, "unsubscribe": m.From.Unsubscribe} {
		if err := headerValue(name, value); err != nil {
			return nil, err
		}
	}
	from, err := Address(m.From.Email)
	if err != nil {
		return nil, fmt.Errorf("your address %w", err)
	}
	to, err := Address(m.To)
	if err != nil {
		return nil, fmt.Errorf("her address %w", err)
	}
	if m.ID == "" || strings.ContainsAny(m.ID, "<> ") || strings.Count(m.ID, "@") != 1 {
		return nil, fmt.Errorf("%q is no Message-ID", model.CleanLine(m.ID))
	}
	msg := mail.NewMsg(mail.WithNoDefaultUserAgent(), mail.WithEncoding(mail.EncodingQP), mail.WithCharset(mail.CharsetUTF8))
	msg.FromMailAddress(&netmail.Address{Name: m.From.Name, Address: from})
	msg.ToMailAddress(&netmail.Address{Name: m.Name, Address: to})
	msg.Subject(m.Subject)
	msg.SetDateWithValue(m.Date)
	msg.SetMessageIDWithValue(m.ID)
	msg.SetGenHeader("X-Unsent", "1") // a mail program opens it to be sent, and not as received
	stop := "mailto:" + from + "?subject=stop"
	if m.From.Unsubscribe == "" {
		msg.SetListUnsubscribe(stop)
	} else if err := msg.SetListUnsubscribeOneClick(m.From.Unsubscribe, stop); err != nil {
		return nil, fmt.Errorf("the address to unsubscribe at: %w", err)
	}
	msg.SetBodyString(mail.TypeTextPlain, lines(m.Body))
	return msg, nil
}

// lines ends every line in the same way; the writer makes CRLF of it.
func lines(body string) string {
	body = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(body)
	return strings.TrimRight(body, "\n") + "\n"
}
