"""Cuts an article into passages; see `split`."""

from index.splitting.splitter import SPLITTING, split
from index.splitting.types import CountTokens, Limits

__all__ = ["SPLITTING", "CountTokens", "Limits", "split"]
