"""The address of a room as a picture that phones read."""

from __future__ import annotations

import segno


def qr_code(address: str) -> str:
    """An address as a QR code: an SVG element without size and without styles."""
    return segno.make(address, error="m", micro=False).svg_inline(omitsize=True, border=0)
