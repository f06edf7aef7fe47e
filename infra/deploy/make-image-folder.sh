#!/bin/sh
# Makes the folder that an image runs: what one workspace needs of this repository, its packages installed, and nothing
# that is there for development alone. The Dockerfile and the tests of the image run this same script.
#   sh infra/deploy/make-image-folder.sh @hub/recorder /tmp/recorder
set -eu
[ $# = 2 ] || { echo "usage: make-image-folder.sh <workspace, as @hub/hub> <folder to make>" >&2; exit 2; }
workspace=$1
folder=$2
cd "$(dirname "$0")/../.."
[ ! -e "$folder" ] || { echo "make-image-folder.sh: $folder is there already" >&2; exit 2; }
# The version that package.json names; in a checkout with its packages installed, the one that is there.
turbo=$(node -p 'require("./package.json").devDependencies.turbo')
npx --yes "turbo@$turbo" prune "$workspace" --production --out-dir "$folder"
cd "$folder"
# Optional packages stay: they are the binaries of Snappy and LZ4. Node itself, which a developer's machine gets the same
# way, belongs to a workspace that no service needs.
npm ci --omit=dev --ignore-scripts --no-audit --no-fund
find . -name node_modules -prune -o -type f \( -name '*.test.ts' -o -name '*.fixture.ts' \) -exec rm {} +
