#!/bin/sh
# The longest line that tells of it.
set -eu
topic=$(awk 'NF { last = $NF } END { print last }' "$REEVE_TASK_DIR/task.md")
cd "$REEVE_WORKSPACE/sources"
best=$(grep -i -- "$topic" *.txt | awk 'length > longest { longest = length; best = $0 } END { print best }')
[ -n "$best" ]
echo "# In their words"
echo
echo "> ${best#*:}"
echo
echo "(${best%%:*})"
