#!/bin/sh
# Counts words at first, until it is told that lines were meant: it finds its work as it left it.
set -eu
if [ -e count.sh ]; then
  sed 's/wc -w/wc -l/' count.sh >count.new
  mv count.new count.sh
  message='Count lines, not words'
else
  echo 'echo $(wc -w <"$1")' >count.sh
  message='Count a file'
fi
git add count.sh
git commit --quiet --message "$message"
echo "$message."
echo "branch: $REEVE_BRANCH"
