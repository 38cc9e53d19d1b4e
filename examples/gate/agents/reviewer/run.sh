#!/bin/sh
# Holds an answer to the house rules. The prompt says where it is.
set -eu
answer=$(sed -n 's/^All of it is in \(.*\)\.$/\1/p' "$REEVE_PROMPT" | tail -n 1)
[ -s "$answer" ]

if grep '^- ' "$answer" | grep -v -q '(.*\.txt)$'; then
  echo 'Name the source at the end of each line.'
elif grep '^- ' "$answer" | grep -q '[0-9]\.[0-9] ('; then
  echo 'Give the unit of each height and depth.'
else
  echo accept
fi
