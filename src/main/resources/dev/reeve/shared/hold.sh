# Becomes a command once the lock names it. Until then nobody knows that it is at work under the lock, and if whoever
# started it were killed, it would go on while the next one has the lock.
#
#   $1 the lock   $2 the pid of the one who took it   the rest: the command

lock=$1
taker=$2
shift 2

named=
looks=0
while [ -z "$named" ]; do
  [ "$PPID" = "$taker" ] && kill -0 "$taker" 2>/dev/null || exit 1
  # it takes milliseconds; who waits longer waits for something that may never come, and does so quietly
  looks=$((looks + 1))
  [ "$looks" -lt 2000 ] || sleep 1
  {
    while IFS= read -r line; do
      case $line in
        *'"command_pid" : '$$,*) named=yes ;;
      esac
    done <"$lock"
  } 2>/dev/null || exit 1
done

exec "$@"
