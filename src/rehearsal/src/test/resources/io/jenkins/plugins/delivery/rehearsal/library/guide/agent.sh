#!/bin/sh
# Stands in for the programs of an agent that the documents call: what each is asked for goes well.
set -eu
name=$(basename "$0")
nothing="{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"$name\"}}, \"results\": []}]}"

after() {
  option=$1
  shift
  while [ $# -gt 1 ]; do
    if [ "$1" = "$option" ]; then echo "$2"; return; fi
    shift
  done
}

maven() {
  mkdir -p target/surefire-reports target/failsafe-reports target/site/jacoco build
  tests='<testsuite name="shop" tests="1"><testcase classname="shop" name="works"/></testsuite>'
  echo "$tests" > target/surefire-reports/shop.xml
  echo "$tests" > target/failsafe-reports/shop.xml
  echo '<report name="shop"><counter type="LINE" missed="10" covered="90"/></report>' > target/site/jacoco/jacoco.xml
  cp target/site/jacoco/jacoco.xml build/coverage.xml
  echo "$nothing" > target/spotbugsSarif.json
  echo "$nothing" > target/lint.sarif
  case "$*" in *cyclonedx*)
    mkdir -p .delivery
    echo '{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": []}' > .delivery/sbom.cdx.json ;;
  esac
}

terraform() {
  case $1 in
    init) mkdir -p .terraform; echo '{"version": 3, "backend": {"type": "s3"}}' > .terraform/terraform.tfstate ;;
    plan) echo 'the plan' > .delivery/plan.tfplan; echo '{"@level": "info", "type": "version", "terraform": "1.11.4"}' ;;
    show) if [ "$2" = -json ]; then printf '%s' "$plan"; else echo 'the plan, for people'; fi ;;
    apply) echo '{"@level": "info", "@message": "done", "type": "apply_complete", "hook": {"resource": {"addr": "aws_vpc.shop"}, "action": "create"}}' ;;
  esac
}
plan='{"format_version": "1.2", "terraform_version": "1.11.4", "complete": true, "planned_values": {}, "resource_changes": []}'
if [ -f plan.json ]; then plan=$(cat plan.json); fi

flyway() {
  state=Pending
  if [ -f .migrated ]; then state=Success; fi
  case "$*" in
    *migrate) touch .migrated; echo '{"success": true, "operation": "migrate", "migrations": [{"version": "1", "description": "orders"}]}' ;;
    *info) printf '{"operation": "info", "migrations": [{"category": "Versioned", "version": "1", "description": "orders", "state": "%s", "filepath": "db/migration/V1__orders.sql"}]}\n' "$state" ;;
    *) echo '{"operation": "validate", "validationSuccessful": true}' ;;
  esac
}

postgres() {
  case $name in
    psql) if [ "$(after --file "$@")" = .delivery-backup.sql ]; then echo data > "$DELIVERY_BACKUP"; echo 'expected.public.orders=100'; fi
      case "$*" in *counts.sql*) echo 'restored.public.orders=100' ;; esac ;;
  esac
}

# Names of the documents become addresses of this machine; who is elsewhere says that all is well.
browse() {
  real=$1
  shift
  for word in "$@"; do
    case $word in
      *grafana.example.com* | *flags.example.com* | *otel.example.com* | *hooks.example.com*) cat > /dev/null < /dev/null
        printf '{"enabled": false}\n200'
        return ;;
    esac
  done
  count=$#
  while [ "$count" -gt 0 ]; do
    word=$(printf '%s' "$1" | sed -e "s#https*://registry.example.com#http://$REGISTRY#" -e "s#https://staging.example.com#$STAGING#")
    shift
    set -- "$@" "$word"
    count=$((count - 1))
  done
  exec "$real" --insecure "$@"
}

# The program of this name that comes after this one on the path.
other() {
  mine=$(dirname "$0")
  (IFS=:; for place in $PATH; do if [ "$place" != "$mine" ] && [ -x "$place/$1" ]; then echo "$place/$1"; return; fi; done)
}

case $name in
  mvn) maven "$@" ;;
  terraform) terraform "$@" ;;
  flyway) flyway "$@" ;;
  psql | pg_dump | pg_restore | createdb | dropdb) postgres "$@" ;;
  curl) browse "$(other curl)" "$@" ;;
  docker) case $1 in compose | ps) echo "docker $*" ;; *) exec "$STAND_IN/docker" "$@" ;; esac ;;
  vegeta) echo '{"latencies": {"mean": 1000000, "95th": 2000000, "max": 3000000}, "requests": 100, "rate": 50, "success": 1}' > .delivery/load/report.json ;;
  kustomize | helm) case $1 in version) echo v1.0.0 ;; *) cat deploy/manifests/shop.yaml ;; esac ;;
  trivy) report=$(after --output "$@"); case "$*" in *cyclonedx*) nothing='{"bomFormat": "CycloneDX", "specVersion": "1.6"}' ;; esac; if [ -n "$report" ]; then echo "$nothing" > "$report"; else echo "$nothing"; fi ;;
  gitleaks) report=$(after --report-path "$@"); if [ -n "$report" ]; then echo '[]' > "$report"; fi ;;
  checkov) echo '{"check_type": "terraform", "results": {"failed_checks": []}, "summary": {}}' ;;
  git) case "$*" in *rev-parse\ HEAD*) echo 0123456789abcdef0123456789abcdef01234567 ;; *shallow*) echo false ;; esac ;;
  *) echo "$name $*" ;;
esac
