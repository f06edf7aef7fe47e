"""A check for schemathesis: an answer to a submission is never larger than its bound."""
import schemathesis

MOST_BYTES = 2 * 1024 * 1024


@schemathesis.check
def answer_is_bounded(ctx, response, case):
    if case.method == 'POST':
        assert len(response.content) < MOST_BYTES, f'an answer of {len(response.content)} bytes'
