package format_test

import (
	"testing"

	"talentmap/edge/intake/format"
	"talentmap/model"
)

var noLimits = format.Limits{}

func TestPublicLists(t *testing.T) {
	resume := model.Person{
		Name: "Ada Example", Headline: "Builder", Location: "Berlin, BE, DE", Summary: "Builds streams.",
		Contact: model.Contact{
			Emails: []string{"ada@example.com"}, Phones: []string{"+49 30 1234567"},
			Links: []string{"ada.example.org", "x.com/ada_e", "github.com/ada-e"},
		},
		Skills: []string{"Streaming", "Kafka", "Flink"},
		Positions: []model.Position{
			{Company: "Acme", Title: "Staff Engineer", Location: "Berlin", Start: model.YearMonth(2021, 3), Summary: "Led streams.\nCut latency"},
			{Company: "Initech", Title: "Engineer", Start: model.Year(2017), End: model.YearMonth(2021, 2)},
		},
		Background: model.Background{
			Content: []model.Content{
				{Kind: "article", Title: "Exactly once", Link: "https://j.example/1", Date: model.YearMonth(2020, 5)},
				{Kind: "project", Title: "flow", Link: "https://github.com/ada-e/flow", Date: model.Year(2019)},
			},
			Custom: map[string]string{
				"basics.profiles": "SoundCloud ada", "education": "BSc, Computing, Uni", "languages": "German, native", "volunteer": "Teacher, Dojo",
			},
		},
	}
	checkArrivals(t, map[string]arrival{
		"JSON Resume 1.0": {"JSON Resume", `{"basics":{"name":"Ada Example","label":"Builder","image":"p.jpg","email":"ada@example.com","phone":"+49 30 1234567",
			"url":"https://ada.example.org","summary":"Builds streams.","location":{"address":"Weg 1","postalCode":"1","city":"Berlin","countryCode":"DE","region":"BE"},
			"profiles":[{"network":"Twitter","username":"ada_e","url":"https://www.twitter.com"},{"network":"GitHub","username":"ada-e","url":"https://github.com/ada-e"},{"network":"SoundCloud","username":"ada"}]},
			"work":[{"name":"Initech","position":"Engineer","startDate":"2017","endDate":"2021-02"},
			{"name":"Acme","position":"Staff Engineer","location":"Berlin","startDate":"2021-03","endDate":null,"summary":"Led streams.","highlights":["Cut latency"]}],
			"volunteer":[{"organization":"Dojo","position":"Teacher"}],"education":[{"institution":"Uni","area":"Computing","studyType":"BSc","startDate":"2000-01-01"}],
			"publications":[{"name":"Exactly once","releaseDate":"2020-05","url":"https://j.example/1"}],"skills":[{"name":"Streaming","level":"Master","keywords":["Kafka","Flink"]}],
			"languages":[{"language":"German","fluency":"native"}],"references":[{"name":"Bob","reference":"kind"}],
			"projects":[{"name":"flow","url":"https://github.com/ada-e/flow","startDate":"2019"}],"meta":{"version":"v1"}}`, resume},
		"JSON Resume 0.x, in a list": {
			"JSON Resume", `[{"basics":{"name":"Ada Example","picture":"","website":"https://ada.example.org"},"work":[{"company":"Acme","position":"CTO","website":"x","startDate":"2020"}]}]`,
			model.Person{
				Name: "Ada Example", Contact: model.Contact{Links: []string{"ada.example.org"}},
				Positions: []model.Position{{Company: "Acme", Title: "CTO", Start: model.Year(2020)}},
			},
		},
		"GitHub user": {
			"GitHub user JSON", `{"login":"ada-e","id":77,"node_id":"MDQ","avatar_url":"https://a.example/1","url":"https://api.example/users/ada-e","html_url":"https://github.com/ada-e",
			"followers_url":"https://api.example/f","type":"User","site_admin":false,"name":null,"company":"@acme","blog":"ada.example.org","location":"Berlin","email":"ada@example.com",
			"hireable":true,"bio":"Streams","twitter_username":"ada_e","public_repos":12}`,
			model.Person{
				Name: "ada-e", Location: "Berlin", Summary: "Streams", Positions: job("", "acme"),
				Contact: model.Contact{
					Emails: []string{"ada@example.com"}, Links: []string{"github.com/ada-e", "ada.example.org", "x.com/ada_e"}, ExternalIDs: []string{"github:77"},
				},
				Background: custom("hireable", "true", "public_repos", "12"),
			},
		},
		"congress roster": {
			"congress roster CSV",
			"last_name,first_name,middle_name,suffix,nickname,full_name,birthday,gender,type,state,district,senate_class,party,url,phone,rss_url,twitter,facebook,bioguide_id\n" +
				"Example,Ada,,,,Ada B. Example,1950-01-01,F,sen,OH,,1,Whig,https://www.example.senate.gov,202-555-0100,http://x/rss,SenAda,SenAdaF,E000001\n",
			model.Person{
				Name: "Ada B. Example", Location: "OH", Positions: []model.Position{{Company: "U.S. Senate", Title: "Senator", Location: "OH"}},
				Contact: model.Contact{
					Phones: []string{"202-555-0100"}, Links: []string{"example.senate.gov", "x.com/senada", "facebook.com/senadaf"}, ExternalIDs: []string{"person_id:E000001"},
				},
				Background: custom("senate_class", "1"),
			},
		},
		"congress term": {
			"congress terms CSV",
			"person_id,full_name,first_name,last_name,suffix,organisation,title,state,seat,party,start_date,end_date,how,end_type\n" +
				"E000001,Ada B. Example,Ada,Example,,U.S. Senate,Senator,OH,class 1,Whig,2019-01-03,2025-01-03,,\n",
			model.Person{
				Name: "Ada B. Example", Location: "OH", Contact: model.Contact{ExternalIDs: []string{"person_id:E000001"}},
				Positions: []model.Position{{Company: "U.S. Senate", Title: "Senator", Location: "OH", Start: model.Day(2019, 1, 3), End: model.Day(2025, 1, 3)}},
			},
		},
	})
}
