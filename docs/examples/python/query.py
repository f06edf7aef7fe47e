"""Asks for one file, and pages through its timeline; nothing but the standard library.

    echo 430302196803142018 | HUB_URL=http://127.0.0.1:4000 python3 docs/examples/python/query.py
"""

import json
import os
import sys
import urllib.error
import urllib.request

URL = os.environ.get("HUB_URL", "http://127.0.0.1:4000") + "/graphql"

FILE = """
query File($who: CitizenNumber!, $after: String) {
  veteran(by: { citizenNumber: $who }) {
    identity { name { value visibility source { department { titleZh } } } }
    timeline(first: 2, after: $after) {
      nodes { titleZh occurredAt }
      pageInfo { hasNextPage endCursor }
    }
  }
}
"""


def ask(query, variables):
    """Asks the hub; ends the program with the code of a refusal."""
    request = urllib.request.Request(
        URL,
        data=json.dumps({"query": query, "variables": variables}).encode(),
        headers={
            "content-type": "application/json",
            "accept": "application/graphql-response+json",
            "graphql-client-name": "example-python",
        },
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            answer = json.load(response)
    except urllib.error.HTTPError as error:  # a request that is not right has a 4xx status and the same body
        answer = json.load(error)
    if "errors" in answer:
        first = answer["errors"][0]
        sys.exit(f"{first['extensions']['code']}: {first['message']}")
    return answer["data"]


# A citizen number is read from standard input, so that it stands in no command line.
who = sys.stdin.read().strip()
after = None
while True:
    veteran = ask(FILE, {"who": who, "after": after})["veteran"]
    name = veteran["identity"]["name"]
    if after is None:
        print(f"{name['value'] or name['visibility']} ({name['source']['department']['titleZh']})")
    for event in veteran["timeline"]["nodes"]:
        print(event["occurredAt"], event["titleZh"])
    page = veteran["timeline"]["pageInfo"]
    if not page["hasNextPage"]:
        break
    after = page["endCursor"]
