#!/bin/sh
# Writes it as it was asked for.
set -eu
echo 'echo "Hello, $1!"' >greet.sh
git add greet.sh
git commit --quiet --message 'Greet somebody'
echo 'Wrote greet.sh.'
echo "branch: $REEVE_BRANCH"
