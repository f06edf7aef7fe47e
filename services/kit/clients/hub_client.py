"""A client of the veterans' hub in one file: Python 3.8 or newer, its standard library, nothing else.

    hub = HubClient('https://hub.example', '/var/lib/payments/outbox.db')
    hub.put({'type': 'finance.PaymentStopped.v1', 'source': '/departments/finance/treasury', 'time': ..., 'data': ...})
    hub.start()
    print(hub.settled('/departments/finance/treasury', 'P-1')['state'])
    hub.stop()

An event is durable when `put` returns, and is recorded once by the hub, whatever breaks in between. Its states:
`waiting` to be sent; `taken` by the intake, which gave a receipt; `recorded`, or a `duplicate` of what was recorded
before; `rejected` by the recorder; `refused` by the intake. The last two stay in the outbox until `send_again` or `drop`.
The outbox holds personal data until that is recorded: only its owner may read the file (mode 0600).

As a command: events on standard input, one a line; `put <id>` is said when an event is durable, and its state when it is
settled. Ends with 0 when all were recorded.

    python3 hub_client.py https://hub.example outbox.db < events.ndjson
"""

import email.utils
import hashlib
import http.client
import json
import os
import random
import sqlite3
import sys
import threading
import time
import urllib.error
import urllib.request
import uuid

SCHEMA = """
CREATE TABLE IF NOT EXISTS events (
  key INTEGER PRIMARY KEY AUTOINCREMENT, change INTEGER NOT NULL, source TEXT NOT NULL, id TEXT NOT NULL,
  type TEXT NOT NULL, replaces TEXT, state TEXT NOT NULL, body TEXT, digest TEXT NOT NULL, receipt TEXT,
  sendings INTEGER NOT NULL DEFAULT 0, told TEXT NOT NULL DEFAULT '{}', UNIQUE (source, id));
CREATE INDEX IF NOT EXISTS events_by_change ON events (change);
CREATE INDEX IF NOT EXISTS events_in_state ON events (state, source, key);
CREATE TABLE IF NOT EXISTS last_change (only_one INTEGER PRIMARY KEY CHECK (only_one = 1), number INTEGER NOT NULL);
INSERT OR IGNORE INTO last_change VALUES (1, 0);
PRAGMA user_version = 101;
"""
# A correction goes when what it corrects is recorded: else it might correct nothing, or what another has under that id.
WAITING = """
SELECT key, id, body FROM events AS mine WHERE state = 'waiting' AND source = ? AND (replaces IS NULL OR NOT EXISTS (
  SELECT 1 FROM events WHERE source = substr(mine.replaces, 1, instr(mine.replaces, '#') - 1)
    AND id = substr(mine.replaces, instr(mine.replaces, '#') + 1) AND state NOT IN ('recorded', 'duplicate')))
ORDER BY key LIMIT ?
"""
MOST_ANSWER_BYTES = 32 * 1024 * 1024
LONGEST_WAIT_S = 3600
BATCH_BYTES = 4_000_000
RECEIPTS_AT_ONCE = 500
MOST_SENDINGS = 5
RECEIPT_STATES = {'RECORDED': 'recorded', 'DUPLICATE': 'duplicate', 'REJECTED': 'rejected'}
FAULT_FIELDS = ('pointer', 'code', 'message', 'messageZh', 'whatToDo', 'whatToDoZh')


class IdInUse(Exception):
    """Another event has this id already: a changed fact has an id of its own, and `replaces`."""


class NotInOutbox(Exception):
    """The outbox has no such event, or not in a state in which this can be done."""


class OutboxInUse(Exception):
    """Another process sends from this outbox; several may put events in, one sends them."""


def uuid_v7():
    """A UUID of version 7 (RFC 9562): the time first, so that ids sort as they were made."""
    value = (int(time.time() * 1000) & (1 << 48) - 1) << 80 | random.SystemRandom().getrandbits(76)
    value = value & ~(0xF << 76) | 7 << 76
    return str(uuid.UUID(int=value & ~(3 << 62) | 2 << 62))


def _owners_alone(file):
    os.close(os.open(file, os.O_CREAT | os.O_APPEND | os.O_RDWR, 0o600))
    os.chmod(file, 0o600)


