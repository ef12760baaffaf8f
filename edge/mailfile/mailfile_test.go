package mailfile_test

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talentmap/edge/mailfile"
	"talentmap/model"
)

func message() *mailfile.Message {
	return &mailfile.Message{
		From: model.Sender{Name: "Ada Lovelace", Email: "ada@tidewater.example"}, To: "bjorn@loom.example", Name: "Björn Ek",
		Subject: "Your talk “Streams”", Body: "Hi Björn,\r\na line\rand another\n\n.\n" + strings.Repeat("long ", 300),
		ID: "abc@tidewater.example", Date: time.Date(2026, 3, 5, 9, 0, 0, 0, time.FixedZone("CET", 3600)),
	}
}

// What is written is read back by the standard library as it was meant, and no byte of
// it is a bare CR or LF.
func TestAMessageReadsBack(t *testing.T) {
	m := message()
	var b bytes.Buffer
	if _, err := m.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	if text := strings.ReplaceAll(b.String(), "\r\n", ""); strings.ContainsAny(text, "\r\n") {
		t.Error("it has a bare CR or LF")
	}
	for line := range strings.SplitSeq(b.String(), "\r\n") {
		if len(line) > 78 {
			t.Errorf("a line of %d bytes: %s", len(line), line)
		}
	}
	got, err := mail.ReadMessage(&b)
	if err != nil {
		t.Fatal(err)
	}
	var words mime.WordDecoder
	subject, err := words.DecodeHeader(got.Header.Get("Subject"))
	if err != nil || subject != m.Subject {
		t.Errorf("the subject is %q, %v", subject, err)
	}
	to, err := got.Header.AddressList("To")
	if err != nil || len(to) != 1 || *to[0] != (mail.Address{Name: "Björn Ek", Address: "bjorn@loom.example"}) {
		t.Errorf("it is to %v, %v", to, err)
	}
	date, err := got.Header.Date()
	if err != nil || !date.Equal(m.Date) {
		t.Errorf("it is of %s, %v", date, err)
	}
	for name, want := range map[string]string{
		"Message-Id": "<abc@tidewater.example>", "List-Unsubscribe": "<mailto:ada@tidewater.example?subject=stop>", "List-Unsubscribe-Post": "",
		"X-Unsent": "1", "Mime-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8", "User-Agent": "", "X-Mailer": "",
	} {
		if have := got.Header.Get(name); have != want {
			t.Errorf("%s is %q, want %q", name, have, want)
		}
	}
	body, err := io.ReadAll(quotedprintable.NewReader(got.Body))
	want := "Hi Björn,\r\na line\r\nand another\r\n\r\n.\r\n" + strings.Repeat("long ", 300) + "\r\n"
	if err != nil || string(body) != want {
		t.Errorf("the text is %q, %v", body, err)
	}
}

func TestOneClickOnlyWithAnEndpoint(t *testing.T) {
	m := message()
	m.From.Unsubscribe = "https://tidewater.example/stop?p=7"
	var b bytes.Buffer
	if _, err := m.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	got, err := mail.ReadMessage(&b)
	if err != nil {
		t.Fatal(err)
	}
	if h := got.Header; !strings.Contains(h.Get("List-Unsubscribe"), "<https://tidewater.example/stop?p=7>") || h.Get("List-Unsubscribe-Post") != "List-Unsubscribe=One-Click" {
		t.Errorf("the headers are %q and %q", h.Get("List-Unsubscribe"), h.Get("List-Unsubscribe-Post"))
	}
}

// Nothing from outside puts a header into a message.
func TestNoForgedHeader(t *testing.T) {
	for name, spoil := range map[string]func(*mailfile.Message){
		"a subject with a line break":        func(m *mailfile.Message) { m.Subject = "x\r\nBcc: all@example.com" },
		"a subject with one that is encoded": func(m *mailfile.Message) { m.Subject = "=?utf-8?q?x=0D=0ABcc:_all@example.com?=" },
		"a name with a line break":           func(m *mailfile.Message) { m.Name = "B\nX: y" },
		"two addresses":                      func(m *mailfile.Message) { m.To = "a@example.com, b@example.com" },
		"an address with a name":             func(m *mailfile.Message) { m.To = "Bob <b@example.com>" },
		"an address with a line break":       func(m *mailfile.Message) { m.To = "b@example.com\r\nBcc: c@example.com" },
		"an address in quotes":               func(m *mailfile.Message) { m.To = `"a b"@example.com` },
		"no address":                         func(m *mailfile.Message) { m.To = "" },
		"no sender":                          func(m *mailfile.Message) { m.From.Email = "" },
		"a sender who is none":               func(m *mailfile.Message) { m.From.Email = "ada" },
		"an ID that ends early":              func(m *mailfile.Message) { m.ID = "a@b>\r\nX: y" },
		"no ID":                              func(m *mailfile.Message) { m.ID = "" },
		"an endpoint that is none":           func(m *mailfile.Message) { m.From.Unsubscribe = "http://example.com" },
	} {
		m := message()
		spoil(m)
		dir := t.TempDir()
		if _, err := mailfile.Write(dir, m); err == nil {
			t.Errorf("%s was written", name)
		}
		if left, _ := os.ReadDir(dir); len(left) > 0 {
			t.Errorf("%s left a file", name)
		}
	}
}

func TestAFileIsNeverWrittenOver(t *testing.T) {
	dir := t.TempDir()
	for _, want := range []string{"2026-03-05-bjorn-ek.eml", "2026-03-05-bjorn-ek-2.eml"} {
		path, err := mailfile.Write(dir, message())
		if err != nil || filepath.Base(path) != want {
			t.Errorf("written is %s, %v, want %s", path, err, want)
		}
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm() != 0o600 || info.Size() == 0 {
			t.Errorf("the file is %v, %v", info, err)
		}
	}
	path := filepath.Join(dir, "mine.eml")
	if got, err := mailfile.Write(path, message()); err != nil || got != path {
		t.Errorf("under a name of its own: %s, %v", got, err)
	}
	if _, err := mailfile.Write(path, message()); !errors.Is(err, fs.ErrExist) {
		t.Errorf("again: %v", err)
	}
	if _, err := mailfile.Write(filepath.Join(dir, "no"), message()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("into a folder that is not there: %v", err)
	}
	m := message()
	m.Name = "../../etc/passwd"
	if got, err := mailfile.Write(dir, m); err != nil || filepath.Dir(got) != dir {
		t.Errorf("a name with slashes leads to %s, %v", got, err)
	}
	m.Name = ""
	if got, err := mailfile.Write(dir, m); err != nil || filepath.Base(got) != "2026-03-05-message.eml" {
		t.Errorf("without a name it is %s, %v", got, err)
	}
}

func TestNewID(t *testing.T) {
	id, err := mailfile.NewID(bytes.NewReader(make([]byte, 15)), "ada@tidewater.example")
	if err != nil || id != strings.Repeat("a", 24)+"@tidewater.example" {
		t.Errorf("the ID is %q, %v", id, err)
	}
	if _, err := mailfile.NewID(bytes.NewReader(nil), ""); err == nil {
		t.Error("an ID without randomness")
	}
}
