#!/bin/sh
# It always forgets where it has read that, until it is told.
set -eu
sh "$REEVE_WORKSPACE/mend.sh" tides.txt && exit
echo '# Tides'
echo
awk '{ print "- " $1 " " $2 " water, " $3 " m" }' "$REEVE_WORKSPACE/sources/tides.txt"
