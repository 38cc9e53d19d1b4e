#!/bin/sh
# Stands in for a program that would read its prompt from standard input and think about it.
set -eu
echo "opening the laws of King Ine" >&2
sleep 1
echo "turning to the Domesday Book" >&2
sleep 1.2

cat >"$REEVE_RESULT" <<'END'
# The office

A reeve looked after something that was not his own: a manor, a port, a
shire. He gave out the work, saw that it was done, and answered for it
at the year's end with a tally. The shire-reeve kept his name: he is the
sheriff.
END
