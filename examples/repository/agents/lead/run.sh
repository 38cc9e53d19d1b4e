#!/bin/sh
# Makes the repository and hands out the work; started again when all have ended, it merges the branches that were accepted.
set -eu
repository=$REEVE_WORKSPACE/repository
children=$REEVE_TASK_DIR/children

if [ ! -e "$children/index.json" ]; then
  mkdir -p "$repository"
  cd "$repository"
  [ -e .git ] || git init --quiet
  git symbolic-ref HEAD refs/heads/main
  # what a command must do is said before anybody writes one
  cat >check.sh <<'EOF'
# sh check.sh COMMAND: what is wrong with it, a line each; nothing, if it is right
case $1 in
  greet) [ "$(sh greet.sh Ada)" = 'Hello, Ada!' ] || echo '`sh greet.sh Ada` must say: Hello, Ada!' ;;
  count) [ "$(sh count.sh check.sh)" = 5 ] || echo '`sh count.sh check.sh` must say how many lines it has: 5' ;;
esac
EOF
  git add check.sh
  git commit --quiet --message 'What the commands must do'
  for part in 'ada greet' 'ben count'; do
    command=${part#* }
    # a file under a dot-name is left alone until it is whole
    printf -- '---\nagent: %s\n---\nWrite %s.sh\n' "${part% *}" "$command" >"$REEVE_SPAWN/.$command"
    mv "$REEVE_SPAWN/.$command" "$REEVE_SPAWN/$command.md"
  done
  echo 'Asked ada and ben.'
  exit 0
fi

cd "$repository"
{
  echo '# Merged'
  echo
  for command in greet count; do
    branch=$(sed -n 's/^branch: //p' "$children/$command/result.md" 2>/dev/null || true)
    if [ -z "$branch" ]; then
      echo "- $command: nothing was accepted"
    elif git merge --quiet --no-ff --message "Merge $command" "$branch" >/dev/null; then
      echo "- $command: $(git log -1 --format='%an, "%s"' "$branch"), from $branch"
    else
      git merge --abort
      echo "- $command: $branch can't be merged"
    fi
  done
  echo
  git log --graph --format='    %s (%an)' | sed 's/ *$//'
} >"$REEVE_RESULT"
[ -z "$(git status --porcelain)" ]
