package sample

// track is a line of work: its ladders of titles, its skills, what its people
// own and what they have published.
type track struct {
	noun, area  string
	maker, lead []string // titles from the first to the highest, as a maker and as a lead
	skills      []string
	owns        []string
	works       []work
}

// work is something published. The detail is what a good first line would
// mention; it reads on after "above all".
type work struct{ kind, title, venue, detail string }

// engineering and design are the tracks of the two maps.
func engineering() []track {
	return []track{streaming(), ledgers(), platforms(), warehouses(), reliability(), decisions()}
}

func design() []track { return []track{systemsDesign(), checkoutDesign(), researchDesign()} }

// engineer gives a track of engineering its two ladders.
func engineer(t track) track {
	t.maker = []string{t.noun, "Senior " + t.noun, "Staff " + t.noun, "Principal " + t.noun, "Distinguished Engineer"}
	t.lead = []string{
		t.noun, "Senior " + t.noun, "Engineering Manager, " + t.area,
		"Senior Engineering Manager, " + t.area, "Director of " + t.area, "VP " + t.area,
	}
	return t
}

func streaming() track {
	return engineer(track{
		noun: "Data Engineer", area: "Streaming Platform",
		skills: []string{"Kafka", "Flink", "Java", "Kotlin", "Schema registry", "PostgreSQL", "Debezium", "Kubernetes", "Avro"},
		owns: []string{
			"runs the settlement stream, 40,000 card events a second at peak",
			"owns the event backbone that 31 teams publish to",
			"leads the move from nightly files to change capture",
			"keeps the authorisation topics in order across two regions",
			"built the replay tool that support uses for disputed payments",
		},
		works: []work{
			{"talk", "Moving 4,000 ledger topics without a pause", "Streamhouse Days", "the replay of six weeks of settlement events without a double posting"},
			{"talk", "Exactly once, except on Sundays", "Rails & Ledgers", "the story of the duplicate payouts that only came with the weekly compaction"},
			{"article", "What we learned from turning off the batch window", "company blog", "the table of jobs that nobody missed"},
			{"article", "Schemas are contracts: a year of saying no", "company blog", "the eleven breaking changes that were stopped at review"},
			{"open source", "topic-mover", "", "the dry run that prints the lag each consumer would see"},
			{"open source", "ledger-replay", "", "the checksums per account that make a replay safe to repeat"},
		},
	})
}

func ledgers() track {
	return engineer(track{
		noun: "Backend Engineer", area: "Ledger",
		skills: []string{"PostgreSQL", "Go", "Distributed transactions", "Double-entry ledgers", "gRPC", "CockroachDB", "Kafka", "TLA+", "Java"},
		owns: []string{
			"owns the double-entry ledger that closes 2.1 million accounts each night",
			"took the posting path from 90 to 12 milliseconds",
			"leads the split of the core ledger into regional cells",
			"wrote the reconciliation that finds a missing cent within the hour",
			"looks after the 14-terabyte Postgres estate behind card issuing",
		},
		works: []work{
			{"talk", "A ledger you can explain to an auditor", "Rails & Ledgers", "the way every balance is derived from postings alone"},
			{"talk", "Partitioning Postgres while money moves", "Elephant Meet North", "the shadow partitions that left a way back until the last evening"},
			{"article", "Cents that go missing, and how we find them", "company blog", "the three roundings that met in one currency pair"},
			{"article", "Modelling holds and releases in TLA+", "personal site", "the deadlock the model found before any code was written"},
			{"open source", "halfpenny", "", "the property tests that try every order of postings"},
			{"podcast", "Boring databases, interesting money", "Ledger Lines", "the case for keeping one writer per account"},
		},
	})
}

func platforms() track {
	return engineer(track{
		noun: "Platform Engineer", area: "Developer Platform",
		skills: []string{"Kubernetes", "Go", "Terraform", "Argo CD", "AWS", "Backstage", "Linux", "eBPF", "Helm"},
		owns: []string{
			"runs the developer platform for 260 engineers with a team of six",
			"brought the time from commit to production from two days to 26 minutes",
			"owns 19 clusters in three regions, card data in two of them",
			"leads the paved road that new services start from",
			"replaced four hand-made deploy tools with one",
		},
		works: []work{
			{"talk", "A platform team of six for 260 engineers", "Platform Assembly", "the list of things the team does not offer"},
			{"talk", "Card data on shared clusters", "Platform Assembly", "how the assessor came to accept namespaces as a boundary"},
			{"article", "Deleting our internal portal", "company blog", "the page views that showed two pages carried all of it"},
			{"article", "Twenty-six minutes from commit to card", "company blog", "the flaky test budget that each team spends as it likes"},
			{"open source", "pavement", "", "the upgrade command that opens one small change per service"},
			{"open source", "drainwatch", "", "the check that holds a node back while a payout runs on it"},
		},
	})
}

func warehouses() track {
	return engineer(track{
		noun: "Analytics Engineer", area: "Data Platform",
		skills: []string{"SQL", "dbt", "Snowflake", "Airflow", "Python", "Spark", "Iceberg", "Data modelling", "BigQuery"},
		owns: []string{
			"owns the finance data model that the yearly accounts are drawn from",
			"cut the warehouse bill by 43% in two quarters",
			"runs 1,900 models with tests that page the owner, not the team",
			"leads the move to open table formats",
			"built the scheme-fee model that found 1.3 million in overcharges",
		},
		works: []work{
			{"talk", "The warehouse bill as a product metric", "Data Commons Europe", "the chart of cost per question asked"},
			{"talk", "Regulatory reports from tested models", "Data Commons Europe", "the lineage that the regulator could click through"},
			{"article", "Nineteen hundred models and who is paged", "company blog", "the rule that a model without an owner is switched off on Friday"},
			{"article", "Scheme fees, line by line", "personal site", "the join that nobody had dared to write"},
			{"open source", "feewright", "", "the fixtures made of real invoice layouts"},
			{"podcast", "Facts that finance will sign", "The Long Join", "the point that a metric needs a closing date"},
		},
	})
}

