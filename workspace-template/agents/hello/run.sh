#!/bin/sh
# Answers at once, with no key and no network. What a program prints is its answer; it may write it to "$REEVE_RESULT"
# instead. A real agent would read its whole prompt from standard input (it is in "$REEVE_PROMPT" too); this one only
# wants the words of the task.
set -eu

# The task as it was dropped, without the front matter that may stand at its top.
words() {
  awk '
    { sub(/\r$/, "") }
    NR == 1 && /^---[ \t]*$/ { front = 1; next }
    front { if (/^---[ \t]*$/) front = 0; next }
    NF || said { print "> " $0; said = 1 }
  ' "$REEVE_TASK_DIR"/task.*
}

echo "Hi! I am $REEVE_AGENT, and I am glad that you wrote. You asked:"
echo
words
echo
echo "Repeating it politely is all that I can do. Put a real program into agents/$REEVE_AGENT/agent.yaml, or make an agent"
echo "beside me with \`reeve agent add NAME\`."
