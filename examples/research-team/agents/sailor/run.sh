#!/bin/sh
# Stands in for a program that would read its prompt from standard input and think about it.
set -eu
echo "asking the bosun" >&2
sleep 1.4
echo "trying it with a rope" >&2
sleep 1.4

cat >"$REEVE_RESULT" <<'END'
# The verb

To reeve is to pass a rope through a block, a ring or a hole, so that
what pulls at one end moves what hangs at the other. A tackle is rove
before anything is lifted with it.
END