func reliability() track {
	return engineer(track{
		noun: "Site Reliability Engineer", area: "Reliability",
		skills: []string{"Linux", "Prometheus", "Go", "Incident response", "Kubernetes", "OpenTelemetry", "Capacity planning", "Terraform", "Python"},
		owns: []string{
			"runs on-call for the authorisation path, 99.99% for five quarters",
			"brought alert noise down from 900 to 60 a week",
			"leads the failover drills between two regions, one each month",
			"owns capacity for the November peak",
			"set up incident reviews that other teams now ask for",
		},
		works: []work{
			{"talk", "We unplug a region every month", "Pager Summit", "the drill that failed because of one cached hostname"},
			{"talk", "Sixty alerts a week", "Pager Summit", "the spreadsheet in which each alert had to name its reader"},
			{"article", "Capacity for the longest Friday", "company blog", "the replay of last year's traffic at one and a half times the speed"},
			{"article", "What a payment outage costs per minute", "personal site", "the difference between declined and abandoned"},
			{"open source", "quietpager", "", "the week-over-week report that teams print and hang up"},
			{"open source", "regionswap", "", "the two-person switch with its spoken checklist"},
		},
	})
}

func decisions() track {
	return engineer(track{
		noun: "Machine Learning Engineer", area: "Risk Platform",
		skills: []string{"Python", "Feature stores", "Go", "Spark", "Kafka", "Model serving", "PyTorch", "Ray", "SQL"},
		owns: []string{
			"runs the feature store behind fraud decisions, 38 milliseconds end to end",
			"owns model rollout: 140 shadow runs a month",
			"leads the platform for sanctions screening",
			"took training from a shared server to pipelines that anyone can rerun",
			"keeps decline reasons readable for support",
		},
		works: []work{
			{"talk", "Fraud features in 38 milliseconds", "Applied Risk Forum", "the two features that were dropped because nobody could explain them"},
			{"talk", "Shadow runs before real money", "Applied Risk Forum", "the chart of disagreements by merchant size"},
			{"article", "A feature store we can rewind", "company blog", "the point-in-time join that settled the chargeback dispute"},
			{"article", "Declines a support agent can read out", "company blog", "the seven sentences that cover nine tenths of the calls"},
			{"open source", "rewind-store", "", "the tests that travel back to a leap day"},
			{"podcast", "Models with a receipt", "Second Look", "the view that a score without a reason is a bug"},
		},
	})
}

// designer gives a track of design its two ladders.
func designer(t track) track {
	t.maker = []string{t.noun, "Senior " + t.noun, "Lead " + t.noun, "Principal " + t.noun}
	t.lead = []string{
		t.noun, "Senior " + t.noun, "Design Manager, " + t.area,
		"Head of " + t.area, "Director of Product Design", "VP Design",
	}
	return t
}

func systemsDesign() track {
	return designer(track{
		noun: "Product Designer", area: "Design Systems",
		skills: []string{"Design systems", "Figma", "Accessibility", "Design tokens", "Typography", "Prototyping", "CSS"},
		owns: []string{
			"owns the design system that 24 teams ship with",
			"brought one set of tokens to app, web and terminal",
			"leads accessibility for the whole product",
			"grew the systems team from two to nine",
		},
		works: []work{
			{"talk", "Tokens that survive a rebrand", "Component Days", "the afternoon on which the whole app changed colour and nobody filed a bug"},
			{"article", "Buttons we refused to add", "company blog", "the four questions a new component has to answer"},
			{"open source", "plainfocus", "", "the focus rings that stay visible on any photograph"},
			{"talk", "Contrast is a release blocker", "Component Days", "the check that runs before design review, not after"},
		},
	})
}

func checkoutDesign() track {
	return designer(track{
		noun: "Product Designer", area: "Checkout",
		skills: []string{"Interaction design", "Checkout", "Onboarding", "Experimentation", "Figma", "Localization", "Service design"},
		owns: []string{
			"leads checkout design in 14 languages",
			"cut identity checks from eleven screens to five",
			"owns the refund flow that halved calls to support",
			"runs the design of merchant onboarding in nine countries",
		},
		works: []work{
			{"talk", "Five screens to open an account", "Flow Conference", "the screen that stayed because people trusted it"},
			{"article", "Checkout in fourteen languages", "company blog", "the German button that broke the grid and made it better"},
			{"article", "Refunds are a feature", "personal site", "the recordings of people looking for their money"},
			{"podcast", "Friction on purpose", "Small Screens", "the example of the payment that should be slow"},
		},
	})
}

func researchDesign() track {
	return designer(track{
		noun: "UX Researcher", area: "Product Research",
		skills: []string{"User research", "Interviewing", "Diary studies", "Survey design", "Service design", "Workshop facilitation", "Statistics"},
		owns: []string{
			"runs the research panel of 3,000 small merchants",
			"brought research into every quarterly plan",
			"leads the studies behind the move to five new markets",
			"built the library of findings that product managers search first",
		},
		works: []work{
			{"talk", "Ask the baker at four in the morning", "Fieldnotes", "the interview held between two ovens"},
			{"article", "A panel of three thousand shops", "company blog", "the thank-you that worked better than vouchers"},
			{"article", "When the survey and the diary disagree", "personal site", "the week in which everyone was satisfied and nobody came back"},
			{"podcast", "Findings nobody had to read", "Small Screens", "the walk through the shop with the chief financial officer"},
		},
	})
}
