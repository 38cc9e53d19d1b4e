#!/bin/sh
# Hands out the parts and ends; started again when all have ended, it puts them together and tells how each was checked.
set -eu
parts='tides lights depths'
children=$REEVE_TASK_DIR/children

if [ ! -e "$children/index.json" ]; then
  for part in $parts; do
    # a file under a dot-name is left alone until it is whole
    printf -- '---\nagent: %s\n---\nYour part of the notice: %s.\n' "$part" "$part" >"$REEVE_SPAWN/.$part"
    mv "$REEVE_SPAWN/.$part" "$REEVE_SPAWN/$part.md"
  done
  echo 'Asked tides, lights and depths.'
  exit 0
fi

# What the reviewer said of a part, in each round: it is beside the answers, in the folder of the task that gave them.
rounds() {
  id=$(sed -n 's/.*"id" *: *"\([^"]*\)".*/\1/p' "$children/$1/status.json" | head -n 1)
  for said in "$REEVE_WORKSPACE"/done/*/"$id"/children/verify-*/result.md \
    "$REEVE_WORKSPACE"/failed/"$id"/children/verify-*/result.md; do
    [ -e "$said" ] || continue
    round=${said%/result.md}
    echo "| $1 | ${round##*verify-} | $(head -n 1 "$said") |"
  done
}

missing=0
{
  echo '# Notice to mariners'
  for part in $parts; do
    echo
    if [ -s "$children/$part/result.md" ]; then
      sed 's/^# /## /' "$children/$part/result.md"
    else
      echo "($part: no answer was accepted.)"
      missing=$((missing + 1))
    fi
  done
  echo
  echo '## How it was checked'
  echo
  echo '| part | round | the reviewer said |'
  echo '|---|---|---|'
  for part in $parts; do
    rounds "$part"
  done
} >"$REEVE_RESULT"
[ "$missing" -lt 3 ]
