#!/bin/sh
# Publishes once, whatever happens: a second try would find that this key is there already.
set -eu
sleep 0.8
published=$REEVE_SHARED/published
mkdir -p "$published"
cat "$REEVE_TASK_DIR"/after/*/result.md >"$published/$REEVE_IDEMPOTENCY_KEY.txt"
echo "Published as shared/published/$REEVE_IDEMPOTENCY_KEY.txt:"
echo
sed 's/^/    /' "$published/$REEVE_IDEMPOTENCY_KEY.txt"
