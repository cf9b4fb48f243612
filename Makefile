# Two commands do everything on a fresh Debian 12 with Swift 6.3: `make demo` and `make test`.
SHELL := /bin/sh
BUILD := swift build --explicit-target-dependency-import-check error
ZHUCUN := .build/release/zhucun

.PHONY: demo test build docs packages python plugins fresh format lint bench clean

# Three sample counties, one in each jurisdiction, each assessed under the documents that apply there; then what an office asks.
demo: build
	@rm -rf demo && mkdir -p demo
	@$(ZHUCUN) records sample --profile shanxi --cadres 300 --from 2023-10-01 --to 2023-12-31 --seed 7 --out demo/shanxi
	@$(ZHUCUN) records sample --profile chongqing --cadres 300 --from 2023-09-01 --to 2023-09-30 --seed 7 --out demo/chongqing > demo/chongqing.txt
	@$(ZHUCUN) records sample --profile linfen --cadres 300 --from 2023-07-01 --to 2023-12-31 --seed 7 --out demo/linfen > demo/linfen.txt
	@$(ZHUCUN) assess --profile shanxi --period 2023-Q4 --records demo/shanxi --out demo/shanxi-2023-Q4.txt
	@$(ZHUCUN) assess --profile shanxi --period 2023-Q4 --records demo/shanxi --format html --out demo/shanxi-2023-Q4.html
	@$(ZHUCUN) assess --profile shanxi --period 2023-Q4 --records demo/shanxi --format json --out demo/shanxi-2023-Q4.json
	@$(ZHUCUN) assess --profile linfen --period 2023-H2 --records demo/linfen --out demo/linfen-2023-H2.txt
	@echo; echo "━━ 山西样例县四季度：评估结果开头 the quarter of a county in Shanxi, its first lines (demo/shanxi-2023-Q4.txt)"
	@sed -n '/五天四夜/,/部门/p' demo/shanxi-2023-Q4.txt | head -40
	@echo; echo "━━ 哪些监测户12月下半月没有走访 monitored households without a visit in the second half of December"
	@$(ZHUCUN) assess --profile shanxi --period 2023-12-16..2023-12-31 --records demo/shanxi --division 140622 --provision visit-risk-households --verdict breached
	@echo; echo "━━ 一支工作队12月12日的待办 what a team owes on 12 December"
	@$(ZHUCUN) due --profile shanxi --records demo/shanxi --as-of 2023-12-12 --since 2023-12-01 --for team:T0007
	@echo; echo "━━ 一名干部一周的依据 why a cadre's week is what it is"
	@$(ZHUCUN) explain --profile shanxi --period 2023-W48 --records demo/shanxi --subject C000012 --provision five-days-four-nights
	@echo; echo "━━ 重庆样例区县9月出勤通报 the attendance bulletin of a county in Chongqing"
	@$(ZHUCUN) bulletin --profile chongqing --period 2023-09 --records demo/chongqing --report attendance-bulletin | head -24
	@$(ZHUCUN) bulletin --profile chongqing --period 2023-09 --records demo/chongqing --report attendance-bulletin --format xlsx --out demo/chongqing-2023-09.xlsx
	@$(ZHUCUN) bulletin --profile linfen --period 2023-H2 --records demo/linfen --format html --out demo/linfen-bulletins
	@echo; echo "━━ 五份文件是否都已落实 whether the five documents are carried out"
	@for profile in yingxian chongqing linfen; do $(ZHUCUN) profile coverage $$profile | grep -e '条，' -e '^#'; done
	@$(ZHUCUN) profile test
	@echo; echo "记录在 records are in demo/shanxi, demo/chongqing, demo/linfen"
	@echo "可打印的页面 pages that print: demo/shanxi-2023-Q4.html, demo/linfen-bulletins/*.html; 工作簿 a workbook: demo/chongqing-2023-09.xlsx"

test: packages fresh python
	$(BUILD) --build-tests
	swift test --skip-build

build: packages
	@$(BUILD) -c release --static-swift-stdlib --product zhucun

# The documentation for authors, into .build/docs, from what `make test` builds; any warning and any step of a tutorial that does not hold fails.
docs: packages
	@$(BUILD) --build-tests
	@docs/build.sh

# What is missing of the system's packages: libyaml to read the profiles, libxlsxwriter to write workbooks, minizip and expat to read them.
PACKAGES := libyaml-dev libxlsxwriter-dev libminizip-dev libexpat1-dev pkg-config
packages:
	@if ! dpkg -s $(PACKAGES) >/dev/null 2>&1; then \
		if [ "$$(id -u)" = 0 ]; then SUDO=; else SUDO=sudo; fi; \
		$$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq $(PACKAGES); fi

# The second reading of the domain, with which the tests compare, is in Python.
python:
	@if ! command -v python3 >/dev/null; then \
		if [ "$$(id -u)" = 0 ]; then SUDO=; else SUDO=sudo; fi; \
		$$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq python3; fi

# The list of compiled-in modules, from the folders in Plugins/.
plugins:
	@Plugins/generate.sh

# The checked-in list must be the one the folders give.
fresh:
	@cp Package.swift .Package.swift.kept; cp Sources/BuiltInPlugins/BuiltInPlugins.swift .BuiltIn.kept; Plugins/generate.sh > /dev/null; \
	cmp -s Package.swift .Package.swift.kept && cmp -s Sources/BuiltInPlugins/BuiltInPlugins.swift .BuiltIn.kept; stale=$$?; \
	rm -f .Package.swift.kept .BuiltIn.kept; \
	if [ $$stale -ne 0 ]; then echo "模块列表已按 Plugins/ 更新，请提交 the list of modules was stale; commit it"; exit 1; fi

# Swift sources in the form that .swift-format says.
SWIFT_FOLDERS := Sources Plugins Tests Examples docs/ZhucunKernel.docc
format:
	@swift format --in-place --recursive --parallel $(SWIFT_FOLDERS)

# They must be as `make format` leaves them.
lint:
	@copy=$$(mktemp -d); for folder in $(SWIFT_FOLDERS); do \
		find $$folder -name '*.swift' -not -path '*/.build/*' -exec cp --parents {} "$$copy" \; ; done; \
	swift format --in-place --recursive --parallel --configuration .swift-format "$$copy"; \
	stale=$$(cd "$$copy" && find . -name '*.swift' | while read -r file; do cmp -s "$$file" "$(CURDIR)/$$file" || echo "$$file"; done); rm -rf "$$copy"; \
	if [ -n "$$stale" ]; then echo "$$stale"; echo "源文件须按 make format 排版 run make format and commit"; exit 1; fi

# Speed against DuckDB, Polars and C, with the same answers; SIZE=small|province|country and more in docs/performance.md.
bench: build
	@Benchmarks/run.sh

clean:
	rm -rf .build demo