class Outbox:
    """Events on their way to the hub, in an SQLite file. Several processes may put events into one."""

    def __init__(self, file):
        _owners_alone(file)
        self._lock = threading.RLock()
        self._db = sqlite3.connect(file, timeout=10, isolation_level=None, check_same_thread=False)
        self._db.row_factory = sqlite3.Row
        # What was personal is overwritten when it is no longer needed.
        for pragma in ('journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON'):
            self._db.execute('PRAGMA ' + pragma)
        if self._db.execute('PRAGMA user_version').fetchone()[0] not in (0, 101):
            self._db.close()
            raise RuntimeError(file + ' is an outbox of another client')
        self._db.executescript('BEGIN IMMEDIATE;' + SCHEMA + 'COMMIT;')

    def _all(self, sql, *values):
        with self._lock:
            return self._db.execute(sql, values).fetchall()

    def _in_transaction(self, work):
        with self._lock:
            self._db.execute('BEGIN IMMEDIATE')
            try:
                result = work()
                self._db.execute('COMMIT')
                return result
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute('ROLLBACK')
                raise

    def _change(self):
        self._db.execute('UPDATE last_change SET number = number + 1')
        return self._db.execute('SELECT number FROM last_change').fetchone()[0]

    def _row(self, source, event_id):
        return next(iter(self._all('SELECT * FROM events WHERE source = ? AND id = ?', source, event_id)), None)

    @staticmethod
    def _written(event):
        event = {'specversion': '1.0', 'id': uuid_v7(), **{key: value for key, value in event.items() if value is not None}}
        # NaN and the like are no JSON.
        body = json.dumps(event, ensure_ascii=False, allow_nan=False)
        digest = hashlib.sha256(json.dumps(event, sort_keys=True, allow_nan=False).encode()).hexdigest()
        return event['source'], event['id'], event['type'], event.get('replaces'), body, digest

    @staticmethod
    def _entry(row):
        entry = {'faults': [], 'notices': [], **{key: row[key] for key in ('change', 'source', 'id', 'type', 'state', 'receipt')}}
        entry.update(json.loads(row['told']))
        return entry

    def put(self, *events):
        """Puts events in, all or none; they are durable when this returns. The same again is taken once. Answers their ids."""

        def work():
            ids = []
            for event in events:
                source, event_id, kind, replaces, body, digest = self._written(event)
                before = self._row(source, event_id)
                if before and before['digest'] != digest:
                    raise IdInUse('another event was put in under this id: a changed fact has an id of its own')
                if not before:
                    self._db.execute(
                        'INSERT INTO events (change, source, id, type, replaces, state, body, digest)'
                        " VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?)",
                        (self._change(), source, event_id, kind, replaces, body, digest),
                    )
                ids.append(event_id)
            return ids

        return self._in_transaction(work)

    def entry(self, source, event_id):
        """What is known of an event, nothing of its data; None when it was never put in, or was forgotten."""
        row = self._row(source, event_id)
        return row and self._entry(row)

    def body(self, source, event_id):
        """The event itself, as JSON, while it is kept: until it is recorded."""
        row = self._row(source, event_id)
        return row and row['body']

    def changed_after(self, change, limit=500):
        """Events that have changed since, as they stand now, in the order of their changes."""
        return [self._entry(row) for row in self._all('SELECT * FROM events WHERE change > ? ORDER BY change LIMIT ?', change, limit)]

    def _refused(self, source, event_id):
        row = self._row(source, event_id)
        if not row or row['state'] not in ('refused', 'rejected'):
            raise NotInOutbox('the outbox has no such event that was refused or rejected')
        return row

    def send_again(self, source, event_id, corrected=None):
        """Sends what was refused or rejected again: as it is, or corrected, under the same id or another."""

        def work():
            row = self._refused(source, event_id)
            event = json.loads(row['body']) if corrected is None else {'id': event_id, **corrected}
            new_source, new_id, kind, replaces, body, digest = self._written(event)
            other = self._row(new_source, new_id)
            if other and other['key'] != row['key']:
                raise IdInUse('another event of the outbox has the new id')
            self._db.execute(
                "UPDATE events SET change = ?, source = ?, id = ?, type = ?, replaces = ?, body = ?, digest = ?,"
                " state = 'waiting', receipt = NULL, sendings = 0, told = '{}' WHERE key = ?",
                (self._change(), new_source, new_id, kind, replaces, body, digest, row['key']),
            )

        self._in_transaction(work)

    def drop(self, source, event_id):
        """Takes out what was refused or rejected."""
        self._in_transaction(
            lambda: self._db.execute('DELETE FROM events WHERE key = ?', (self._refused(source, event_id)['key'],))
        )

    def forget_recorded(self, keep=0):
        """Takes out the names of what was recorded, but for the last ones."""
        self._all(
            "DELETE FROM events WHERE key IN (SELECT key FROM events WHERE state IN ('recorded', 'duplicate')"
            ' ORDER BY change DESC LIMIT -1 OFFSET ?)',
            keep,
        )

    def counts(self):
        """How many events are in each state."""
        counts = dict.fromkeys(('waiting', 'taken', 'recorded', 'duplicate', 'rejected', 'refused'), 0)
        counts.update({row['state']: row['number'] for row in self._all('SELECT state, count(*) AS number FROM events GROUP BY state')})
        return counts

    def sources_waiting(self):
        return [row['source'] for row in self._all("SELECT DISTINCT source FROM events WHERE state = 'waiting' ORDER BY source")]

    def next_of(self, source, most):
        events, size = [], 0
        for row in self._all(WAITING, source, most):
            size += len(row['body'].encode())
            if events and size > BATCH_BYTES:
                break
            events.append(row)
        return events

    def taken(self, after):
        return self._all(
            "SELECT key, receipt, sendings FROM events WHERE state = 'taken' AND key > ? ORDER BY key LIMIT ?", after, RECEIPTS_AT_ONCE
        )

    def note(self, news):
        """Notes what became of events: (key, state, receipt or None, told). Answers them as they stand."""

        def work():
            entries = []
            for key, state, receipt, told in news:
                row = self._db.execute("SELECT * FROM events WHERE key = ? AND state IN ('waiting', 'taken')", (key,)).fetchone()
                if not row:
                    continue
                self._db.execute(
                    'UPDATE events SET change = ?, state = ?, receipt = coalesce(?, receipt), told = ?, sendings = sendings + ?,'
                    " body = CASE WHEN ? IN ('recorded', 'duplicate') THEN NULL ELSE body END WHERE key = ?",
                    (self._change(), state, receipt, json.dumps({**json.loads(row['told']), **told}), state == 'taken', state, key),
                )
                entries.append(self._entry(self._db.execute('SELECT * FROM events WHERE key = ?', (key,)).fetchone()))
            return entries

        entries = self._in_transaction(work)
        # What lies in the write-ahead log would stay there, too; it is emptied where nothing is under way.
        if entries and not self._all("SELECT 1 FROM events WHERE state IN ('waiting', 'taken') LIMIT 1"):
            self._all('PRAGMA wal_checkpoint(TRUNCATE)')
        return entries

    def close(self):
        with self._lock:
            self._db.close()


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """What is sent is personal, and goes where it was told to."""

    def redirect_request(self, *_):
        return None


