#!/bin/sh
# Both agents are the same program.
exec sh "$REEVE_WORKSPACE/remember.sh"
