#!/bin/sh
# It forgets the source, and the unit as well.
set -eu
sh "$REEVE_WORKSPACE/mend.sh" depths.txt && exit
echo '# Depths at low water'
echo
sed 's/^/- /' "$REEVE_WORKSPACE/sources/depths.txt"
