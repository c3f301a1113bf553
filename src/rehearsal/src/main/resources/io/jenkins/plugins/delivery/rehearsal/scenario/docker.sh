#!/bin/sh
# Stands in for docker in a rehearsal, where no daemon runs: builds what a Dockerfile copies and sets (COPY, ENV, WORKDIR, USER, EXPOSE, LABEL,
# HEALTHCHECK, ENTRYPOINT, CMD), in one layer; RUN is left out and said. Pushes over HTTP, as docker does.
set -eu
store=$(dirname "$0")/images
mkdir -p "$store"

fail() { echo "docker (stand-in of the rehearsal): $*" >&2; exit 1; }

folder() { printf '%s/%s' "$store" "$(printf '%s' "$1" | tr -c 'A-Za-z0-9.\n' '_')"; }

sum() { sha256sum "$1" | cut -d ' ' -f 1; }

escaped() { printf '%s' "$1" | sed 's/[\\"]/\\&/g'; }

add() { if [ -n "$1" ]; then printf '%s,%s' "$1" "$2"; else printf '%s' "$2"; fi; }

copy() {
  target=''
  for word in "$@"; do target=$word; done
  case $target in /*) ;; *) target=$workdir/$target ;; esac
  while [ $# -gt 1 ]; do
    case $1 in --from=*) fail "COPY $1 needs an earlier stage, whose commands are not run" ;; --*) shift; continue ;; esac
    if [ -d "$context/$1" ]; then
      mkdir -p "$root/$target"
      cp -R "$context/$1/." "$root/$target"
    else
      case $target in
        */ | */.) mkdir -p "$root/$target"; cp -R "$context"/$1 "$root/$target" ;;
        *) mkdir -p "$(dirname "$root/$target")"; cp -R "$context"/$1 "$root/$target" ;;
      esac
    fi
    shift
  done
}

