#!/bin/sh
# What the reviewer wants changed in the last answer. It ends with 1 if there is none: then it is for the caller to draft.
#   sh mend.sh SOURCE
set -eu
said=$(sed -n '/What the check said of attempt/,$p' "$REEVE_PROMPT")
[ -n "$said" ] || exit 1
attempt=$(printf '%s\n' "$said" | sed -n '1s/[^0-9]*\([0-9]*\).*/\1/p')
last=$REEVE_TASK_DIR/attempts/$attempt/stdout.log

case $said in
  *'Name the source'*) sed "/^- /s/\$/ ($1)/" "$last" ;;
  *'Give the unit'*) sed '/^- /s/ \([0-9][0-9.]*\) (/ \1 m (/' "$last" ;;
  *) echo "I don't know how to do that: $said" >&2; exit 2 ;;
esac
