# Asks or tells a service of feature flags. The first line that it prints is the HTTP status, the rest is the answer.
#
#   sh flag-service.sh GET https://flags.example.com/api/…
#   sh flag-service.sh PATCH https://flags.example.com/api/… application/json '{"a": 1}'
#
# The token comes from DELIVERY_FLAG_TOKEN and reaches curl over its standard input: other processes of the machine do not see it.
set -u
set +x
method=$1 url=$2 type=${3:-} body=${4:-}
answer=$({
  printf 'header = "Authorization: %s"\n' "$(printf '%s' "$DELIVERY_FLAG_TOKEN" | sed 's/[\\"]/\\&/g')"
  if [ -n "$type" ]; then
    printf 'header = "Content-Type: %s"\n' "$type"
  fi
} | curl --silent --show-error --max-time 30 --retry 2 --request "$method" --config - ${body:+--data-raw "$body"} \
  --write-out '\n%{http_code}' "$url" 2>&1)
printf '%s\n' "$answer" | tail -n 1
printf '%s\n' "$answer" | sed '$d'
