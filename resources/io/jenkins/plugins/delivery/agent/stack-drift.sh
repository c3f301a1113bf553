# Lets CloudFormation look for drift, and writes what it found: stack-drift.sh STACK FILE
# The answer comes in pages that the command line does not put together: {"Pages": [first answer, second answer, ...]}.
set -eu
stack=$1
file=$2

id=$(aws cloudformation detect-stack-drift --stack-name "$stack" --query StackDriftDetectionId --output text)
for _ in $(seq 1 120); do
  status=$(aws cloudformation describe-stack-drift-detection-status --stack-drift-detection-id "$id" --query DetectionStatus --output text)
  [ "$status" = DETECTION_IN_PROGRESS ] || break
  sleep 5
done
if [ "$status" != DETECTION_COMPLETE ]; then
  echo "drift detection ended as $status"
  exit 1
fi

page="$file.page"
token=
printf '{"Pages": [' > "$file"
while :; do
  aws cloudformation describe-stack-resource-drifts --output json --stack-name "$stack" ${token:+--next-token "$token"} > "$page"
  cat "$page" >> "$file"
  token=$(sed -n 's/^ *"NextToken": "\([^"]*\)".*/\1/p' "$page" | head -n 1)
  [ -n "$token" ] || break
  printf ',' >> "$file"
done
rm "$page"
printf ']}' >> "$file"
