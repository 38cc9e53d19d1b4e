#!/bin/sh
# "Remember: …" is written down, whatever else is asked is looked up, word by word: in this agent's memory alone.
set -eu
memory=$REEVE_AGENT_DIR/MEMORY.md
said=$(sed -n 's/^Remember: //p' "$REEVE_TASK_DIR/task.md")

if [ -n "$said" ]; then
  # a second attempt must not write it twice
  grep -q -x -F -- "- $said" "$memory" || echo "- $said" >>"$memory"
  echo "I will remember that."
  exit 0
fi

for word in $(tail -n 1 "$REEVE_TASK_DIR/task.md" | tr -cs '[:alpha:]' ' '); do
  if [ "${#word}" -gt 3 ] && grep '^- ' "$memory" | grep -i -w -- "$word"; then
    exit 0
  fi
done
echo "You have not told me."
