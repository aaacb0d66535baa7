#!/usr/bin/env bash
# Builds, tests and serves the calculator; `./build.sh help` lists what it can do. Installs what is missing: packages of
# Debian or Ubuntu, and npm packages for the page.
set -euo pipefail

caller=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")"

readonly logs=build/logs
# What the presets and the reader of JSON want; Debian 12 and Ubuntu 24.04 have them.
readonly oldest_cmake=3.25 oldest_json=3.11
readonly native_packages=(cmake ninja-build g++ nlohmann-json3-dev libgtest-dev libbenchmark-dev)
readonly web_packages=(emscripten ca-certificates)
readonly browser_packages=(chromium chromium-headless-shell firefox-esr webkit2gtk-driver xvfb fonts-noto-cjk)
# The servers that the embedding guide has configurations for: their programs alone, as whole packages would start them.
readonly server_packages=(apache2-bin)
readonly unpacked_packages=(nginx libnginx-mod-http-brotli-static)
readonly release_packages=(git zip)
readonly fuzz_packages=(clang libclang-rt-dev)
# Every release formats and checks differently, so it is one of them for everybody.
readonly clang=14
readonly lint_packages=("clang-$clang" "clang-format-$clang" "clang-tidy-$clang")

CMAKE_BUILD_PARALLEL_LEVEL=$(nproc)
export CMAKE_BUILD_PARALLEL_LEVEL

help() {
  cat <<'TEXT'
./build.sh serve [PORT]     build everything and serve the calculator on this machine
./build.sh dist             build the static files into dist/
./build.sh package          build the npm package into build/package/ and pack it
./build.sh release          build/release/: the site and the package packed, checksums, bill of materials
./build.sh release --check  build it twice, from clean copies of the last commit, and compare the bytes
./build.sh test             build everything, run all tests and checks
./build.sh run WORDS…       the command birth-benefits, e.g. run evaluate --pretty family.json
./build.sh bench            time the core
./build.sh bench-web        time the page
./build.sh screenshots      pictures of the page in every state, language and width, in test-output/
./build.sh fuzz [SECONDS]   attack the readers and the rules, 60 seconds each fuzzer
./build.sh nightly [MIN]    the long versions of the tests, each fuzzer for 30 minutes; ends with a report
./build.sh coverage         line coverage of core/ by its tests
./build.sh format           format the C++ sources and the page's
TEXT
}

say() { printf '%s\n' "$*" >&2; }
die() {
  say "build.sh: $*"
  exit 1
}

have() { command -v "$1" >/dev/null; }

# step NAME COMMAND…: runs a command, what it prints in a log; a dot every ten seconds; the log's end where it fails.
step() {
  local name=$1 start=$SECONDS log dots status=0
  shift
  mkdir -p "$logs"
  log=$logs/${name//[^a-zA-Z0-9]/-}.log
  printf '%-46s' "$name" >&2
  while sleep 10 >/dev/null 2>&1; do printf . >&2; done &
  dots=$!
  "$@" >"$log" 2>&1 </dev/null || status=$?
  kill "$dots"
  wait "$dots" 2>/dev/null || true
  if [ "$status" -eq 0 ]; then
    say " $((SECONDS - start)) s"
  else
    say " failed after $((SECONDS - start)) s; the end of $log:"
    tail -n 40 "$log" >&2
  fi
  return "$status"
}

# --- What is needed ---------------------------------------------------------------------------------------------------

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    have sudo || die "no root and no sudo; as root: $*"
    sudo "$@"
  fi
}

# Once in a run, before anything is installed.
update_packages() {
  [ -z "${packages_updated:-}" ] || return 0
  packages_updated=yes
  step "update package lists" as_root apt-get -o DPkg::Lock::Timeout=300 update
}

is_installed() { dpkg -s "$1" 2>/dev/null | grep -q '^Status: .* installed$'; }