def _retry_after(header):
    try:
        seconds = float(header) if header.strip().isdigit() else email.utils.parsedate_to_datetime(header).timestamp() - time.time()
        return min(max(seconds, 0), LONGEST_WAIT_S)
    except (AttributeError, TypeError, ValueError):
        return None


def _problem(value):
    """The hub's own problem (RFC 9457); what a proxy says instead is none."""
    ours = isinstance(value, dict) and str(value.get('type')).startswith('urn:veterans-hub:problem:')
    return value if ours and isinstance(value.get('code'), str) else None


def _faults(values):
    listed = values if isinstance(values, list) else []
    return [{field: str(one.get(field, '')) for field in FAULT_FIELDS} for one in listed if isinstance(one, dict)]


def _faults_of(problem):
    alone = {'code': problem['code'], 'message': problem.get('title', ''), 'messageZh': problem.get('titleZh', '')}
    words = {'whatToDo': problem.get('detail', ''), 'whatToDoZh': problem.get('detailZh', '')}
    return _faults(problem.get('errors')) or _faults([{**alone, **words}])


def _verdict(item, event_id):
    """(state, receipt, told) of one event's item; None where it is no answer to that event."""
    if not isinstance(item, dict) or item.get('id', event_id) != event_id:
        return None
    if item.get('status') == 'retry':
        return 'waiting', None, {}
    if item.get('status') == 'accepted' and isinstance(item.get('receipt'), str) and item['receipt']:
        names = {name: item[name] for name in ('stream', 'eventId') if isinstance(item.get(name), str)}
        return 'taken', item['receipt'], {'faults': [], 'notices': _faults(item.get('notices')), **names}
    problem = _problem(item.get('problem')) if item.get('status') == 'refused' else None
    return problem and ('refused', None, {'faults': _faults_of(problem)})


