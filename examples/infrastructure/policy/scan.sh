#!/bin/sh
# What this organisation demands of networks, as a scanner: private addresses alone (RFC 1918), and nothing in the code that opens them to everybody.
# scan.sh FOLDER REPORT writes SARIF. An administrator has named it in the settings, as checkov or trivy-config would be there by themselves.
set -eu
folder=$1 report=$2 results=''

found() {
  results="$results${results:+,}{\"ruleId\":\"$1\",\"level\":\"error\",\"message\":{\"text\":\"$2\"},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"$3\"},\"region\":{\"startLine\":$4}}}]}"
}

line() { grep -n "$1" "$folder/main.tf" | head -n 1 | cut -d : -f 1; }

case ${ADDRESS:-} in
  '' | 10.* | 192.168.* | 172.1[6-9].* | 172.2[0-9].* | 172.3[01].*) ;;
  *) found PRIVATE_ADDRESS "The network lies at a public address" "$folder/main.tf" "$(line 'variable "address"')" ;;
esac
if grep -q '0\.0\.0\.0/0' "$folder"/*.tf; then
  found OPEN_TO_ALL "A rule lets everybody in" "$folder/main.tf" "$(line '0\.0\.0\.0/0')"
fi
printf '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"network-policy","rules":[{"id":"PRIVATE_ADDRESS","properties":{"tags":["misconfiguration"]}},{"id":"OPEN_TO_ALL","properties":{"tags":["misconfiguration"]}}]}},"results":[%s]}]}\n' "$results" > "$report"
