#!/bin/sh
# Asks three researchers at once and ends; started again when all of them have ended, it writes what they found.
set -eu

# The topic is the last word of the task.
topic=$(awk 'NF { last = $NF } END { print last }' "$REEVE_TASK_DIR/task.md")

if [ ! -e "$REEVE_TASK_DIR/children/index.json" ]; then
  for who in dates counts quotes; do
    # a file under a dot-name is left alone until it is whole
    {
      printf -- '---\nagent: %s\ntimeout: 30s\n' "$who"
      if [ "$who" = quotes ]; then
        echo 'optional: true'
      fi
      printf -- '---\nSearch the sources for: %s\n' "$topic"
    } >"$REEVE_SPAWN/.$who"
    mv "$REEVE_SPAWN/.$who" "$REEVE_SPAWN/$who.md"
  done
  echo "Asked dates, counts and quotes for $topic."
  exit 0
fi

there=0
{
  echo "# What the sources say of: $topic"
  for who in dates counts quotes; do
    found=$REEVE_TASK_DIR/children/$who/result.md
    echo
    if [ -s "$found" ] && grep -q '\.txt' "$found"; then
      sed 's/^# /## /' "$found"
      there=$((there + 1))
    else
      echo "($who found nothing that names its source.)"
    fi
  done
  echo
  echo "Made of $there of 3 parts."
} >"$REEVE_RESULT"
[ "$there" -gt 0 ]
