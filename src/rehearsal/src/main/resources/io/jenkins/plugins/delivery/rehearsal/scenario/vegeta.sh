#!/bin/sh
# Stands in for vegeta in a rehearsal: sends GET requests with curl, one each time that the rate says, and reports what came back as vegeta does.
set -eu

fail() { echo "vegeta (stand-in of the rehearsal): $*" >&2; exit 1; }

seconds() {
  case $1 in
    *ms) fail "does not know the duration $1; say seconds or minutes" ;;
    *m) echo $((${1%m} * 60)) ;;
    *s) echo "${1%s}" ;;
    *) fail "does not know the duration $1" ;;
  esac
}

attack() {
  targets='' rate=50 duration=30s output=''
  for word in "$@"; do
    case $word in
      -targets=*) targets=${word#*=} ;;
      -rate=*) rate=${word#*=} ;;
      -duration=*) duration=${word#*=} ;;
      -output=*) output=${word#*=} ;;
      *) fail "attack does not know $word" ;;
    esac
  done
  [ -f "$targets" ] || fail "there is no file $targets with targets"
  grep -qv '^GET ' "$targets" && fail 'knows targets of the form GET http://… alone'
  count=$((rate * $(seconds "$duration")))
  pause=$(awk -v rate="$rate" 'BEGIN { print 1 / rate }')
  : > "$output"
  i=0
  while [ "$i" -lt "$count" ]; do
    url=$(awk -v at="$i" '{ url[NR - 1] = $2 } END { print url[at % NR] }' "$targets")
    curl --silent --output /dev/null --max-time 10 --write-out '%{http_code} %{time_total}\n' "$url" >> "$output" &
    sleep "$pause"
    i=$((i + 1))
  done
  wait
}

report() {
  to=/dev/stdout from=''
  for word in "$@"; do
    case $word in
      -type=json) ;;
      -output=*) to=${word#*=} ;;
      -*) fail "report does not know $word" ;;
      *) from=$word ;;
    esac
  done
  sort -k 2 -n "$from" | awk '
    function at(share) { i = int(NR * share + 0.999999); return millis[i < 1 ? 1 : i] * 1e9 }
    { millis[NR] = $2; total += $2; codes[$1]++; if ($1 >= 200 && $1 < 400) good++ }
    END {
      if (NR == 0) exit 1
      printf "{\"latencies\":{\"total\":%.0f,\"mean\":%.0f,\"50th\":%.0f,\"90th\":%.0f,\"95th\":%.0f,\"99th\":%.0f,\"max\":%.0f},", total * 1e9, total * 1e9 / NR, at(0.5), at(0.9), at(0.95), at(0.99), millis[NR] * 1e9
      printf "\"requests\":%d,\"success\":%.6f,\"status_codes\":{", NR, good / NR
      for (code in codes) { printf "%s\"%s\":%d", sep, code + 0, codes[code]; sep = "," }
      print "},\"errors\":[]}"
    }' > "$to" || fail 'made no request'
}

case ${1:-} in
  attack) shift; attack "$@" ;;
  report) shift; report "$@" ;;
  *) fail "does not know ${1:-}" ;;
esac
