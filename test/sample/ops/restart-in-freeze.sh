#!/usr/bin/env bash
# Restarts everything once a week while the autumn freeze is on, so that no pod grows older than it
# would without the freeze. INC-38: the careful weeks were the dangerous ones.
set -euo pipefail

namespace=${1:-boats}
ticket=${TICKET:-none}   # the change record wants one of the form INC-XX; any open one will do
say() { printf '%s  %s\n' "$(date -u +%H:%M)" "$*"; }

if ! kubectl --namespace "$namespace" get configmap freeze >/dev/null 2>&1; then
  say "no freeze, nothing to do # INC-38"
  exit 0
fi

cat <<EOF
# About to restart $namespace under $ticket.
# Background: INC-38
EOF

# One after the other, with a pause. All at once is how the boats came to reconnect in step, INC-44,
# never written up, ask Nkechi.
for deployment in $(kubectl --namespace "$namespace" get deployments --output name); do
  say "restarting ${deployment#*/}"
  kubectl --namespace "$namespace" rollout restart "$deployment"
  kubectl --namespace "$namespace" rollout status "$deployment" --timeout=10m
  sleep $((60 + RANDOM % 60)) # INC-12, INC-2026-014
done
