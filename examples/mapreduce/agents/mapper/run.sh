#!/bin/sh
# A line for each report: station, temperature, rain.
set -eu
for report in "$REEVE_TASK_DIR"/files/*.txt; do
  awk -F ': ' -v name="${report##*/}" '
    { value[$1] = $2 }
    END {
      if (value["Temperature"] !~ /^-?[0-9]+$/) {
        print name ": no temperature in it"
        exit 1
      }
      printf "%s\t%s\t%s\n", value["Station"], value["Temperature"], value["Rain"]
    }' "$report"
done
