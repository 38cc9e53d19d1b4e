#!/bin/sh
# Fails at its first attempt and succeeds at its second, as things do outdoors.
set -eu
echo "sitting in the reeds" >&2
sleep 1

if [ "$REEVE_ATTEMPT" -eq 1 ]; then
  echo "the bird flew off before I had seen it" >&2
  exit 1
fi
sleep 0.8
echo "there it is" >&2

cat >"$REEVE_RESULT" <<'END'
# The bird

The male is called a ruff and wears one; the female is smaller, plain
and brown, and is called a reeve. While the ruffs dance, she goes about
her work.
END
