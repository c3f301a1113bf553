# Asks a registry which digest a tag has. Prints the HTTP status and the digest, or "000" and why nobody answered.
#
#   sh registry-digest.sh https registry.example.com shop 1.5.0
#
# User name and password come from DELIVERY_REGISTRY_USER and DELIVERY_REGISTRY_PASSWORD, and reach curl over its standard
# input: other processes of the machine do not see them. Tokens are fetched as the registry's challenge says
# (https://distribution.github.io/distribution/spec/auth/token).
set -u
set +x
scheme=$1 host=$2 repository=$3 tag=$4
url="$scheme://$host/v2/$repository/manifests/$tag"
accept='application/vnd.oci.image.index.v1+json, application/vnd.docker.distribution.manifest.list.v2+json, application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json'

escaped() { printf '%s' "$1" | sed 's/[\\"]/\\&/g'; }

login() {
  if [ -n "${DELIVERY_REGISTRY_USER:-}" ]; then
    printf 'user = "%s:%s"\n' "$(escaped "$DELIVERY_REGISTRY_USER")" "$(escaped "$DELIVERY_REGISTRY_PASSWORD")"
  fi
}

head() { curl --silent --show-error --head --max-time 30 --header "Accept: $accept" --config - "$url" 2>&1; }

status() { printf '%s\n' "$1" | sed -n 's/^HTTP\/[0-9.]* \([0-9]*\).*/\1/p' | tail -n 1; }

field() { printf '%s\n' "$1" | tr -d '\r' | sed -n "s/^$2: *//Ip" | tail -n 1; }

parameter() { printf '%s' "$1" | sed -n "s/.*[ ,]$2=\"\([^\"]*\)\".*/\1/p"; }

answer=$(login | head)
challenge=$(field "$answer" www-authenticate)
if [ "$(status "$answer")" = 401 ]; then
  case $challenge in
    [Bb]earer*)
      realm=$(parameter "$challenge" realm)
      token=$(login | curl --silent --show-error --get --max-time 30 --config - \
        --data-urlencode "service=$(parameter "$challenge" service)" \
        --data-urlencode "scope=repository:$repository:pull,push" "$realm" 2> /dev/null \
        | tr -d '\n' | sed -n 's/.*"\(access_token\|token\)" *: *"\([^"]*\)".*/\2/p')
      if [ -n "$token" ]; then
        answer=$(printf 'header = "Authorization: Bearer %s"\n' "$token" | head)
      fi
      ;;
  esac
fi
code=$(status "$answer")
if [ -z "$code" ]; then
  printf '000 %s\n' "$(printf '%s' "$answer" | tail -n 1)"
else
  printf '%s %s\n' "$code" "$(field "$answer" docker-content-digest)"
fi
