package sample

import "talentmap/model"

// shelf is what is worth sharing with people who are not looking.
func (b *builder) shelf() []model.ShelfItem {
	at := func(days int) model.ShelfItem { return model.ShelfItem{At: b.now.AddDate(0, 0, -days)} }
	brief, report, note := at(40), at(21), at(6)
	brief.Kind, brief.Title, brief.Link = "brief", "Four payment ledgers compared", "https://tidewater.example/four-ledgers"
	brief.Text = "How four European payment platforms keep their books, with costs and regrets."
	brief.Topics, brief.Motivators = []string{"PostgreSQL", "Double-entry ledgers"}, []model.Motivator{model.Technology}
	report.Kind, report.Title, report.Link = "benchmark", "What platform teams are paid in Europe", "https://tidewater.example/platform-pay"
	report.Text = "Pay and team sizes by level and city, from 140 teams."
	report.Topics, report.Motivators = []string{"Kafka", "Kubernetes"}, []model.Motivator{model.Compensation, model.Scope}
	note.Kind, note.Title, note.Link = "post", "Design systems in regulated products", "https://tidewater.example/design-systems"
	note.Text = "What three teams changed after an audit, by those who did it."
	note.Topics, note.Motivators = []string{"Design systems", "Accessibility", "Figma"}, []model.Motivator{model.CompanyStage}
	return []model.ShelfItem{brief, report, note}
}
