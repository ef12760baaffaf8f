// Package mailfile writes a message as a file that mail programs open: .eml, RFC 5322
// in MIME. A person sends it from there, from her own account, and says then that it
// was sent; this program opens no connection.
//
//	path, err := mailfile.Write("outgoing", &mailfile.Message{From: me, To: "bjorn@example.com", …})
//
// What comes from outside can put no header into the message: every value is checked,
// also as it reads decoded. A file is for its owner only and never written over another.
package mailfile