# need PACKAGE…: installs those that are missing, where this is Debian or Ubuntu.
need() {
  local missing=() package
  if ! have dpkg || ! have apt-get; then
    say "taken to be installed: $*"
    return 0
  fi
  for package in "$@"; do is_installed "$package" || missing+=("$package"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  update_packages
  step "install ${missing[*]}" as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "${missing[@]}"
}

# offered PACKAGE…: whether this system has them all, installed or to be installed.
offered() {
  local package
  have apt-get || return 1
  for package in "$@"; do
    is_installed "$package" && continue
    update_packages
    apt-cache show "$package" >/dev/null 2>&1 || return 1
  done
}

# unpack FOLDER PACKAGE…: the files of packages below a folder; nothing is installed, configured or started.
unpack() {
  local folder=$1 archive
  shift
  mkdir -p "$folder"
  (cd "$folder" && apt-get download "$@") || return 1
  for archive in "$folder"/*.deb; do dpkg -x "$archive" "$folder" || return 1; done
  touch "$folder/.complete"
}

node_is_new() {
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'
}

# The page's tools want a newer node than Debian 12 has; npm brings one.
need_node() {
  local bin=$PWD/build/node/node_modules/.bin machine
  if ! have node || ! have npm; then need nodejs npm; fi
  node_is_new && return
  case $(uname -m) in
    x86_64) machine=x64 ;;
    aarch64) machine=arm64 ;;
    *) die "node 20.19 or newer is needed" ;;
  esac
  [ -x "$bin/node" ] ||
    step "install node 22" npm install --prefix build/node --no-audit --no-fund "node-linux-$machine@22" npm@10
  PATH=$bin:$PATH
  hash -r
  node_is_new || die "node 20.19 or newer is needed"
}

# need_modules FOLDER: its npm packages, as its lock file has them; no package's own script is run.
need_modules() {
  local installed=$1/node_modules/.package-lock.json
  [ "$installed" -nt "$1/package-lock.json" ] && return
  step "install npm packages of $1" env -C "$1" npm ci --ignore-scripts --no-audit --no-fund
  touch "$installed"
}

# --- Building ---------------------------------------------------------------------------------------------------------

# build PRESET [TARGET]
build() {
  step "configure $1" cmake --preset "$1"
  step "build $1" cmake --build --preset "$1" --target "${2:-all}"
}

# at_least VERSION FOUND
at_least() { [ "$(printf '%s\n' "$@" | sort -V | head -n 1)" = "$1" ]; }

# The version of the JSON library that is compiled in.
json_version() {
  echo '#include <nlohmann/json.hpp>' | g++ -E -dM -x c++ - |
    sed -nE 's/^#define NLOHMANN_JSON_VERSION_(MAJOR|MINOR|PATCH) ([0-9]+)$/\1 \2/p' | sort | cut -d' ' -f2 | paste -sd.
}

need_native() {
  local found
  need "${native_packages[@]}"
  found=$(cmake --version | sed -nE '1s/[^0-9]*//p') || found=
  at_least "$oldest_cmake" "$found" || die "CMake $oldest_cmake or newer is needed, and this system has ${found:-none}"
  found=$(json_version 2>/dev/null) || found=
  at_least "$oldest_json" "$found" || die "nlohmann/json $oldest_json or newer is needed, and this system has ${found:-none}"
}

native() {
  need_native
  build native "$@"
}

dist() {
  local found known
  need_native
  need "${web_packages[@]}"
  found=$(emcc -dumpversion) || found=
  known=$(sed -n 's/^set(known_emscripten \(.*\))$/\1/p' wasm/CMakeLists.txt)
  [ "$found" = "$known" ] || say "tested with Emscripten $known, and this system has ${found:-none}"
  need_node
  need_modules web
  build native birth-benefits
  build wasm
  step "build the page" env -C web npm run build
}

package() {
  dist
  step "put the package together" node web/build/package.mjs
  npm pack --silent --pack-destination "${1:-build}" ./build/package
}

# pack FOLDER NAME: NAME.zip and NAME.tar.gz of a folder, the same bytes whoever packs it, whenever and wherever.
pack() (
  cd "$1" &&
    chmod -R u=rwX,go=rX "$2" &&
    find "$2" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} + &&
    find "$2" | LC_ALL=C sort | TZ=UTC zip -q -X -9 "$2.zip" -@ &&
    LC_ALL=C tar --sort=name --format=ustar --owner=0 --group=0 --numeric-owner -cf - "$2" | gzip -n -9 >"$2.tar.gz" &&
    rm -r "$2"
)

