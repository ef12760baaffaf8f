package scoring

import (
	"strings"
	"sync"

	"talentmap/model"
)

// skill is a skill as it was written and as it is compared.
type skill struct {
	name string
	key  string   // one for all its names
	keys []string // its names, folded
}

// skillTable has the names of one skill in a line: those that people write for the
// same thing, not what is merely like it.
const skillTable = `
Go|Golang
C#|C Sharp|CSharp
C++|CPP|C Plus Plus
.NET|dotnet|dot net|.NET Core|ASP.NET
JavaScript|JS|ECMAScript|ES6
TypeScript|TS
Node.js|Node|NodeJS
React|ReactJS|React.js
React Native|ReactNative
Vue|Vue.js|VueJS
Angular|AngularJS|Angular.js
Next.js|NextJS
Ruby on Rails|Rails|RoR
PostgreSQL|Postgres|PSQL|PgSQL
MySQL|My SQL
Microsoft SQL Server|MSSQL|SQL Server|MS SQL
MongoDB|Mongo
Elasticsearch|Elastic Search
Kafka|Apache Kafka
Spark|Apache Spark|PySpark
Flink|Apache Flink
Airflow|Apache Airflow
Cassandra|Apache Cassandra
Kubernetes|K8s|Kube
Terraform|HashiCorp Terraform
Amazon Web Services|AWS
Google Cloud|GCP|Google Cloud Platform
Azure|Microsoft Azure
CI/CD|CICD|Continuous Integration|Continuous Delivery
Site reliability engineering|SRE
Infrastructure as code|IaC
Machine learning|ML
Deep learning|DL
Natural language processing|NLP
Large language models|LLM|LLMs
Computer vision|CV
scikit-learn|sklearn|scikit learn
TensorFlow|Tensor Flow
PyTorch|Torch
Objective-C|ObjC|Objective C
GraphQL|Graph QL
REST|RESTful|REST APIs|REST API
Microservices|Micro services
Test-driven development|TDD
Domain-driven design|DDD
User experience|UX|UX design
User interface design|UI|UI design
User research|UX research
Design systems|Design system
Accessibility|a11y|WCAG
Internationalization|i18n
Search engine optimization|SEO
Customer relationship management|CRM
Human resources|HR
Mergers and acquisitions|M&A
Key performance indicators|KPI|KPIs
`

// knownSkill is a line of the table.
type knownSkill struct{ names, keys []string }

// knownSkills leads from a folded name of a skill to its line.
var knownSkills = sync.OnceValue(func() map[string]*knownSkill {
	all := make(map[string]*knownSkill)
	for line := range strings.Lines(skillTable) {
		s := &knownSkill{names: strings.Split(strings.TrimSpace(line), "|")}
		for _, name := range s.names {
			if key := fold(name); key != "" {
				s.keys = append(s.keys, key)
				all[key] = s
			}
		}
	}
	return all
})

// SkillNames are the names of a skill by which people know it, itself among them:
// Postgres is PostgreSQL.
func SkillNames(name string) []string {
	if s := knownSkills()[fold(name)]; s != nil {
		return s.names
	}
	return []string{name}
}

// skillOf is a skill as it is compared; false for a text that names none.
func skillOf(name string) (s skill, ok bool) {
	key := fold(name)
	if key == "" {
		return s, false
	}
	if s := knownSkills()[key]; s != nil {
		return skill{name: name, key: s.keys[0], keys: s.keys}, true
	}
	return skill{name: name, key: key, keys: []string{key}}, true
}

// skillsOf are skills as they are compared, each once.
func skillsOf(names []string) (all []skill) {
	for _, name := range names {
		s, ok := skillOf(name)
		for _, have := range all {
			ok = ok && have.key != s.key
		}
		if ok {
			all = append(all, s)
		}
	}
	return all
}

// skillSet are the keys of a person's skills.
func skillSet(p *model.Person) map[string]bool {
	has := make(map[string]bool, len(p.Skills))
	for _, name := range p.Skills {
		if s, ok := skillOf(name); ok {
			has[s.key] = true
		}
	}
	return has
}

// in reports whether a folded text has one of the skill's names as whole words.
// Names of one or two letters (Go, R) are words of plain English and do not count
// here.
func (s *skill) in(text string) bool {
	for _, key := range s.keys {
		if mentions(text, key) {
			return true
		}
	}
	return false
}
