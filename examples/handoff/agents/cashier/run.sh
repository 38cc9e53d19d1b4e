#!/bin/sh
set -eu
amount=$(grep -o '[0-9][0-9]*' "$REEVE_TASK_DIR/task.md" | tail -n 1)
mkdir -p "$REEVE_SHARED/paid"
echo "$amount" >"$REEVE_SHARED/paid/$REEVE_IDEMPOTENCY_KEY"
echo "Paid $amount."
