#!/bin/sh
# Asks for the name in one file.
#   echo 430302196803142018 | HUB_URL=http://127.0.0.1:4000 sh docs/examples/curl/query.sh
# A citizen number is read from standard input, and so is the body that it goes into: it stands in no command line.
set -eu
read -r who
curl --silent --show-error --compressed "${HUB_URL:-http://127.0.0.1:4000}/graphql" \
  --header 'content-type: application/json' \
  --header 'accept: application/graphql-response+json' \
  --header 'graphql-client-name: example-curl' \
  --data-binary @- <<BODY
{ "query": "query File(\$who: CitizenNumber!) { veteran(by: { citizenNumber: \$who }) { identity { name { value source { department { titleZh } } } } } }",
  "variables": { "who": "$who" } }
BODY
