# Calls a service over REST, with a token if there is one. The first line that it prints is the HTTP status, the rest is the answer.
#
#   sh rest-call.sh 'Authorization: Bearer ' GET https://flags.example.com/api/…
#   sh rest-call.sh 'Authorization: ' PATCH https://flags.example.com/api/… application/json '{"a": 1}'
#
# The token comes from DELIVERY_TOKEN and reaches curl over its standard input: other processes of the machine do not see it.
set -u
set +x
header=$1 method=$2 url=$3 type=${4:-} body=${5:-}
answer=$({
  if [ -n "${DELIVERY_TOKEN:-}" ]; then
    printf 'header = "%s%s"\n' "$header" "$(printf '%s' "$DELIVERY_TOKEN" | sed 's/[\\"]/\\&/g')"
  fi
  if [ -n "$type" ]; then
    printf 'header = "Content-Type: %s"\n' "$type"
  fi
} | curl --silent --show-error --max-time 30 --retry 2 --request "$method" --config - ${body:+--data-raw "$body"} \
  --write-out '\n%{http_code}' "$url" 2>&1)
printf '%s\n' "$answer" | tail -n 1
printf '%s\n' "$answer" | sed '$d'
