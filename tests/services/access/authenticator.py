"""A passkey made of software: it answers as a phone's does, to the letter of the standard."""

from __future__ import annotations

import json
import secrets
from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

if TYPE_CHECKING:
    from tracker.services.access.passkey_challenges import Challenge

_PRESENT, _VERIFIED, _ATTESTED = 0x01, 0x04, 0x40


def b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


class Authenticator:
    """One passkey. `verifies`: it asks for a finger, a face or a PIN."""

    def __init__(self, *, verifies: bool = True) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._id = secrets.token_bytes(16)
        self._flags = _PRESENT | (_VERIFIED if verifies else 0)
        self.uses = 0

    def made(self, challenge: Challenge, *, origin: str = "") -> str:
        """Return what a browser sends of a passkey that was just made."""
        point = self._key.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32), -3: point.y.to_bytes(32)}
        credential = bytes(16) + len(self._id).to_bytes(2) + self._id + cbor2.dumps(public)
        data = self._data(challenge, _ATTESTED) + credential
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        client = _client("webauthn.create", challenge, origin)
        return self._json({"attestationObject": b64(attestation), "clientDataJSON": b64(client)})

    def signed(self, challenge: Challenge, *, origin: str = "") -> str:
        """Return what a browser sends of a passkey that answers a challenge."""
        self.uses += 1
        data, client = self._data(challenge, 0), _client("webauthn.get", challenge, origin)
        signature = self._key.sign(data + sha256(client).digest(), ec.ECDSA(SHA256()))
        parts = {"authenticatorData": data, "clientDataJSON": client, "signature": signature}
        return self._json({name: b64(part) for name, part in parts.items()})

    def _data(self, challenge: Challenge, flags: int) -> bytes:
        site = sha256(challenge.site.host.encode()).digest()
        return site + bytes([self._flags | flags]) + self.uses.to_bytes(4)

    def _json(self, response: dict[str, str]) -> str:
        id_ = b64(self._id)
        return json.dumps(
            {"id": id_, "rawId": id_, "type": "public-key", "response": response}
            | {"clientExtensionResults": {}}
        )


def _client(kind: str, challenge: Challenge, origin: str) -> bytes:
    said = {"type": kind, "challenge": challenge.text, "origin": origin or challenge.site.origin}
    return json.dumps(said).encode()
