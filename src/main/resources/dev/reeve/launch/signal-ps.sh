# As signal.sh, for a system without /proc: the start time is asked of ps, its words joined by underscores.
#
#   sh signal-ps.sh SIGNAL PID:START...

signal=$1
shift
for target do
  set -- $(LC_ALL=C /bin/ps -o lstart= -p "${target%%:*}" 2>/dev/null)
  started=$(IFS=_; printf '%s' "$*")
  [ "$started" = "${target#*:}" ] && kill -s "$signal" "${target%%:*}" 2>/dev/null
done
exit 0