# The bill of materials, with the versions of what is compiled in.
sbom() {
  NLOHMANN_JSON=$(json_version) EMSCRIPTEN=$(emcc -dumpversion) node web/build/sbom.mjs
}

release() {
  if [ "${1:-}" = --check ]; then
    check_release
    return
  fi
  local out=build/release version
  need "${release_packages[@]}"
  # Every date in a release is that of its commit.
  export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
  rm -rf "$out"
  mkdir -p "$out"
  package "$out"
  version=$(node -p 'JSON.parse(fs.readFileSync("assets/changelog.json"))[0].version')
  cp -R dist "$out/birth-benefits-site-$version"
  step "pack the site" pack "$out" "birth-benefits-site-$version"
  cp dist/birth-benefits.html "$out"
  sbom >"$out/birth-benefits-$version.cdx.json"
  (cd "$out" && LC_ALL=C sha256sum -- * >../SHA256SUMS && mv ../SHA256SUMS .)
  cat "$out/SHA256SUMS"
}

# Nothing of the folder, the day or what was built before may get into a release.
check_release() {
  local folder name
  need "${release_packages[@]}"
  folder=$(mktemp -d)
  for name in one another-one; do git clone --quiet . "$folder/$name"; done
  for name in one another-one; do step "build the release in $name" "$folder/$name/build.sh" release; done
  diff "$folder/one/build/release/SHA256SUMS" "$folder/another-one/build/release/SHA256SUMS" || die "they differ: $folder"
  cat "$folder/one/build/release/SHA256SUMS"
  rm -rf "$folder"
  say "two builds gave the same bytes"
}

serve() {
  dist
  say ""
  exec node web/build/serve.mjs dist "${1:-8080}"
}

run() {
  native birth-benefits
  local command=$PWD/build/native/birth-benefits
  cd "$caller"
  exec "$command" "$@"
}

# --- Testing ----------------------------------------------------------------------------------------------------------

passed=0
failed=0

tally() {
  passed=$((passed + $1))
  failed=$((failed + $2))
}

# What `test` says last, however it ends.
report() {
  local status=$?
  if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ] || exit 1
}

# check NAME COMMAND…: a step that counts as one test.
check() {
  if step "$@"; then tally 1 0; else tally 0 1; fi
}

# count STATUS PASSED FAILED: a suite that failed has at least one failure, though it may have crashed before it could say;
# and so has one of which no test is known to have run.
count() {
  local passes=${2:-0} failures=${3:-0}
  if [ $((passes + failures)) -eq 0 ]; then say "no test of it is known to have run"; fi
  if [ "$failures" -eq 0 ] && { [ "$1" -ne 0 ] || [ "$passes" -eq 0 ]; }; then failures=1; fi
  tally "$passes" "$failures"
}

# Every test program of a preset, each test counted.
native_tests() {
  local results=$PWD/build/$1/results status=0
  rm -rf "$results"
  step "test $1" ctest --preset "$1" --parallel "$(nproc)" || status=$?
  # shellcheck disable=SC2046 # two numbers
  count "$status" $(cat "$results"/*.xml 2>/dev/null | sed -nE \
    's/^<testsuites tests="([0-9]+)" failures="([0-9]+)" disabled="([0-9]+)".*/\1 \2 \3/p' |
    awk '{ passed += $1 - $2 - $3; failed += $2 } END { print passed + 0, failed + 0 }')
}

