#!/usr/bin/env bash
# Builds the documentation of ZhucunKernel (docs/ZhucunKernel.docc) into .build/docs, and fails on any warning.
#
# Before that it goes through the tutorials step by step, as a reader would: each @Code(name:, file:) puts the file under its
# name into a folder, and
#   - Swift must compile as it stands after the step;
#   - of a .txt each line "$ command" is run there, and must print what the lines below say ("…": anything, or any lines);
#   - what the module's tutorial ends with is Examples/FloodPatrol, byte for byte, nothing more and nothing less;
#   - what the county's tutorial ends with passes `profile check` and `profile test`.
# It uses what `make test` has built, and the example's program if it is built.
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/.."
catalogue=docs/ZhucunKernel.docc
build=${BUILD_FOLDER:-.build/debug}           # what `make test` built
example=${EXAMPLE_FOLDER:-Examples/FloodPatrol/.build/debug}
out=${DOCS_FOLDER:-.build/docs}

say() { echo "docs: $*" >&2; }
fail() { say "$*"; exit 1; }

[ -f "$build/Modules/ZhucunKernel.swiftmodule" ] && [ -x "$build/zhucun" ] || fail "nothing is built in $build: run make test first"
target=$(swift -print-target-info)
resources=$(sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p' <<< "$target")
triple=$(sed -n 's/.*"triple": "\(.*\)".*/\1/p' <<< "$target" | head -n 1)
tools=$(cd "$resources/../../bin" && pwd)
read -ra flags <<< "$(pkg-config --cflags yaml-0.1 xlsxwriter minizip expat)"
modules=(-I "$build/Modules" -I Sources/CLibYAML -I Sources/CLibXLSXWriter -I Sources/CMalloc -I Sources/CExpat -I Sources/CMiniZip "${flags[@]}")

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/graphs" "$work/built"
ln -s "$(realpath "$build/zhucun")" "$work/bin/zhucun"
if [ -x "$example/zhucun-flood" ]; then ln -s "$(realpath "$example/zhucun-flood")" "$work/bin/zhucun-flood"; fi

# Lines as a pattern: "…" alone is any lines, within a line any text.
matches() { # expected actual
    local -a wanted found
    mapfile -t wanted < <(sed 's/[[:space:]]*$//' <<< "$1")
    mapfile -t found < <(sed 's/[[:space:]]*$//' <<< "$2")
    local at=0 any=no line pattern
    for line in "${wanted[@]}"; do
        if [ "$line" = … ]; then any=yes; continue; fi
        pattern=$(sed 's/[][*?\\]/\\&/g; s/…/*/g' <<< "$line")
        while [ "$at" -lt "${#found[@]}" ] && [[ ${found[at]} != $pattern ]]; do
            if [ "$any" = no ]; then say "expected: $line"; say "printed:  ${found[at]}"; return 1; fi
            at=$((at + 1))
        done
        if [ "$at" -ge "${#found[@]}" ]; then say "expected, and not printed: $line"; return 1; fi
        at=$((at + 1)) any=no
    done
    if [ "$any" = no ] && [ "$at" -lt "${#found[@]}" ]; then say "printed besides: ${found[at]}"; return 1; fi
}

run() { # folder command expected-output shown-in
    local program=${2%% *} printed
    if [ ! -x "$work/bin/$program" ]; then say "NOT RUN, $example/$program is not built: $2"; return; fi
    printed=$(cd "$1" && PATH="$work/bin:$PATH" bash -c "$2" 2>&1) || true
    matches "$3" "$printed" || fail "$4: \"$2\" prints something else"
}

transcript() { # file folder
    local line command='' expected=''
    while IFS= read -r line; do
        if [[ $line == '$ '* ]]; then
            if [ -n "$command" ]; then run "$2" "$command" "${expected%$'\n'}" "$1"; fi
            command=${line#'$ '} expected=''
        else
            expected+=$line$'\n'
        fi
    done < "$1"
    [ -n "$command" ] || fail "$1 runs no command"
    run "$2" "$command" "${expected%$'\n'}" "$1"
}

compile() { # folder file
    local options=(-swift-version 6 -warnings-as-errors "${modules[@]}") own="$1/Sources/FloodPatrol"
    case $2 in
    Package.swift) ;;  # Equal to the example's, which is built.
    Sources/FloodPatrol/*)
        swiftc "${options[@]}" -module-name FloodPatrol -emit-module -o "$work/built/FloodPatrol.swiftmodule" "$own"/*.swift ;;
    *)
        swiftc "${options[@]}" -module-name Shown -typecheck -I "$work/built" \
            -plugin-path "$resources/host/plugins/testing" "$(dirname "$1/$2")"/*.swift ;;
    esac
}

shown=()
follow() { # tutorial folder
    local name file path count=0
    while read -r file name; do
        path=$(find "$catalogue/Resources" -name "$file")
        [ -f "$path" ] || fail "$1: no file $file"
        shown+=("$path") count=$((count + 1))
        case $file in
        *.txt) transcript "$path" "$2" ;;
        *)
            mkdir -p "$(dirname "$2/$name")"
            cp "$path" "$2/$name"
            if [[ $name == *.swift ]]; then compile "$2" "$name" || fail "$path does not compile"; fi ;;
        esac
    done < <(sed -n 's/.*@Code(name: "\([^"]*\)", file: "\([^"]*\)"[,)].*/\2 \1/p' "$1")
    [ "$count" -eq "$(grep -c '@Code' "$1")" ] || fail "$1: a @Code is not one line of name and file"
    say "$(basename "$1"): $count steps hold"
}

say "tutorials"
mkdir -p "$work/county/Profiles" "$work/module/Profiles"
ln -s "$PWD"/Profiles/* "$work/county/Profiles"
for part in Examples/FloodPatrol/Profiles/*; do
    if [ -L "$part" ]; then ln -s "$(realpath "$part")" "$work/module/Profiles"; fi  # what the example's profile stands on
done

follow "$catalogue/Tutorials/CountyInYAML.tutorial" "$work/county"
for check in check test; do
    (cd "$work/county" && "$work/bin/zhucun" profile "$check" hewan) > "$work/printed" 2>&1 || { cat "$work/printed" >&2; fail "the county of the tutorial fails profile $check"; }
done

follow "$catalogue/Tutorials/ModuleInSwift.tutorial" "$work/module"
files() { (cd "$1" && find . -type f -not -path './.build/*' -not -name .gitignore -not -name Package.resolved | sort); }
diff <(files "$work/module") <(files Examples/FloodPatrol) >&2 || fail "the module's tutorial ends with other files than Examples/FloodPatrol"
files Examples/FloodPatrol | while read -r file; do
    cmp "$work/module/$file" "Examples/FloodPatrol/$file" >&2 || fail "the tutorial's last $file is not that of Examples/FloodPatrol"
done

diff <(printf '%s\n' "${shown[@]}" | sort) <(find "$catalogue/Resources" -type f | sort) >&2 || fail "a file in Resources is shown by no step, or by two"
if grep -rn --include='*.md' --include='*.tutorial' '^ *```swift' "$catalogue" >&2; then fail "Swift in the text is not compiled: show it as a step"; fi

if [ ! -x "$tools/docc" ] || [ ! -x "$tools/swift-symbolgraph-extract" ]; then
    say "SKIPPED: this toolchain ($tools) has no docc or no swift-symbolgraph-extract; the documentation was NOT built"
    exit 0
fi
# An author imports ZhucunKernel alone: what it hands on of the modules below stands under its name. docc passes over mistakes in
# comments of another module than the graph's, so the comments are said to be of this one.
below=Assessment,CivilTime,Exact,Facts,Identity,Messages,PolicyLanguage,PolicyYAML,Results
graph() { "$tools/swift-symbolgraph-extract" -module-name "$1" "${modules[@]}" -target "$triple" -minimum-access-level public -output-dir "$work/graphs" "${@:2}"; }
graph ZhucunKernel -experimental-allowed-reexported-modules=$below
sed -i -E "s/\"module\": ?\"(${below//,/|})\"/\"module\":\"ZhucunKernel\"/g" "$work/graphs/ZhucunKernel.symbols.json"
graph ZhucunTesting
mkdir -p "$out"
rm -rf "$out/ZhucunKernel.doccarchive"
"$tools/docc" convert "$catalogue" --additional-symbol-graph-dir "$work/graphs" --output-path "$out/ZhucunKernel.doccarchive" \
    --fallback-display-name ZhucunKernel --fallback-default-module-kind Library --fallback-bundle-identifier zhucun.ZhucunKernel --warnings-as-errors
say "built $out/ZhucunKernel.doccarchive"
