# Sends one signal to each process that still is who it was.
#
#   sh signal.sh SIGNAL PID:TICKS...
#
# A number is given to another process once the first is gone, so the start ticks are read again right before each
# signal, by the shell whose own builtin sends it.

signal=$1
shift
for target do
  stat=
  # the last line, for a program whose name holds a newline
  { while read -r line; do stat=$line; done </proc/"${target%%:*}"/stat; } 2>/dev/null
  set -- ${stat##*) }
  [ "${20-}" = "${target#*:}" ] && kill -s "$signal" "${target%%:*}" 2>/dev/null
done
exit 0