# Every *.test.mjs of a folder.
node_tests() {
  local status=0
  step "test $1" node --test --test-reporter=spec "--test-concurrency=$(nproc)" "$1"/*.test.mjs || status=$?
  # shellcheck disable=SC2046 # two numbers
  count "$status" $(sed -nE 's/^ℹ (pass|fail) ([0-9]+)$/\2/p' "$logs/test-${1//[^a-zA-Z0-9]/-}.log")
}

# prepare FOLDER: what its tests want beside node; fails where this system does not have it.
prepare() {
  local installed=() unpacked=()
  case $1 in
    tests/browser) installed=("${browser_packages[@]}") ;;
    tests/guide)
      installed=("${browser_packages[@]}" "${server_packages[@]}")
      unpacked=("${unpacked_packages[@]}")
      ;;
    *) return 0 ;;
  esac
  if ! offered "${installed[@]}" "${unpacked[@]}"; then
    say "left out: $1 wants ${installed[*]} ${unpacked[*]}, which this system does not have"
    return 1
  fi
  need "${installed[@]}" || die "cannot install ${installed[*]}"
  if [ ${#unpacked[@]} -gt 0 ] && ! [ -e build/servers/.complete ]; then
    update_packages
    step "unpack ${unpacked[*]}" unpack build/servers "${unpacked[@]}" || die "cannot unpack ${unpacked[*]}"
  fi
}

sources() { find core wasm tests -name node_modules -prune -o \( -name '*.cpp' -o -name '*.h' \) -print; }

# clang's own warnings and clang-tidy's on the core and the command, in a build of its own: what has not changed since is not checked again.
tidy() {
  cmake --preset native -B build/tidy -D CMAKE_BUILD_TYPE=Debug -D CMAKE_CXX_COMPILER="clang++-$clang" \
    -D CMAKE_CXX_CLANG_TIDY="clang-tidy-$clang;--quiet;--extra-arg=-Wno-unknown-warning-option" || return 1
  cmake --build build/tidy --target birth-benefits -- -k 0
}

# compare WORDS…: the command with the second implementation.
compare() { node tests/oracle/compare.mjs --command build/native/birth-benefits "$@"; }

# everywhere check|long WORDS…: the command of two compilers, the module and its twin, byte by byte.
everywhere() {
  local how=$1
  shift
  need clang
  build clang birth-benefits
  "$how" "compare the bytes of all builds" node tests/wasm/everywhere.mjs "$@"
}

lint() {
  if ! offered "${lint_packages[@]}"; then
    say "left out: format and clang-tidy want clang $clang, which this system does not have"
    return
  fi
  need "${lint_packages[@]}"
  # shellcheck disable=SC2046 # no name has a blank
  check "check the format" "clang-format-$clang" --dry-run -Werror $(sources)
  check "check with clang-tidy" tidy
}

run_tests() {
  local folder
  trap report EXIT
  native
  native_tests native
  build sanitize
  native_tests sanitize

  dist
  check "check the page's sources" env -C web npm run check
  need_modules tests
  check "compare answers with the oracle" compare --seed 1 --count 3000
  check "compare errors with the oracle" compare --seed 2 --count 5000 --errors
  check "let the cases judge a spoilt policy" node tests/mutation/policy.mjs --quick
  everywhere check --count 50000 --twin 5000
  check "enumerate every benefit" node tests/enumerate/enumerate.mjs --short
  for folder in tests/*/; do
    folder=${folder%/}
    compgen -G "$folder/*.test.mjs" >/dev/null || continue
    prepare "$folder" || continue
    node_tests "$folder"
  done
  lint
}

# --- The long versions ------------------------------------------------------------------------------------------------

readonly nightly_report=$logs/nightly-report.txt

