#!/bin/sh
# What the log says about the number in the question.
set -eu
number=$(grep -o '[0-9][0-9]*' "$REEVE_TASK_DIR/task.md" | tail -n 1)
line=$(grep -- "order $number " "$REEVE_WORKSPACE/shop.log" | tail -n 1)
echo "Order $number: ${line#*order $number }."
echo "(answered by the model \"$REEVE_MODEL\")"
