"""One thing said once, followed through variants, cuts, indirect forms and translations."""

from readout.analysis.utterances.echoes import find_echoes, without_fragments
from readout.analysis.utterances.link import link_utterances
from readout.analysis.utterances.part import part_quotations
from readout.analysis.utterances.search import Change, QuoteFinding, QuotePlace, QuoteStatus, find_quote

__all__ = [
    "Change",
    "QuoteFinding",
    "QuotePlace",
    "QuoteStatus",
    "find_echoes",
    "find_quote",
    "link_utterances",
    "part_quotations",
    "without_fragments",
]