# long NAME COMMAND…: one long run. The last line of what it prints, which says how much it did, stands in the report.
long() {
  local start=$SECONDS log=$logs/${1//[^a-zA-Z0-9]/-}.log result=passed
  step "$@" || result=FAILED
  printf '%-6s %6d s  %-44s %s\n' "$result" $((SECONDS - start)) "$1" "$(tail -n 1 "$log" | cut -c 1-120)" >>"$nightly_report"
}

# beside NAME COMMAND…: a long run that keeps one processor busy, and others beside it as far as there are processors;
# `wait` for them all before one that wants every processor. Each is told of when it has ended.
beside() {
  while [ "$(jobs -rp | wc -l)" -ge "$(nproc)" ]; do wait -n || true; done
  { say "$(long "$@" 2>&1)"; } &
}

# What `nightly` says last, however it ends.
report_nightly() {
  local status=$? passed failed
  wait
  passed=$(grep -c '^passed' "$nightly_report") || true
  failed=$(grep -c '^FAILED' "$nightly_report") || true
  if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
  printf '\n'
  cat "$nightly_report"
  printf '%d runs passed, %d failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ] || exit 1
}

nightly() {
  local minutes=${1:-30} seed
  mkdir -p "$logs"
  : >"$nightly_report"
  trap report_nightly EXIT
  dist
  need_modules tests
  # Others every day, and the same ones all day long.
  seed=$(date +%Y%m%d)
  beside "compare 200000 answers, seed $seed" compare --seed "$seed" --count 200000
  beside "compare 200000 errors, seed $seed" compare --seed "$seed" --count 200000 --errors
  beside "attack the page's doors, 50 times as often" env BIRTH_BENEFITS_RUNS=50 node --test tests/web/attack.test.mjs tests/web/session.test.mjs
  wait
  long "let the cases judge a spoilt policy" node tests/mutation/policy.mjs
  if offered "${lint_packages[@]}"; then
    need "${lint_packages[@]}"
    long "let the cases judge spoilt rules" env "CLANG=clang++-$clang" node tests/mutation/code.mjs
  else
    say "left out: spoilt rules want clang $clang, which this system does not have"
  fi
  everywhere long --count 1000000 --seed "$seed"
  long "enumerate every benefit" node tests/enumerate/enumerate.mjs
  long "enumerate every benefit, densely" node tests/enumerate/enumerate.mjs --dense
  long "build the release twice" ./build.sh release --check
  each_fuzzer beside $((minutes * 60))
  wait
}

# --- Measuring --------------------------------------------------------------------------------------------------------

coverage() {
  need_native
  need gcovr
  build coverage
  find build/coverage -name '*.gcda' -delete
  step "run the tests" ctest --test-dir build/coverage
  gcovr --root . --filter core/ --exclude 'core/cli/.*' --exclude-throw-branches build/coverage
}

fuzzers() { find tests/fuzz/corpus -mindepth 1 -maxdepth 1 -printf '%f\n' | sort; }

# fuzz_target NAME SECONDS: what it finds worth keeping stays in build/fuzz, what breaks it too. Names and words of the
# schemas and of the policy are its dictionary, beside what all JSON is made of.
fuzz_target() {
  local out=build/fuzz/$1
  mkdir -p "$out/corpus"
  {
    cat tests/fuzz/json.dict
    grep -ohE '"[a-zA-Z0-9_.-]+"' assets/schema/*.json assets/policy/*.json | sort -u | sed -E 's/"(.*)"/"\\"\1\\""/'
  } >"$out/words.dict"
  "build/fuzz/tests/fuzz/${1}_fuzz" "-max_total_time=$2" -max_len=32768 -timeout=60 "-dict=$out/words.dict" \
    "-artifact_prefix=$out/" "$out/corpus" "tests/fuzz/corpus/$1"
}

# each_fuzzer step|beside SECONDS
each_fuzzer() {
  local target
  need_native
  need "${fuzz_packages[@]}"
  build fuzz
  for target in $(fuzzers); do "$1" "fuzz $target for $2 s" fuzz_target "$target" "$2"; done
}

fuzz() { each_fuzzer step "${1:-60}"; }

bench() {
  native
  build/native/tests/bench/evaluate_bench --benchmark_repetitions=5 --benchmark_report_aggregates_only=true
  tests/bench/command.sh build/native/birth-benefits
}

# in_browser PROGRAM: one of tests/browser that judges nothing by itself.
in_browser() {
  dist
  prepare tests/browser || exit 1
  need_modules tests
  node "tests/browser/$1.mjs"
}

format() {
  need "clang-format-$clang"
  # shellcheck disable=SC2046 # no name has a blank
  "clang-format-$clang" -i $(sources)
  need_node
  need_modules web
  env -C web npm run format
}

verb=${1:-help}
[ $# -eq 0 ] || shift
case $verb in
  help | -h | --help) help ;;
  serve | dist | package | release | run | bench | coverage | fuzz | format | nightly) "$verb" "$@" ;;
  test) run_tests ;;
  bench-web) in_browser bench ;;
  screenshots) in_browser screenshots ;;
  *)
    say "build.sh: unknown verb $verb"
    help >&2
    exit 2
    ;;
esac
