# What an image tar (of docker save, buildctl, Kaniko or Jib; Docker's format or OCI's) says of itself, one fact a line, for the
# report kind "image": its tags, what it is built from, its configuration, and of each layer its files and how many lines look like keys. No
# value of a secret is printed.
#
#   sh image-facts.sh image.tar Dockerfile > image.facts
set -eu
set +x
archive=$1

member() { tar -xOf "$archive" "$1"; }

# all texts of the list that follows a key
list() { tr -d ' \n\r\t' | sed -n "s/.*\"$1\":\[\([^]]*\)\].*/\1/p" | tr ',' '\n'; }

digests() { sed -n 's/.*"digest":"sha256:\([0-9a-f]\{64\}\)".*/blobs\/sha256\/\1/p'; }

if tar -tf "$archive" manifest.json > /dev/null 2>&1; then
  config=$(member manifest.json | tr -d ' \n\r\t' | sed -n 's/.*"Config":"\([^"]*\)".*/\1/p')
  layers=$(member manifest.json | list Layers | tr -d '"')
  for tag in $(member manifest.json | list RepoTags | tr -d '"'); do
    printf 'tag\t%s\n' "$tag"
  done
else
  manifest=$(member index.json | tr -d ' \n\r\t' | tr '{' '\n' | digests | head -n 1)
  config=$(member "$manifest" | tr -d ' \n\r\t' | sed -n 's/.*"config":{\([^}]*\)}.*/\1/p' | digests)
  layers=$(member "$manifest" | tr -d ' \n\r\t' | sed -n 's/.*"layers":\[\(.*\)\].*/\1/p' | tr '{' '\n' | digests)
fi

if [ -n "${2:-}" ]; then
  awk 'toupper($1) == "FROM" { i = 2; while ($i ~ /^--/) i++; print "from\t" $i "\t" (toupper($(i + 1)) == "AS" ? $(i + 2) : "") }' "$2"
fi
printf 'config\t%s\n' "$(member "$config" | tr -d '\n\r')"
number=0
for layer in $layers; do
  keys=$(member "$layer" | gzip -dcf | LC_ALL=C grep -a -c -E -e '-----BEGIN ([A-Z]+ )*PRIVATE KEY-----|AKIA[0-9A-Z]{16}|gh[pousr]_[0-9A-Za-z]{36}' || true)
  printf 'keys\t%s\t%s\n' "$number" "$keys"
  member "$layer" | gzip -dcf | tar -tf - 2> /dev/null | sed "s/^/file	$number	/"
  number=$((number + 1))
done
printf 'end\t%s\n' "$number"