class HubClient(Outbox):
    """An outbox, and what sends from it: one batch at a time, so that the order of the outbox is that of the hub.

    `on_change(entry)` and `on_trouble(trouble)` are called from the sending thread; neither is given a value that was sent.
    `headers()` answers headers of each request, for a proxy that asks who comes.
    """

    def __init__(self, url, outbox, on_change=None, on_trouble=None, headers=None, batch=100, first_wait=0.5, most_wait=60, poll=0.5, timeout=60):
        super().__init__(outbox)
        self.url, self._file, self._headers = url.rstrip('/'), outbox, headers or dict
        self._on_change, self._on_trouble = on_change or (lambda _entry: None), on_trouble or (lambda _trouble: None)
        self._batch, self._first_wait, self._most_wait, self._poll, self._timeout = batch, first_wait, most_wait, poll, timeout
        self._opener = urllib.request.build_opener(_NoRedirects)
        self._stopping, self._wake, self._news = threading.Event(), threading.Event(), threading.Condition()
        self._thread, self._sender = None, None

    def put(self, *events):
        ids = super().put(*events)
        self._wake.set()
        return ids

    def send_again(self, source, event_id, corrected=None):
        super().send_again(source, event_id, corrected)
        self._wake.set()

    def start(self):
        """Starts to send. Raises OutboxInUse where another process does."""
        _owners_alone(self._file + '-sender')
        self._sender = sqlite3.connect(self._file + '-sender', timeout=0, isolation_level=None, check_same_thread=False)
        try:
            self._sender.execute('BEGIN EXCLUSIVE')
        except sqlite3.OperationalError as error:
            self._sender.close()
            raise OutboxInUse('another process sends from ' + self._file) from error
        self._thread = threading.Thread(target=self._run, name='hub-client')
        self._thread.start()

    def stop(self):
        """Ends what is under way, and closes the outbox. What was not sent stays in it."""
        self._stopping.set()
        self._wake.set()
        with self._news:
            self._news.notify_all()
        if self._thread:
            self._thread.join()
            self._sender.close()
        self.close()

    def settled(self, source, event_id):
        """Waits until nothing more happens to an event by itself; answers its entry."""
        while not self._stopping.is_set():
            entry = self.entry(source, event_id)
            if not entry:
                raise NotInOutbox('the outbox has no such event')
            if entry['state'] not in ('waiting', 'taken'):
                return entry
            if self._thread and not self._thread.is_alive():
                raise RuntimeError('the sending thread has ended by an error of its own, or of a listener')
            with self._news:
                self._news.wait(self._poll)
        raise RuntimeError('the client was stopped before the event had come to its end')

    def _request(self, path, content_type=None, body=None):
        """(status, JSON or None, seconds to wait or None); None where nothing answered, or the answer broke off."""
        headers = {**self._headers(), 'accept': 'application/json', **({'content-type': content_type} if body else {})}
        request = urllib.request.Request(self.url + path, data=body and body.encode(), headers=headers)
        try:
            try:
                answer = self._opener.open(request, timeout=self._timeout)
            except urllib.error.HTTPError as error:
                answer = error
            with answer:
                status, wait, read = answer.status, _retry_after(answer.headers.get('retry-after')), answer.read(MOST_ANSWER_BYTES + 1)
        except (OSError, ValueError, http.client.HTTPException):
            return None
        try:
            return status, json.loads(read) if len(read) <= MOST_ANSWER_BYTES else None, wait
        except ValueError:
            return status, None, wait

    def _note(self, news):
        for entry in self.note(news):
            self._on_change(entry)
        with self._news:
            self._news.notify_all()

    def _send(self, source, events):
        """Sends events in their order, in halves where they can't be taken together; what hinders, where something does."""
        path = '/' + urllib.request.quote((source.split('/') + ['', '', ''])[2], safe='') + '/events'
        answer = self._request(path, 'application/cloudevents-batch+json', '[' + ','.join(one['body'] for one in events) + ']')
        status, body, wait = answer or (0, None, None)
        items = body.get('items') if isinstance(body, dict) and isinstance(body.get('items'), list) else []
        verdicts = [_verdict(item, one['id']) for item, one in zip(items, events)]
        problem = _problem(body)
        if len(items) == len(events) and all(verdicts):
            news = [(one['key'], *verdict) for one, verdict in zip(events, verdicts) if verdict[0] != 'waiting']
            self._note(news)
            return None if len(news) == len(events) else {'status': 503, 'code': 'UNAVAILABLE', 'after': wait}
        if problem and status in (400, 413, 422):
            if len(events) > 1:
                half = (len(events) + 1) // 2
                return self._send(source, events[:half]) or self._send(source, events[half:])
            return self._note([(events[0]['key'], 'refused', None, {'faults': _faults_of(problem)})])
        return {'status': status, 'code': problem and problem['code'], 'after': wait}

    def _send_source(self, source):
        while not self._stopping.is_set():
            events = self.next_of(source, self._batch)
            hindrance = self._send(source, events) if events else None
            if hindrance or not events:
                return hindrance
        return None

    def _ask(self, tokens):
        answer = self._request('/receipts', 'application/json', json.dumps({'tokens': tokens}))
        if answer and answer[0] in (404, 405):
            # A hub of before has no such route.
            each = [self._request('/receipts/' + urllib.request.quote(token, safe='')) for token in tokens]
            return [one and ({'problem': one[1]} if _problem(one[1]) else one[1]) for one in each] if any(each) else None
        items = answer[1].get('items') if answer and answer[0] == 200 and isinstance(answer[1], dict) else None
        return items if isinstance(items, list) and len(items) == len(tokens) else None

    def _follow(self, after):
        """Asks for some receipts; answers where to go on, and what hinders."""
        taken = self.taken(after)
        answers = self._ask([one['receipt'] for one in taken]) if taken else []
        if answers is None:
            return 0, {'status': 0, 'code': None, 'after': None}
        news = []
        for one, answer in zip(taken, answers):
            answer = answer if isinstance(answer, dict) else {}
            problem, state = _problem(answer.get('problem')), RECEIPT_STATES.get(str(answer.get('state')))
            if problem and problem['code'] in ('RECEIPT_UNKNOWN', 'RECEIPT_OF_ANOTHER_STORE'):
                # What the hub knows nothing of is sent again, which is safe; not for ever.
                lost = 'waiting' if one['sendings'] < MOST_SENDINGS else 'refused'
                news.append((one['key'], lost, None, {'faults': _faults_of(problem)}))
            elif state == 'rejected':
                said = {'code': answer.get('reason', ''), 'message': answer.get('detail', ''), 'messageZh': answer.get('detailZh', '')}
                news.append((one['key'], state, None, {'faults': _faults([{**answer, **said}])}))
            elif state:
                where = {'position': answer['position']} if isinstance(answer.get('position'), str) else {}
                news.append((one['key'], state, None, {'faults': [], **where}))
        self._note(news)
        return taken[-1]['key'] if len(taken) == RECEIPTS_AT_ONCE else 0, None

    def _run(self):
        lanes = {}

        def guarded(name, work):
            """Does work that may be hindered, and not before its time; an outbox that can't be written hinders too."""
            failures, not_before = lanes.get(name, (0, 0))
            if not_before > time.monotonic():
                return
            try:
                hindrance = work()
            except sqlite3.Error:
                hindrance = {'status': 0, 'code': 'OUTBOX_FAILED', 'after': None}
            failures = failures + 1 if hindrance else 0
            wait = 0
            if hindrance:
                after = hindrance['after']
                spread = min(self._most_wait, self._first_wait * 2 ** min(failures - 1, 30)) * random.uniform(0.5, 1)
                wait = spread if after is None else after
                self._on_trouble({'source': name, 'status': hindrance['status'], 'code': hindrance['code'], 'wait': wait})
            lanes[name] = (failures, time.monotonic() + wait)

        key = [0]

        def follow():
            key[0], hindrance = self._follow(key[0])
            return hindrance

        while not self._stopping.is_set():
            try:
                sources, taken = self.sources_waiting(), self.counts()['taken']
            except sqlite3.Error:
                sources, taken = [], 0
                self._on_trouble({'source': None, 'status': 0, 'code': 'OUTBOX_FAILED', 'wait': self._poll})
            for source in sources:
                guarded(source, lambda source=source: self._send_source(source))
            guarded(None, follow)
            if key[0] == 0:
                self._wake.wait(min(self._poll, 0.05) if taken else self._poll)
                self._wake.clear()


def main():
    if len(sys.argv) != 3:
        sys.exit('usage: python3 hub_client.py <hub> <outbox> < events.ndjson')
    hub = HubClient(sys.argv[1], sys.argv[2], first_wait=0.1, most_wait=2, poll=0.05)
    hub.start()
    try:
        for line in sys.stdin.buffer:
            if line.strip():
                print('put', hub.put(json.loads(line))[0], flush=True)
        last, counts = 0, None
        while counts is None or counts['waiting'] + counts['taken'] > 0:
            time.sleep(0.05)
            # Counted first: what is counted as settled is said below.
            counts, changed = hub.counts(), hub.changed_after(last)
            while changed:
                for entry in changed:
                    last = entry['change']
                    if entry['state'] not in ('waiting', 'taken'):
                        print(entry['state'], entry['id'], *[fault['code'] for fault in entry['faults']], flush=True)
                changed = hub.changed_after(last)
    finally:
        hub.stop()
    sys.exit(1 if counts['refused'] + counts['rejected'] > 0 else 0)


if __name__ == '__main__':
    main()
