# Two commands do everything on a fresh Debian 12 with Swift 6.3: `make demo` and `make test`.
SHELL := /bin/sh
BUILD := swift build --explicit-target-dependency-import-check error
ZHUCUN := .build/release/zhucun

.PHONY: demo test build packages plugins fresh bench clean

# Three sample counties, one in each jurisdiction, each assessed under the documents that apply there.
demo: build
	@rm -rf demo && mkdir -p demo
	@$(ZHUCUN) records sample --profile shanxi --cadres 300 --from 2023-07-01 --to 2023-09-30 --seed 7 --out demo/shanxi
	@$(ZHUCUN) records sample --profile chongqing --cadres 300 --from 2023-09-01 --to 2023-09-30 --seed 7 --out demo/chongqing > demo/chongqing.txt
	@$(ZHUCUN) records sample --profile linfen --cadres 300 --from 2023-01-01 --to 2023-12-31 --seed 7 --out demo/linfen > demo/linfen.txt
	@echo; $(ZHUCUN) assess --profile shanxi --period 2023-Q3 --records demo/shanxi
	@echo; $(ZHUCUN) assess --profile chongqing --period 2023-09 --records demo/chongqing
	@echo; $(ZHUCUN) assess --profile linfen --period 2023-H2 --records demo/linfen
	@echo; $(ZHUCUN) explain --profile shanxi --period 2023-W38 --records demo/shanxi --subject C000012 --provision five-days-four-nights
	@$(ZHUCUN) assess --profile shanxi --period 2023-Q3 --records demo/shanxi --format html --out demo/shanxi-2023-Q3.html
	@$(ZHUCUN) assess --profile shanxi --period 2023-Q3 --records demo/shanxi --format json --out demo/shanxi-2023-Q3.json
	@echo; echo "记录在 records are in demo/shanxi, demo/chongqing, demo/linfen"
	@echo "可打印的页面 a page that prints: demo/shanxi-2023-Q3.html"

test: packages fresh
	$(BUILD) --build-tests
	swift test --skip-build

build: packages
	@$(BUILD) -c release --static-swift-stdlib --product zhucun

# What is missing of the system's packages: libyaml to read the profiles, libxlsxwriter to write workbooks.
PACKAGES := libyaml-dev libxlsxwriter-dev pkg-config
packages:
	@if ! dpkg -s $(PACKAGES) >/dev/null 2>&1; then \
		if [ "$$(id -u)" = 0 ]; then SUDO=; else SUDO=sudo; fi; \
		$$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq $(PACKAGES); fi

# The list of compiled-in modules, from the folders in Plugins/.
plugins:
	@Plugins/generate.sh

# The checked-in list must be the one the folders give.
fresh:
	@cp Package.swift .Package.swift.kept; cp Sources/BuiltInPlugins/BuiltInPlugins.swift .BuiltIn.kept; Plugins/generate.sh; \
	cmp -s Package.swift .Package.swift.kept && cmp -s Sources/BuiltInPlugins/BuiltInPlugins.swift .BuiltIn.kept; stale=$$?; \
	rm -f .Package.swift.kept .BuiltIn.kept; \
	if [ $$stale -ne 0 ]; then echo "模块列表已按 Plugins/ 更新，请提交 the list of modules was stale; commit it"; exit 1; fi

bench: build
	@Benchmarks/run.sh

clean:
	rm -rf .build demo
