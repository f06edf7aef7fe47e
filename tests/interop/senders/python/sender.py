"""Sends events by the Python SDK of CloudEvents, of version 1 or 2, each as a structured, a binary and a batched request:
one event a line of the standard input, one answer a line of the standard output. See ../../src/sdk-senders.fixture.ts.
"""
import datetime
import http.client
import json
import sys
import urllib.parse

try:
    from cloudevents.core.bindings import http as bindings
    from cloudevents.core.v1.event import CloudEvent

    def event_of(attributes, data):
        if 'time' in attributes:
            attributes['time'] = datetime.datetime.fromisoformat(attributes['time'])
        return CloudEvent(attributes, data)

    def structured(event):
        message = bindings.to_structured_event(event)
        return message.headers, message.body

    def binary(event):
        message = bindings.to_binary_event(event)
        return message.headers, message.body

except ImportError:
    from cloudevents.conversion import to_binary as binary
    from cloudevents.conversion import to_structured as structured
    from cloudevents.http import CloudEvent

    def event_of(attributes, data):
        return CloudEvent(attributes, data)


def request_of(mode, event):
    if mode == 'structured':
        return structured(event)
    if mode == 'binary':
        return binary(event)
    # The SDK writes no batches: its events one by one, in an array.
    return {'content-type': 'application/cloudevents-batch+json'}, b'[' + structured(event)[1] + b']'


def post(url, headers, body):
    place = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(place.hostname, place.port)
    try:
        connection.request('POST', place.path, body, headers)
        response = connection.getresponse()
        return response.status, json.load(response)
    finally:
        connection.close()


def answer_of(mode, url, told):
    answer = {'name': told['name'], 'mode': mode}
    try:
        data = told['data']
        if told.get('bytes'):
            data = json.dumps(data, ensure_ascii=False).encode('utf-8')
        event = event_of({**told['attributes'], **told.get('extensions', {})}, data)
        status, body = post(url, *request_of(mode, event))
        return {**answer, 'status': status, 'body': body}
    except Exception as error:
        return {**answer, 'unsendable': f'{type(error).__name__}: {error}'}


for line in sys.stdin.buffer:
    for mode in ('structured', 'binary', 'batch'):
        print(json.dumps(answer_of(mode, sys.argv[1], json.loads(line))), flush=True)
