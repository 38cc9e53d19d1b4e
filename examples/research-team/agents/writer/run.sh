#!/bin/sh
# Makes one page of the results that its task waited for: they are in its folder, under after/<label>/.
set -eu
echo "reading what the others found" >&2
sleep 1

{
  echo "# What is a reeve?"
  for found in "$REEVE_TASK_DIR"/after/*/result.md; do
    echo
    sed 's/^# /## /' "$found"
  done
} >"$REEVE_RESULT"

# What goes into $REEVE_OUT is kept beside the answer, in out/.
for found in "$REEVE_TASK_DIR"/after/*/result.md; do
  label=${found%/result.md}
  echo "${label##*/}: $(wc -w <"$found") words"
done >"$REEVE_OUT/sources.txt"
sleep 0.6