instruction() {
  word=$(printf '%s' "$1" | tr 'a-z' 'A-Z')
  rest=$2
  case $word in
    FROM) env='' user='' entry='' command='' health='' ports='' workdir='/' ;;
    WORKDIR) case $rest in /*) workdir=$rest ;; *) workdir=$workdir/$rest ;; esac; mkdir -p "$root/$workdir" ;;
    COPY | ADD) copy $rest ;;
    ENV) for pair in $rest; do env=$(add "$env" "\"$(escaped "$pair")\""); done ;;
    USER) user=$rest ;;
    EXPOSE) ports=$(add "$ports" "\"${rest%%/*}/tcp\":{}") ;;
    LABEL) for pair in $rest; do labels=$(add "$labels" "\"$(escaped "${pair%%=*}")\":\"$(escaped "${pair#*=}" | tr -d '\\"')\""); done ;;
    HEALTHCHECK) health="\"Healthcheck\":{\"Test\":[\"CMD-SHELL\",\"$(escaped "$rest")\"]}," ;;
    ENTRYPOINT) entry=$rest ;;
    CMD) command=$rest ;;
    RUN) echo "left out, since nothing is run here: RUN $rest" ;;
    ARG | STOPSIGNAL | SHELL | VOLUME | '') ;;
    *) fail "does not know $word" ;;
  esac
  case $word in ENTRYPOINT | CMD) case $rest in \[*) ;; *) fail "$word wants the form [\"program\", \"argument\"]" ;; esac ;; esac
}

build() {
  file=Dockerfile context=. tags='' labels=''
  while [ $# -gt 0 ]; do
    case $1 in
      --file) file=$2; shift ;;
      --tag) tags="$tags $2"; shift ;;
      --label) labels=$(add "$labels" "\"$(escaped "${2%%=*}")\":\"$(escaped "${2#*=}")\""); shift ;;
      --*) fail "build does not know $1" ;;
      *) context=$1 ;;
    esac
    shift
  done
  work=$store/build.$$
  root=$work/root
  mkdir -p "$root"
  env='' user='' entry='' command='' health='' ports='' workdir=/
  sed -e ':a' -e '/\\$/N; s/\\\n//; ta' "$file" | grep -v '^[[:space:]]*\(#.*\)\{0,1\}$' > "$work/Dockerfile"
  set -f
  while read -r name rest; do instruction "$name" "$rest"; done < "$work/Dockerfile"
  set +f
  tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -cf "$work/layer.tar" -C "$root" .
  layer=$(sum "$work/layer.tar")
  printf '{"architecture":"amd64","os":"linux","config":{"User":"%s","ExposedPorts":{%s},"Env":[%s],"Entrypoint":%s,"Cmd":%s,%s"WorkingDir":"%s","Labels":{%s}},"history":[{"created_by":"COPY"}],"rootfs":{"type":"layers","diff_ids":["sha256:%s"]}}' \
    "$user" "$ports" "$env" "${entry:-null}" "${command:-null}" "$health" "$workdir" "$labels" "$layer" > "$work/config.json"
  printf '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{"mediaType":"application/vnd.oci.image.config.v1+json","size":%s,"digest":"sha256:%s"},"layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar","size":%s,"digest":"sha256:%s"}]}' \
    "$(wc -c < "$work/config.json" | tr -d ' ')" "$(sum "$work/config.json")" "$(wc -c < "$work/layer.tar" | tr -d ' ')" "$layer" > "$work/manifest"
  for tag in $tags; do
    to=$(folder "$tag")
    rm -rf "$to"
    mkdir -p "$to"
    cp "$work/layer.tar" "$work/config.json" "$work/manifest" "$to"
  done
  rm -rf "$work"
}

save() {
  [ "$1" = --output ] || fail 'save wants --output'
  from=$(folder "$3")
  [ -d "$from" ] || fail "there is no image $3"
  work=$store/save.$$
  mkdir -p "$work/blobs/sha256"
  for name in layer.tar config.json manifest; do cp "$from/$name" "$work/blobs/sha256/$(sum "$from/$name")"; done
  printf '{"imageLayoutVersion":"1.0.0"}' > "$work/oci-layout"
  printf '{"schemaVersion":2,"manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json","size":%s,"digest":"sha256:%s","annotations":{"org.opencontainers.image.ref.name":"%s"}}]}' \
    "$(wc -c < "$from/manifest" | tr -d ' ')" "$(sum "$from/manifest")" "${3##*:}" > "$work/index.json"
  tar -cf "$2" -C "$work" oci-layout index.json blobs
  rm -rf "$work"
}

upload() {
  curl --silent --show-error --fail --output /dev/null --header 'Content-Type: application/octet-stream' --data-binary "@$2" \
    "http://$host/v2/$repository/blobs/uploads/?digest=sha256:$(sum "$2")" || fail "the registry $host refuses $1"
}

push() {
  from=$(folder "$1")
  [ -d "$from" ] || fail "there is no image $1"
  host=${1%%/*} repository=${1#*/}
  repository=${repository%:*}
  upload "$1" "$from/layer.tar"
  upload "$1" "$from/config.json"
  curl --silent --show-error --fail --output /dev/null --request PUT --header 'Content-Type: application/vnd.oci.image.manifest.v1+json' \
    --data-binary "@$from/manifest" "http://$host/v2/$repository/manifests/${1##*:}" || fail "the registry $host refuses $1"
  printf '%s/%s@sha256:%s\n' "$host" "$repository" "$(sum "$from/manifest")" > "$from/digest"
}

case ${1:-} in
  info) echo 'Server: a stand-in of the rehearsal' ;;
  build) shift; build "$@" ;;
  save) shift; save "$@" ;;
  push) push "$2" ;;
  image) for last in "$@"; do :; done; cat "$(folder "$last")/digest" ;;
  *) fail "does not know ${1:-}" ;;
esac
