#!/usr/bin/env bash
# The command as a whole: lines a second, memory at its peak, time to the first answer.
set -euo pipefail
command=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

family='{"as_of":"2024-06-01","lawful_birth":true,"mother":{"employed":true,"monthly_wage_yuan":5500,"maternity_insured":true,"employer_average_monthly_wage_yuan":6000},"father":{"employed":true,"monthly_wage_yuan":7200.5},"delivery":{"outcome":"birth","date":"2024-03-01","babies":2,"difficult":true},"children":[],"elders":[]}'
peak() { awk '/VmHWM/ { print $2 }' "/proc/$1/status" 2>/dev/null || true; }

for lines in 20000 200000; do
  head -n "$lines" >"$folder/lines" < <(yes "$family")  # not a pipe: its end is no failure
  start=$(date +%s%N)
  "$command" batch --no-alternatives "$folder/lines" >/dev/null
  end=$(date +%s%N)
  printf 'batch, %6d lines: %7d situations/s, not kept\n' "$lines" $((lines * 1000000000 / (end - start)))

  start=$(date +%s%N)
  "$command" batch --no-alternatives "$folder/lines" >"$folder/out" &
  process=$! most=0
  while kill -0 "$process" 2>/dev/null; do
    now=$(peak "$process")
    [ -n "$now" ] && most=$now
    sleep 0.05
  done
  wait "$process"
  end=$(date +%s%N)
  [ "$(wc -l <"$folder/out")" -eq "$lines" ]
  printf 'batch, %6d lines: %7d situations/s, written to a file; peak %d KiB\n' "$lines" \
    $((lines * 1000000000 / (end - start))) "$most"
done

head -n 1 "$folder/lines" >"$folder/one"
start=$(date +%s%N)
for _ in $(seq 100); do "$command" evaluate "$folder/one" >/dev/null; done
end=$(date +%s%N)
printf 'evaluate, start to answer: %d µs (mean of 100)\n' $(((end - start) / 100000))
