# The commands of a day's work. What a change has to pass is in .ci/run.

.PHONY: run test lint bench soak gen fmt

run: ## the workbench
	go run ./cmd/talentmap

test:
	go test ./...

lint: ## format, vet, staticcheck
	.ci/run lint

bench: ## start, keys, idle and the rest; ten minutes
	go test -run '^$$' -bench . -benchmem ./...

soak: ## two hours of fuzzing, killing, losing power and pressing random keys
	FUZZTIME=5m KILLCYCLES=1000 .ci/run fuzz kill_loop power
	go test ./tui -run '^TestRandomKeys$$' -count=1 -timeout 60m -keys=100000

gen: ## what is generated: docs/keys.md, docs/config.md, docs/outreach.md, docs/critique.md, docs/commands.md, docs/screens
	go generate ./...

fmt:
	go tool -modfile=.ci/lint.mod gofumpt -w .
