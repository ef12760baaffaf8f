package sample

import (
	"strings"
	"time"

	"talentmap/model"
)

// employer is an invented company with a fact that research might find.
type employer struct {
	name, industry, stage, location string
	staff                           int
	fact                            string
}

// employers are the companies of the segment.
var employers = []employer{
	{"Norrsken Data", "Payments data", "Series C", "Stockholm, Sweden", 420, "opened its settlement feed to partner banks and moved it off nightly files"},
	{"Kestrel Payments", "Payments", "Series D", "London, United Kingdom", 1150, "won the acquiring contract of two supermarket chains and doubled its card volume"},
	{"Halvfjord Pay", "Payments", "Series B", "Oslo, Norway", 210, "replaced its processor with a ledger of its own, built by eleven people"},
	{"Tessellate Bank", "Digital bank", "Growth", "Berlin, Germany", 1900, "is splitting its core into regional cells after a nine-hour outage"},
	{"Quillon Ledger", "Ledger infrastructure", "Series A", "Amsterdam, Netherlands", 86, "published the design of its double-entry store and opened the client library"},
	{"Bramble & Lock", "Fraud prevention", "Series B", "Dublin, Ireland", 240, "cut its decision time to 38 milliseconds and wrote up how"},
	{"Vantoro", "Cross-border payments", "Series C", "Lisbon, Portugal", 530, "opened payouts to eleven new currencies and runs them from one scheduler"},
	{"Ostara Clearing", "Clearing", "Owned by banks", "Vienna, Austria", 700, "is moving instant payments from two mainframes to a cluster in two regions"},
	{"Miradouro Cards", "Card issuing", "Series B", "Porto, Portugal", 190, "issues cards for four neobanks from a platform team of nine"},
	{"Plover Finance", "Lending", "Series A", "Copenhagen, Denmark", 120, "rebuilt its credit data pipeline around change capture"},
	{"Zephyrline", "Payment gateway", "Public", "Paris, France", 3400, "has merged its three gateways into one platform group"},
	{"Corvid Risk", "Risk scoring", "Series B", "Warsaw, Poland", 260, "scores every card payment of two national schemes in real time"},
	{"Saltmarsh", "Accounting software", "Bootstrapped", "Bristol, United Kingdom", 75, "runs bank feeds for 60,000 small firms with a team of fourteen engineers"},
	{"Lumen & Oak", "Savings", "Series A", "Tallinn, Estonia", 64, "went from idea to a licensed savings product with twelve engineers"},
	{"Hexham Rails", "Payments infrastructure", "Series C", "Manchester, United Kingdom", 480, "connected directly to the instant payment scheme, without a sponsor bank"},
	{"Aurelio Pagamenti", "Payments", "Public", "Milan, Italy", 5200, "is consolidating four data centres into two"},
	{"Brightwater Treasury", "Treasury", "Series B", "Zürich, Switzerland", 160, "reconciles 140 bank accounts within the hour instead of the next morning"},
	{"Pinaster", "Open banking", "Series C", "Madrid, Spain", 390, "rewrote its bank connectors so that a broken one is mended within a day"},
	{"Copperleaf Terminal", "Point of sale", "Growth", "Gothenburg, Sweden", 880, "brought offline payments to ferries and festivals"},
	{"Dunlin Credit", "Consumer credit", "Public", "Helsinki, Finland", 2100, "set up one data platform group for its seven markets"},
	{"Orrery Systems", "Trading infrastructure", "Private", "London, United Kingdom", 310, "opened its matching engine's test bench to the public"},
	{"Marigold Insure", "Insurance", "Series D", "Munich, Germany", 940, "pays out simple claims within four minutes"},
	{"Sablefish", "Payments data", "Seed", "Vilnius, Lithuania", 28, "came out of stealth with a tool that explains scheme fees"},
	{"Thornbury Exchange", "Currency exchange", "Series C", "Edinburgh, United Kingdom", 450, "moved its pricing to streams and dropped the overnight batch"},
	{"Wren & Sextant", "Compliance", "Series B", "Brussels, Belgium", 230, "screens payments against sanctions lists in under 20 milliseconds"},
	{"Kraftwold", "Energy billing", "Growth", "Hamburg, Germany", 820, "bills nine million meters from one event log"},
	{"Fernhill Commerce", "Commerce platform", "Public", "New York, NY, United States", 6800, "brought its checkout in-house in Europe"},
	{"Cinder Peak", "Developer tools", "Series B", "San Francisco, CA, United States", 220, "released its deploy engine as open source"},
	{"Bluestem Payroll", "Payroll", "Series D", "Austin, TX, United States", 1300, "pays salaries in 22 countries and is opening an office in Lisbon"},
	{"Garuda Wallet", "Wallets", "Series C", "Singapore", 760, "runs its wallet in three regions, each able to stand alone"},
	{"Juniper Fold", "Design software", "Series B", "Amsterdam, Netherlands", 180, "gave its design tokens a public changelog"},
	{"Papillon Travel", "Travel", "Public", "Barcelona, Spain", 4100, "redrew its checkout and halved the steps"},
	{"Nestor Health", "Health", "Series C", "Lyon, France", 520, "tests every release with twelve patients"},
	{"Otter & Ink", "Publishing", "Bootstrapped", "Ghent, Belgium", 58, "launched a reading app that works without an account"},
	{"Solvane", "Energy", "Series B", "Kraków, Poland", 270, "built one design system for its app and its wall display"},
}

// domain is the address of an invented company: always under .example.
func domain(company string) string { return hyphens(company) + ".example" }

// companies are the employers as the store knows them.
func companies(now time.Time) []model.Company {
	out := make([]model.Company, len(employers))
	for i, e := range employers {
		out[i] = model.Company{
			Name: e.name, Domain: domain(e.name), Industry: e.industry, Stage: e.stage,
			Staff: e.staff, Location: e.location, Origin: origin(now),
		}
	}
	out[0].Aliases = []string{"Norrsken Data AB"}
	out[16].Aliases = []string{"Brightwater Treasury AG", "Brightwater"}
	return out
}

// origin marks a record as made up.
func origin(now time.Time) model.Origin {
	return model.Origin{Source: "sample", At: now, MadeUp: true}
}

// crowdCompanies are 2,000 invented names: the employers of a crowd, and the
// earlier ones of the segment.
func crowdCompanies() []string {
	first := strings.Fields(`Aldermoor Amberlea Anvilgate Aspenrook Basaltine Beaconry Birchwick Bisontide Brackenby
		Brindlecot Cairnholt Cedarquay Cinderby Cobaltine Coralyte Cypressia Dapplewood Driftmark Embervale
		Falconreach Fathomly Fennelby Flintmoor Gannetry Garnetix Granitour Harbourne Hazelmere Heronsgate Indigora
		Ivorine Junivale Kelpwright Lanternby Larchfield Lindenau Lotuswell Maplecroft Marlinden Meadowick
		Nettlestone Ochrely Onyxia Ospreyna Pebblewick Quartzen Ravensholt Saffronel Tamarix Willowmere`)
	last := strings.Fields(`Analytics Assurance Bank Capital Cargo Clearing Cloud Commerce Computing Credit Data
		Digital Dynamics Energy Exchange Finance Foods Freight Games Health Insights Insurance Interactive Labs
		Learning Ledger Logistics Markets Media Mobility Networks Payments Robotics Security Software Studio Systems
		Telecom Travel Works`)
	out := make([]string, 0, len(first)*len(last))
	for _, f := range first {
		for _, l := range last {
			out = append(out, f+" "+l)
		}
	}
	return out
}
