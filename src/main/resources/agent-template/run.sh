#!/bin/sh
# The program of this agent. Put yours in place of the last lines.
#
# It has on standard input, and in "$REEVE_PROMPT":  the whole prompt: house rules, what the agent knows, the task
# It may look into "$REEVE_TASK_DIR":                the task as it was dropped, and files/ that came with it
# Its answer is what it prints, or what it writes to: "$REEVE_RESULT"
# Files that it delivers go into:                    "$REEVE_OUT"
# It is in "$REEVE_AGENT_DIR/work", and ends with 0 when the task is done. Any other exit is a failure, and tried again.
set -eu

echo "$REEVE_AGENT got this prompt, and has no program yet to answer it (see agents/$REEVE_AGENT/run.sh):"
echo
cat
