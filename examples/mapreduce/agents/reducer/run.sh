#!/bin/sh
# The page: how many, the warmest, the mean, the wettest; then what is missing.
set -eu
cd "$REEVE_TASK_DIR/after"
all=$(ls | wc -l)
good=$(ls -d */result.md | wc -l)
cat */result.md >"$REEVE_OUT/stations.tsv"

echo "# The weather"
echo
awk -F '\t' '
  NR == 1 || $2 > warmest { warmest = $2; where = $1 }
  NR == 1 || $3 > wettest { wettest = $3; rain = $1 }
  { sum += $2 }
  END {
    printf "- %d stations, %.1f degrees on average\n", NR, sum / NR
    printf "- warmest: %s, %d degrees\n- wettest: %s, %d mm\n", where, warmest, rain, wettest
  }' "$REEVE_OUT/stations.tsv"
echo "- made of $((good)) of $((all)) parts"
for why in */why.md; do
  if [ -e "$why" ]; then
    echo "- missing: $(grep 'no temperature' "$why" | sed 's/^ *//')"
  fi
done
