#!/bin/sh
# Every line of the sources that tells of it, by its date, which a line begins with.
set -eu
topic=$(awk 'NF { last = $NF } END { print last }' "$REEVE_TASK_DIR/task.md")
cd "$REEVE_WORKSPACE/sources"
grep -i -- "$topic" *.txt >/dev/null || { echo "nothing about $topic"; exit 1; }
echo "# When"
echo
grep -i -- "$topic" *.txt | awk -F: '{ print $2 " (" $1 ")" }' | sort | sed 's/^/- /'
