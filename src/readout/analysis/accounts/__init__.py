"""What the reports of a story say on each point: where they agree, differ, deny and stay silent."""

from readout.analysis.accounts.compare import compare_accounts

__all__ = ["compare_accounts"]
