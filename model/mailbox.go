package model

import "strings"

// Mailbox is the mailbox that a normalized address leads to, to compare it with
// others: what stands behind a + is no part of it, nor are the dots at Google. It is
// not to be written to; the address as it came is.
func Mailbox(address string) string {
	local, domain, ok := strings.Cut(address, "@")
	if !ok {
		return address
	}
	if cut, _, plus := strings.Cut(local, "+"); plus && cut != "" {
		local = cut
	}
	switch domain {
	case "googlemail.com", "gmail.com":
		if bare := strings.ReplaceAll(local, ".", ""); bare != "" {
			local = bare
		}
		domain = "gmail.com"
	}
	return local + "@" + domain
}

// IsRoleMailbox reports whether an address is that of a function and not of a person:
// jobs@, info@.
func IsRoleMailbox(address string) bool {
	local, _, _ := strings.Cut(Mailbox(address), "@")
	return roles[bareLocal(local)]
}

// IsPlaceholder reports whether an address stands for none, as people write one where
// a tool wants one: none@none.com.
func IsPlaceholder(address string) bool {
	local, domain, _ := strings.Cut(Mailbox(address), "@")
	host, _, _ := strings.Cut(domain, ".")
	return placeholders[bareLocal(local)] || host == "none" || host == "noemail" || host == "nomail" || local == host && host == "test"
}

// IsSharedDomain reports whether a domain gives mailboxes to anybody, so that people
// have several there.
func IsSharedDomain(domain string) bool { return mailProviders[domain] }

// bareLocal is the part before the @ without dots, dashes, underscores and the digits
// at its end: human.resources-2.
func bareLocal(local string) string { return strings.TrimRight(unseparated(local), "0123456789") }

// unseparated is the part before the @ without what stands between its words.
func unseparated(local string) string {
	if !strings.ContainsAny(local, ".-_") {
		return local
	}
	return separators.Replace(local)
}

var separators = strings.NewReplacer(".", "", "-", "", "_", "")

var roles = wordSet("info contact contacts contactus hello hi office mail email post team all staff people everyone admin administrator webmaster postmaster hostmaster root " +
	"support help helpdesk service services sales marketing press media news newsletter pr partners billing accounting accounts finance invoice invoices legal privacy security abuse " +
	"hr humanresources people peopleops jobs job careers career recruiting recruitment recruiter recruiters talent hiring apply application applications cv resume resumes staffing work " +
	"noreply donotreply reply notifications notification system mailer mailerdaemon reception secretary secretariat assistant founders founder management enquiries inquiries enquiry inquiry " +
	"kontakt bewerbung bewerbungen karriere personal buchhaltung rechnung vertrieb verkauf empfang sekretariat redaktion presse buero rrhh empleo trabajo recrutement emploi contacto ventas lavoro")

var placeholders = wordSet("none na nomail noemail noemailaddress unknown nobody notavailable notprovided null nil x xx xxx test testing example noaddress missing keine")

var mailProviders = wordSet("gmail.com yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.co.in ymail.com outlook.com outlook.de outlook.fr hotmail.com hotmail.co.uk hotmail.fr hotmail.de live.com live.nl msn.com " +
	"icloud.com me.com mac.com aol.com proton.me protonmail.com pm.me gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de mail.com mail.ru yandex.ru yandex.com bk.ru inbox.ru list.ru " +
	"qq.com 163.com 126.com sina.com foxmail.com naver.com daum.net hanmail.net orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it alice.it hey.com fastmail.com fastmail.fm " +
	"zoho.com tutanota.com rediffmail.com comcast.net verizon.net att.net sbcglobal.net cox.net charter.net btinternet.com sky.com virginmedia.com ntlworld.com bigpond.com shaw.ca rogers.com wp.pl o2.pl onet.pl " +
	"interia.pl seznam.cz centrum.cz abv.bg bluewin.ch telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl home.nl uol.com.br bol.com.br terra.com.br")

// LocalFits reports whether the part of an address before the @ is one that a firm
// gives somebody of that name, such as ann.lee, alee, a.lee, annl, lee. One with a
// number at its end is not: it tells namesakes apart.
func LocalFits(local string, n NameParts) bool {
	bare := bareLocal(local)
	full, _ := n.full()
	if len(full) == 0 || bare != unseparated(local) {
		return false
	}
	bare = spelled(bare)
	first, last := full[0], full[len(full)-1]
	for _, pair := range [][2]NameWord{{first, last}, {last, first}} {
		for _, a := range append(shortFor(pair[0]), pair[0].Text) {
			b := pair[1].Text
			for _, form := range []string{a, a + b, firstLetter(a) + b, a + firstLetter(b)} {
				if bare == spelled(form) {
					return true
				}
			}
		}
	}
	return false
}
