#!/bin/sh
set -eu
amount=$(grep -o '[0-9][0-9]*' "$REEVE_TASK_DIR/task.md" | tail -n 1)
if [ "$amount" -gt 100 ]; then
  echo "$amount is more than 100: a person decides"
  exit 1
fi
echo "$amount may be paid."
