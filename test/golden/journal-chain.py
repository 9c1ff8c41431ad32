#!/usr/bin/env python3
"""Makes journal-chain.json: hash chains of the journal worked out apart from the program, with hashlib alone.

Run in this folder: python3 journal-chain.py > journal-chain.json

hash = SHA-256(hash of the row before (32 bytes, zeros before the first)
               + for each of seq (decimal), at, order_id (empty for NULL), type, body:
                 length of its UTF-8 (4 bytes, big-endian) + its UTF-8)
"""
import hashlib
import json


def chain(rows):
    before = bytes(32)
    linked = []
    for seq, (at, order_id, kind, body) in enumerate(rows, 1):
        digest = hashlib.sha256(before)
        for part in (str(seq), at, order_id or "", kind, body):
            data = part.encode("utf-8")
            digest.update(len(data).to_bytes(4, "big") + data)
        before = digest.digest()
        linked.append(
            {"seq": seq, "at": at, "orderId": order_id, "type": kind, "body": body, "hash": before.hex()}
        )
    return linked


day = "2026-01-31T09:00:%02d.000Z"
chains = [
    {
        "what": "one payment",
        "rows": chain(
            [
                (day % 0, None, "till.opened", '{"version":"0.1.0","node":"24.21.0","pid":4711}'),
                (
                    day % 1,
                    "A-1",
                    "payment.started",
                    '{"method":"sbp","code":"7","amountKopecks":125000,"receipt":{"lines":[{"name":"Кофе «Утро»",'
                    '"priceKopecks":125000,"quantity":"1.000","vat":"none"}],"email":null,"phone":null}}',
                ),
                (day % 2, "A-1", "order.created", '{"gatewayOrderId":"g-1","qr":"https://qr.nspk.ru/A","expiresAt":""}'),
                (day % 12, "A-1", "payment.paid", '{"paidAt":null,"amountKopecks":125000}'),
                (day % 13, "A-1", "receipt.closed", '{"number":12,"fiscalDocument":341,"fiscalSign":null}'),
                (day % 20, None, "till.closed", '{"version":"0.1.0","node":"24.21.0","pid":4711}'),
            ]
        ),
    },
    {
        "what": "texts of every width, an empty body's object, a body of 30 000 letters",
        "rows": chain(
            [
                (day % 0, "a", "order.rejected", '{"code":"","message":"ж中😀\\u0000"}'),
                (day % 0, "b", "receipt.dropped", "{}"),
                (day % 0, "c", "order.rejected", '{"code":"LONG","message":"' + "я" * 30000 + '"}'),
                (day % 0, None, "till.closed", '{"version":"0.1.0","node":"24.21.0","pid":1}'),
            ]
        ),
    },
    {"what": "a NULL and an empty order are the same", "rows": chain([("x", "", "y", "{}")])},
    {"what": "what moves over a border changes the hash", "rows": chain([("x", "y", "", "{}")])},
]
print(json.dumps(chains, ensure_ascii=False))
