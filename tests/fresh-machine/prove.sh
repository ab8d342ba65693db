#!/bin/sh
# Proves that ./dev run and ./dev test work on a fresh Debian that has nothing but git and a shell:
# first as root, then as somebody who may use sudo. Needs root, debootstrap, 5 GB and half an hour.
set -eu

usage () {
  cat >&2 <<'TEXT'
Usage: prove.sh [--dir FOLDER] [--as root|user] [--release NAME] [--mirror URL]
  --dir FOLDER    work in this folder and keep it (otherwise in a temporary one that is removed)
  --as root|user  only this half of the proof
  --release NAME  another Debian than bookworm (12), such as trixie (13)
  --mirror URL    where Debian comes from (otherwise from where this machine gets its own Debian)
TEXT
  exit 2
}

say () { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*"; }
fail () { say "Failed: $*"; exit 1; }

# The first archive among this machine's package sources that is Debian's own.
own_mirror () {
  # shellcheck disable=SC2016 # apt-get expands these
  apt-get indextargets --format '$(ORIGIN) $(LABEL) $(REPO_URI)' 'Created-By: Packages' |
    sed -n 's/^Debian Debian //p' | head -n 1
}

# Runs a command in a root folder, with /proc, /dev, /dev/pts and /dev/shm. They are mounted in a
# namespace of the command's own, so they are gone when it ends, however it ends.
enter () { # ROOT COMMAND…
  # shellcheck disable=SC2016 # the inner shell expands these
  unshare --mount --pid --fork --kill-child sh -ec '
    root=$1; shift
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
    mount -t tmpfs tmpfs "$root/dev/shm"
    path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
    exec chroot "$root" env -i PATH="$path" "$@"
  ' sh "$@"
}

# A command as the person of this half would type it, in a login shell, in the clone.
as_person () { # COMMAND
  enter "$root" su - "$person" -c "cd '$clone' && $1"
}

make_base () {
  [ ! -e "$dir/base/complete" ] || return 0
  say "installing Debian ($release) from $mirror"
  debootstrap --variant=minbase --include=git,ca-certificates "$release" "$dir/base" "$mirror" \
    >"$dir/debootstrap.log" 2>&1 || { tail -n 20 "$dir/debootstrap.log"; fail 'debootstrap'; }
  # How this machine reaches its package mirror, and no service starts inside.
  cp -L /etc/resolv.conf "$dir/base/etc/resolv.conf"
  apt-config dump | grep -E '^Acquire::(https?|Check-|Retries)' \
    >"$dir/base/etc/apt/apt.conf.d/90host" || :
  cp -R /usr/local/share/ca-certificates "$dir/base/usr/local/share/"
  enter "$dir/base" update-ca-certificates >>"$dir/debootstrap.log" 2>&1
  printf '#!/bin/sh\nexit 101\n' >"$dir/base/usr/sbin/policy-rc.d"
  chmod +x "$dir/base/usr/sbin/policy-rc.d"
  : >"$dir/base/complete"
}

# The clone's folder has a blank in its name: people have such folders.
make_root () {
  root=$dir/$person
  rm -rf --one-file-system "$root"
  cp -a "$dir/base" "$root"
  git -C "$project" bundle create -q "$root/netzkarte.bundle" HEAD
  [ "$person" = root ] || enter "$root" useradd --create-home --shell /bin/sh "$person"
  clone='Netz karte'
  enter "$root" su - "$person" -c \
    "git -c advice.detachedHead=false clone -q /netzkarte.bundle '$clone'"
}

# Without root and sudo nothing can be installed: the line to ask for is said, and status 2.
check_refusal () {
  status=0
  as_person './dev run' >"$dir/refusal.log" 2>&1 || status=$?
  cat "$dir/refusal.log"
  [ "$status" -eq 2 ] || fail "without sudo, ./dev run ended with $status instead of 2"
  grep -q '^apt-get update && apt-get install .*libgtk-4-dev' "$dir/refusal.log" ||
    fail 'without sudo, ./dev run does not name the packages'
}

give_sudo () {
  enter "$root" sh -c 'apt-get -q update && DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y install --no-install-recommends sudo' >"$dir/sudo.log" 2>&1 ||
    { tail -n 20 "$dir/sudo.log"; fail 'installing sudo'; }
  echo "$person ALL=(ALL) NOPASSWD: ALL" >"$root/etc/sudoers.d/$person"
  rm -rf "$root/var/lib/apt/lists"  # as fresh as before
}

timed () { # NAME COMMAND
  started=$(date +%s)
  as_person "$2" >"$dir/$person-$1.log" 2>&1 ||
    { tail -n 60 "$dir/$person-$1.log"; fail "$person: $1"; }
  say "$person: $1 took $(($(date +%s) - started)) s"
}

check_figures () {
  for view in levels layers; do
    for format in pdf svg png; do
      figure=$(find "$root" -path "*/$clone/_figures/duesseldorf-$view.$format" -size +0)
      [ -n "$figure" ] || fail "$person: no figure of the $view view as $format"
    done
  done
}

prove () { # PERSON
  person=$1
  make_root
  [ "$person" = root ] || { check_refusal; give_sudo; }
  timed 'first-run' './dev run'
  check_figures
  # From here on a call of apt-get is an error.
  printf '#!/bin/sh\necho "apt-get was called again" >&2\nexit 99\n' >"$root/usr/local/bin/apt-get"
  chmod +x "$root/usr/local/bin/apt-get"
  timed 'second-run' './dev run'
  rm "$root/usr/local/bin/apt-get"
  timed 'first-test' './dev test'
  tail -n 1 "$dir/$person-first-test.log" | grep -qE '^[1-9][0-9]* passed, 0 failed$' ||
    fail "$person: ./dev test ended without its closing line"
  say "$person: $(tail -n 1 "$dir/$person-first-test.log")"
  # shellcheck disable=SC2016 # the shell inside expands it
  timed 'clean-tree' 'test -z "$(git status --porcelain)"'
}

project=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
dir='' people='root city' release=bookworm mirror=''
while [ $# -gt 0 ]; do
  [ $# -ge 2 ] || usage
  case $1-$2 in
    --dir-*) dir=$2 ;;
    --as-root) people=root ;;
    --as-user) people=city ;;
    --release-*) release=$2 ;;
    --mirror-*) mirror=$2 ;;
    *) usage ;;
  esac
  shift 2
done

refuse () { echo "prove.sh $*" >&2; exit 2; }

[ "$(id -u)" -eq 0 ] || refuse 'must be run as root: it makes a root folder and enters it.'
for program in debootstrap unshare git; do
  command -v "$program" >/dev/null || refuse "needs $program. Please install it."
done
mirror=${mirror:-$(own_mirror)}
[ -n "$mirror" ] || refuse 'finds no Debian among the package sources. Name a mirror by --mirror.'
if [ -n "$dir" ]; then
  mkdir -p "$dir"
  dir=$(CDPATH='' cd -- "$dir" && pwd)
else
  dir=$(mktemp -d)
  trap 'rm -rf --one-file-system "$dir"' EXIT
  trap 'exit 130' INT TERM
fi

make_base
for person in $people; do prove "$person"; done
say 'Proved.'
