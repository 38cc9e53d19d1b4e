#!/bin/sh
# Knows the house rules, and keeps them.
set -eu
sh "$REEVE_WORKSPACE/mend.sh" lights.txt && exit
echo '# Lights'
echo
sed 's/.*/- & (lights.txt)/' "$REEVE_WORKSPACE/sources/lights.txt"
