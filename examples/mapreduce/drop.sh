#!/bin/sh
# A task for each five of the reports, and one after them all, which runs with what is there.
reeve submit --each 'docs/*.txt' --batch 5 --task map.md --then reduce.md --group reports
