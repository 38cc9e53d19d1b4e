# Runs one attempt and keeps its status. In a session of its own it outlives the supervisor that started it.
#
#   sh shim.sh ATTEMPT BOOT PROGRAM [ARGUMENT...]
#
# Two files in the folder ATTEMPT are its own, and each is made here or not at all:
#
#   pid    "<pid> <start ticks> <boot id>\n", ticks are "-" where the system tells none
#   exit   " <status>\n" in the end; its existence is the claim, its newline makes it valid.
#          The supervisor links "never\n" in its place for an attempt that nobody may claim any more.
#
# The order is the protocol. A claim implies a whole pid. What finds pid or exit taken ends and runs nothing. After the
# claim nothing is opened by its path, because the task's folder may be moved while the program runs.
# Only builtins are used: an external command here would cost more than all the rest.
# REEVE_SHIM is the one variable, of a name that no environment is given.

set -C

# The name of a program may hold spaces and parentheses: what follows the last ") " can be counted on.
reeve_ticks() {
  REEVE_SHIM=${20-}
}
{ read -r REEVE_SHIM </proc/$$/stat; } 2>/dev/null && reeve_ticks ${REEVE_SHIM##*) }
printf '%s %s %s\n' "$$" "${REEVE_SHIM:--}" "$2" >"$1/pid" || exit 1
unset REEVE_SHIM

# Silence, for what a shell has to say about a program that was killed.
exec 8>/dev/null

# The claim. One byte at once takes the block that the status will need on a full disk.
exec 9>"$1/exit" || exit 1
printf ' ' >&9 || exit 1

# Handlers that do nothing: unlike ignored signals they are not handed down, so the program can be asked to end while
# the shim stays to write its status.
trap : HUP INT QUIT PIPE ALRM TERM USR1 USR2

shift 2
exec 7>&2 2>&8
(exec "$@" 2>&7 7>&- 8>&- 9>&-)
printf '%s\n' "$?" >&9
