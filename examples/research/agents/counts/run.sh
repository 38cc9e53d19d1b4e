#!/bin/sh
# How many lines of each source tell of it.
set -eu
topic=$(awk 'NF { last = $NF } END { print last }' "$REEVE_TASK_DIR/task.md")
cd "$REEVE_WORKSPACE/sources"
echo "# How often"
echo
grep -i -c -- "$topic" *.txt | awk -F: '{ print "- " $1 ": " $2; all += $2 } END { print "- together: " all; exit !all }'
